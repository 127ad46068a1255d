// What a debtor owes for collecting out of court: the scale of the Besluit vergoeding voor buitengerechtelijke incassokosten on
// the principals added up (art. 6:96 lid 2 onder c, 5, 7 BW), at least 40 and at most 6,775 EUR, with VAT where the creditor
// cannot deduct it. Consumers owe it only after a valid fourteen-day letter (lid 6), and only on what they left unpaid within
// its term. Left out: claims in default before July 2012, rates agreed with businesses, and the rule of October 2024 on small
// and instalment claims, whose words are not established: figures that it may touch carry a warning.

import type { CollectionQuestion, CostNote, CostRefusal, DunningFeeLimit } from '../../collection-costs/index.ts'
import { type Line, inMoney, inPercent, line, onDay } from '../../explanations/index.ts'
import { type Fact, type Found, type Source, factOn, sourceOf } from '../../facts/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { type Millionths, type Minor, ZERO, add, least, minor, shareOf, subtract, sum } from '../../money/index.ts'
import { type Result, accept } from '../../refusals/index.ts'
import type { LawSettings } from '../country.ts'
import { choice } from './settings.ts'
import { type CostScale, type Scale, SCALES, VAT_RATES, scaleOn } from './cost-scale.ts'
import { LETTER, letterTerm } from './veertiendagenbrief.ts'

const ONE_LETTER: Source = { citation: 'art. 6:96 lid 7 BW', confidence: 'high' }
const NO_LETTER_NEEDED: Source = { citation: 'art. 6:96 lid 4, 5 BW', confidence: 'medium' }
const FLAT_COUNTS: Source = { citation: 'art. 6:96 lid 4 BW; art. 6 lid 3 richtlijn 2011/7/EU', confidence: 'medium' }
const NO_OTHER_FEES: Source = { citation: 'art. 6:96 lid 5 BW', confidence: 'medium' }
const OPEN_RULE: Source = {
  citation: 'Wki; Stb. 2024, 44',
  confidence: 'low',
  note: 'limits costs of small claims and instalments from 2024-10-01; its words were not found',
}
const OPEN_RULE_SINCE = '2024-10-01'

/** The most that may be demanded for collecting; nothing where a consumer's letter is missing, faulty or still running. */
export function collectionCosts(question: CollectionQuestion, settings: LawSettings): Result<CostNote, CostRefusal> {
  const scale = factOn(SCALES, question.engagedOn, settings.trust)
  if (!scale.ok) return scale
  const principal = sum(question.principals)
  const tariff = scale.value.fact
  if (question.debtor === 'business') return owed(question, settings, tariff, principal, noLetterLine())
  const { warning } = question
  if (warning === undefined) return nothing('nl.costs.no_letter')
  if (!warning.valid) return nothing('nl.costs.faulty_letter')
  const term = letterTerm(warning.receivedOn, choice(settings, 'letter_term_end'))
  if (question.on < term.costsDueFrom) return nothing('nl.costs.term_runs', { from: onDay(term.costsDueFrom) })
  const unpaid = subtract(principal, least(principal, warning.paidInTerm))
  if (unpaid === 0) return nothing('nl.costs.paid_in_term')
  return owed(question, settings, tariff, unpaid, { ...term.why, key: 'nl.costs.after_letter' })
}

/** The exact sum that a fourteen-day letter must name: what is owed if nothing is paid within its term. */
export function costsToAnnounce(
  question: Omit<CollectionQuestion, 'warning'>,
  settings: LawSettings,
): Result<CostNote, CostRefusal> {
  const scale = factOn(SCALES, question.engagedOn, settings.trust)
  if (!scale.ok) return scale
  return owed(
    question,
    settings,
    scale.value.fact,
    sum(question.principals),
    line('nl.costs.announced', { sources: [LETTER] }),
  )
}

function owed(
  question: CollectionQuestion,
  settings: LawSettings,
  tariff: Fact<CostScale>,
  principal: Minor,
  ground: Line,
): Result<CostNote, CostRefusal> {
  if (principal === 0) return nothing('nl.costs.nothing_owed')
  const scale = scaleOn(principal, tariff.value)
  const vat = question.creditorDeductsVat ? undefined : factOn(VAT_RATES, question.engagedOn, settings.trust)
  if (vat !== undefined && !vat.ok) return vat
  const credited = question.debtor === 'business' ? least(question.flat, scale.costs) : ZERO
  const net = subtract(scale.costs, credited)
  const vatAmount = vat === undefined ? ZERO : shareOf(scale.costs, vat.value.fact.value)
  const gross = add(net, vatAmount)
  const lines = [
    ground,
    scaleLine(principal, scale, sourceOf(tariff)),
    ...(question.principals.length > 1 ? [line('nl.costs.one_letter', { sources: [ONE_LETTER] })] : []),
    ...(credited > 0 ? [line('nl.costs.flat_counts', { amount: minor(-credited), sources: [FLAT_COUNTS] })] : []),
    ...(vat === undefined ? [] : [vatLine(scale.costs, vatAmount, vat.value)]),
    ...openRule(question, scale),
  ]
  return accept({ net, vat: vatAmount, gross, why: line('nl.costs.total', { amount: gross, lines }) })
}

// The parts by percentage are shown without amounts of their own: cents are rounded once, on their sum.
function scaleLine(principal: Minor, { parts, costs, bound }: Scale, source: Source): Line {
  const lines = parts.map(({ amount, rate }) =>
    line('nl.costs.part', { quantities: { part: inMoney(amount), rate: inPercent(rate) } }),
  )
  const limit = bound === 'none' ? [] : [line(`nl.costs.${bound}`, { quantities: { amount: inMoney(costs) } })]
  const quantities = { principal: inMoney(principal) }
  return line('nl.costs.scale', { amount: costs, quantities, sources: [source], lines: [...lines, ...limit] })
}

function vatLine(costs: Minor, amount: Minor, { fact, marks }: Found<Millionths>): Line {
  const quantities = { rate: inPercent(fact.value), costs: inMoney(costs) }
  return line('nl.costs.vat', { amount, quantities, sources: [sourceOf(fact)], marks })
}

function openRule({ debtor, on, principals }: CollectionQuestion, { bound }: Scale): Line[] {
  const touched = debtor === 'consumer' && on >= OPEN_RULE_SINCE && (bound === 'least' || principals.length > 1)
  return touched ? [line('nl.costs.open_rule', { sources: [OPEN_RULE], marks: ['low_confidence'] })] : []
}

function noLetterLine(): Line {
  return line('nl.costs.business', { sources: [NO_LETTER_NEEDED] })
}

function nothing(key: string, quantities: Line['quantities'] = {}): Result<CostNote, CostRefusal> {
  const why = line('nl.costs.total', { amount: ZERO, lines: [line(key, { quantities, sources: [LETTER] })] })
  return accept({ net: ZERO, vat: ZERO, gross: ZERO, why })
}

/** Reminders of the creditor itself cost the debtor nothing apart: the scale covers all work out of court. */
export function dunningFeeLimit(facts: ClaimFacts): DunningFeeLimit {
  const why = line(`nl.dunning.${facts.debtor}`, { amount: ZERO, sources: [NO_OTHER_FEES] })
  return { perLetter: ZERO, freeLetters: 0, why }
}
