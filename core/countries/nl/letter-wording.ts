// How a fourteen-day letter may state its term (HR 25 November 2016, ECLI:NL:HR:2016:2704). Good are fourteen days from the
// day after delivery, and fifteen days after delivery; a term from today, from the letter's date or from sending voids the
// letter, and so does one that is a day too short. What cannot be read is unclear, and no letter goes out on it.

import { type Line, inNumber, line } from '../../explanations/index.ts'
import type { Source } from '../../facts/index.ts'

const WORDING: Source = { citation: 'ECLI:NL:HR:2016:2704', confidence: 'high' }

/** From where the letter counts its days. */
export type TermFrom = 'day_after_delivery' | 'delivery' | 'sending' | 'letter_date'

export type TermWording = { readonly days: number; readonly from: TermFrom }

export type WordingVerdict = { readonly verdict: 'valid' | 'invalid'; readonly why: Line }

const DAYS_NEEDED: Readonly<Record<TermFrom, number | undefined>> = {
  day_after_delivery: 14,
  delivery: 15,
  // The sender does not know the day of delivery, so that no number of days is safe.
  sending: undefined,
  letter_date: undefined,
}

/** Whether a term stated so leaves the debtor the full fourteen days, whenever the letter comes. */
export function judgeWording({ days, from }: TermWording): WordingVerdict {
  const needed = DAYS_NEEDED[from]
  if (needed === undefined) return { verdict: 'invalid', why: line('nl.letter.wrong_start', { sources: [WORDING] }) }
  const quantities = { days: inNumber(days), needed: inNumber(needed) }
  if (days < needed) return { verdict: 'invalid', why: line('nl.letter.too_short', { quantities, sources: [WORDING] }) }
  return { verdict: 'valid', why: line('nl.letter.valid', { sources: [WORDING] }) }
}

/** Words for the safe term, for letters in each language: our sentences, in the sense that the court accepted. */
export const SAFE_TERM = {
  nl: 'binnen veertien dagen, te rekenen vanaf de dag na die waarop deze brief bij u is bezorgd',
  de: 'innerhalb von vierzehn Tagen, gerechnet ab dem Tag nach der Zustellung dieses Briefes',
  en: 'within fourteen days, counted from the day after this letter was delivered to you',
} as const

/** Reads a term out of a letter's words, Dutch, English or German; undefined where it is unclear. */
export function readTerm(words: string): TermWording | undefined {
  const text = words.toLowerCase()
  const days = daysIn(text)
  const from = startIn(text)
  return days === undefined || from === undefined ? undefined : { days, from }
}

const NUMBERS: readonly (readonly [RegExp, number])[] = [
  [/\b(veertien|fourteen|vierzehn)\b/, 14],
  [/\b(vijftien|fifteen|fünfzehn)\b/, 15],
  [/\b(zestien|sixteen|sechzehn)\b/, 16],
]

function daysIn(text: string): number | undefined {
  const inDigits = /\b(\d{1,3})\s*(?:dagen|days|tag)/.exec(text)?.[1]
  if (inDigits !== undefined) return Number(inDigits)
  if (/\b(twee weken|two weeks|zwei wochen)\b/.test(text)) return 14
  return NUMBERS.find(([word]) => word.test(text))?.[1]
}

// In the order in which they win: "from the day after this letter was delivered" speaks of delivery, too.
const STARTS: readonly (readonly [RegExp, TermFrom])[] = [
  [
    /vandaag|heden|dagtekening|(?<!ontvangst|bezorg)datum(?! van (ontvangst|bezorging))|date\b(?! of (delivery|receipt))|dated|today|now\b|heute/,
    'letter_date',
  ],
  [/verzend|verzonden|verstuur|versturen|sending|sent\b|dispatch|posting|posted|versand|absend/, 'sending'],
  [
    /(dag (na|nadat|volgend)|day (after|following)|tag nach|daags na)[^.]*(bezorg|ontv|deliver|receipt|receiv|zustell|zugang|erhalt)/,
    'day_after_delivery',
  ],
  [/bezorg|ontv|deliver|receipt|receiv|zustell|zugang|erhalt/, 'delivery'],
]

function startIn(text: string): TermFrom | undefined {
  return STARTS.find(([words]) => words.test(text))?.[1]
}
