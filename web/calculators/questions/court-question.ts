// From what is given to the question "what does it cost to go to court".

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Country } from '@mahnwerk/core/countries'
import type { CourtQuestion } from '@mahnwerk/core/court'
import { type Given, amountIn, dayIn, oneOfIn, tickIn, wordIn } from '../form/given.ts'
import { type Asked, missingIn } from './asked.ts'

export const ACTS = ['order_for_payment', 'suit', 'enforcement'] as const satisfies readonly CourtQuestion['act'][]
export const REPRESENTATIVES = [
  'none',
  'agency',
  'lawyer',
] as const satisfies readonly CourtQuestion['representative'][]
export const CLAIMANTS = ['company', 'person'] as const satisfies readonly CourtQuestion['claimant'][]

/** Filed on the day given, or today. */
export function courtQuestion(given: Given, country: Country, today: LocalDate): Asked<CourtQuestion> {
  const value = amountIn(given, 'betrag', country.currency)
  if (value === undefined) return { ready: false, missing: missingIn({ betrag: value }) }
  const feeBefore = wordIn(given, 'vorgebuehr')
  return {
    ready: true,
    question: {
      act: oneOfIn(given, 'was', ACTS) ?? 'order_for_payment',
      value,
      filedOn: dayIn(given, 'antrag') ?? today,
      claimant: oneOfIn(given, 'klaeger', CLAIMANTS) ?? 'company',
      representative: oneOfIn(given, 'vertreter', REPRESENTATIVES) ?? 'none',
      creditorDeductsVat: tickIn(given, 'vorsteuer', false),
      disputed: tickIn(given, 'widerspruch', false),
      ...(feeBefore !== undefined && /^\d(\.\d{1,3})?$/.test(feeBefore) ? { feeBefore } : {}),
    },
  }
}

/** Where the creditor sits: decides which court is competent. */
export function seatIn(given: Given, country: Country): { region?: string; postCode: string } | undefined {
  const postCode = wordIn(given, 'plz')
  const region = wordIn(given, 'region')
  if (postCode === undefined && region === undefined) return undefined
  return { postCode: postCode ?? '', ...(region === undefined || !(region in country.regions) ? {} : { region }) }
}
