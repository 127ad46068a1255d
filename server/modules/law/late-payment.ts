// From when a debtor is late, what follows for interest and flat compensation, and what the creditor's own letters may cost.

import { z } from 'zod'
import { fromEpochDay } from '@mahnwerk/core/calendar'
import type { InterestRule } from '@mahnwerk/core/interest'
import { percentText } from '@mahnwerk/core/money'
import { accept } from '@mahnwerk/core/refusals'
import { explanation, late, lateAnswer, marks, plainSource, reasoned, source, writer } from './answers.ts'
import { calculation } from './calculation.ts'
import { claim, factsOf } from './claim.ts'
import { asked } from './fields.ts'

const period = z.object({ from: z.iso.date(), rate: z.string(), source, marks })

export const latePayment = calculation({
  name: 'late-payment',
  summary: 'From when a debtor is late, at which rates, with which flat compensation and dunning fees',
  question: z.object({ ...asked, claim }).meta({ id: 'LatePaymentQuestion' }),
  answer: z
    .object({
      country: z.string(),
      currency: z.string(),
      late,
      flat: reasoned,
      dunningFee: z
        .object({
          perLetter: z.int().exactOptional(),
          freeLetters: z.int(),
          chargeableFrom: z.iso.date().exactOptional(),
          explanation,
        })
        .describe("The most that a creditor's own letter may cost; no sum where only actual cost counts"),
      interest: z
        .object({ periods: z.array(period), knownUntil: z.iso.date().exactOptional() })
        .describe('Rates in percent a year, earliest first, from the first that touches the claim'),
      assumptions: z.array(explanation),
    })
    .meta({ id: 'LatePaymentAnswer' }),
  work: (question, { country, settings, language }) => {
    const known = factsOf(question.claim, country)
    if (!known.ok) return known
    const { facts, assumptions } = known.value
    const interest = country.interest(facts, settings)
    if (!interest.ok) return interest
    const write = writer(country, language, country.currency)
    const start = country.lateFrom(facts, settings)
    const flat = country.flatCompensation(facts, settings)
    const { why, ...fee } = country.dunningFeeLimit(facts, settings)
    return accept({
      country: country.code,
      currency: country.currency,
      late: lateAnswer({ late: start }, write),
      flat: { amount: flat.amount, explanation: write(flat.why) },
      dunningFee: { ...fee, explanation: write(why) },
      interest: ratesOf(interest.value, start.late ? start.interestFrom : facts.dueOn),
      assumptions: assumptions.map(write),
    })
  },
})

function ratesOf({ periods, knownUntil }: InterestRule, from: string) {
  const last = periods.findLastIndex((each) => each.from <= from)
  const touched = periods.slice(Math.max(last, 0))
  return {
    periods: touched.map((each) => ({
      from: each.from,
      rate: percentText(each.rate),
      source: plainSource(each.source),
      marks: [...each.marks],
    })),
    ...(knownUntil === Infinity ? {} : { knownUntil: fromEpochDay(knownUntil) }),
  }
}
