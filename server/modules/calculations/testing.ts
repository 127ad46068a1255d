// A country for tests, with rules so simple that every figure can be worked out by hand: late from the day after an agreed due
// day or a reminder, 3.65 % a year for consumers (1 cent a day per 100.00) and 7.30 % for businesses, 40.00 flat between businesses.

import { type LocalDate, addDays, addMonths, day } from '@mahnwerk/core/calendar'
import type { Country } from '@mahnwerk/core/countries'
import { inNumber, line } from '@mahnwerk/core/explanations'
import { SURE, type Source, seriesOf } from '@mahnwerk/core/facts'
import { interestRule } from '@mahnwerk/core/interest'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { EUR, ZERO, minor, percent, shareOf } from '@mahnwerk/core/money'
import { accept, refuse } from '@mahnwerk/core/refusals'

const source: Source = { citation: '§ 1 Testgesetz', confidence: 'high' }
const rates = seriesOf('xx.rate', source, [['2000-01-01', percent('3.65')]], '2030-12-31')

function lateDay({ dueAgreed, dueOn, remindersReceivedOn }: ClaimFacts): LocalDate | undefined {
  if (dueAgreed) return addDays(dueOn, 1)
  return remindersReceivedOn.filter((on) => on > dueOn).toSorted()[0]
}

const sentences = {
  'xx.rate': 'Zinssatz des Testlands',
  'xx.late': 'In Verzug',
  'xx.not_late': 'Nicht in Verzug',
  'xx.flat': 'Pauschale',
  'xx.costs': 'Ein Zehntel',
  'xx.court': 'Gebühr',
  'xx.limitation': 'Drei Jahre',
  'xx.duty.contact': 'Anschrift des Gläubigers',
  'xx.fee': '{letters} freie Schreiben',
  'choice.xx.rounding.up': 'aufrunden',
}

export const TESTLAND: Country = {
  code: 'XX',
  names: { de: 'Testland', en: 'Testland' },
  currency: EUR,
  regions: { N: 'Nord' },
  holidaysOf: () => () => false,
  settings: { yearBasis: 'act/365', paymentDayCounts: true, trust: SURE, choices: { rounding: 'up' } },
  openQuestions: [{ key: 'rounding', answers: ['up'] }],
  lateFrom: (facts) => {
    const from = lateDay(facts)
    if (from === undefined) return { late: false, why: line('xx.not_late') }
    return { late: true, from, interestFrom: from, why: line('xx.late', { sources: [source] }) }
  },
  interest: ({ debtor }, { yearBasis }) => {
    const rate = percent(debtor === 'consumer' ? '3.65' : '7.3')
    const way = { yearBasis, rounding: 'once', compounding: 'never' } as const
    return accept(
      interestRule('xx.rate', source, [{ from: day('2000-01-01'), rate, source, marks: [] }], way, day('2030-12-31')),
    )
  },
  flatCompensation: ({ debtor }) => {
    const amount = debtor === 'business' ? minor(4000) : ZERO
    return { amount, why: line('xx.flat', { amount, sources: [source] }) }
  },
  allocation: () =>
    accept({ name: 'xx', order: ['court', 'costs', 'charges', 'flat', 'interest', 'principal'], source }),
  notices: {
    language: 'de',
    occasionOf: () => 'dunning_letter',
    madeByForm: [],
    madeBySentences: () => [],
    wordsOf: () => accept({ sentences: [] }),
    isFaultyTerm: () => false,
  },
  severalDebts: { criteria: ['older'], otherwise: 'in_order' },
  collectionCosts: ({ principals, collector, on }) => {
    if (collector === 'lawyer') return refuse('costs_no_tariff', { day: on })
    const net = shareOf(minor(principals.reduce((total, each) => total + each, 0)), percent('10'))
    return accept({ net, vat: ZERO, gross: net, why: line('xx.costs', { amount: net, sources: [source] }) })
  },
  dunningFeeLimit: () => ({
    perLetter: minor(250),
    freeLetters: 1,
    why: line('xx.fee', { quantities: { letters: inNumber(1) } }),
  }),
  courtCosts: () => {
    const why = line('xx.court', { amount: minor(3600), sources: [source] })
    return accept({ courtFee: minor(3600), representativeNet: ZERO, vat: ZERO, total: minor(3600), why })
  },
  orderForPaymentCourt: ({ region }) =>
    region === 'N' ? { name: 'Testgericht', city: 'Nordstadt', why: line('xx.court') } : undefined,
  limitation: ({ arisenOn }) => ({ lastDay: addMonths(arisenOn, 36), why: line('xx.limitation'), moves: [] }),
  duties: [
    {
      statement: 'xx.duty.contact',
      senders: ['creditor'],
      occasions: ['dunning_letter'],
      debtors: ['consumer'],
      when: 'always',
      from: day('2000-01-01'),
      source,
    },
  ],
  series: [rates],
  knownUntil: day('2030-12-31'),
  texts: { de: sentences, en: sentences },
}
