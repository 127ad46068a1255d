// From what is given to the question "until when can this claim be enforced".

import type { Country } from '@mahnwerk/core/countries'
import type { LimitationEvent, LimitationFacts } from '@mahnwerk/core/limitation'
import { type Given, type GivenRow, dayIn, oneOfIn, rowsIn } from '../form/given.ts'
import { type Asked, missingIn } from './asked.ts'

export const CLAIMS = ['contract', 'consumer_sale', 'other'] as const satisfies readonly LimitationFacts['claim'][]
export const EVENT_KINDS = [
  'acknowledgement',
  'part_payment',
  'written_reminder',
  'negotiation',
  'order_for_payment',
  'suit',
  'insolvency_filing',
  'title',
  'enforcement',
] as const satisfies readonly LimitationEvent['kind'][]

/** Events that last: their second day is when they ended. */
export const LASTING: readonly string[] = ['negotiation', 'order_for_payment', 'suit', 'insolvency_filing']

/** Known from the day it arose, where no other day is given. */
export function limitationQuestion(given: Given, country: Country): Asked<LimitationFacts> {
  const arisenOn = dayIn(given, 'entstanden') ?? dayIn(given, 'faellig')
  if (arisenOn === undefined) return { ready: false, missing: missingIn({ entstanden: arisenOn }) }
  return {
    ready: true,
    question: {
      claim: oneOfIn(given, 'anspruch', CLAIMS) ?? 'contract',
      arisenOn,
      knownOn: dayIn(given, 'kenntnis') ?? arisenOn,
      events: rowsIn(given, 'ereignis', country.currency).flatMap(eventOf),
    },
  }
}

// A filing is taken as served soon after: the page says so.
function eventOf({ kind, on, until }: GivenRow): readonly LimitationEvent[] {
  const known = EVENT_KINDS.find((each) => each === kind)
  if (known === undefined || on === undefined) return []
  switch (known) {
    case 'negotiation':
      return [{ kind: known, from: on, ...(until === undefined ? {} : { until }) }]
    case 'order_for_payment':
    case 'suit':
    case 'insolvency_filing':
      return [{ kind: known, filedOn: on, servedSoon: true, ...(until === undefined ? {} : { lastActOn: until }) }]
    case 'title':
      return [{ kind: known, finalOn: on }]
    case 'acknowledgement':
    case 'part_payment':
    case 'written_reminder':
    case 'enforcement':
      return [{ kind: known, on }]
  }
}
