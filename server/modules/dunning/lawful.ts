// A policy held against the law of the creditor's country, on an invoice due today whose due day was not agreed, so that the
// first notice must bring about default. What the law forbids is refused; what it lacks is told. Friendly reminders without a fee
// count for nothing, as they do for stored claims.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { Country, LawSettings } from '@mahnwerk/core/countries'
import type { DunningPolicy } from '@mahnwerk/core/dunning'
import type { ClaimFacts, DebtorKind } from '@mahnwerk/core/late-payment'
import { type Finding, findingsIn } from '@mahnwerk/core/legality'
import { minor } from '@mahnwerk/core/money'
import { type Context, refused } from '../../http/index.ts'
import { type LawOfTenant, countryInForce, loadLaw } from '../settings/index.ts'
import { settingsOf } from '../statements/index.ts'
import type { Audience } from './policy.ts'

export type PolicyWarning = {
  readonly code: Finding['code'] | 'policy_without_default'
  readonly facts: Readonly<Record<string, string | number>>
}

type Law = { readonly law: LawOfTenant; readonly country: Country; readonly settings: LawSettings }
type Tried = DunningPolicy & { readonly audience?: Audience }

const FORBIDDEN: ReadonlySet<PolicyWarning['code']> = new Set(['letter_must_be_free', 'dunning_fee_above_law'])

/** Refuses a policy that asks for more than the law allows. Returns what else is to be said of it. */
export async function checkPolicy(context: Context, policy: Tried): Promise<readonly PolicyWarning[]> {
  const law = await loadLaw(context)
  const country = countryInForce(law)
  const settings = settingsOf(country, law)
  const findings = kindsOf(policy).flatMap((kind) =>
    findingsFor(policy, kind, context.today, { law, country, settings }),
  )
  const forbidden = findings.find(({ code }) => FORBIDDEN.has(code))
  if (forbidden) throw refused(forbidden.code, forbidden.facts)
  return findings
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
    remindersReceivedOn: notices.map(({ on }) => addDays(on, law.postalDays)),
    forPerformance: true,
    debtorAtFault: true,
  }
  const statements = law.invoiceNotice ? country.duties.map(({ statement }) => statement) : []
  const invoice = { sender: 'creditor', occasion: 'invoice', debtor, on: dueOn, conditions: [], statements } as const
  const findings = findingsIn({ claim, letters: notices, writings: [invoice] }, country, settings)
  const late = notices.length === 0 || country.lateFrom(claim, settings).late
  return [
    ...findings.map(({ code, facts }) => ({ code, facts: withStep(facts, notices) })),
    ...(late ? [] : [{ code: 'policy_without_default', facts: { debtor } } as const]),
  ]
}

type Notice = { readonly on: LocalDate; readonly fee: DunningPolicy['leastOpen']; readonly line: number }

function noticesOf({ steps }: DunningPolicy, dueOn: LocalDate): readonly Notice[] {
  let on = dueOn
  return steps.flatMap(({ level, afterDays, fee }, index) => {
    on = addDays(on, Math.max(afterDays, 1))
    return level === 0 && fee === 0 ? [] : [{ on, fee, line: index + 1 }]
  })
}

// The law counts notices, the reader counts lines of the policy.
function withStep(facts: Finding['facts'], notices: readonly Notice[]): Finding['facts'] {
  const { letter } = facts
  const line = typeof letter === 'number' ? notices[letter - 1]?.line : undefined
  return line === undefined ? facts : { ...facts, letter: line }
}
