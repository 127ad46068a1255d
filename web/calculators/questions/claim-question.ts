// From what is given to the question "what is owed on this claim on that day".

import type { Part } from '@mahnwerk/core/allocation'
import type { ClaimQuestion } from '@mahnwerk/core/calculations'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Country } from '@mahnwerk/core/countries'
import type { ClaimFacts, DebtorKind } from '@mahnwerk/core/late-payment'
import type { Entry } from '@mahnwerk/core/statement'
import {
  type Given,
  type GivenRow,
  amountIn,
  dayIn,
  oneOfIn,
  percentIn,
  rowsIn,
  tickIn,
  wordIn,
} from '../form/given.ts'
import { type Asked, missingIn } from './asked.ts'

const DEBTORS: Readonly<Record<string, DebtorKind>> = { verbraucher: 'consumer', unternehmen: 'business' }
const CHARGES: Readonly<Partial<Record<string, Exclude<Part, 'principal'>>>> = {
  mahnkosten: 'charges',
  inkassokosten: 'costs',
  gerichtskosten: 'court',
}

export const ENTRY_KINDS = ['zahlung', 'mahnkosten', 'inkassokosten', 'gerichtskosten', 'gutschrift'] as const

export function debtorIn(given: Given): DebtorKind | undefined {
  return DEBTORS[oneOfIn(given, 'schuldner', Object.keys(DEBTORS)) ?? '']
}

/** Interest is asked for until `stand`, or today where no day is given. */
export function claimQuestion(given: Given, country: Country, today: LocalDate): Asked<ClaimQuestion> {
  const principal = amountIn(given, 'betrag', country.currency)
  const dueOn = dayIn(given, 'faellig')
  const debtor = debtorIn(given)
  if (principal === undefined || dueOn === undefined || debtor === undefined)
    return { ready: false, missing: missingIn({ betrag: principal, faellig: dueOn, schuldner: debtor }) }
  return {
    ready: true,
    question: {
      facts: { debtor, principal, dueOn, ...moreFacts(given, country, dueOn) },
      currency: country.currency,
      entries: rowsIn(given, 'eintrag', country.currency).flatMap(entryOf),
      on: dayIn(given, 'stand') ?? today,
      interestDemanded: tickIn(given, 'zinsen', true),
      flatDemanded: tickIn(given, 'pauschale', true),
    },
  }
}

type Known = 'debtor' | 'principal' | 'dueOn'

function moreFacts(given: Given, country: Country, dueOn: LocalDate): Omit<ClaimFacts, Known> {
  const received = dayIn(given, 'rechnung')
  const refused = dayIn(given, 'verweigert')
  const rate = percentIn(given, 'satz')
  const region = wordIn(given, 'region')
  return {
    contractOn: dayIn(given, 'vertrag') ?? dueOn,
    dueAgreed: tickIn(given, 'vereinbart', false),
    invoiceNotice: tickIn(given, 'hinweis', false),
    remindersReceivedOn: rowsIn(given, 'mahnung', country.currency).flatMap(({ on }) => on ?? []),
    forPerformance: tickIn(given, 'leistung', true),
    debtorAtFault: tickIn(given, 'verschulden', true),
    ...(received === undefined ? {} : { invoiceReceivedOn: received }),
    ...(refused === undefined ? {} : { refusedOn: refused }),
    ...(rate === undefined ? {} : { agreedRate: rate }),
    ...(region === undefined || !(region in country.regions) ? {} : { region }),
  }
}

// A row that is not complete yet counts for nothing.
function entryOf({ kind, on, amount }: GivenRow): readonly Entry[] {
  if (on === undefined || amount === undefined || amount === 0) return []
  if (kind === 'zahlung') return [{ kind: 'payment', on, amount }]
  if (kind === 'gutschrift') return [{ kind: 'credit', on, amount, part: 'principal' }]
  const part = CHARGES[kind]
  return part === undefined ? [] : [{ kind: 'charge', on, amount, part }]
}
