// Statements and settings of the law, computed by core on invented facts.

import type {
  CaseStatement,
  CollectionCostsAnswer,
  InvoiceRow,
  InvoiceStatement,
  LawCountry,
  LawSettingsOfTenant,
} from '@mahnwerk/client/api'
import { assumed, catalogueOf, claimStatement, explainClaim, explained } from '@mahnwerk/core/calculations'
import { day } from '@mahnwerk/core/calendar'
import { COUNTRIES, countryOf } from '@mahnwerk/core/countries'
import type { Explained, Line } from '@mahnwerk/core/explanations'
import { currency, minor } from '@mahnwerk/core/money'
import type { Entry } from '@mahnwerk/core/statement'
import { TODAY } from './people.ts'

export const LAW: LawSettingsOfTenant = {
  country: null,
  countryInForce: 'DE',
  region: null,
  yearBasis: null,
  paymentDayCounts: null,
  provisional: false,
  lowConfidence: false,
  choices: {},
  interestDemanded: true,
  flatDemanded: false,
  dueAgreed: false,
  invoiceNotice: false,
  postalDays: 3,
  version: 1,
}

type Told = InvoiceStatement['explanation']

export function statementOf(row: InvoiceRow, on: string, days: readonly string[]): InvoiceStatement {
  const country = countryOf('DE')
  if (country === undefined) throw new Error('the samples live in Germany')
  const write = (of: Line): Told => told(explained(of, country, 'de'))
  const paid = Math.max(0, row.amount - row.open)
  const entries: readonly Entry[] = paid === 0 ? [] : [{ kind: 'payment', on: day('2026-10-12'), amount: minor(paid) }]
  const reminded = row.dunningLevel > 0
  const question = {
    facts: {
      debtor: /GmbH|PartG|e\. K\./.test(row.debtorName) ? ('business' as const) : ('consumer' as const),
      principal: minor(row.amount),
      contractOn: day(row.invoiceDate),
      dueOn: day(row.dueDate),
      dueAgreed: false,
      invoiceNotice: false,
      remindersReceivedOn: reminded ? [day('2026-09-26')] : [],
      forPerformance: true,
      debtorAtFault: true,
    },
    currency: currency(row.currency),
    entries,
    interestDemanded: true,
    flatDemanded: false,
  }
  const figures = (of: string) => {
    const answer = claimStatement(country, { ...question, on: day(of) })
    if (!answer.ok) throw new Error(answer.refusal.code)
    const { statement, perDay } = answer.value
    const { balance: parts, total, overpaid, marks } = statement
    return { answer: answer.value, told: { on: of, parts, total, overpaid, perDay, marks: [...marks] } }
  }
  const asked = figures(on)
  const { late, flat } = asked.answer
  return {
    invoiceId: row.id,
    number: row.number,
    country: 'DE',
    currency: row.currency,
    ...asked.told,
    late: { late: late.late, explanation: write(late.why) },
    flat: { amount: flat.amount, explanation: write(flat.why) },
    explanation: write(explainClaim(asked.answer)),
    assumptions: [assumed('contract_when_invoiced', { day: day(row.invoiceDate) })].map(write),
    days: days.map((each) => figures(each).told),
    facts: { dueAgreed: null, receivedOn: null, contractOn: null, agreedRate: null },
    books: { open: { principal: row.open, charges: 0, interest: 0, costs: 0 }, overpaid: 0, writtenOff: 0 },
    besideBooks: [],
  }
}

export function caseStatementOf(id: string, statement: InvoiceStatement): CaseStatement {
  const { on, parts, total, overpaid, perDay, marks, number } = statement
  return {
    caseId: id,
    number,
    on,
    currency: statement.currency,
    parts,
    total,
    overpaid,
    perDay,
    marks,
    statements: [statement],
  }
}

export function lawCountries(): readonly LawCountry[] {
  return COUNTRIES.map((country) => {
    const { code, names, knownUntil, regions, openQuestions, settings } = country
    const catalogue = catalogueOf(country, 'de')
    const word = (key: string): string => {
      const wording = catalogue[`choice.${code.toLowerCase()}.${key}`]
      return typeof wording === 'string' ? wording : key
    }
    const { trust, choices, ...rest } = settings
    return {
      code,
      names,
      currency: country.currency,
      knownUntil,
      regions: Object.entries(regions).map(([region, name]) => ({ code: region, name })),
      settings: { ...rest, ...trust, choices },
      openQuestions: openQuestions.map(({ key, answers }) => ({
        key,
        text: word(key),
        answers: answers.map((each) => ({ key: each, text: word(`${key}.${each}`) })),
      })),
    }
  })
}

function told({ text, working, amount, sources, marks, lines }: Explained): Told {
  return {
    text,
    ...(working === undefined ? {} : { working }),
    ...(amount === undefined ? {} : { amount }),
    sources: sources.map((source) => ({ ...source })),
    marks: [...marks],
    lines: lines.map(told),
  }
}

/** What a handover of an invented claim may cost the debtor. */
export function costsOf(body: Readonly<Record<string, unknown>>): CollectionCostsAnswer | undefined {
  const country = countryOf('DE')
  const { principals } = body['collection'] as { principals: readonly number[] } // what our own page asks
  const note = country?.collectionCosts(
    {
      principals: principals.map(minor),
      debtor: 'consumer',
      engagedOn: day(TODAY),
      on: day(TODAY),
      collector: 'agency',
      creditorDeductsVat: false,
      disputed: false,
      extensive: false,
      steps: [{ kind: 'first_letter', on: day(TODAY) }],
      flat: minor(0),
    },
    country.settings,
  )
  if (country === undefined || note?.ok !== true) return undefined
  const { net, vat, gross, why } = note.value
  return {
    country: 'DE',
    currency: 'EUR',
    net,
    vat,
    gross,
    explanation: told(explained(why, country, 'de')),
    marks: [],
  }
}
