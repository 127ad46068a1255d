// Whether interest is demanded too early or at a rate that the law does not give on one of its days. A contract's own rate is
// part of the claim's facts and so of the country's rule.

import { type LocalDate, fromEpochDay, toEpochDay } from '../calendar/index.ts'
import type { Country, LawSettings } from '../countries/country.ts'
import { type InterestRule, type RatePeriod, periodAt } from '../interest/index.ts'
import { percentText } from '../money/index.ts'
import { refuse } from '../refusals/index.ts'
import { type Demand, type Finding, ruleOf } from './demand.ts'

export function interestFindings({ claim, interest }: Demand, country: Country, settings: LawSettings): Finding[] {
  if (interest === undefined || interest.rate <= 0 || interest.until < interest.from) return []
  const rule = country.interest(claim, settings)
  if (!rule.ok) return [rule.refusal]
  return [...notDueFindings(claim, interest.from, country, settings), ...rateFindings(interest, rule.value, settings)]
}

function notDueFindings(claim: Demand['claim'], from: LocalDate, country: Country, settings: LawSettings): Finding[] {
  const late = country.lateFrom(claim, settings)
  const facts = { rule: ruleOf(late.why), demanded: from }
  if (!late.late) return [{ code: 'interest_not_due', facts }]
  if (late.interestFrom <= from) return []
  return [{ code: 'interest_before_late', facts: { ...facts, allowed: late.interestFrom } }]
}

/** The first day on which less is allowed is named; one finding, however many there are. */
function rateFindings(
  { rate, from, until }: NonNullable<Demand['interest']>,
  rule: InterestRule,
  settings: LawSettings,
): Finding[] {
  if (toEpochDay(until) > rule.knownUntil && !settings.trust.provisional) {
    const last = fromEpochDay(rule.knownUntil)
    return [refuse('law_not_known_yet', { series: rule.name, day: until, last }).refusal]
  }
  const lower = periodsWithin(rule, from, until).find((period) => period.rate < rate)
  if (lower === undefined) return []
  const facts = {
    rule: [...new Set([rule.source.citation, lower.source.citation])].join('; '),
    demanded: percentText(rate),
    allowed: percentText(lower.rate),
    day: lower.from > from ? lower.from : from,
  }
  return [{ code: 'interest_above_law', facts }]
}

function periodsWithin(rule: InterestRule, from: LocalDate, until: LocalDate): readonly RatePeriod[] {
  const first = Math.max(periodAt(rule, toEpochDay(from)), 0)
  return rule.periods.slice(first, periodAt(rule, toEpochDay(until)) + 1)
}
