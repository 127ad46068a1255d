// What it costs to take a case back before its end, told before anybody does it. The partner's contract decides (its profile); a
// contract that says nothing about it gives no sum, and none is guessed.

import { type LocalDate, addDays } from '../calendar/index.ts'
import { type Catalogues, type Line, line, onDay } from '../explanations/index.ts'
import type { Source } from '../facts/index.ts'
import { type Minor, ZERO, add } from '../money/index.ts'
import type { PartnerProfile } from './profile.ts'

export type StopGiven = {
  readonly handedOverOn: LocalDate
  /** The day of the stop. */
  readonly on: LocalDate
  /** What the partner has charged for the case so far and nobody has paid. */
  readonly costsSoFar: Minor
}

export type StopCost =
  | { readonly known: true; readonly amount: Minor; readonly why: Line }
  | { readonly known: false; readonly why: Line }

/** The price of a stop on a day, in minor units; unknown where the contract is silent. */
export function stopCost(profile: PartnerProfile, given: StopGiven): StopCost {
  const { stop } = profile
  const sources: readonly Source[] = [{ citation: profile.name, confidence: 'high' }]
  if (stop === undefined) return { known: false, why: line('stop.unknown', { sources }) }
  const freeUntil = addDays(given.handedOverOn, stop.freeDays)
  if (given.on <= freeUntil) {
    const why = line('stop.free', { amount: ZERO, quantities: { day: onDay(freeUntil) }, sources })
    return { known: true, amount: ZERO, why }
  }
  const costs = stop.bearsCosts ? given.costsSoFar : ZERO
  const lines = [
    ...(stop.fee > 0 ? [line('stop.fee', { amount: stop.fee })] : []),
    ...(costs > 0 ? [line('stop.costs', { amount: costs })] : []),
  ]
  const amount = add(stop.fee, costs)
  return {
    known: true,
    amount,
    why: line('stop.total', { amount, quantities: { day: onDay(given.on) }, sources, lines }),
  }
}

export const STOP_TEXTS: Catalogues = {
  de: {
    'stop.unknown': 'Der Vertrag mit dem Partner sagt nicht, was ein Abbruch kostet. Bitte vorher fragen.',
    'stop.free': 'Bis zum {day} kostet der Abbruch nichts',
    'stop.total': 'Kosten eines Abbruchs am {day}',
    'stop.fee': 'Vereinbarte Gebühr für den Abbruch',
    'stop.costs': 'Bisher entstandene Kosten des Partners',
  },
  en: {
    'stop.unknown': 'The contract with the partner does not say what a stop costs. Ask first.',
    'stop.free': 'Stopping costs nothing until {day}',
    'stop.total': 'Cost of stopping on {day}',
    'stop.fee': 'Agreed fee for stopping',
    'stop.costs': 'Costs of the partner so far',
  },
}
