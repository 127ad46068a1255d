// What a check is: one statement over a whole tenant that returns a row per difference. A row's columns are the facts of
// the sentence; `told` is what stands in the books, `found` what it should be by everything else that is written.

import type { RawBuilder } from 'kysely'
import type de from './texts/de.json'

export type FindingCode = keyof typeof de

export type Facts = Readonly<Record<string, string | number | null>>

export type Check = { readonly code: FindingCode; readonly differences: (tenantId: string) => RawBuilder<Facts> }
