// The letters of a day with the late interest that they demand: the one function that a preview, a run and a single click all
// ask. A letter whose step demands interest asks for what the statement of its day says beyond the books. It is not booked: the
// statement tells it on any day, and the next letter demands it anew up to its own day. Claims of other letters cost no reading.

import { claimStatement } from '@mahnwerk/core/calculations'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { type Minor, ZERO, subtract } from '@mahnwerk/core/money'
import { type Result, accept, refuse } from '@mahnwerk/core/refusals'
import type { Context } from '../../http/index.ts'
import type { Locale } from '../../http/texts.ts'
import type { Invoice } from '../invoices/index.ts'
import { type StoredClaim, storedClaims } from '../statements/index.ts'
import type { Candidate } from './candidates.ts'
import { type Day, type DebtorOfDay, planDay } from './plan.ts'
import type { Policies } from './policy.ts'
import { refusedFor } from './why.ts'

/** Plans the letters of `day`. Planned twice where any of them demands interest: first to know of which claims. */
export async function planWithInterest(
  context: Context,
  candidates: readonly Candidate[],
  policies: Policies,
  day: Day,
): Promise<readonly DebtorOfDay[]> {
  const planned = planDay(candidates, policies, day)
  const ids = new Set(planned.flatMap(askingInterest))
  if (ids.size === 0) return planned
  const invoices = candidates.map(({ invoice }) => invoice).filter(({ id }) => ids.has(id))
  return planDay(candidates, policies, { ...day, interest: await interestOn(context, invoices, day.today) })
}

function askingInterest({ letters }: DebtorOfDay): readonly string[] {
  return letters.filter(({ step }) => step.interest).flatMap(({ items }) => items.map(({ claim }) => claim.id))
}

/** What a letter of the day would demand for one invoice. Throws Refused where the law cannot tell it. */
export async function interestUpTo(context: Context, invoice: Invoice, on: LocalDate, locale: Locale): Promise<Minor> {
  const interest = (await interestOn(context, [invoice], on)).get(invoice.id)
  if (interest === undefined) throw new Error('an invoice that was asked for is told')
  if (!interest.ok) throw refusedFor({ kind: 'interest_unknown', refusal: interest.refusal }, false, locale)
  return interest.value
}

/** Late interest of each invoice on a day beyond what the books hold of it, by its id; refused where the law cannot tell it. */
async function interestOn(
  context: Context,
  invoices: readonly Invoice[],
  on: LocalDate,
): Promise<ReadonlyMap<string, Result<Minor>>> {
  const claims = await storedClaims(context, invoices)
  return new Map([...claims].map(([id, claim]) => [id, interestOf(claim, on)]))
}

// Interest may be booked to a later day than the letter's: nothing is given back for it here.
function interestOf({ invoice, country, question, settings }: StoredClaim, on: LocalDate): Result<Minor> {
  const struck = claimStatement(country, { ...question, on }, settings)
  // The country says in whose words the refusal is told.
  if (!struck.ok) return refuse(struck.refusal.code, { ...struck.refusal.facts, country: country.code })
  const beyond = subtract(struck.value.statement.balance.interest, invoice.open.interest)
  return accept(beyond > ZERO ? beyond : ZERO)
}
