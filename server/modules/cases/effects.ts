// What follows from news beside the case itself: payments on record, questions asked and closed, tasks for people.

import { sql } from 'kysely'
import type { Effect, KnownPayment, NewsBody } from '@mahnwerk/core/cases'
import { type Minor, minor } from '@mahnwerk/core/money'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Context } from '../../http/index.ts'
import { acknowledgePayment, bookedParts, recordPartnerPayment, reversePartnerPayment } from '../payments/index.ts'
import { raiseTask, settleTask } from '../tasks/index.ts'
import type { CaseRow } from './store.ts'

/** Carries out effects in order. Returns the id of the payment concerned, for its transfers. */
export async function carryOut(
  context: Context,
  row: CaseRow,
  effects: readonly Effect[],
): Promise<string | undefined> {
  let paymentId: string | undefined
  for (const effect of effects) paymentId = (await carryOutOne(context, row, effect)) ?? paymentId
  return paymentId
}

async function carryOutOne(context: Context, row: CaseRow, effect: Effect): Promise<string | undefined> {
  switch (effect.kind) {
    case 'record_payment':
      return recordPartnerPayment(context, { ...row.state, practiceId: row.practiceId }, effect)
    case 'reverse_payment':
      await reversePartnerPayment(context, effect.paymentId, effect.reason)
      return effect.paymentId
    case 'acknowledge_payment':
      return acknowledgePayment(context, row, effect.paymentId)
    case 'open_question':
      await openQuestion(context, row, effect.news)
      return undefined
    case 'close_question':
      await closeQuestion(context, row, effect.partnerQuestionId)
      return undefined
    case 'stop_waiting':
      await stopWaiting(context, row)
      return undefined
    case 'raise_task': {
      const cause = `${effect.task}:${row.id}:${String(effect.facts['questionId'] ?? '')}`
      await raiseTask(context, {
        kind: effect.task,
        cause,
        facts: { ...effect.facts, case: row.number, ...(await namesOf(context, row.id)) },
        link: `/faelle/${row.id}`,
        practiceId: row.practiceId,
        ...(effect.dueOn === undefined ? {} : { dueOn: effect.dueOn }),
      })
      return undefined
    }
    default:
      return assertNever(effect)
  }
}

// For the task's sentence: who is asked by whom about whom.
async function namesOf(context: Context, caseId: string): Promise<{ debtor: string; partner: string }> {
  const { rows } = await sql<{ debtor: string; partner: string }>`
    SELECT coalesce(nullif(d.company, ''), trim(d.first_name || ' ' || d.last_name)) AS debtor, k.name AS partner
    FROM cases c JOIN debtors d ON d.tenant_id = c.tenant_id AND d.id = c.debtor_id
      JOIN connections k ON k.tenant_id = c.tenant_id AND k.id = c.connection_id
    WHERE c.tenant_id = ${context.tenantId} AND c.id = ${caseId}`.execute(context.trx)
  if (!rows[0]) throw new Error(`case ${caseId} without debtor or connection`)
  return rows[0]
}

async function openQuestion(
  context: Context,
  row: CaseRow,
  news: Extract<NewsBody, { type: 'question.opened' }>,
): Promise<void> {
  await sql`
    INSERT INTO questions (tenant_id, id, case_id, partner_question_id, kind, text, answer_by, if_silent, opened_at)
    VALUES (${context.tenantId}, ${context.newId()}, ${row.id}, ${news.questionId}, ${news.kind}, ${news.text},
      ${news.answerBy ?? null}, ${news.ifSilent ?? null}, ${context.now}) ON CONFLICT DO NOTHING`.execute(context.trx)
}

async function closeQuestion(context: Context, row: CaseRow, partnerQuestionId: string): Promise<void> {
  await sql`
    UPDATE questions SET closed_at = ${context.now}
    WHERE tenant_id = ${context.tenantId} AND case_id = ${row.id} AND partner_question_id = ${partnerQuestionId}
      AND closed_at IS NULL`.execute(context.trx)
  await settleTask(context, `question_open:${row.id}:${partnerQuestionId}`)
}

// The event that ended the case says why; the tasks have no button any more that would do something.
async function stopWaiting(context: Context, row: CaseRow): Promise<void> {
  const { rows } = await sql<{ partnerQuestionId: string }>`
    SELECT partner_question_id AS "partnerQuestionId" FROM questions
    WHERE tenant_id = ${context.tenantId} AND case_id = ${row.id} AND closed_at IS NULL ORDER BY opened_at, id`.execute(
    context.trx,
  )
  for (const { partnerQuestionId } of rows) await closeQuestion(context, row, partnerQuestionId)
  await settleTask(context, `decision_needed:${row.id}:`)
}

/** The payment on record that news speaks of, as it is booked now. */
export async function knownPaymentFor(
  context: Context,
  caseId: string,
  body: NewsBody,
): Promise<KnownPayment | undefined> {
  const told = paymentNamed(body)
  if (told === undefined) return undefined
  const { rows } = await sql<Omit<KnownPayment, 'allocation'>>`
    SELECT id, amount, reversed_at IS NOT NULL AS reversed, received_by = 'creditor' AS own
    FROM payments WHERE tenant_id = ${context.tenantId} AND case_id = ${caseId}
      AND (partner_payment_id = ${told} OR (received_by = 'creditor' AND id::text = ${told}))`.execute(context.trx)
  const row = rows[0]
  return row && { ...row, amount: minor(row.amount), allocation: await bookedParts(context, row.id) }
}

/** What was added under the cost's id that news speaks of, when it was told first. */
export async function knownCostFor(context: Context, caseId: string, body: NewsBody): Promise<Minor | undefined> {
  if (body.type !== 'cost.added') return undefined
  const { rows } = await sql<{ amount: number }>`
    SELECT (data::jsonb ->> 'amount')::bigint AS amount FROM events
    WHERE tenant_id = ${context.tenantId} AND stream = 'case' AND stream_id = ${caseId} AND type = 'cost.added'
      AND data::jsonb ->> 'costId' = ${body.costId} ORDER BY version LIMIT 1`.execute(context.trx)
  return rows[0] && minor(rows[0].amount)
}

export async function knownQuestionFor(
  context: Context,
  caseId: string,
  body: NewsBody,
): Promise<{ readonly open: boolean } | undefined> {
  if (body.type !== 'question.opened' && body.type !== 'question.closed') return undefined
  const { rows } = await sql<{ open: boolean }>`
    SELECT closed_at IS NULL AS open FROM questions
    WHERE tenant_id = ${context.tenantId} AND case_id = ${caseId} AND partner_question_id = ${body.questionId}`.execute(
    context.trx,
  )
  return rows[0]
}

function paymentNamed(body: NewsBody): string | undefined {
  if (body.type === 'payment.reversed') return body.reverses
  return body.type === 'payment.reported' || body.type === 'payment.direct_acknowledged' ? body.paymentId : undefined
}
