// Worked examples about the end of limitation.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Line } from '@mahnwerk/core/explanations'
import type { LimitationEvent } from '@mahnwerk/core/limitation'
import { z } from 'zod'
import { type Category, category } from '../example.ts'
import { germany } from './germany.ts'
import { isoDay } from './inputs.ts'

const known = z
  .object({
    claim_arisen: isoDay,
    knowledge: isoDay,
    application_received: isoDay,
    suit_filed: isoDay,
    served: isoDay,
    served_soon: z.boolean(),
    last_act: isoDay,
    negotiation_from: isoDay,
    negotiation_until: isoDay,
    acknowledged_on: isoDay,
    part_payment_on: isoDay,
    enforcement_on: isoDay,
    final_on: isoDay,
  })
  .partial()
  .refine(({ claim_arisen, final_on }) => claim_arisen !== undefined || final_on !== undefined)

// What is not known is absent, or null.
const inputs = z.preprocess(
  (given) => Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== null)),
  known,
)

type Inputs = z.infer<typeof inputs>

// The regular period presumes that the creditor knew at once where the example says nothing; the longest asks nothing about it.
const ordinary = category(inputs, (given) => endOf(given, given.knowledge ?? given.claim_arisen))
const longest = category(inputs, (given) => endOf(given, undefined))

function endOf(given: Inputs, knownOn: LocalDate | undefined) {
  const arisenOn = given.claim_arisen ?? given.final_on
  if (arisenOn === undefined) throw new TypeError('checked by the schema')
  const facts = { claim: 'contract', arisenOn, events: eventsOf(given) } as const
  const { lastDay, why } = germany().limitation(knownOn === undefined ? facts : { ...facts, knownOn })
  const suspended = why.lines.find(({ quantities }) => quantities['left'] !== undefined)
  return {
    regular_end: dayIn(
      why.lines.find(({ key }) => key === 'de.limitation.regular'),
      'end',
    ),
    suspended_from: dayIn(suspended, 'from'),
    suspension_ends: dayIn(suspended, 'until'),
    days_left_at_suspension: numberIn(suspended, 'left'),
    ends_on: lastDay ?? null,
    barred_from: dayIn(why, 'barredFrom'),
  }
}

function eventsOf(given: Inputs): readonly LimitationEvent[] {
  return [
    ...procedure('order_for_payment', given.application_received, given),
    ...procedure('suit', given.suit_filed, given),
    ...(given.negotiation_from === undefined
      ? []
      : [{ kind: 'negotiation' as const, from: given.negotiation_from, ...until(given.negotiation_until) }]),
    ...onDay('acknowledgement', given.acknowledged_on),
    ...onDay('part_payment', given.part_payment_on),
    ...onDay('enforcement', given.enforcement_on),
    ...(given.final_on === undefined ? [] : [{ kind: 'title' as const, finalOn: given.final_on }]),
  ]
}

function procedure(
  kind: 'order_for_payment' | 'suit',
  filedOn: LocalDate | undefined,
  given: Inputs,
): LimitationEvent[] {
  if (filedOn === undefined) return []
  const served = given.served === undefined ? {} : { servedOn: given.served }
  const last = given.last_act === undefined ? {} : { lastActOn: given.last_act }
  return [{ kind, filedOn, servedSoon: given.served_soon ?? true, ...served, ...last }]
}

function until(on: LocalDate | undefined): { until?: LocalDate } {
  return on === undefined ? {} : { until: on }
}

function onDay(kind: 'acknowledgement' | 'part_payment' | 'enforcement', on: LocalDate | undefined): LimitationEvent[] {
  return on === undefined ? [] : [{ kind, on }]
}

function dayIn(of: Line | undefined, name: string): LocalDate | null {
  const quantity = of?.quantities[name]
  return quantity?.kind === 'day' ? quantity.day : null
}

function numberIn(of: Line | undefined, name: string): number | null {
  const quantity = of?.quantities[name]
  return quantity?.kind === 'number' ? Number(quantity.number) : null
}

export const LIMITATION_CATEGORIES: Readonly<Record<string, Category>> = {
  limitation_regular: ordinary,
  limitation_maximum: longest,
  limitation_titled: ordinary,
  limitation_suspended: ordinary,
  limitation_restart: ordinary,
}
