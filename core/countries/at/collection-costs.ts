// What a collection agency's work may cost the debtor at most: the sum of the maxima of the steps taken (VO BGBl. 141/1996 §§ 3,
// 4), VAT where the creditor cannot deduct it, less the forty euros that are demanded beside (§ 458 UGB). These are ceilings:
// the debtor owes no more than was necessary and proportionate (§ 1333 (2) ABGB). Lawyers' tariffs are left out.

import type { CollectionQuestion, CostNote, CostRefusal } from '../../collection-costs/index.ts'
import { type Line, inMoney, inNumber, inPercent, inWord, line } from '../../explanations/index.ts'
import { type Source, factOn, sourceOf } from '../../facts/index.ts'
import {
  type Millionths,
  type Minor,
  ZERO,
  add,
  least,
  minor,
  percent,
  shareOf,
  subtract,
  sum,
} from '../../money/index.ts'
import { type Result, accept, refuse } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { capOf } from './caps.ts'
import { type IndexFactor, TEXT_AMOUNTS, factorText, indexOn } from './index-factor.ts'
import { type PricedStep, pricedSteps } from './priced-steps.ts'
import { choice } from './settings.ts'
import { TARIFF, type Tariff, sourceOfItem } from './tariff.ts'
import type { LocalDate } from '../../calendar/index.ts'

export const VAT_RATE = percent('20')

const DAMAGE: Source = { citation: '§ 1333 Abs. 2 ABGB', confidence: 'high' }
const VAT: Source = { citation: 'VO BGBl. 141/1996 § 4 Abs. 1', confidence: 'high' }
const CREDIT: Source = { citation: '§ 458 UGB; Art. 6 Abs. 3 RL 2011/7/EU', confidence: 'high' }

/** How the maxima are read: of which claim, and what the settings say. */
export type CapReading = {
  readonly claim: Minor
  readonly percentageBase: Minor
  readonly bandsIndexed: boolean
  readonly indexOn: (on: LocalDate) => IndexFactor
}

/** Refused before 2002, for lawyers, and for visits, whose amounts are not established. */
export function collectionCosts(question: CollectionQuestion, settings: LawSettings): Result<CostNote, CostRefusal> {
  if (question.collector === 'lawyer') return refuse('costs_no_tariff', { tariff: 'RATG' })
  const found = factOn(TARIFF, question.engagedOn, settings.trust)
  if (!found.ok) return found
  const steps = pricedSteps(question)
  if (!steps.ok) return steps
  const reading = readingOf(question, settings)
  const { fact } = found.value
  const lines = steps.value.map((step) => capLine(fact.value, sourceOf(fact), step, reading))
  return accept(costNote(lines, question.creditorDeductsVat ? undefined : VAT_RATE, question.flat))
}

/** One step with its maximum: net cents, and how they came to be. */
export function capLine(tariff: Tariff, text: Source, step: PricedStep, reading: CapReading): Line {
  const source = sourceOfItem(text, step.item)
  const index = reading.indexOn(step.on)
  const { amount, cap } = capOf(tariff, step.item, { ...reading, index: index.factor })
  const named = { step: inWord(`at.step.${step.named}`) }
  if ('percent' in cap) {
    const quantities = { ...named, rate: inPercent(cap.percent), base: inMoney(reading.percentageBase) }
    return line('at.costs.share', { amount, quantities, sources: [source] })
  }
  const quantities = { ...named, text: inMoney(cap.amount), factor: inNumber(factorText(index.factor)) }
  if (index.year === undefined) return line('at.costs.text_amount', { amount, quantities, sources: [source] })
  const sources = [source, index.source]
  const ofYear = { ...quantities, year: inNumber(index.year) }
  return line('at.costs.indexed', { amount, quantities: ofYear, sources, marks: index.marks })
}

/** The steps together, VAT on top where a rate is given, less the flat sum: never below zero. */
export function costNote(lines: readonly Line[], vatRate: Millionths | undefined, flat: Minor): CostNote {
  const stepsNet = sum(lines.map(({ amount }) => amount ?? ZERO))
  const stepsVat = vatRate === undefined ? ZERO : shareOf(stepsNet, vatRate)
  const credit = least(flat, add(stepsNet, stepsVat))
  const creditOnNet = least(credit, stepsNet)
  const net = subtract(stepsNet, creditOnNet)
  const vat = subtract(stepsVat, subtract(credit, creditOnNet))
  const gross = add(net, vat)
  const parts = [...lines, ...vatLines(stepsNet, stepsVat, vatRate), ...creditLines(credit)]
  return { net, vat, gross, why: line('at.costs.note', { amount: gross, sources: [DAMAGE], lines: parts }) }
}

function vatLines(net: Minor, vat: Minor, rate: Millionths | undefined): Line[] {
  if (rate === undefined) return [line('at.costs.no_vat', { amount: ZERO, sources: [VAT] })]
  return [
    line('at.costs.vat', { amount: vat, quantities: { rate: inPercent(rate), net: inMoney(net) }, sources: [VAT] }),
  ]
}

function creditLines(credit: Minor): Line[] {
  if (credit === 0) return []
  return [line('at.costs.flat_credit', { amount: minor(-credit), sources: [CREDIT] })]
}

function readingOf(question: CollectionQuestion, settings: LawSettings): CapReading {
  const claim = sum(question.principals)
  const withCreditors = choice(settings, 'percentage_base') === 'claim_and_creditor_costs'
  return {
    claim,
    percentageBase: withCreditors ? add(claim, question.creditorCosts ?? ZERO) : claim,
    bandsIndexed: choice(settings, 'bands') === 'indexed',
    indexOn: (on) => (choice(settings, 'index') === 'none' ? TEXT_AMOUNTS : indexOn(on, settings.trust)),
  }
}
