// Sets the cost sheet as a letter: the sum first, then its parts and how to pay; in an annex
// the reason of each part, and the payments.
// A sheet whose figures contradict each other is a broken assumption: such a letter must never exist.

import { formatDay } from '../../calendar/index.ts'
import { type Minor, ZERO, formatMoney, subtract } from '../../money/index.ts'
import type { Block, Fact, Letter } from '../letter.ts'
import { payBlocks } from '../pay-blocks.ts'
import { recipientLines, salutation } from '../recipient.ts'
import { letterheadOf } from '../sender.ts'
import { type Text, textsOf } from '../texts.ts'
import { checkFigures } from './check-figures.ts'
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

function invoicesInWords({ invoices, currency, language }: StatementLetter, text: Text): string {
  const days = invoices.map(({ day }) => day).toSorted()
  const [only] = invoices
  const [first, last] = [days[0], days.at(-1)]
  if (only === undefined || first === undefined || last === undefined)
    throw new RangeError('a statement without invoices')
  if (invoices.length === 1)
    return text('statementInvoice', {
      number: only.number,
      day: formatDay(only.day, language),
      due: formatDay(only.due, language),
      amount: formatMoney(only.amount, currency, language),
    })
  if (first === last) return text('statementInvoicesOfDay', { count: invoices.length, day: formatDay(first, language) })
  const span = { first: formatDay(first, language), last: formatDay(last, language) }
  return text('statementInvoices', { count: invoices.length, ...span })
}

function bodyOf(statement: StatementLetter, text: Text): Block[] {
  const { language, debtor, payments, creditor } = statement
  const asOf = formatDay(statement.asOf, language)
  const intro = payments.length === 0 ? 'statementIntroUnpaid' : 'statementIntro'
  const contact = creditor.phone ?? creditor.email
  return [
    { kind: 'paragraph', text: salutation(debtor.name, language) },
    { kind: 'paragraph', text: text(intro, { asOf }) },
    sumBlock(statement, text),
    heading(text('statementComponents')),
    componentTable(statement, text),
    ...overpaidNote(statement, text),
    ...payBlocks({ ...statement, amount: amountAsked(statement) }, text),
    ...(contact === undefined ? [] : [{ kind: 'note', text: text('statementQuestions', { contact }) } as const]),
    { kind: 'closing', lines: [text('closing'), creditor.name] },
    { kind: 'page' },
    ...annexOf(statement, text),
  ]
}

function annexOf(statement: StatementLetter, text: Text): Block[] {
  const invoices = [heading(text('statementInvoicesHeading')), invoiceTable(statement, text)]
  return [
    ...(statement.invoices.length < 2 ? [] : invoices),
    heading(text('statementRows')),
    rowTable(statement, text),
    ...reasonBlocks(statement, text),
    ...paymentBlocks(statement, text),
    ...statement.notes.map((note): Block => ({ kind: 'note', text: note })),
  ]
}

function reasonBlocks({ reasons }: StatementLetter, text: Text): Block[] {
  if (reasons.length === 0) return []
  const sentences = reasons.map((each) => (each.source === undefined ? each.text : `${each.text} (${each.source})`))
  return [heading(text('statementReasons')), ...sentences.map((each): Block => ({ kind: 'paragraph', text: each }))]
}

function paymentBlocks(statement: StatementLetter, text: Text): Block[] {
  const { payments, allocation } = statement
  if (payments.length === 0) return []
  const rule = allocation === undefined ? [] : [{ kind: 'paragraph', text: allocation } as const]
  return [heading(text('statementPayments')), ...rule, paymentTable(statement, text)]
}

function amountAsked({ total, payBy }: StatementLetter): Minor {
  return total === ZERO ? ZERO : (payBy?.amount ?? total)
}

function heading(text: string): Block {
  return { kind: 'heading', text }
}

function overpaidNote({ overpaid, currency, language }: StatementLetter, text: Text): Block[] {
  if (overpaid === undefined || overpaid === ZERO) return []
  return [{ kind: 'paragraph', text: text('statementOverpaid', { amount: formatMoney(overpaid, currency, language) }) }]
}

function sumBlock(statement: StatementLetter, text: Text): Block {
  const { total, asOf, payBy, perDay = ZERO, currency, language } = statement
  const written = (amount: Minor): string => formatMoney(amount, currency, language)
  const openOn = { asOf: formatDay(asOf, language) }
  if (total === ZERO) return { kind: 'paragraph', text: text('statementNothingOpen', openOn) }
  const daily = perDay === ZERO ? [] : [text('statementPerDay', { amount: written(perDay) })]
  if (payBy === undefined) return highlight(text('statementOpen', openOn), written(total), daily)
  const until = formatDay(payBy.day, language)
  const added = subtract(payBy.amount, total)
  const today = { ...openOn, total: written(total), added: written(added), day: until }
  const more = [...(added === ZERO ? [] : [text('statementAdded', today)]), ...daily]
  return highlight(text('statementPayBy', { day: until }), written(payBy.amount), more)
}

function highlight(label: string, value: string, more: readonly string[]): Block {
  return { kind: 'highlight', label, value, ...(more.length === 0 ? {} : { more: more.join(' ') }) }
}
