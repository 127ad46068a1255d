import { toEpochDay } from '@mahnwerk/core/calendar'
import {
  AUSTRIA,
  type Regime,
  baseRateAfter,
  baseRateChanges,
  overBase,
  regimeOf,
  statutoryRule,
} from '@mahnwerk/core/countries/at'
import { periodAt } from '@mahnwerk/core/interest'
import { type Millionths, percent, percentText } from '@mahnwerk/core/money'
import { z } from 'zod'
import { type Answer, anyOf, category } from '../example.ts'
import { isoDay, rate } from '../inputs.ts'
import { claimOf, regime } from './claims.ts'

/** As the examples print a rate: two decimals, none where it is whole. */
export function rateText(of: Millionths | undefined): string | undefined {
  if (of === undefined) return undefined
  return percentText(of).replace(/\.00$/, '')
}

const WHICH = z.object({
  regime: regime.optional(),
  contract_date: isoDay.optional(),
  debtor: z.enum(['business', 'consumer']).default('business'),
  debtor_responsible: z.boolean().default(true),
})

const ON_A_DAY = category(WHICH.extend({ date: isoDay, base_rate: rate.optional() }), (inputs) => {
  const { date, base_rate } = inputs
  const applied = applying(inputs, date)
  if (base_rate !== undefined && applied !== 'general') return overGiven(applied, base_rate)
  const rule = statutoryRule(applied, 'act/365', AUSTRIA.settings.trust)
  const period = toEpochDay(date) > rule.knownUntil ? undefined : rule.periods[periodAt(rule, toEpochDay(date))]
  if (period === undefined) return { refused: 'law_not_known' }
  const base = period.made === undefined ? {} : { base_rate: percentText(period.made.base) }
  return { rate: rateText(period.rate), ...base }
})

const OVER_A_BASE = category(WHICH.extend({ base_rate: rate }), (inputs) => {
  const applied = applying(inputs, inputs.contract_date)
  return overGiven(applied === 'general' ? 'business' : applied, inputs.base_rate)
})

// The general rate has been the same as long as our records go back.
const GENERAL = category(
  WHICH.refine((inputs) => applying(inputs) === 'general'),
  () => ({
    rate: rateText(statutoryRule('general', 'act/365', AUSTRIA.settings.trust).periods[0]?.rate),
  }),
)

export const rateLookup = anyOf(ON_A_DAY, OVER_A_BASE, GENERAL)

function applying(inputs: z.infer<typeof WHICH>, contractOn = inputs.contract_date): Regime {
  const { debtor, debtor_responsible: debtorAtFault, contract_date } = inputs
  const signedOn = contract_date ?? contractOn
  return inputs.regime ?? regimeOf(claimOf({ debtor, debtorAtFault, ...(signedOn ? { contractOn: signedOn } : {}) }))
}

function overGiven(applied: 'business' | 'business_old', base: Millionths): Answer {
  return { base_rate: percentText(base), rate: rateText(overBase(applied, base)) }
}

const STEPS = category(
  z.object({
    base_rate: rate,
    reference_at_last_change: rate,
    ecb_steps: z.array(z.object({ date: isoDay, mro: rate })),
  }),
  ({ base_rate, reference_at_last_change, ecb_steps }) => {
    const steps = ecb_steps.map(({ date, mro }) => ({ on: date, reference: mro }))
    const changes = baseRateChanges(base_rate, reference_at_last_change, steps)
    const last = changes.at(-1)?.baseRate ?? base_rate
    return {
      base_rate: percentText(last),
      changes: changes.map(({ on, baseRate }) => ({ date: on, base_rate: percentText(baseRate) })),
    }
  },
)

const NEW_REFERENCE = category(
  z.object({ base_rate: rate, reference_at_last_change: rate, new_reference: rate }),
  ({ base_rate, reference_at_last_change, new_reference }) =>
    movedTo(base_rate, baseRateAfter(base_rate, reference_at_last_change, new_reference)),
)

/** A key that names moves of the reference, and whether they go down. */
const MOVES = /cut|decrease|fall|rise|raise|hike|increase|change|step|move/
const DOWN = /cut|decrease|fall/

// Examples that name the ECB's moves and no level: any level will do.
const MOVED = category(
  z
    .object({ base_rate: rate, effective: isoDay.optional() })
    .catchall(z.union([rate.transform((each) => [each]), z.array(rate)]))
    .refine((inputs) => movesIn(inputs).length > 0),
  (inputs) => {
    const moved = movesIn(inputs).reduce((total, each) => total + each, 0) as Millionths // whole sums
    return movedTo(inputs.base_rate, baseRateAfter(inputs.base_rate, percent('0'), moved))
  },
)

function movesIn(inputs: Readonly<Record<string, unknown>>): readonly number[] {
  return Object.entries(inputs).flatMap(([name, moves]) => {
    if (!MOVES.test(name) || !Array.isArray(moves)) return []
    return moves.map((each) => (DOWN.test(name) ? -Number(each) : Number(each)))
  })
}

export const baseRateRule = anyOf(STEPS, NEW_REFERENCE, MOVED)

function movedTo(before: Millionths, after: Millionths): Answer {
  return { base_rate: percentText(after), changed: before !== after }
}
