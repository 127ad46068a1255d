// Puts values into a template's words. A name that is not known is a broken assumption: checkTemplate refused it before.

import { formatDay } from '../../calendar/index.ts'
import { formatMoney } from '../../money/index.ts'
import { type Text, textsOf } from '../texts.ts'
import { type DunningLetterFacts, totalOf } from './facts.ts'
import { type Placeholder, ordinalOf } from './template.ts'

export type Values = Readonly<Record<Placeholder, string>>

export function valuesOf(facts: DunningLetterFacts): Values {
  const { language, creditor, currency, payBy, number, law } = facts
  const text = textsOf(language)
  const day = formatDay(payBy, language)
  return {
    invoices: invoicesInWords(facts, text),
    total: formatMoney(totalOf(facts), currency, language),
    term: law.term ?? text('dunningTerm', { day }),
    payBy: day,
    creditor: creditor.name,
    number,
    ordinal: ordinalOf(facts.level, language),
    reach: reachOf(facts, text),
    handover: handoverOf(facts, text),
    legal: law.sentences.map((sentence) => sentence.text).join('\n\n'),
  }
}

/** The paragraphs of a text; one that a value left empty is none. */
export function paragraphsOf(template: string, values: Values): readonly string[] {
  return filled(template, values)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

export function filled(template: string, values: Values): string {
  return template.replace(/\{([^{}\n]*)\}/g, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new TypeError(`no value {${name}} for a template`)
    return values[name as Placeholder] // an own key of the values, see above
  })
}

function invoicesInWords({ items, language }: DunningLetterFacts, text: Text): string {
  const [only] = items
  if (only === undefined) throw new RangeError('a reminder of nothing')
  return items.length === 1
    ? text('dunningOneInvoice', { number: only.number, day: formatDay(only.day, language) })
    : text('dunningInvoices', { count: items.length })
}

function reachOf({ creditor }: DunningLetterFacts, text: Text): string {
  const { phone, email, address } = creditor
  const ways = [phone === undefined ? undefined : text('footPhone', { phone }), email].filter(
    (way) => way !== undefined,
  )
  return ways.length > 0 ? ways.join(text('dunningOr')) : `${address.street}, ${address.postCode} ${address.city}`
}

function handoverOf({ handover }: DunningLetterFacts, text: Text): string {
  return handover === undefined ? '' : text('dunningHandover', { partner: handover.partner ?? text('dunningAgency') })
}
