// From what is given to the question "what may be demanded from the debtor for collecting".

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { CollectionQuestion, CollectionStep, WarningLetter } from '@mahnwerk/core/collection-costs'
import type { Country } from '@mahnwerk/core/countries'
import { ZERO } from '@mahnwerk/core/money'
import { type Given, amountIn, dayIn, oneOfIn, rowsIn, tickIn } from '../form/given.ts'
import { type Asked, missingIn } from './asked.ts'
import { debtorIn } from './claim-question.ts'

export const STEP_KINDS = [
  'first_letter',
  'reminder',
  'phone_call',
  'instalment_plan',
  'settlement',
  'file_keeping',
  'address_search',
  'income_inquiry',
  'visit',
] as const satisfies readonly CollectionStep['kind'][]

/** The day asked for is `stand`, or today; never before the collector was instructed. */
export function costsQuestion(given: Given, country: Country, today: LocalDate): Asked<CollectionQuestion> {
  const first = amountIn(given, 'betrag', country.currency)
  const debtor = debtorIn(given)
  const engagedOn = dayIn(given, 'auftrag')
  if (first === undefined || debtor === undefined || engagedOn === undefined)
    return { ready: false, missing: missingIn({ betrag: first, schuldner: debtor, auftrag: engagedOn }) }
  const on = dayIn(given, 'stand') ?? today
  const others = rowsIn(given, 'weitere', country.currency).flatMap(({ amount }) => amount ?? [])
  const warning = warningIn(given, country)
  return {
    ready: true,
    question: {
      principals: [first, ...others],
      debtor,
      engagedOn,
      on: on < engagedOn ? engagedOn : on,
      collector: oneOfIn(given, 'wer', ['agency', 'lawyer']) ?? 'agency',
      creditorDeductsVat: tickIn(given, 'vorsteuer', false),
      disputed: tickIn(given, 'bestritten', false),
      extensive: tickIn(given, 'umfangreich', false),
      steps: stepsIn(given, country, engagedOn),
      flat: amountIn(given, 'pauschalbetrag', country.currency) ?? ZERO,
      ...(warning === undefined ? {} : { warning }),
    },
  }
}

// Where no step is named a first letter is meant: without one nobody collects.
function stepsIn(given: Given, country: Country, engagedOn: LocalDate): readonly CollectionStep[] {
  const named = rowsIn(given, 'schritt', country.currency).flatMap(({ kind, on }) => {
    const known = STEP_KINDS.find((each) => each === kind)
    return known === undefined ? [] : [{ kind: known, on: on ?? engagedOn }]
  })
  return named.length === 0 ? [{ kind: 'first_letter', on: engagedOn }] : named
}

function warningIn(given: Given, country: Country): WarningLetter | undefined {
  const receivedOn = dayIn(given, 'warnung')
  if (receivedOn === undefined) return undefined
  const paidInTerm = amountIn(given, 'fristzahlung', country.currency) ?? ZERO
  return { receivedOn, valid: tickIn(given, 'warnungvoll', false), paidInTerm }
}
