// Sets the cost sheet as a letter: the sum first, then its parts, then the reason of each part, then the payments.
// A sheet whose figures contradict each other is a broken assumption: such a letter must never exist.

import { formatDay } from '../../calendar/index.ts'
import { type Minor, ZERO, formatMoney } from '../../money/index.ts'
import type { Block, Fact, Letter } from '../letter.ts'
import { recipientLines, salutation } from '../recipient.ts'
import { letterheadOf } from '../sender.ts'
import { type Text, textsOf } from '../texts.ts'
import { checkFigures } from './check-figures.ts'
import { payBlocks } from './pay-blocks.ts'
import type { StatementLetter } from './statement-letter.ts'
import { componentTable, invoiceTable, paymentTable, rowTable } from './tables.ts'

/** Throws where sums, parts and totals do not agree. */
export function statementAsLetter(statement: StatementLetter): Letter {
  checkFigures(statement)
  const { language, creditor, debtor } = statement
  const text = textsOf(language)
  const subject = text('statementTitle', { asOf: formatDay(statement.asOf, language) })
  return {
    language,
    day: statement.day,
    title: subject,
    head: letterheadOf(creditor, language),
    recipient: recipientLines(debtor.name, debtor.address, creditor.address.country, language),
    info: infoOf(statement, text),
    subject,
    subjectMore: invoicesInWords(statement, text),
    body: bodyOf(statement, text),
    pages: text('pages', { page: '{page}', pages: '{pages}' }),
  }
}

function infoOf({ language, day, creditor, debtor, file }: StatementLetter, text: Text): Fact[] {
  const facts: (readonly [string, string | undefined])[] = [
    [text('infoFile'), file],
    [text('infoDebtorNumber'), debtor.number],
    [text('infoPhone'), creditor.phone],
    [text('infoEmail'), creditor.email],
    [text('infoDay'), formatDay(day, language)],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

function invoicesInWords({ invoices, language }: StatementLetter, text: Text): string {
  const days = invoices.map(({ day }) => day).toSorted()
  const [only] = invoices
  const [first, last] = [days[0], days.at(-1)]
  if (only === undefined || first === undefined || last === undefined)
    throw new RangeError('a statement without invoices')
  if (invoices.length === 1)
    return text('statementInvoice', { number: only.number, day: formatDay(only.day, language) })
  const span = { first: formatDay(first, language), last: formatDay(last, language) }
  return text('statementInvoices', { count: invoices.length, ...span })
}

function bodyOf(statement: StatementLetter, text: Text): Block[] {
  const { language, debtor, payments, invoices, notes, creditor } = statement
  const asOf = formatDay(statement.asOf, language)
  const intro = payments.length === 0 ? 'statementIntroUnpaid' : 'statementIntro'
  const contact = creditor.phone ?? creditor.email
  return [
    { kind: 'paragraph', text: salutation(debtor.name, language) },
    { kind: 'paragraph', text: text(intro, { asOf }) },
    sumBlock(statement, text),
    { kind: 'heading', text: text('statementComponents') },
    componentTable(statement, text),
    ...(invoices.length < 2 ? [] : [heading(text('statementInvoicesHeading')), invoiceTable(statement, text)]),
    heading(text('statementRows')),
    rowTable(statement, text),
    ...(payments.length === 0 ? [] : [heading(text('statementPayments')), paymentTable(statement, text)]),
    ...payBlocks(statement, text),
    ...notes.map((note): Block => ({ kind: 'note', text: note })),
    ...(contact === undefined ? [] : [{ kind: 'note', text: text('statementQuestions', { contact }) } as const]),
    { kind: 'closing', lines: [text('closing'), creditor.name] },
  ]
}

function heading(text: string): Block {
  return { kind: 'heading', text }
}

function sumBlock({ total, asOf, payBy, currency, language }: StatementLetter, text: Text): Block {
  const written = (amount: Minor): string => formatMoney(amount, currency, language)
  const openOn = { asOf: formatDay(asOf, language) }
  if (total === ZERO) return { kind: 'paragraph', text: text('statementNothingOpen', openOn) }
  if (payBy === undefined) return { kind: 'highlight', label: text('statementOpen', openOn), value: written(total) }
  const { day, amount, perDay } = payBy
  const label = text('statementPayBy', { day: formatDay(day, language) })
  const more = perDay === undefined ? {} : { more: text('statementPerDay', { amount: written(perDay) }) }
  return { kind: 'highlight', label, value: written(amount), ...more }
}
