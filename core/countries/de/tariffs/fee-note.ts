// A lawyer's fee note: fees by number, rate and value, what is credited, flat expenses and value added tax (RVG with its
// Vergütungsverzeichnis). Collectors may demand no more (§ 13e RDG), so their notes are written the same way. Left out: further
// clients (VV 1008) beyond a rate that already holds them, and travel.

import type { LocalDate } from '../../../calendar/index.ts'
import { type Line, inMoney, inNumber, line } from '../../../explanations/index.ts'
import type { LawRefusal, Mark, Source, Trust } from '../../../facts/index.ts'
import { type Millionths, type Minor, ZERO, add, least, shareOf, subtract, sum } from '../../../money/index.ts'
import { type Result, accept } from '../../../refusals/index.ts'
import { type FeeCredit, creditLines, takesCredit } from './fee-credit.ts'
import { type FeeItem, type Priced, feeLine } from './fee-item.ts'
import { cappedByWhole } from './rvg-parts.ts'
import { FLAT_EXPENSES, FLAT_EXPENSES_SOURCE, rvgUnit } from './rvg.ts'
import { shareText } from './value-fees.ts'

export type FeeNoteQuestion = {
  readonly orderedOn: LocalDate
  readonly items: readonly FeeItem[]
  readonly credits: readonly FeeCredit[]
  /** Paid out and proved beside the flat expenses, before tax. */
  readonly otherExpenses: Minor
  /** Whether flat expenses are charged. */
  readonly flatExpenses: boolean
  /** Absent where the creditor deducts input tax: then it is no loss. */
  readonly vat?: { readonly rate: Millionths; readonly source: Source; readonly marks: readonly Mark[] }
  /** Undisputed collection out of court: the lower Geschäftsgebühr for claims up to 50.00. */
  readonly uncontestedCollection: boolean
}

export type FeeNote = {
  /** One for each item, in order. */
  readonly fees: readonly Minor[]
  readonly credit: Minor
  /** Flat expenses alone. */
  readonly expenses: Minor
  readonly net: Minor
  readonly vat: Minor
  readonly gross: Minor
  /** What the note is made of; their amounts sum to `gross`. */
  readonly lines: readonly Line[]
}

/** Refused where no table is known for the day of the order. */
export function feeNote(question: FeeNoteQuestion, trust?: Trust): Result<FeeNote, LawRefusal> {
  const items = priced(question.items, question, trust)
  if (!items.ok) return items
  const fees = cappedByWhole(question.items, items.value.map(feeLine), question.orderedOn, trust)
  if (!fees.ok) return fees
  const credits = priced(question.credits, question, trust)
  if (!credits.ok) return credits
  const most = sum(
    question.items.map((item, place) => (takesCredit(item) ? (fees.value[place]?.amount ?? ZERO) : ZERO)),
  )
  return accept(summedUp(question, fees.value, creditLines(credits.value, most)))
}

/** Each item with its 1.0 fee; the Geschäftsgebühr for small undisputed claims has its own. */
function priced<Item extends FeeItem>(
  items: readonly Item[],
  { orderedOn, uncontestedCollection }: FeeNoteQuestion,
  trust?: Trust,
): Result<readonly Priced<Item>[], LawRefusal> {
  const found: Priced<Item>[] = []
  for (const item of items) {
    const unit = rvgUnit(item.value, orderedOn, trust, uncontestedCollection && item.vv.startsWith('2300'))
    if (!unit.ok) return unit
    found.push({ item, unit: unit.value })
  }
  return accept(found)
}

function summedUp(question: FeeNoteQuestion, fees: readonly Line[], credits: readonly Line[]): FeeNote {
  const feeSum = total(fees)
  const expenses = question.flatExpenses ? least(shareOf(feeSum, FLAT_EXPENSES.share), FLAT_EXPENSES.most) : ZERO
  const net = sum([feeSum, total(credits), expenses, question.otherExpenses])
  const vat = question.vat === undefined ? ZERO : shareOf(net, question.vat.rate)
  const lines = [...fees, ...credits]
  if (question.flatExpenses) lines.push(expensesLine(feeSum, expenses))
  if (question.otherExpenses > 0) lines.push(line('de.costs.other_expenses', { amount: question.otherExpenses }))
  if (question.vat !== undefined) lines.push(vatLine(question.vat, net, vat))
  return {
    fees: fees.map((fee) => fee.amount ?? ZERO),
    credit: subtract(ZERO, total(credits)),
    expenses,
    net,
    vat,
    gross: add(net, vat),
    lines,
  }
}

function expensesLine(of: Minor, amount: Minor): Line {
  return line('de.costs.flat_expenses', {
    amount,
    quantities: { of: inMoney(of), share: inNumber(shareText(FLAT_EXPENSES.share)), most: inMoney(FLAT_EXPENSES.most) },
    sources: [FLAT_EXPENSES_SOURCE],
  })
}

function vatLine({ rate, source, marks }: NonNullable<FeeNoteQuestion['vat']>, net: Minor, amount: Minor): Line {
  const quantities = { rate: inNumber(shareText(rate)), net: inMoney(net) }
  return line('de.costs.vat', { amount, quantities, sources: [source], marks })
}

function total(lines: readonly Line[]): Minor {
  return sum(lines.map((each) => each.amount ?? ZERO))
}
