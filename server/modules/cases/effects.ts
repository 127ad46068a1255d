// What follows from news beside the case itself: payments on record, questions asked and closed, tasks for people.

import { sql } from 'kysely'
import type { Effect, KnownPayment, NewsBody } from '@mahnwerk/core/cases'
import { minor } from '@mahnwerk/core/money'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Context } from '../../http/index.ts'
import { acknowledgePayment, recordPartnerPayment, reversePartnerPayment } from '../payments/index.ts'
import { raiseTask, settleTask } from '../tasks/index.ts'
import type { CaseRow } from './store.ts'

/** Carries out effects in order. Returns the id of the payment concerned, for its transfers. */
export async function carryOut(context: Context, row: CaseRow, effects: readonly Effect[]): Promise<string | undefined> {
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
      await acknowledgePayment(context, row.id, effect.paymentId)
      return undefined
    case 'open_question':
      await openQuestion(context, row, effect.news)
      return undefined
    case 'close_question':
      await closeQuestion(context, row, effect.partnerQuestionId)
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

async function openQuestion(context: Context, row: CaseRow, news: Extract<NewsBody, { type: 'question.opened' }>): Promise<void> {
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

/** The payment that news takes back, as it was booked here. */
export async function knownPaymentFor(context: Context, caseId: string, body: NewsBody): Promise<KnownPayment | undefined> {
  if (body.type !== 'payment.reversed') return undefined
  const { rows } = await sql<PaymentRow>`
    SELECT id, amount, to_principal AS principal, to_charges AS charges, to_interest AS interest, to_costs AS costs, overpaid,
      reversed_at IS NOT NULL AS reversed, received_by = 'creditor' AS own
    FROM payments WHERE tenant_id = ${context.tenantId} AND case_id = ${caseId} AND (partner_payment_id = ${body.reverses} OR id::text = ${body.reverses})`.execute(
    context.trx,
  )
  const row = rows[0]
  return row && { id: row.id, amount: minor(row.amount), allocation: allocationOf(row), reversed: row.reversed, own: row.own }
}

type PaymentRow = {
  readonly id: string
  readonly amount: number
  readonly principal: number
  readonly charges: number
  readonly interest: number
  readonly costs: number
  readonly overpaid: number
  readonly reversed: boolean
  readonly own: boolean
}

function allocationOf(row: PaymentRow): KnownPayment['allocation'] {
  return {
    principal: minor(row.principal),
    charges: minor(row.charges),
    interest: minor(row.interest),
    costs: minor(row.costs),
    overpaid: minor(row.overpaid),
  }
}
