// The kinds of files that `read` and `corpus` know. A further kind is a file beside this one and a line in KINDS.

import { type Refusal } from '@mahnwerk/core/refusals'
import { invoiceKind } from './invoice.ts'

export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** What was found in a file: for a refused file the JSON says why. */
export type Found = { readonly json: { readonly [key: string]: Json }; readonly refusal?: Refusal }

export type FileKind = {
  readonly name: string
  /** Whether an expected result describes a file of this kind. */
  readonly describes: (expected: { readonly [key: string]: Json }) => boolean
  /** Whether it describes a file that is to be refused. */
  readonly describesRefusal: (expected: { readonly [key: string]: Json }) => boolean
  /** Keys of an expected result that say something else than what is read, such as a validator's verdict. */
  readonly notRead: ReadonlySet<string>
  readonly read: (bytes: Uint8Array, path: string) => Promise<Found>
}

export const KINDS: readonly FileKind[] = [invoiceKind]
