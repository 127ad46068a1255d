// Worked examples about court fees, where payments go, and limitation.

import { z } from 'zod'
import { NOTHING_OWED, type Debt, allocate, allocateSeveral } from '@mahnwerk/core/allocation'
import { addDays, day } from '@mahnwerk/core/calendar'
import { NETHERLANDS, PLANNED_REFORM, bandOf } from '@mahnwerk/core/countries/nl'
import type { LimitationEvent, LimitationFacts } from '@mahnwerk/core/limitation'
import { anyOf, category } from '../example.ts'
import { NOTHING, SOME_DAY, TRUSTING, cents, isoDay, rate } from './values.ts'

const CLAIMANTS = { company: 'company', natural_person: 'person', person: 'person', consumer: 'person' } as const

export const courtFee = category(
  z.object({
    claim_cents: cents,
    claimant: z.enum(['company', 'natural_person', 'person', 'consumer']),
    year: z.int().min(1900).max(2100),
  }),
  ({ claim_cents, claimant: called, year }) => {
    const claimant = CLAIMANTS[called]
    const asked = {
      act: 'suit',
      value: claim_cents,
      filedOn: day(`${year}-06-30`),
      claimant,
      representative: 'none',
      creditorDeductsVat: true,
      disputed: false,
    } as const
    const note = NETHERLANDS.courtCosts(asked, TRUSTING)
    const planned = bandOf(claim_cents, PLANNED_REFORM)
    return {
      ...(note.ok ? { fee_cents: note.value.courtFee } : { refused: note.refusal.code }),
      ...(year < 2022
        ? { planned_after_reform_cents: claimant === 'company' ? planned?.company : planned?.person }
        : {}),
    }
  },
)

const within = category(
  z.object({
    costs_cents: cents.optional(),
    interest_cents: cents.optional(),
    principal_cents: cents,
    payment_cents: cents,
  }),
  ({ costs_cents = NOTHING, interest_cents = NOTHING, principal_cents, payment_cents }) => {
    const rule = NETHERLANDS.allocation({ debtor: 'consumer' }, TRUSTING)
    if (!rule.ok) return { refused: rule.refusal.code }
    const owed = { ...NOTHING_OWED, costs: costs_cents, interest: interest_cents, principal: principal_cents }
    const { parts, rest, surplus } = allocate(owed, payment_cents, rule.value)
    return {
      costs_paid_cents: parts.costs,
      interest_paid_cents: parts.interest,
      principal_paid_cents: parts.principal,
      costs_left_cents: rest.costs,
      interest_left_cents: rest.interest,
      principal_left_cents: rest.principal,
      surplus_cents: surplus,
    }
  },
)

const debt = z.object({
  id: z.string(),
  due: isoDay,
  rate: rate.optional(),
  principal_cents: cents,
  interest_cents: cents.optional(),
  costs_cents: cents.optional(),
})

const among = category(
  z.object({
    debts: z.array(debt).min(1),
    payment_cents: cents,
    paid_on: isoDay.optional(),
    designated: z.string().nullish(),
  }),
  ({ debts, payment_cents, paid_on = SOME_DAY, designated }) => {
    const rule = NETHERLANDS.allocation({ debtor: 'consumer' }, TRUSTING)
    if (!rule.ok) return { refused: rule.refusal.code }
    const named = designated ?? undefined
    const served = allocateSeveral(
      debts.map(asDebt),
      payment_cents,
      paid_on,
      rule.value,
      NETHERLANDS.severalDebts,
      named,
    )
    const shares = [...served.debts].map(
      ([id, { parts }]) => [id, parts.principal + parts.interest + parts.costs] as const,
    )
    return { first: shares[0]?.[0], paid_cents: Object.fromEntries(shares), surplus_cents: served.surplus }
  },
)

function asDebt({ id, due, rate: burden, principal_cents, interest_cents, costs_cents }: z.infer<typeof debt>): Debt {
  const owed = {
    ...NOTHING_OWED,
    principal: principal_cents,
    interest: interest_cents ?? NOTHING,
    costs: costs_cents ?? NOTHING,
  }
  return { id, dueOn: due, owed, secured: false, burden: burden ?? 0 }
}

export const allocation = anyOf(among, within)

const EVENTS = {
  'written reminder received': 'written_reminder',
  'written reminder': 'written_reminder',
  reminder: 'written_reminder',
  acknowledgement: 'acknowledgement',
  'acknowledgement of debt': 'acknowledgement',
  'part payment': 'part_payment',
  payment: 'part_payment',
  'court action': 'suit',
  suit: 'suit',
} as const

const CLAIMS = {
  contract: 'contract',
  'consumer sale': 'consumer_sale',
  consumer_sale: 'consumer_sale',
  general: 'other',
  other: 'other',
} as const satisfies Record<string, LimitationFacts['claim']>

const interruption = z.object({
  kind: z.enum(Object.keys(EVENTS) as (keyof typeof EVENTS)[]), // the keys of a literal
  date: isoDay,
})

const claimLimited = category(
  z.object({
    due_on: isoDay,
    kind: z.enum(Object.keys(CLAIMS) as (keyof typeof CLAIMS)[]).default('contract'), // the keys of a literal
    interruptions: z.array(interruption).default([]),
  }),
  ({ due_on, kind, interruptions }) =>
    limited({ claim: CLAIMS[kind], arisenOn: due_on, events: interruptions.map(asEvent) }),
)

const judgement = category(
  z.object({ judgment_on: isoDay, kind: z.enum(['judgment', 'judgement']).optional() }),
  ({ judgment_on }) =>
    limited({ claim: 'contract', arisenOn: judgment_on, events: [{ kind: 'title', finalOn: judgment_on }] }),
)

function limited(facts: LimitationFacts): { barred_from: string | undefined; last_day: string | undefined } {
  const { lastDay } = NETHERLANDS.limitation(facts)
  return { barred_from: lastDay === undefined ? undefined : addDays(lastDay, 1), last_day: lastDay }
}

function asEvent({ kind, date }: z.infer<typeof interruption>): LimitationEvent {
  const called = EVENTS[kind]
  return called === 'suit' ? { kind: called, filedOn: date, servedSoon: true } : { kind: called, on: date }
}

export const limitation = anyOf(judgement, claimLimited)
