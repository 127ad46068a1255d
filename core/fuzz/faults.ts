// What must hold for every answer, whatever the country and the case: nothing negative, parts that sum to their whole, and an
// account that is balanced to the cent. A fault is told as text; a throw is a fault, too.

import { PARTS, totalOf } from '../allocation/index.ts'
import { type ClaimAnswer, type ClaimQuestion, claimStatement, explainClaim } from '../calculations/index.ts'
import type { Line } from '../explanations/index.ts'
import type { Statement, Step } from '../statement/index.ts'
import type { FuzzCase } from './cases.ts'

export type Verdict =
  | { readonly kind: 'passed' }
  /** The law of that day is not known, or not trusted: a proper answer. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly fault: string }

/** Asks every question of a case and looks at each answer. */
export function verdictOn(of: FuzzCase): Verdict {
  try {
    const fault = faultInNotes(of)
    if (fault !== undefined) return { kind: 'failed', fault }
    const answer = claimStatement(of.country, of.claim, of.settings)
    if (!answer.ok) return { kind: 'refused', code: answer.refusal.code }
    const wrong = faultInClaim(of.claim, answer.value)
    return wrong === undefined ? { kind: 'passed' } : { kind: 'failed', fault: wrong }
  } catch (error) {
    return { kind: 'failed', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function faultInNotes({ country, settings, claim, collection, court, limitation }: FuzzCase): string | undefined {
  const costs = country.collectionCosts(collection, settings)
  if (costs.ok) {
    const { net, vat, gross, why } = costs.value
    if (net < 0 || vat < 0 || net + vat !== gross) return `collection costs: ${net} + ${vat} is not ${gross}`
    if (why.amount !== gross) return `collection costs: ${gross} is explained as ${why.amount}`
    const fault = faultInLine(why)
    if (fault !== undefined) return fault
  }
  const suit = country.courtCosts(court, settings)
  if (suit.ok) {
    const { courtFee, representativeNet, vat, total, why } = suit.value
    if (courtFee < 0 || representativeNet < 0 || vat < 0)
      return `court costs: ${courtFee}, ${representativeNet}, ${vat}`
    if (courtFee + representativeNet + vat !== total || why.amount !== total) return `court costs: not ${total}`
    const fault = faultInLine(why)
    if (fault !== undefined) return fault
  }
  const { perLetter = 0, freeLetters } = country.dunningFeeLimit(claim.facts, settings)
  if (perLetter < 0 || freeLetters < 0) return `dunning fee: ${perLetter}, ${freeLetters}`
  return faultInLine(country.limitation(limitation).why)
}

function faultInClaim(question: ClaimQuestion, answer: ClaimAnswer): string | undefined {
  const { statement, flat, perDay } = answer
  if (flat.amount < 0 || perDay < 0) return `flat ${flat.amount}, per day ${perDay}`
  return (
    statement.steps.map(faultInStep).find((fault) => fault !== undefined) ??
    faultInBalance(statement) ??
    faultInAccount(question, answer) ??
    faultInExplanation(answer)
  )
}

function faultInStep({ entry, accrued, parts, surplus, balance, on }: Step): string | undefined {
  if (accrued < 0 || surplus < 0) return `${on}: accrued ${accrued}, surplus ${surplus}`
  const negative = PARTS.find((part) => balance[part] < 0 || (parts?.[part] ?? 0) < 0)
  if (negative !== undefined) return `${on}: ${negative} is negative`
  if (entry !== undefined && parts !== undefined && totalOf(parts) + surplus !== entry.amount) {
    return `${on}: parts and surplus are not ${entry.amount}`
  }
  return undefined
}

function faultInBalance({ balance, total, overpaid }: Statement): string | undefined {
  const sum = PARTS.reduce((all, part) => all + balance[part], 0)
  if (sum !== total) return `parts sum to ${sum}, the total is ${total}`
  return overpaid < 0 ? `overpaid ${overpaid}` : undefined
}

// Debits less payments less credits is what is left less what was paid too much. Entries are taken from the question, not from the
// statement, so that one that was forgotten shows.
function faultInAccount(question: ClaimQuestion, { statement, late, flat }: ClaimAnswer): string | undefined {
  const flatCharged = late.late && question.flatDemanded && late.from <= question.on ? flat.amount : 0
  const accrued = statement.steps.reduce((all, step) => all + step.accrued, 0)
  const moved = question.entries
    .filter(({ on }) => on <= question.on)
    .reduce((all, { kind, amount }) => all + (kind === 'charge' ? amount : -amount), 0)
  const expected = question.facts.principal + flatCharged + accrued + moved
  const found = statement.total - statement.overpaid
  return expected === found ? undefined : `the books give ${expected}, the statement ${found}`
}

function faultInExplanation(answer: ClaimAnswer): string | undefined {
  const why = explainClaim(answer)
  const { total, overpaid } = answer.statement
  if (why.amount !== total - overpaid) return `explained as ${why.amount}`
  return faultInLine(why)
}

/** Amounts of nested lines sum to the amount above them, at every depth. */
export function faultInLine(of: Line): string | undefined {
  const amounts = of.lines.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  const sum = amounts.reduce((all, amount) => all + amount, 0)
  if (of.amount !== undefined && amounts.length > 0 && sum !== of.amount) {
    return `${of.key} is ${of.amount}, its lines sum to ${sum}`
  }
  for (const each of of.lines) {
    const fault = faultInLine(each)
    if (fault !== undefined) return fault
  }
  return undefined
}
