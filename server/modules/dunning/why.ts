// "Warum wurde nicht gemahnt?" as data and as a sentence.

import { z } from 'zod'
import { countryOf } from '@mahnwerk/core/countries'
import { type Refusal, assertNever } from '@mahnwerk/core/refusals'
import { type RefusalCode, type Refused, refused } from '../../http/index.ts'
import { type Locale, isRefusalCode, sentenceOf } from '../../http/texts.ts'
import { refusalInWords } from '../law/index.ts'
import type { Why } from './plan.ts'

export const WHY_KINDS = [
  'nothing_open',
  'in_collection',
  'ended',
  'not_yet',
  'hold',
  'debtor_hold',
  'disputed',
  'clarification',
  'promised',
  'moved',
  'stopped',
  'level_stop',
  'last_level',
  'no_way_to_send',
  'too_little',
  'other_currency',
  'interest_unknown',
] as const satisfies readonly Why['kind'][]

export const whySchema = z
  .object({
    kind: z.enum(WHY_KINDS),
    on: z.iso.date().optional().describe('not_yet, moved: the day of the next step'),
    level: z
      .int()
      .optional()
      .describe('not_yet, moved, stopped: the level of the next step; level_stop: the highest of the debtor'),
    until: z.iso.date().optional().describe('hold, debtor_hold: its last day, absent where it has none'),
    by: z.iso.date().optional().describe('promised: until then'),
    reason: z.string().optional().describe('debtor_hold: its reason'),
    state: z.string().optional().describe('ended: how'),
    channel: z.string().optional().describe('no_way_to_send: the channel of the step'),
    open: z.int().optional(),
    least: z.int().optional(),
    currency: z.string().optional(),
    law: z.string().optional().describe('interest_unknown: what the law of the country refused'),
    title: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'NotReminded' })

export function whyAnswer(why: Why, locale: Locale): z.output<typeof whySchema> {
  const sentence = sentenceOf(codeOf(why), factsOf(why, locale), locale)
  return why.kind === 'interest_unknown'
    ? { kind: why.kind, law: why.refusal.code, ...sentence }
    : { ...why, ...sentence }
}

/** The same as a refusal, for who asked for a letter. `early`: it was asked for before its day. */
export function refusedFor(why: Why, early: boolean, locale: Locale): Refused {
  if (why.kind === 'not_yet' && early) return refused('notice_wait_a_day')
  return refused(codeOf(why), factsOf(why, locale))
}

function codeOf({ kind }: Why): RefusalCode {
  return `notice_${kind}`
}

function factsOf(why: Why, locale: Locale): Readonly<Record<string, string | number>> {
  switch (why.kind) {
    case 'not_yet':
    case 'moved':
      return { on: why.on, level: why.level }
    case 'stopped':
    case 'level_stop':
      return { level: why.level }
    case 'hold':
      return { until: why.until }
    case 'promised':
      return { by: why.by }
    case 'debtor_hold':
      return { reason: why.reason }
    case 'no_way_to_send':
      return { channel: why.channel }
    case 'too_little':
      return { open: why.open, least: why.least }
    case 'other_currency':
      return { currency: why.currency }
    case 'interest_unknown':
      return { law: why.refusal.code, reason: lawInWords(why.refusal, locale) }
    case 'nothing_open':
    case 'in_collection':
    case 'ended':
    case 'disputed':
    case 'clarification':
    case 'last_level':
      return {}
    default:
      return assertNever(why)
  }
}

// The day and the series of facts that the law lacks, as the country calls it.
function lawInWords(refusal: Refusal, locale: Locale): string {
  const country = countryOf(String(refusal.facts['country']))
  const { code, facts } = country === undefined ? refusal : refusalInWords(refusal, country, locale)
  if (!isRefusalCode(code)) throw new Error(`no sentence for ${code}`)
  return sentenceOf(code, facts, locale).detail
}
