// Letters as they go out in a run: every name, sum and code is another one. A reminder fills one page; a cost sheet
// two, with interest over several base rates, a fee and a part payment, struck and explained by German law.

import { catalogueOf, claimStatement } from '@mahnwerk/core/calculations'
import { type LocalDate, addDays, day } from '@mahnwerk/core/calendar'
import { type InvoiceDraft } from '@mahnwerk/core/claims'
import { type Country, countryOf } from '@mahnwerk/core/countries'
import {
  type Letter,
  type Sender,
  dunningLetterOf,
  noticeNumber,
  standardTemplate,
  statementAsLetter,
  statementLetterOf,
} from '@mahnwerk/core/letters'
import { EUR, ZERO, minor } from '@mahnwerk/core/money'
import { dice, draft } from '../house/index.ts'

const TODAY = day('2026-11-22')
const SENDER: Sender = {
  name: 'Physiotherapie am Stadtpark',
  address: { street: 'Stadtparkweg 7', postCode: '86150', city: 'Augsburg', country: 'DE' },
  phone: '+49 30 23125 100',
  email: 'praxis@praxis.example',
  account: { holder: 'Anna Berger', iban: 'DE89370400440532013000' },
}

/** The engine's least: a page with an address and one sentence. */
export function bareLetter(index: number): Letter {
  const { language, day: on, title, head, recipient, subject, pages } = reminder(index)
  const body = [{ kind: 'paragraph', text: `Brief ${index}` }] as const
  return { language, day: on, title, head, recipient, info: [], subject, pages, body }
}

/** A first notice over four invoices, by German law, with a fee. */
export function reminder(index: number): Letter {
  const roll = dice(index + 1)
  const invoices = Array.from({ length: 4 }, (_, number) => draft(index * 4 + number, 1_000_000, TODAY, roll))
  const [first] = invoices
  if (first === undefined) throw new Error('a reminder of nothing')
  const items = invoices.map(({ number, invoiceDate, dueDate, amount, subject }) => {
    return { number, day: invoiceDate, due: dueDate, amount, open: amount, subject }
  })
  const country = germany()
  const about = { kind: 'first', debtor: first.debtor.name.kind, on: TODAY, creditorDeductsVat: true } as const
  const law = country.notices.wordsOf({ ...about, principals: items.map(({ open }) => open) }, country.settings, 'de')
  if (!law.ok) throw new Error(`German law of ${TODAY}: ${law.refusal.code}`)
  return dunningLetterOf({
    language: 'de',
    kind: 'first',
    level: 1,
    template: standardTemplate('first', 'de'),
    law: law.value,
    day: TODAY,
    payBy: addDays(TODAY, 14),
    number: noticeNumber(2026, index),
    creditor: SENDER,
    healthProfession: true,
    debtor: first.debtor,
    currency: EUR,
    items,
    parts: { interest: ZERO, charges: ZERO, fee: minor(120), costs: ZERO },
  })
}

export function costSheet(index: number): Letter {
  const country = germany()
  const invoice = draft(index, 1_000_000, TODAY, dice(index + 1))
  const figures = figuresOf(country, invoice, TODAY)
  return statementAsLetter(
    statementLetterOf(figures, {
      language: 'de',
      day: TODAY,
      creditor: SENDER,
      debtor: { name: invoice.debtor.name, address: invoice.debtor.address },
      invoices: [{ number: invoice.number, day: invoice.invoiceDate, due: invoice.dueDate, amount: invoice.amount }],
      reference: invoice.number,
      catalogue: catalogueOf(country, 'de'),
      payBy: figuresOf(country, invoice, addDays(TODAY, 14)).statement,
    }),
  )
}

function figuresOf(country: Country, { amount, dueDate }: InvoiceDraft, on: LocalDate) {
  const answer = claimStatement(country, {
    facts: {
      debtor: 'consumer',
      principal: amount,
      contractOn: addDays(dueDate, -30),
      dueOn: dueDate,
      dueAgreed: true,
      invoiceNotice: false,
      remindersReceivedOn: [],
      forPerformance: true,
      debtorAtFault: true,
    },
    currency: EUR,
    entries: [
      { kind: 'charge', on: addDays(dueDate, 20), amount: minor(250), part: 'charges' },
      { kind: 'payment', on: addDays(dueDate, 200), amount: minor(Math.floor(amount / 4)) },
    ],
    on,
    interestDemanded: true,
    flatDemanded: false,
  })
  if (!answer.ok) throw new Error(`German law of ${on}: ${answer.refusal.code}`)
  return answer.value
}

function germany(): Country {
  const country = countryOf('DE')
  if (country === undefined) throw new Error('Germany is not known')
  return country
}
