// A reminder as a letter: what is asked for and until when, each invoice, each part of the sum, how to pay, what comes next, and
// how to reach whoever wrote it. Its form says what every reminder must say, whatever the template's words are.

import { formatDay } from '../../calendar/index.ts'
import { formatMoney } from '../../money/index.ts'
import type { Block, Fact, Letter } from '../letter.ts'
import { payBlocks } from '../pay-blocks.ts'
import { recipientLines, salutation } from '../recipient.ts'
import { letterheadOf } from '../sender.ts'
import { type Text, textsOf } from '../texts.ts'
import { checkFigures } from './check-figures.ts'
import { type DunningLetterFacts, totalOf } from './facts.ts'
import { type Values, filled, paragraphsOf, valuesOf } from './fill.ts'
import { itemTable } from './tables.ts'

/** Throws where an item owes nothing or more than its invoice, where a part is negative, and on an unknown {name}. */
export function dunningLetterOf(facts: DunningLetterFacts): Letter {
  checkFigures(facts)
  const { language, creditor, debtor, template } = facts
  const text = textsOf(language)
  const values = valuesOf(facts)
  const subject = filled(template.subject, values).trim()
  return {
    language,
    day: facts.day,
    title: `${subject} ${facts.number}`,
    head: letterheadOf(creditor, language),
    recipient: recipientLines(debtor.name, debtor.address, creditor.address.country, language),
    info: infoOf(facts, text),
    subject,
    subjectMore: invoicesInWords(facts, text),
    body: bodyOf(facts, values, text),
    pages: text('pages', { page: '{page}', pages: '{pages}' }),
  }
}

function infoOf({ language, day, creditor, debtor, number }: DunningLetterFacts, text: Text): Fact[] {
  const facts: (readonly [string, string | undefined])[] = [
    [text('infoNotice'), number],
    [text('infoDebtorNumber'), debtor.number],
    [text('infoPhone'), creditor.phone],
    [text('infoEmail'), creditor.email],
    [text('infoDay'), formatDay(day, language)],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

function invoicesInWords({ items, language, currency }: DunningLetterFacts, text: Text): string {
  const [only] = items
  if (only !== undefined && items.length === 1) {
    const { number, day, due, amount } = only
    const [on, until] = [formatDay(day, language), formatDay(due, language)]
    return text('statementInvoice', { number, day: on, due: until, amount: formatMoney(amount, currency, language) })
  }
  const days = items.map(({ day }) => day).toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => day && formatDay(day, language))
  const count = items.length
  return first === last
    ? text('statementInvoicesOfDay', { count, day: first })
    : text('statementInvoices', { count, first, last })
}

function bodyOf(facts: DunningLetterFacts, values: Values, text: Text): Block[] {
  const { debtor, creditor, template, language } = facts
  return [
    { kind: 'paragraph', text: salutation(debtor.name, language) },
    ...paragraphs(template.opening, values),
    { kind: 'highlight', label: text('dunningToPay', { term: values.term }), value: values.total },
    itemTable(facts, text),
    // Without its heading, and what follows in one paragraph: most letters are one page.
    ...payBlocks({ ...facts, amount: totalOf(facts), reference: referenceOf(facts) }, text).filter(isNoHeading),
    ...paragraphs(template.next, values),
    { kind: 'paragraph', text: [template.alreadyPaid, template.contact].map((each) => filled(each, values)).join(' ') },
    { kind: 'closing', lines: [text('closing'), creditor.name] },
  ]
}

/** An invoice's own number where it is alone: the bank's lists and the debtor know it. */
function referenceOf({ items, number }: DunningLetterFacts): string {
  const [only] = items
  return only !== undefined && items.length === 1 ? only.number : number
}

function isNoHeading({ kind }: Block): boolean {
  return kind !== 'heading'
}

function paragraphs(template: string, values: Values): Block[] {
  return paragraphsOf(template, values).map((text) => ({ kind: 'paragraph', text }))
}
