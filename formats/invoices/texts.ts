// Sentences of this folder's refusals: what, where, and how to repair it. {fact} stands for a fact of the refusal.

import { type Refusal } from '@mahnwerk/core/refusals'
import { type InvoiceClaimRefusal } from './claim.ts'
import { type ReadRefusalCode } from './refusals.ts'
import { type RowRefusalCode } from './tables/row.ts'
import de from './texts/de.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }

type Code = ReadRefusalCode | InvoiceClaimRefusal | RowRefusalCode

export type InvoiceSentence = { readonly title: string; readonly detail: string }

/** Every code has its sentence in every language: a missing one is a compile error. */
export const INVOICE_TEXTS: Readonly<Record<'de' | 'en', Readonly<Record<Code, InvoiceSentence>>>> = { de, en }

export function invoiceSentence(refusal: Refusal<Code>, locale: 'de' | 'en'): InvoiceSentence {
  const { title, detail } = INVOICE_TEXTS[locale][refusal.code]
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (slot, name: string) => String(refusal.facts[name] ?? slot))
  return { title: fill(title), detail: fill(detail) }
}
