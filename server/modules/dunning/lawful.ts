// A policy held against the law of the creditor's country, on an invoice due today whose due day was not agreed, so that the
// first notice must bring about default. What the law forbids is refused; what it lacks is told. Friendly reminders without a fee
// count for nothing, as they do for stored claims.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { Country, LawSettings } from '@mahnwerk/core/countries'
import type { DunningPolicy } from '@mahnwerk/core/dunning'
import type { ClaimFacts, DebtorKind } from '@mahnwerk/core/late-payment'
import { type Finding, findingsIn } from '@mahnwerk/core/legality'
import { type Minor, minor } from '@mahnwerk/core/money'
import { type Context, refused } from '../../http/index.ts'
import { type LawOfTenant, countryInForce, loadLaw } from '../settings/index.ts'
import { settingsOf } from '../statements/index.ts'
import type { Audience } from './policy.ts'

export type PolicyWarning = {
  readonly code: Exclude<Finding['code'], 'statement_missing'> | 'policy_without_default' | 'policy_invoice_silent'
  readonly facts: Readonly<Record<string, string | number>>
}

type Law = { readonly law: LawOfTenant; readonly country: Country; readonly settings: LawSettings }
type Tried = DunningPolicy & { readonly audience?: Audience }

// A term that ends on a Sunday ends later: a policy is sound on every day of the week or not at all.
const EVERY_WEEKDAY = [0, 1, 2, 3, 4, 5, 6]

const FORBIDDEN: ReadonlySet<PolicyWarning['code']> = new Set(['letter_must_be_free', 'dunning_fee_above_law'])

/** Refuses a policy that asks for more than the law allows. Returns what else is to be said of it. */
export async function checkPolicy(context: Context, policy: Tried): Promise<readonly PolicyWarning[]> {
  const { forbidden, warnings } = await judgePolicy(context, policy)
  const [first] = forbidden
  if (first) throw refused(first.code, first.facts)
  return warnings
}

export type Judgement = { readonly forbidden: readonly PolicyWarning[]; readonly warnings: readonly PolicyWarning[] }

/** Everything the law says of a policy, each thing once. */
export async function judgePolicy(context: Context, policy: Tried): Promise<Judgement> {
  const law = await loadLaw(context)
  const country = countryInForce(law)
  const settings = settingsOf(country, law)
  const tried = kindsOf(policy).flatMap((kind) =>
    EVERY_WEEKDAY.map((days) => findingsFor(policy, kind, addDays(context.today, days), { law, country, settings })),
  )
  const first = kindsOf(policy).flatMap((_kind, index) => tried[index * EVERY_WEEKDAY.length] ?? [])
  const isForbidden = ({ code }: PolicyWarning): boolean => FORBIDDEN.has(code)
  return {
    forbidden: once(tried.flat().filter(isForbidden)),
    warnings: once(first.filter((found) => !isForbidden(found))),
  }
}

function once(found: readonly PolicyWarning[]): readonly PolicyWarning[] {
  return [...new Map(found.map((each) => [JSON.stringify([each.code, each.facts]), each])).values()]
}

function kindsOf({ audience = 'all' }: Tried): readonly DebtorKind[] {
  return audience === 'all' ? ['consumer', 'business'] : [audience]
}

function findingsFor(
  policy: DunningPolicy,
  debtor: DebtorKind,
  dueOn: LocalDate,
  { law, country, settings }: Law,
): readonly PolicyWarning[] {
  const notices = noticesOf(policy, dueOn)
  const claim: ClaimFacts = {
    debtor,
    principal: minor(Math.max(policy.leastOpen, 1_000)),
    contractOn: dueOn,
    dueOn,
    dueAgreed: false,
    invoiceNotice: law.invoiceNotice,
    remindersReceivedOn: [],
    remindersWithTerm: notices.map(({ on, payBy }) => ({ receivedOn: addDays(on, law.postalDays), payBy })),
    ...(law.region === null ? {} : { region: law.region }),
    forPerformance: true,
    debtorAtFault: true,
  }
  const statements = law.invoiceNotice ? country.duties.map(({ statement }) => statement) : []
  const invoice = { sender: 'creditor', occasion: 'invoice', debtor, on: dueOn, conditions: [], statements } as const
  const findings = findingsIn({ claim, letters: notices, writings: [invoice] }, country, settings)
  const { late } = country.lateFrom(claim, settings)
  return [
    ...findings.map(({ code, facts }) => ({ code: codeOf(code), facts: withStep(facts, notices) })),
    ...(late ? [] : [{ code: 'policy_without_default', facts: { debtor } } as const]),
  ]
}

// The invoice is the only writing that is looked at here; what letters must say, their templates are asked.
function codeOf(code: Finding['code']): PolicyWarning['code'] {
  return code === 'statement_missing' ? 'policy_invoice_silent' : code
}

type Notice = { readonly on: LocalDate; readonly payBy: LocalDate; readonly fee: Minor; readonly line: number }

function noticesOf({ steps }: DunningPolicy, dueOn: LocalDate): readonly Notice[] {
  let on = dueOn
  return steps.flatMap(({ level, afterDays, periodDays, fee }, index) => {
    on = addDays(on, Math.max(afterDays, 1))
    return level === 0 && fee === 0 ? [] : [{ on, payBy: addDays(on, periodDays), fee, line: index + 1 }]
  })
}

// The law counts notices, the reader counts lines of the policy.
function withStep(facts: Finding['facts'], notices: readonly Notice[]): Finding['facts'] {
  const { letter } = facts
  const line = typeof letter === 'number' ? notices[letter - 1]?.line : undefined
  return line === undefined ? facts : { ...facts, letter: line }
}
