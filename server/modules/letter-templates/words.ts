// A template's five texts as they come in, and ours where a creditor has none of its own.

import { z } from 'zod'
import { type DunningTemplate, standardTemplate } from '@mahnwerk/core/letters'
import type { Which } from './which.ts'

const line = z.string().max(200)
const paragraph = z.string().max(4000)

export const wordsSchema = z
  .object({ subject: line, opening: paragraph, next: paragraph, alreadyPaid: paragraph, contact: paragraph })
  .meta({
    id: 'DunningTemplate',
    description: 'Words of a letter; {invoices}, {total}, {term}, {legal} … stand for what differs.',
  })

/** Friendly words first; from the second notice on a plain demand is the honest one. */
export function standardWords({ kind, language }: Pick<Which, 'kind' | 'language'>): DunningTemplate {
  return standardTemplate(kind, language, kind === 'second' || kind === 'last' ? 'firm' : 'plain')
}

/** One kind of line end, and nothing at the edges. */
export function tidy(words: DunningTemplate): DunningTemplate {
  const text = (given: string): string => given.replace(/\r\n?/g, '\n').trim()
  return {
    subject: text(words.subject),
    opening: text(words.opening),
    next: text(words.next),
    alreadyPaid: text(words.alreadyPaid),
    contact: text(words.contact),
  }
}

export function sameWords(one: DunningTemplate, other: DunningTemplate): boolean {
  return (Object.keys(one) as (keyof DunningTemplate)[]).every((field) => one[field] === other[field]) // its own keys
}

/** What pages and refusals call the five texts. */
export const FIELD_NAMES: Readonly<Record<'de' | 'en', Readonly<Record<keyof DunningTemplate, string>>>> = {
  de: {
    subject: 'Betreff',
    opening: 'Einleitung',
    next: 'Wie es weitergeht',
    alreadyPaid: 'Schon bezahlt',
    contact: 'Kontakt',
  },
  en: {
    subject: 'Subject',
    opening: 'Opening',
    next: 'What comes next',
    alreadyPaid: 'Already paid',
    contact: 'Contact',
  },
}
