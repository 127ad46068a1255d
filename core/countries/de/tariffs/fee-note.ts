// A lawyer's fee note: fees by number, rate and value, what is credited, flat expenses and value added tax (RVG with its
// Vergütungsverzeichnis). Collectors may demand no more (§ 13e RDG), so their notes are written the same way. Left out: further
// clients (VV 1008) beyond a rate that already holds them, and travel.

import type { LocalDate } from '../../../calendar/index.ts'
import { type Line, inMoney, inNumber, inWord, line } from '../../../explanations/index.ts'
import type { LawRefusal, Mark, Source, Trust } from '../../../facts/index.ts'
import { type Millionths, type Minor, ZERO, add, factor, least, shareOf, subtract, sum } from '../../../money/index.ts'
import { type Result, accept } from '../../../refusals/index.ts'
import { FLAT_EXPENSES, FLAT_EXPENSES_SOURCE, type FeeUnit, rvgUnit } from './rvg.ts'
import { cappedByWhole } from './rvg-parts.ts'
import { atLeast, rateText, shareText } from './value-fees.ts'

/** One fee: its number in the Vergütungsverzeichnis ("2300", "1000 Nr. 2"), the multiple of the 1.0 fee, and the value. */
export type FeeItem = {
  readonly vv: string
  readonly rate: Millionths
  readonly value: Minor
  /** The sentence that says why this rate; the plain one where absent. */
  readonly key?: string
  /** What the rate or the value rests on; the number alone where absent. */
  readonly sources?: readonly Source[]
}

/** A fee that counts towards this note: half of it (Vorbem. 3 Abs. 4 VV, at most 0.75), or the whole multiple named. */
export type FeeCredit = FeeItem & { readonly share: 'whole' | 'half' }

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

const HALF = factor('0.5')
const CREDIT_RATE_MAX = factor('0.75')

/** Refused where no table is known for the day of the order. */
export function feeNote(question: FeeNoteQuestion, trust?: Trust): Result<FeeNote, LawRefusal> {
  const units: FeeUnit[] = []
  for (const item of [...question.items, ...question.credits]) {
    const small = question.uncontestedCollection && item.vv.startsWith('2300')
    const unit = rvgUnit(item.value, question.orderedOn, trust, small)
    if (!unit.ok) return unit
    units.push(unit.value)
  }
  const whole = question.items.map((item, index) => feeLine(item, unitAt(units, index)))
  const fees = cappedByWhole(question.items, whole, question.orderedOn, trust)
  if (!fees.ok) return fees
  const credits = creditLines(question, fees.value, units.slice(question.items.length))
  return accept(summedUp(question, fees.value, credits))
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

function feeLine(item: FeeItem, { unit, minimum, sources, marks }: FeeUnit): Line {
  const plain = shareOf(unit, item.rate)
  return line(plain < minimum ? 'de.costs.fee_minimum' : (item.key ?? 'de.costs.fee'), {
    amount: atLeast(plain, minimum),
    quantities: {
      fee: inWord(feeName(item.vv)),
      rate: inNumber(rateText(item.rate)),
      unit: inMoney(unit),
      value: inMoney(item.value),
      minimum: inMoney(minimum),
    },
    sources: [...(item.sources ?? [numbered(item.vv)]), ...sources, ...(plain < minimum ? [MINIMUM] : [])],
    marks,
  })
}

/** A number of the Vergütungsverzeichnis as a source. */
export const numbered = (vv: string): Source => ({ citation: `VV ${vv} RVG`, confidence: 'high' })

const MINIMUM: Source = { citation: '§ 13 Abs. 3 RVG', confidence: 'high' }

/** Credits never exceed the fees of the procedure that they count towards. */
function creditLines(question: FeeNoteQuestion, fees: readonly Line[], units: readonly FeeUnit[]): readonly Line[] {
  let room = total(fees.filter((_, index) => !UNCREDITED.includes(question.items[index]?.vv ?? '')))
  return question.credits.map((credit, index) => {
    const { unit, minimum, marks } = unitAt(units, index)
    const amount = least(credited(credit, unit, minimum), room)
    room = subtract(room, amount)
    return line(credit.share === 'half' ? 'de.costs.credit_half' : 'de.costs.credit', {
      amount: subtract(ZERO, amount),
      quantities: {
        fee: inWord(feeName(credit.vv)),
        rate: inNumber(rateText(credit.rate)),
        unit: inMoney(unit),
        value: inMoney(credit.value),
      },
      sources: [CREDIT],
      marks,
    })
  })
}

const CREDIT: Source = { citation: 'Vorbem. 3 Abs. 4 VV RVG', confidence: 'high' }

/** Nothing is credited on these: the enforcement order's fee, hearings, settlements. */
const UNCREDITED = ['3308', '3104', '1000', '1000 Nr. 1', '1000 Nr. 2', '1003']

function credited(credit: FeeCredit, unit: Minor, minimum: Minor): Minor {
  const plain = shareOf(unit, credit.rate)
  if (credit.share === 'whole') return plain
  return least(shareOf(atLeast(plain, minimum), HALF), shareOf(unit, CREDIT_RATE_MAX))
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

function unitAt(units: readonly FeeUnit[], index: number): FeeUnit {
  const unit = units[index]
  if (unit === undefined) throw new TypeError('every fee has its unit')
  return unit
}

function total(lines: readonly Line[]): Minor {
  return sum(lines.map((each) => each.amount ?? ZERO))
}

/** Numbers whose name the catalogue knows; others are just a fee. */
const NAMED = ['1000', '1003', '2300', '2301', '3100', '3104', '3305', '3306', '3307', '3308', '3309']

function feeName(vv: string): string {
  const number = /^\d{4}/.exec(vv)?.[0] ?? ''
  return NAMED.includes(number) ? `de.vv.${number}` : 'de.vv.other'
}
