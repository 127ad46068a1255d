// The words of a reminder, without its figures: ours in a catalogue a language, or the creditor's own. {names} stand for what
// differs from letter to letter; a blank line ends a paragraph.

import type { NoticeKind } from '../../duties/index.ts'
import type { Language } from '../texts.ts'
import de from './texts/de.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }

export type Tone = 'plain' | 'firm'

export type DunningTemplate = {
  readonly subject: string
  /** What is open and what is asked for. */
  readonly opening: string
  /** What happens without payment, with what the law wants said. */
  readonly next: string
  readonly alreadyPaid: string
  readonly contact: string
}

type Catalogue = {
  readonly kinds: Readonly<
    Record<
      NoticeKind,
      { readonly subject: string; readonly next: string; readonly opening: Readonly<Record<Tone, string>> }
    >
  >
  readonly alreadyPaid: string
  readonly contact: string
  readonly contactLast: string
  /** How notices are counted, the first one first. */
  readonly ordinals: readonly string[]
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { de, en, nl }

/** Our own words. */
export function standardTemplate(kind: NoticeKind, language: Language, tone: Tone = 'plain'): DunningTemplate {
  const { kinds, alreadyPaid, contact, contactLast } = CATALOGUES[language]
  const { subject, next, opening } = kinds[kind]
  return { subject, opening: opening[tone], next, alreadyPaid, contact: kind === 'reminder' ? contact : contactLast }
}

/** "Zweite", as a notice of level 2 is called; empty for a reminder, which is not counted. */
export function ordinalOf(level: number, language: Language): string {
  if (level === 0) return ''
  const ordinal = CATALOGUES[language].ordinals[level - 1]
  if (ordinal === undefined) throw new RangeError(`no word for notice ${level}`)
  return ordinal
}

/** What a template may name. {legal} is what the law of the country wants said, {handover} the creditor's own policy. */
export const PLACEHOLDERS = [
  'invoices',
  'total',
  'term',
  'payBy',
  'creditor',
  'number',
  'ordinal',
  'reach',
  'handover',
  'legal',
] as const

export type Placeholder = (typeof PLACEHOLDERS)[number]
