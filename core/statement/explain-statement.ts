// Explains a statement part by part: what made each part grow, what was paid on it, and what is left. The amounts of a part's
// lines sum to the part, the parts to the total.

import { PARTS, type Part } from '../allocation/index.ts'
import { fromEpochDay } from '../calendar/index.ts'
import { type Line, inMoney, inNumber, inPercent, line, onDay } from '../explanations/index.ts'
import type { Mark } from '../facts/index.ts'
import { type Stretch, exactOf } from '../interest/index.ts'
import { ZERO, divideBig, minor, subtract } from '../money/index.ts'
import type { Obligation } from './obligation.ts'
import type { Statement, Step } from './strike.ts'

/** The whole statement as a tree: total, parts, and under each part its story in the order of days. */
export function explainStatement(statement: Statement): Line {
  const parts = SHOWN.map((part) => explainPart(statement, part)).filter((each) => each.lines.length > 0)
  const over = statement.overpaid > 0 ? [line('statement.overpaid', { amount: minor(-statement.overpaid) })] : []
  return line('statement.total', {
    amount: subtract(statement.total, statement.overpaid),
    quantities: { day: onDay(statement.on) },
    lines: [...parts, ...over],
  })
}

// As people read a bill: the invoice first, then what was added to it.
const SHOWN: readonly Part[] = [...PARTS].toReversed()

function explainPart(statement: Statement, part: Part): Line {
  const { obligation, steps } = statement
  const story = steps.flatMap((step, index) => [
    ...grown(step, part, obligation),
    ...(part === 'interest' && index < steps.length - 1 ? joined(step, obligation) : []),
    ...served(step, part, obligation),
  ])
  const opening =
    part === 'principal' ? [line('statement.invoice', { amount: obligation.principal, quantities: {} })] : []
  return line(`statement.part.${part}`, {
    amount: statement.balance[part],
    sources: part === 'interest' && story.length > 0 ? [obligation.interest.source] : [],
    lines: [...opening, ...story],
  })
}

function grown(step: Step, part: Part, obligation: Obligation): Line[] {
  const { entry, stretches } = step
  const interest = part === 'interest' && stretches.length > 0 ? [interestLine(step, obligation)] : []
  if (entry?.kind !== 'charge' || entry.part !== part) return interest
  const sources = entry.source === undefined ? [] : [entry.source]
  const charge = line(`statement.charge.${part}`, {
    amount: entry.amount,
    quantities: { day: onDay(entry.on) },
    sources,
  })
  return [...interest, charge]
}

// A step before the last without an entry is an anniversary: where the rule compounds, what is unpaid bears interest from here.
function joined({ entry, on, balance }: Step, { interest }: Obligation): Line[] {
  if (entry !== undefined || interest.compounding === 'never' || balance.interest === 0) return []
  const quantities = { day: onDay(on), unpaid: inMoney(balance.interest) }
  return [line('interest.joined', { quantities, sources: [interest.source] })]
}

function served(step: Step, part: Part, obligation: Obligation): Line[] {
  const { entry, parts } = step
  const share = parts?.[part] ?? ZERO
  if (entry === undefined || share === 0) return []
  const paid = entry.kind === 'payment'
  return [
    line(paid ? 'statement.paid' : 'statement.credited', {
      amount: minor(-share),
      quantities: { day: onDay(entry.on), whole: inMoney(entry.amount) },
      // Where the books allocated a payment, the order of the law is not what put it there.
      sources: paid && entry.booked === undefined ? [obligation.allocation.source] : [],
    }),
  ]
}

function interestLine(step: Step, obligation: Obligation): Line {
  const { stretches } = step
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (first === undefined || last === undefined) throw new TypeError('a line of interest needs a stretch')
  const lines = stretches.map((each) => stretchLine(each, obligation))
  const span = { from: onDay(fromEpochDay(first.from)), until: onDay(fromEpochDay(last.until - 1)) }
  if (lines.length === 1 && lines[0]) return { ...lines[0], amount: step.accrued }
  return line('interest.span', { amount: step.accrued, quantities: span, lines })
}

/** One stretch of days at one rate on one base, with the exact figure where it is not rounded by itself. */
function stretchLine(each: Stretch, obligation: Obligation): Line {
  const { period } = each
  const made = period.made
  return line(made === undefined ? 'interest.stretch' : (made.wording ?? 'interest.stretch.over_base'), {
    ...(each.interest === undefined ? {} : { amount: each.interest }),
    quantities: {
      from: onDay(fromEpochDay(each.from)),
      until: onDay(fromEpochDay(each.until - 1)),
      days: inNumber(each.until - each.from),
      rate: inPercent(period.rate),
      base: inMoney(each.base),
      year: inNumber(each.yearDays),
      exact: inNumber(exactText(each)),
      ...(made === undefined ? {} : { baseRate: inPercent(made.base), points: inPercent(made.points) }),
    },
    sources: [period.source],
    marks: marksOf(each, obligation),
  })
}

function marksOf(each: Stretch, obligation: Obligation): readonly Mark[] {
  const provisional = each.until - 1 > obligation.interest.knownUntil
  return provisional && !each.period.marks.includes('provisional')
    ? [...each.period.marks, 'provisional']
    : each.period.marks
}

// In whole currency with two decimals more than cents have: "1.2368" for 123.68 cents. For reading only.
function exactText(each: Stretch): string {
  const { numerator, denominator } = exactOf(each)
  const scaled = divideBig(numerator * 100n, denominator, 'half_up')
    .toString()
    .padStart(5, '0')
  return `${scaled.slice(0, -4)}.${scaled.slice(-4)}`
}
