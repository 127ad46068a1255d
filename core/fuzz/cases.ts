// Any case that could come: a country, settings, a claim with what happened to it, and the questions about costs, courts and
// limitation that go with it. Days lie around the years that the law is known for, a few before and after.

import { PARTS, type Part } from '../allocation/index.ts'
import type { ClaimQuestion } from '../calculations/index.ts'
import { type LocalDate, addDays, toEpochDay } from '../calendar/index.ts'
import type { CollectionQuestion, CollectionStep } from '../collection-costs/index.ts'
import type { Country, LawSettings } from '../countries/index.ts'
import type { CourtQuestion } from '../court/index.ts'
import type { ClaimFacts } from '../late-payment/index.ts'
import type { LimitationEvent, LimitationFacts } from '../limitation/index.ts'
import { type Millionths, type Minor, ZERO, minor, percent } from '../money/index.ts'
import type { Entry } from '../statement/index.ts'
import { Dice } from './dice.ts'

/** The largest amount that is asked about: ten thousand million euros. */
export const AMOUNT_MAX = 1_000_000_000_000

export type FuzzCase = {
  readonly country: Country
  readonly settings: LawSettings
  readonly claim: ClaimQuestion
  readonly collection: CollectionQuestion
  readonly court: CourtQuestion
  readonly limitation: LimitationFacts
}

/** The case of a seed and a number: always the same for the same two. */
export function caseOf(seed: number, index: number, countries: readonly Country[]): FuzzCase {
  const dice = new Dice(Math.imul(seed, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35))
  const country = dice.one(countries)
  const facts = factsOf(dice, country)
  const on = addDays(facts.dueOn, dice.chance(5) ? dice.whole(-200, 0) : dice.whole(0, 4000))
  return {
    country,
    settings: settingsOf(dice, country),
    claim: claimOf(dice, country, facts, on),
    collection: collectionOf(dice, facts, on),
    court: courtOf(dice, facts, on),
    limitation: limitationOf(dice, facts.dueOn),
  }
}

function settingsOf(dice: Dice, country: Country): LawSettings {
  return {
    yearBasis: dice.one(['act/365', 'act/act', 'act/360']),
    paymentDayCounts: dice.chance(50),
    trust: { lowConfidence: dice.chance(50), provisional: dice.chance(50) },
    choices: Object.fromEntries(country.openQuestions.map(({ key, answers }) => [key, dice.one(answers)])),
  }
}

const FIRST_DUE = toEpochDay('2001-01-01' as LocalDate) // a day, as written
const USUAL_DUE = toEpochDay('2014-01-01' as LocalDate) // as above
const LAST_DUE = toEpochDay('2026-11-30' as LocalDate) // as above

function factsOf(dice: Dice, country: Country): ClaimFacts {
  const dueOn = dice.day(dice.chance(15) ? FIRST_DUE : USUAL_DUE, LAST_DUE)
  const due = toEpochDay(dueOn)
  const around = (): LocalDate => dice.day(due - 60, due + 200)
  const regions = Object.keys(country.regions)
  return {
    debtor: dice.one(['consumer', 'business']),
    principal: dice.amount(AMOUNT_MAX),
    contractOn: dice.day(due - 400, due),
    dueOn,
    dueAgreed: dice.chance(50),
    invoiceNotice: dice.chance(50),
    remindersReceivedOn: dice.some(3, around),
    forPerformance: dice.chance(85),
    debtorAtFault: dice.chance(95),
    ...maybe(dice, 20, () => ({ continuingPerformedOn: around() })),
    ...maybe(dice, 70, () => ({ invoiceReceivedOn: around() })),
    ...maybe(dice, 20, () => ({ remindersWithTerm: [reminderWithTerm(dice, due)] })),
    ...maybe(dice, 10, () => ({ refusedOn: around() })),
    ...maybe(dice, 15, () => ({ agreedRate: rateOf(dice) })),
    ...(regions.length > 0 && dice.chance(70) ? { region: dice.one(regions) } : {}),
  }
}

function reminderWithTerm(dice: Dice, due: number): { receivedOn: LocalDate; payBy: LocalDate } {
  const receivedOn = dice.day(due, due + 100)
  return { receivedOn, payBy: addDays(receivedOn, dice.whole(0, 30)) }
}

function rateOf(dice: Dice): Millionths {
  return percent(`${dice.whole(0, 20)}.${dice.whole(10, 99)}`)
}

function maybe<Some extends object>(dice: Dice, chance: number, make: () => Some): Some | object {
  return dice.chance(chance) ? make() : {}
}

function claimOf(dice: Dice, country: Country, facts: ClaimFacts, on: LocalDate): ClaimQuestion {
  const [from, until] = [toEpochDay(facts.dueOn) - 20, toEpochDay(on) + 20]
  // Few days, so that several things happen on one.
  const days = Array.from({ length: 6 }, () => dice.day(from, until))
  return {
    facts,
    currency: country.currency,
    entries: dice.some(12, () => entryOf(dice, dice.one(days), facts.principal)),
    on,
    interestDemanded: dice.chance(90),
    flatDemanded: dice.chance(70),
    ...maybe(dice, 10, () => ({ interestNotBefore: dice.one(days) })),
  }
}

const CHARGED = PARTS.filter((part) => part !== 'principal')

function entryOf(dice: Dice, on: LocalDate, principal: Minor): Entry {
  const amount = dice.chance(3) ? ZERO : dice.amount(Math.max(10, principal))
  if (dice.chance(50)) {
    const named = dice.chance(20)
      ? { named: [dice.one<Part>(PARTS), ...dice.some(2, () => dice.one<Part>(PARTS))] }
      : {}
    return { kind: 'payment', on, amount, ...named }
  }
  if (dice.chance(50)) return { kind: 'charge', on, amount, part: dice.one(CHARGED) }
  return { kind: 'credit', on, amount, part: dice.one(PARTS) }
}

const STEPS: readonly CollectionStep['kind'][] = [
  'first_letter',
  'reminder',
  'phone_call',
  'instalment_plan',
  'settlement',
  'file_keeping',
  'address_search',
  'income_inquiry',
  'visit',
]

function collectionOf(dice: Dice, facts: ClaimFacts, on: LocalDate): CollectionQuestion {
  const engagedOn = addDays(facts.dueOn, dice.whole(10, 200))
  const receivedOn = addDays(facts.dueOn, dice.whole(1, 100))
  return {
    principals: [facts.principal, ...dice.some(2, () => dice.amount(AMOUNT_MAX / 10))],
    debtor: facts.debtor,
    engagedOn,
    on: on > engagedOn ? on : engagedOn,
    collector: dice.one(['agency', 'lawyer']),
    creditorDeductsVat: dice.chance(50),
    disputed: dice.chance(20),
    extensive: dice.chance(20),
    steps: dice.some(5, () => ({ kind: dice.one(STEPS), on: addDays(engagedOn, dice.whole(0, 400)) })),
    flat: dice.chance(30) ? minor(4000) : ZERO,
    ...maybe(dice, 70, () => ({
      warning: {
        receivedOn,
        valid: dice.chance(80),
        paidInTerm: dice.chance(20) ? dice.amount(facts.principal) : ZERO,
      },
    })),
    ...maybe(dice, 15, () => ({ creditorCosts: dice.amount(10_000) })),
    ...maybe(dice, 15, () => ({ rate: dice.one(['0.3', '0.5', '0.9', '1.3']) })),
  }
}

function courtOf(dice: Dice, facts: ClaimFacts, on: LocalDate): CourtQuestion {
  return {
    act: dice.one(['order_for_payment', 'suit', 'enforcement']),
    value: facts.principal,
    filedOn: on,
    claimant: dice.one(['person', 'company']),
    representative: dice.one(['none', 'agency', 'lawyer']),
    creditorDeductsVat: dice.chance(50),
    disputed: dice.chance(30),
    ...maybe(dice, 20, () => ({ feeBefore: dice.one(['0.5', '0.9', '1.3']) })),
    ...maybe(dice, 20, () => ({ orderedOn: addDays(on, -dice.whole(0, 100)) })),
    ...maybe(dice, 20, () => ({ afterOrderForPayment: true })),
    ...maybe(dice, 20, () => ({ endedEarly: true })),
  }
}

function limitationOf(dice: Dice, arisenOn: LocalDate): LimitationFacts {
  const arisen = toEpochDay(arisenOn)
  return {
    claim: dice.one(['contract', 'consumer_sale', 'other']),
    arisenOn,
    events: dice.some(5, () => eventOf(dice, arisen)),
    ...maybe(dice, 80, () => ({ knownOn: addDays(arisenOn, dice.whole(0, 400)) })),
  }
}

function eventOf(dice: Dice, arisen: number): LimitationEvent {
  const on = dice.day(arisen, arisen + 2500)
  const after = (): LocalDate => addDays(on, dice.whole(0, 500))
  const kind = dice.one([
    'acknowledgement',
    'part_payment',
    'written_reminder',
    'suit',
    'order_for_payment',
    'insolvency_filing',
    'negotiation',
    'title',
    'enforcement',
  ] as const)
  switch (kind) {
    case 'suit':
    case 'order_for_payment':
    case 'insolvency_filing':
      return {
        kind,
        filedOn: on,
        servedSoon: dice.chance(80),
        ...maybe(dice, 70, () => ({ servedOn: after() })),
        ...maybe(dice, 70, () => ({ lastActOn: addDays(on, dice.whole(500, 900)) })),
      }
    case 'negotiation':
      return { kind, from: on, ...maybe(dice, 70, () => ({ until: after() })) }
    case 'title':
      return { kind, finalOn: on }
    default:
      return { kind, on }
  }
}
