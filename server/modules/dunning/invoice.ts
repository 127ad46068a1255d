// One invoice and its reminders: what was sent, what comes next and when, why nothing was sent so far; and the yellow triangle, the
// next letter now, by the same rules and the same writer as a run.

import { sql } from 'kysely'
import { z } from 'zod'
import { lastLevelOf } from '@mahnwerk/core/claims'
import { dueOn, nextStep } from '@mahnwerk/core/dunning'
import { checkDemand } from '@mahnwerk/core/legality'
import { ZERO, minor } from '@mahnwerk/core/money'
import type { PlannedLetter } from '@mahnwerk/core/dunning'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { announce } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import type { Locale } from '../../http/texts.ts'
import { type Invoice, lockInvoice } from '../invoices/index.ts'
import { storedClaim } from '../statements/index.ts'
import { type Candidate, candidateFor } from './candidates.ts'
import { noticeSchema, noticesOf } from './notices.ts'
import { placeOf } from './place.ts'
import { planWithInterest } from './interest.ts'
import { type DebtorOfDay, claimOf } from './plan.ts'
import { loadPolicies } from './policy.ts'
import { groundSchema } from './policy-use.ts'
import { refusedFor, whyAnswer, whySchema } from './why.ts'
import { writeLetters } from './write.ts'

const stepFields = { level: z.int(), channel: z.string(), fee: z.int() }

export const invoiceDunningSchema = z
  .object({
    policy: z.string(),
    ground: groundSchema,
    lastLevel: z.int().describe('The last one of the policy'),
    notices: z.array(noticeSchema).describe('The latest first'),
    due: z
      .object({ ...stepFields, payBy: z.iso.date() })
      .nullable()
      .describe('The letter that a run of today would write; null where it would write none'),
    why: whySchema.nullable().describe('Why a run of today would write none'),
    next: z
      .object({ ...stepFields, on: z.iso.date() })
      .nullable()
      .describe('The next step and its day if nothing stands against it; null after the last one'),
    early: z
      .object({
        allowed: z.boolean(),
        interest: z.int().describe('Late interest that the letter would demand today'),
        why: whySchema.nullable(),
      })
      .describe('Whether a person may have the next letter now'),
  })
  .meta({ id: 'InvoiceDunning' })

export async function invoiceDunning(
  context: Context,
  id: string,
  locale: Locale,
): Promise<z.output<typeof invoiceDunningSchema>> {
  const candidate = await candidateFor(context, id)
  if (candidate === undefined) throw notFound('invoice')
  const policies = await loadPolicies(context)
  const planned = await planOne(context, candidate, false)
  const wished = await planOne(context, candidate, true)
  const { policy } = planned
  const claim = claimOf(candidate)
  const next = nextStep(policy, claim.level, claim.lastNoticeOn)
  const { isHoliday } = await placeOf(context)
  const [letter] = planned.letters
  return {
    policy: policy.name,
    ground: policies.groundOf(candidate.debtor),
    lastLevel: lastLevelOf(policy.steps),
    notices: await noticesOf(context, id),
    due: letter === undefined ? null : { ...stepOf(letter.step), payBy: letter.payBy },
    why: whyOf(planned, locale),
    next: next === undefined ? null : { ...stepOf(next), on: dueOn(claim, next, isHoliday) },
    early: {
      allowed: wished.letters.length > 0,
      interest: wished.letters[0]?.interest ?? 0,
      why: whyOf(wished, locale),
    },
  }
}

function stepOf({ level, channel, fee }: PlannedLetter['step']) {
  return { level, channel, fee }
}

function whyOf({ notReminded }: DebtorOfDay, locale: Locale) {
  const [none] = notReminded
  return none === undefined ? null : whyAnswer(none.why, locale)
}

async function planOne(context: Context, candidate: Candidate, early: boolean): Promise<DebtorOfDay> {
  const day = { today: context.today, early, ...(await placeOf(context)) }
  const [planned] = await planWithInterest(context, [candidate], await loadPolicies(context), day)
  if (planned === undefined) throw new Error('a candidate has a debtor')
  return planned
}

export type NoticeWish = {
  /** The person confirmed that the letter goes out before its day. */
  readonly early: boolean
  readonly version?: number | undefined
}

/** Writes the next letter of one invoice. Returns the notice's id. Throws Refused with the reason where there is none. */
export async function writeNotice(
  context: Context,
  invoiceId: string,
  wish: NoticeWish,
  locale: Locale = 'de',
): Promise<string> {
  const { trx, tenantId, principal, today, now, actor } = context
  const invoice = await lockInvoice(context, invoiceId)
  if (wish.version !== undefined && wish.version !== invoice.version)
    throw refused('version_conflict', {}, { status: 409 })
  const candidate = await candidateFor(context, invoiceId)
  if (candidate === undefined) throw notFound('invoice')
  const { letters, notReminded } = await planOne(context, candidate, wish.early)
  const [letter] = letters
  const [none] = notReminded
  if (none !== undefined) throw refusedFor(none.why, wish.early, locale)
  if (letter === undefined) throw new Error('a claim is reminded, or the reason is known')
  await refuseUnlawful(context, invoice, letter)
  const runId = context.newId()
  await sql`
    INSERT INTO dunning_runs (tenant_id, id, day, state, single, practices, actor, letters, claims, fees, asked, started_at, ended_at)
    VALUES (${tenantId}, ${runId}, ${today}, 'done', true, ${principal.practices ?? null}::uuid[], ${JSON.stringify(actor)}, 1, 1,
      ${letter.step.fee}, ${letter.open}, ${now}, ${now})`.execute(trx)
  const [written] = await writeLetters(
    context,
    runId,
    [letter],
    new Map([[invoiceId, candidate]]),
    await loadPolicies(context),
  )
  if (written === undefined) throw new Error('a letter that was planned is written')
  await announce(trx, { tenantId, topic: 'invoice', id: invoiceId, practiceId: invoice.practiceId })
  return written.id
}

// Before its day a letter may come too early to cost anything: the law is asked about this very claim.
async function refuseUnlawful(context: Context, invoice: Invoice, { step }: PlannedLetter): Promise<void> {
  if (step.fee === 0) return
  const { country, settings, question } = await storedClaim(context, invoice)
  const letters = [...(await lettersBefore(context, invoice)), { on: context.today, fee: step.fee }]
  const checked = checkDemand({ claim: question.facts, letters }, country, settings)
  if (!checked.ok) throw refused(checked.refusal.code, checked.refusal.facts)
}

async function lettersBefore({ trx, tenantId }: Context, { id, dunningLevel, lastNoticeOn }: Invoice) {
  const { rows } = await sql<{ on: LocalDate; fee: number }>`
    SELECT n.day AS on, n.fee FROM notice_items o JOIN notices n ON n.tenant_id = o.tenant_id AND n.id = o.notice_id
    WHERE o.tenant_id = ${tenantId} AND o.invoice_id = ${id} AND o.level > 0 AND n.state NOT IN ('failed', 'bounced')
    ORDER BY n.day, n.number`.execute(trx)
  if (rows.length === 0 && dunningLevel > 0 && lastNoticeOn !== undefined) return [{ on: lastNoticeOn, fee: ZERO }]
  return rows.map(({ on, fee }) => ({ on, fee: minor(fee) }))
}
