// Worked examples about collection costs: the scale, VAT, several claims, part payment within the term, and the letter that
// consumers must have had.

import { z } from 'zod'
import { addDays, day } from '@mahnwerk/core/calendar'
import type { CollectionQuestion, WarningLetter } from '@mahnwerk/core/collection-costs'
import {
  NETHERLANDS,
  SCALES,
  VAT_RATES,
  judgeWording,
  principalBehind,
  readTerm,
  withoutVat,
} from '@mahnwerk/core/countries/nl'
import { factOn } from '@mahnwerk/core/facts'
import { type Minor, add, minor, subtract, sum } from '@mahnwerk/core/money'
import { type Answer, anyOf, category } from '../example.ts'
import { NOTHING, SOME_DAY, cents, rate } from './values.ts'

const RECEIVED_ON = day('2026-09-01')
const PAST_TERM = addDays(RECEIVED_ON, 20)
const GOOD_LETTER: WarningLetter = { receivedOn: RECEIVED_ON, valid: true, paidInTerm: NOTHING }

type Asked = {
  readonly principals: readonly Minor[]
  readonly debtor?: 'consumer' | 'business' | undefined
  readonly vat?: boolean | undefined
  readonly warning?: WarningLetter | undefined
}

function answered({ principals, debtor = 'consumer', vat = false, warning }: Asked): Answer {
  const question: CollectionQuestion = {
    principals,
    debtor,
    engagedOn: RECEIVED_ON,
    on: PAST_TERM,
    collector: 'agency',
    creditorDeductsVat: !vat,
    disputed: false,
    extensive: false,
    steps: [],
    flat: NOTHING,
    ...(warning === undefined ? {} : { warning }),
  }
  const note = NETHERLANDS.collectionCosts(question, NETHERLANDS.settings)
  if (!note.ok) return { refused: note.refusal.code }
  const { net, vat: vatAmount, gross } = note.value
  return {
    costs_cents: gross,
    costs_net_cents: net,
    vat_cents: vatAmount,
    costs_gross_cents: gross,
    total_after_term_cents: add(sum(principals), gross),
  }
}

const debtor = z.enum(['consumer', 'business']).optional()

const one = z.object({
  principal_cents: cents,
  debtor,
  vat_increase: z.boolean().optional(),
  paid_within_term_cents: cents.optional(),
})

/** One principal; a consumer's letter is taken as good where the example says nothing else. */
export const costs = category(one, ({ principal_cents, debtor: of, vat_increase, paid_within_term_cents = NOTHING }) =>
  answered({
    principals: [principal_cents],
    debtor: of,
    vat: vat_increase,
    warning: { ...GOOD_LETTER, paidInTerm: paid_within_term_cents },
  }),
)

const several = z.object({
  principals_cents: z.array(cents).min(1),
  one_letter: z.boolean().default(true),
  debtor,
  vat_increase: z.boolean().optional(),
})

/** In one letter, or each in a letter of its own, as claims may be that fell due after an earlier letter. */
export const costsCombined = category(several, ({ principals_cents, one_letter, debtor: of, vat_increase }) => {
  const ask = (principals: readonly Minor[]): Answer =>
    answered({ principals, debtor: of, vat: vat_increase, warning: GOOD_LETTER })
  const together = ask(principals_cents)
  const apart = sum(principals_cents.map((each) => minor(Number(ask([each])['costs_cents']))))
  const chosen = one_letter
    ? together
    : { ...together, costs_cents: apart, total_after_term_cents: add(sum(principals_cents), apart) }
  return { ...chosen, not_cents: one_letter ? apart : together['costs_cents'] }
})

const withVat = category(
  one.extend({ vat_percent: rate.optional(), claimed_gross_cents: cents.optional() }),
  ({ principal_cents, debtor: of, vat_increase = true, claimed_gross_cents, paid_within_term_cents = NOTHING }) => {
    const warning = { ...GOOD_LETTER, paidInTerm: paid_within_term_cents }
    const answer = answered({ principals: [principal_cents], debtor: of, vat: vat_increase, warning })
    if (claimed_gross_cents === undefined) return answer
    const allowed = minor(Number(answer['costs_gross_cents']))
    return {
      ...answer,
      excess_cents: subtract(claimed_gross_cents, allowed),
      claim_allowed: claimed_gross_cents <= allowed,
    }
  },
)

type GrossSums = Partial<
  Record<
    'costs_gross_awarded_cents' | 'costs_gross_claimed_cents' | 'claimed_gross_cents' | 'costs_gross_cents',
    Minor | undefined
  >
>

function grossOf(sums: GrossSums): Minor | undefined {
  return (
    sums.costs_gross_awarded_cents ??
    sums.costs_gross_claimed_cents ??
    sums.claimed_gross_cents ??
    sums.costs_gross_cents
  )
}

// What a court awarded, back to the principal it stands for.
const behindAward = category(
  z
    .object({
      costs_gross_awarded_cents: cents.optional(),
      costs_gross_claimed_cents: cents.optional(),
      claimed_gross_cents: cents.optional(),
      costs_gross_cents: cents.optional(),
      vat_percent: rate.optional(),
    })
    .refine((of) => grossOf(of) !== undefined),
  ({ vat_percent, ...sums }) => {
    const [scale, vat] = [factOn(SCALES, SOME_DAY), factOn(VAT_RATES, SOME_DAY)]
    if (!scale.ok || !vat.ok) return { refused: 'law_not_established' }
    const gross = grossOf(sums) ?? NOTHING
    const net = withoutVat(gross, vat_percent ?? vat.value.fact.value)
    return {
      costs_net_cents: net,
      vat_cents: subtract(gross, net),
      implied_principal_cents: principalBehind(net, scale.value.fact.value),
    }
  },
)

export const costsWithVat = anyOf(withVat, behindAward)

const letterKnown = z.object({
  principal_cents: cents,
  debtor: z.enum(['consumer', 'business']).default('consumer'),
  letter_term_text: z.string().optional(),
  wording: z.string().optional(),
  letter_sent: z.boolean().optional(),
  letter_valid: z.boolean().optional(),
  paid: z.boolean().optional(),
  paid_within_term_cents: cents.optional(),
  vat_increase: z.boolean().optional(),
})

/** Whether costs are due at all: by the debtor, and for consumers by the letter. */
export const costsByLetter = category(letterKnown, (asked) => {
  const words = asked.letter_term_text ?? asked.wording
  const term = words === undefined ? undefined : readTerm(words)
  const validByWords = words === undefined || (term !== undefined && judgeWording(term).verdict === 'valid')
  const sent = asked.letter_sent ?? true
  const paidInTerm = asked.paid === true ? asked.principal_cents : (asked.paid_within_term_cents ?? NOTHING)
  return answered({
    principals: [asked.principal_cents],
    debtor: asked.debtor,
    vat: asked.vat_increase,
    warning: sent ? { receivedOn: RECEIVED_ON, valid: asked.letter_valid ?? validByWords, paidInTerm } : undefined,
  })
})
