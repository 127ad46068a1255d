// Worked examples about lawyers' and collectors' fees: the 1.0 fee, whole notes, what an instalment agreement is worth, and
// what a case costs from the first letter to the enforcement order.

import { z } from 'zod'
import { addDays } from '@mahnwerk/core/calendar'
import { feeNote, paymentPlanValue, rvgUnit } from '@mahnwerk/core/countries/de/tariffs'
import type { Line } from '@mahnwerk/core/explanations'
import { ZERO, percent } from '@mahnwerk/core/money'
import { type Category, category } from '../example.ts'
import { germany } from './germany.ts'
import { cents, granted, isoDay, multiple, percentage } from './inputs.ts'

const feeUnit = category(
  z.object({ order_date: isoDay, value_cents: cents, uncontested_collection: z.boolean().default(false) }),
  ({ order_date, value_cents, uncontested_collection }) => ({
    fee_cents: granted(rvgUnit(value_cents, order_date, undefined, uncontested_collection)).unit,
  }),
)

const item = z.object({ vv: z.string(), rate: multiple, value_cents: cents })
const noteInputs = z.object({
  order_date: isoDay,
  items: z.array(item),
  credits: z.array(item).default([]),
  other_expenses_cents: cents.default(ZERO),
  flat_expenses_7002: z.boolean().default(true),
  vat_percent: percentage.default(percent('19')),
  uncontested_collection: z.boolean().default(false),
})

const note = category(noteInputs, (inputs) => {
  const source = { citation: 'VV 7008 RVG', confidence: 'high' } as const
  const fees = granted(
    feeNote({
      orderedOn: inputs.order_date,
      items: inputs.items.map(feeItem),
      credits: inputs.credits.map((credit) => ({ ...feeItem(credit), share: 'whole' })),
      otherExpenses: inputs.other_expenses_cents,
      flatExpenses: inputs.flat_expenses_7002,
      vat: { rate: inputs.vat_percent, source, marks: [] },
      uncontestedCollection: inputs.uncontested_collection,
    }),
  )
  return {
    fees_cents: fees.fees,
    credit_cents: fees.credit,
    expenses_7002_cents: fees.expenses,
    net_cents: fees.net,
    vat_cents: fees.vat,
    gross_cents: fees.gross,
  }
})

function feeItem({ vv, rate, value_cents }: z.infer<typeof item>) {
  return { vv, rate, value: value_cents }
}

const planValue = category(
  z.object({
    order_date: isoDay,
    stage: z.enum(['out_of_court', 'in_court', 'enforcement']),
    principal_cents: cents,
    interest_cents: cents.default(ZERO),
    costs_cents: cents.default(ZERO),
  }),
  (inputs) => ({
    value_cents: granted(
      paymentPlanValue({
        orderedOn: inputs.order_date,
        stage: inputs.stage,
        principal: inputs.principal_cents,
        interest: inputs.interest_cents,
        costs: inputs.costs_cents,
      }),
    ).value,
  }),
)

const caseInputs = z.object({
  date: isoDay,
  value_cents: cents,
  pre_court_rate: z.string(),
  creditor_deducts_vat: z.boolean(),
  uncontested: z.boolean().default(true),
})

const caseTotal = category(caseInputs, (inputs) => {
  const procedure = procedureCosts(inputs)
  const before = beforeCourt(inputs)
  const represented = linesOf(procedure.why, 'de.court.representation')
  return {
    pre_court_gross_cents: before,
    court_fee_cents: procedure.courtFee,
    procedure_fees_cents: represented.filter((each) => each.key.startsWith('de.costs.fee')).map((each) => each.amount),
    credit_cents: -(represented.find((each) => each.key === 'de.costs.credit_half')?.amount ?? ZERO),
    procedure_net_cents: procedure.representativeNet,
    procedure_gross_cents: procedure.representativeNet + procedure.vat,
    total_cents: before + procedure.total,
  }
})

type CaseInputs = z.infer<typeof caseInputs>

function beforeCourt(inputs: CaseInputs): number {
  const { collectionCosts, settings } = germany()
  const question = {
    principals: [inputs.value_cents],
    debtor: 'consumer' as const,
    engagedOn: inputs.date,
    on: addDays(inputs.date, 30),
    collector: 'agency' as const,
    creditorDeductsVat: inputs.creditor_deducts_vat,
    disputed: !inputs.uncontested,
    extensive: true,
    rate: inputs.pre_court_rate,
    steps: [{ kind: 'first_letter' as const, on: inputs.date }],
    flat: ZERO,
  }
  return granted(collectionCosts(question, settings)).gross
}

function procedureCosts(inputs: CaseInputs) {
  const { courtCosts, settings } = germany()
  const question = {
    act: 'order_for_payment' as const,
    value: inputs.value_cents,
    filedOn: inputs.date,
    claimant: 'person' as const,
    representative: 'lawyer' as const,
    creditorDeductsVat: inputs.creditor_deducts_vat,
    feeBefore: inputs.pre_court_rate,
    disputed: !inputs.uncontested,
  }
  return granted(courtCosts(question, settings))
}

function linesOf(why: Line, key: string): readonly Line[] {
  return why.lines.find((each) => each.key === key)?.lines ?? []
}

export const FEE_CATEGORIES: Readonly<Record<string, Category>> = {
  fee_unit: feeUnit,
  fee_note: note,
  payment_plan_value: planValue,
  case_cost_total: caseTotal,
}
