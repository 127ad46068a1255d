// From the account that was struck to the cost sheet: the explanation's own lines become the rows, so that the letter says
// what the page and the API say. Payments stand in a table of their own; credits lessen what is claimed.

import { PARTS, type Part } from '../../allocation/index.ts'
import { type Catalogue, type Explained, type Line, explain } from '../../explanations/index.ts'
import type { Mark, Source } from '../../facts/index.ts'
import { type Minor, ZERO, sum } from '../../money/index.ts'
import { type Statement, type Step, explainStatement } from '../../statement/index.ts'
import { type TextKey, textsOf } from '../texts.ts'
import type {
  StatementComponent,
  StatementLetter,
  StatementPayment,
  StatementReason,
  StatementRow,
} from './statement-letter.ts'

/** What was calculated. The answer to a claim's question fits as it is. */
export type StatementFigures = {
  readonly statement: Statement
  /** What one more day adds. */
  readonly perDay?: Minor
  /** Why the debtor is late. */
  readonly late?: { readonly why: Line }
}

/** Who writes to whom about what. The catalogue is the one that explains the statement in the letter's language. */
export type StatementOccasion = Pick<
  StatementLetter,
  'language' | 'day' | 'creditor' | 'debtor' | 'file' | 'invoices' | 'reference'
> & {
  readonly catalogue: Catalogue
  /** The statement of the day until which the debtor may take to pay. */
  readonly payBy?: Statement
  readonly notes?: readonly string[]
}

export function statementLetterOf(figures: StatementFigures, occasion: StatementOccasion): StatementLetter {
  const { statement, perDay, late } = figures
  const { catalogue: _, payBy, notes = [], ...about } = occasion
  const write = writer(occasion, statement)
  const parts = partLines(explainStatement(statement))
  return {
    ...about,
    asOf: statement.on,
    currency: statement.obligation.currency,
    rows: parts.flatMap((part) => partRows(part, write)),
    reasons: late === undefined ? [] : reasonsOf(write(late.why)),
    payments: paymentsOf(statement, write),
    components: parts.map((part) => componentOf(part, statement, write)),
    total: statement.total,
    ...(statement.overpaid === ZERO ? {} : { overpaid: statement.overpaid }),
    ...(payBy === undefined || payBy.total === ZERO ? {} : { payBy: { day: payBy.on, amount: payBy.total } }),
    ...(perDay === undefined ? {} : { perDay }),
    ...allocationOf(statement, occasion, write),
    notes: [...markNotes(statement, occasion), ...notes],
  }
}

type Write = (of: Line) => Explained

function writer({ catalogue, language }: StatementOccasion, { obligation }: Statement): Write {
  return (of) => explain(of, catalogue, language, obligation.currency)
}

type PartLine = { readonly part: Part; readonly line: Line }

function partLines(tree: Line): PartLine[] {
  return tree.lines.flatMap((line) => {
    const part = PARTS.find((each) => line.key === `statement.part.${each}`)
    return part === undefined ? [] : [{ part, line }]
  })
}

/** What made the part, without what was paid on it. */
function claims({ line }: PartLine): readonly Line[] {
  return line.lines.filter(({ key }) => key !== 'statement.paid')
}

function claimedOf(part: PartLine): Minor {
  return sum(claims(part).map(({ amount }) => amount ?? ZERO))
}

function partRows(part: PartLine, write: Write): StatementRow[] {
  const head = { ...rowOf(write(part.line), 0), amount: claimedOf(part) }
  return [head, ...claims(part).flatMap((line) => rowsOf(write(line), 1, head.source))]
}

function rowsOf(of: Explained, depth: number, told?: string): StatementRow[] {
  const row = rowOf(of, depth, told)
  return [row, ...of.lines.flatMap((each) => rowsOf(each, depth + 1, row.source ?? told))]
}

/** A source that the row above has told already is not repeated. */
function rowOf({ text, working, amount, sources }: Explained, depth: number, told?: string): StatementRow {
  const source = cited(sources)
  return {
    text,
    depth,
    ...(working === undefined ? {} : { basis: working }),
    ...(source === undefined || source === told ? {} : { source }),
    ...(amount === undefined ? {} : { amount }),
  }
}

/** The blank in "§ 288" holds, wherever the line ends. */
function cited(sources: readonly Source[]): string | undefined {
  const citations = sources.map(({ citation }) => citation.replace(/(§|art\.|Abs\.|Nr\.) (?=\S)/gi, '$1\u00a0'))
  return citations.length === 0 ? undefined : citations.join(', ')
}

function componentOf(part: PartLine, statement: Statement, write: Write): StatementComponent {
  const paid = sum(paidSteps(statement).map(({ parts }) => parts?.[part.part] ?? ZERO))
  return {
    text: write({ ...part.line, lines: [] }).text,
    claimed: claimedOf(part),
    paid,
    open: statement.balance[part.part],
  }
}

function paidSteps({ steps }: Statement): Step[] {
  return steps.filter(({ entry }) => entry?.kind === 'payment')
}

function paymentsOf(statement: Statement, write: Write): StatementPayment[] {
  return paidSteps(statement).flatMap(({ entry, parts, surplus, on }) => {
    if (entry?.kind !== 'payment' || parts === undefined) return []
    const order = [...(entry.named ?? []), ...statement.obligation.allocation.order]
    const served = [...new Set(order)].filter((part) => parts[part] > 0)
    return [
      {
        day: on,
        amount: entry.amount,
        parts: served.map((part) => ({ text: partName(part, write), amount: parts[part] })),
        ...(surplus === ZERO ? {} : { surplus }),
        ...(entry.named === undefined || entry.named.length === 0 ? {} : { determined: true }),
      },
    ]
  })
}

function partName(part: Part, write: Write): string {
  return write({ key: `statement.part.${part}`, quantities: {}, sources: [], marks: [], lines: [] }).text
}

/** The reason and what it rests on, as sentences one after the other. */
function reasonsOf(of: Explained): StatementReason[] {
  const source = cited(of.sources)
  const own = { text: of.text, ...(source === undefined ? {} : { source }) }
  return [own, ...of.lines.flatMap(reasonsOf)]
}

const MARK_TEXTS: Readonly<Record<Mark, TextKey>> = {
  provisional: 'markProvisional',
  low_confidence: 'markLowConfidence',
}

function markNotes({ marks }: Statement, { language }: StatementOccasion): string[] {
  return marks.map((mark) => textsOf(language)(MARK_TEXTS[mark]))
}

function allocationOf(statement: Statement, { language }: StatementOccasion, write: Write): { allocation?: string } {
  const { allocation } = statement.obligation
  const shown = new Set(partLines(explainStatement(statement)).map(({ part }) => part))
  const order = allocation.order.filter((part) => shown.has(part)).map((part) => partName(part, write))
  const source = cited([allocation.source])
  // Payments that the books allocated do not follow the order of the law.
  const byLaw = paidSteps(statement).some(({ entry }) => entry?.kind === 'payment' && entry.booked === undefined)
  if (!byLaw || order.length < 2 || source === undefined) return {}
  return { allocation: textsOf(language)('statementAllocation', { order: order.join(', '), source }) }
}
