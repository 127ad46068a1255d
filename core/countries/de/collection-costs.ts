// What a debtor owes for collecting out of court: as much as a lawyer could demand and no more, whoever collects (§§ 280, 286
// BGB, § 13e RDG). Collector and lawyer together count once (§ 13f RDG). Further work of the collector (calls, letters, visits)
// is paid with the Geschäftsgebühr. Left out: several clients, travel, and what was paid out for registers (shown with receipts).

import {
  type CollectionQuestion,
  type CollectionStep,
  type CostNote,
  type CostRefusal,
} from '../../collection-costs/index.ts'
import type { LawSettings } from '../country.ts'
import { type Line, inMoney, line } from '../../explanations/index.ts'
import { type LawRefusal, type Series, type Source, factOn, seriesOf, sourceOf } from '../../facts/index.ts'
import { type Minor, ZERO, factor, least, subtract, sum } from '../../money/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import { CONTESTED_RATES, UNCONTESTED_RATES, collectionRate } from './collection-rate.ts'
import { creditFlat } from './flat.ts'
import { type FeeItem, numbered } from './tariffs/fee-item.ts'
import { type FeeNote, type FeeNoteQuestion, feeNote } from './tariffs/fee-note.ts'
import { FEE_VAT, RVG_TABLES, SMALL_CLAIM_FEES, rvgUnit } from './tariffs/rvg.ts'
import { PAYMENT_PLAN, paymentPlanValue } from './tariffs/settlement-value.ts'

/** A collector may demand no more than a lawyer. */
const COLLECTOR_CAP: Series<true> = seriesOf<true>('RDG § 13e', { citation: '§ 13e Abs. 1 RDG', confidence: 'high' }, [
  ['2021-10-01', true],
  ['2013-10-09', true, { citation: '§ 4 Abs. 5 RDGEG', confidence: 'medium' }],
])

export const COST_SERIES = [
  RVG_TABLES,
  SMALL_CLAIM_FEES,
  FEE_VAT,
  CONTESTED_RATES,
  UNCONTESTED_RATES,
  PAYMENT_PLAN,
  COLLECTOR_CAP,
]

/** The most that may be demanded on the day asked about. Nothing where no principal is left; refused where no table is known. */
export function collectionCosts(question: CollectionQuestion, settings: LawSettings): Result<CostNote, CostRefusal> {
  const value = sum(question.principals)
  if (value <= 0) return accept(NOTHING)
  const items = feeItems(question, value, settings)
  if (!items.ok) return items
  const vat = vatFor(question, settings)
  if (!vat.ok) return vat
  const note = feeNote(
    {
      orderedOn: question.engagedOn,
      items: items.value,
      credits: [],
      otherExpenses: ZERO,
      flatExpenses: true,
      uncontestedCollection: !question.disputed,
      ...vat.value,
    },
    settings.trust,
  )
  return note.ok ? accept(costNote(question, note.value)) : note
}

const NOTHING: CostNote = {
  net: ZERO,
  vat: ZERO,
  gross: ZERO,
  why: line('de.costs.nothing', { amount: ZERO, sources: [{ citation: '§§ 280, 286 BGB', confidence: 'high' }] }),
}

function feeItems(
  question: CollectionQuestion,
  value: Minor,
  settings: LawSettings,
): Result<readonly FeeItem[], LawRefusal> {
  const known = rvgUnit(value, question.engagedOn, settings.trust)
  if (!known.ok) return known
  const { rate, key, source } = collectionRate(question)
  const collecting: FeeItem = { vv: '2300', rate, value, key, sources: [source] }
  if (took(question, 'settlement')) return accept([collecting, { ...SETTLEMENT, value }])
  if (!took(question, 'instalment_plan')) return accept([collecting])
  const plan = paymentPlanValue(
    { orderedOn: question.engagedOn, stage: 'out_of_court', principal: value, interest: ZERO, costs: ZERO },
    settings.trust,
  )
  if (!plan.ok) return plan
  const { vv, rate: planRate, value: planValue, source: planSource } = plan.value
  return accept([
    collecting,
    { vv, rate: planRate, value: planValue, key: 'de.costs.fee_plan', sources: [numbered(vv), planSource] },
  ])
}

/** A contract that ends a dispute about the claim itself; it takes in a plan for paying the rest. */
const SETTLEMENT = { vv: '1000', rate: factor('1.5'), key: 'de.costs.fee_settlement' }

function took({ steps, on }: CollectionQuestion, kind: CollectionStep['kind']): boolean {
  return steps.some((step) => step.kind === kind && step.on <= on)
}

type Vat = Pick<FeeNoteQuestion, 'vat'>

/** Tax is a loss only to those who cannot deduct it. */
export function vatFor(
  { creditorDeductsVat, on }: Pick<CollectionQuestion, 'creditorDeductsVat' | 'on'>,
  { trust }: LawSettings,
): Result<Vat, LawRefusal> {
  if (creditorDeductsVat) return accept({})
  const found = factOn(FEE_VAT, on, trust)
  if (!found.ok) return found
  const { fact, marks } = found.value
  return accept({ vat: { rate: fact.value, source: sourceOf(fact), marks } })
}

/** A lawyer's costs are damage by late payment; a collector's may not be higher. */
function grounds({ collector, engagedOn }: CollectionQuestion): readonly Source[] {
  const damage: Source = { citation: '§§ 280, 286 BGB', confidence: 'high' }
  if (collector === 'lawyer') return [damage]
  const cap = factOn(COLLECTOR_CAP, engagedOn)
  return cap.ok ? [damage, sourceOf(cap.value.fact)] : [damage]
}

/** What remains beside the flat compensation, which counts towards the costs (businesses only; consumers owe none). */
function costNote(question: CollectionQuestion, note: FeeNote): CostNote {
  const flat = question.debtor === 'business' ? question.flat : ZERO
  const gross = creditFlat(flat, note.gross).further
  const credit = subtract(note.gross, gross)
  const net = subtract(note.net, least(credit, note.net))
  const lines = credit > 0 ? [...note.lines, flatCreditLine(credit, flat)] : note.lines
  return {
    net,
    vat: subtract(gross, net),
    gross,
    why: line('de.costs.total', {
      amount: gross,
      quantities: { value: inMoney(sum(question.principals)) },
      sources: grounds(question),
      lines,
    }),
  }
}

function flatCreditLine(credit: Minor, flat: Minor): Line {
  return line('de.costs.flat_credit', {
    amount: subtract(ZERO, credit),
    quantities: { flat: inMoney(flat) },
    sources: [{ citation: '§ 288 Abs. 5 Satz 3 BGB', confidence: 'high' }],
  })
}
