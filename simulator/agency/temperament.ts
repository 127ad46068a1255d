// What kind of person the debtor is, and what that person does after the agency's first letter. A debtor's e-mail can
// force it for demonstrations: j.weber+teilzahlung@example.org pays in parts.

import type { HandoverPackage } from '@mahnwerk/core/handover'
import { draw } from './chance.ts'

export const TEMPERAMENTS = [
  'pays_at_first_letter',
  'pays_principal_only_directly',
  'pays_in_parts',
  'pays_agency_late',
  'disputes',
  'asks_for_instalments',
  'moves_away',
  'insolvent',
  'payment_bounces',
  'silent',
] as const

export type Temperament = (typeof TEMPERAMENTS)[number]

/** What a debtor does, so many days after the letter. */
export type Act =
  | {
      readonly act: 'pay'
      readonly numerator: number
      readonly denominator: number
      readonly method: 'transfer' | 'direct_debit'
    }
  | { readonly act: 'bounce' }
  | { readonly act: 'dispute' }
  | { readonly act: 'ask_for_instalments' }
  | { readonly act: 'letter_returns' }
  | { readonly act: 'address_found' }
  | { readonly act: 'insolvency' }

export type PlannedAct = { readonly afterDays: number; readonly act: Act }

const ALL: Act = { act: 'pay', numerator: 1, denominator: 1, method: 'transfer' }

/** Nothing for those who wait: the silent, and those who pay the creditor, which only the creditor can tell. */
export const ACTS: Readonly<Record<Temperament, readonly PlannedAct[]>> = {
  pays_at_first_letter: [{ afterDays: 5, act: ALL }],
  pays_principal_only_directly: [],
  pays_in_parts: [
    { afterDays: 4, act: { ...ALL, denominator: 3 } },
    { afterDays: 11, act: { ...ALL, denominator: 2 } },
    { afterDays: 18, act: ALL },
  ],
  pays_agency_late: [{ afterDays: 20, act: ALL }],
  disputes: [{ afterDays: 3, act: { act: 'dispute' } }],
  asks_for_instalments: [{ afterDays: 4, act: { act: 'ask_for_instalments' } }],
  moves_away: [
    { afterDays: 3, act: { act: 'letter_returns' } },
    { afterDays: 6, act: { act: 'address_found' } },
    { afterDays: 16, act: ALL },
  ],
  insolvent: [{ afterDays: 10, act: { act: 'insolvency' } }],
  payment_bounces: [
    { afterDays: 5, act: { ...ALL, method: 'direct_debit' } },
    { afterDays: 9, act: { act: 'bounce' } },
  ],
  silent: [],
}

// The word after the plus in the debtor's e-mail.
const WORDS: Readonly<Record<string, Temperament>> = {
  zahlt: 'pays_at_first_letter',
  direktzahlung: 'pays_principal_only_directly',
  teilzahlung: 'pays_in_parts',
  spaet: 'pays_agency_late',
  bestreitet: 'disputes',
  raten: 'asks_for_instalments',
  umgezogen: 'moves_away',
  insolvent: 'insolvent',
  ruecklastschrift: 'payment_bounces',
  schweigt: 'silent',
}

export function temperamentOf(
  claim: HandoverPackage,
  weights: Readonly<Partial<Record<Temperament, number>>>,
  seed: string,
): Temperament {
  const word = /\+([a-z]+)@/.exec(claim.debtor.email ?? '')?.[1] ?? ''
  return WORDS[word] ?? drawn(weights, draw(seed, 'temperament', claim.debtor.ref, claim.claimRef))
}

function drawn(weights: Readonly<Partial<Record<Temperament, number>>>, at: number): Temperament {
  const listed = TEMPERAMENTS.map((name) => ({ name, weight: weights[name] ?? 0 }))
  let rest = at * listed.reduce((sum, one) => sum + one.weight, 0)
  for (const { name, weight } of listed) {
    rest -= weight
    if (rest < 0) return name
  }
  return 'silent'
}
