// Answers a question of the partner in place; the answer leaves through the outbox.

import { sql } from 'kysely'
import { isActive } from '@mahnwerk/core/cases'
import { appendEvents, announce } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import { enqueue } from '../../outbox/index.ts'
import { mayTouchPractice } from '../../auth/principal.ts'
import { settleTask } from '../tasks/index.ts'
import { lockCase } from './store.ts'

export type AnswerInput = { readonly answer: 'yes' | 'no' | 'text'; readonly text?: string | undefined }

export async function answerQuestion(
  context: Context,
  caseId: string,
  questionId: string,
  input: AnswerInput,
): Promise<void> {
  const row = await lockCase(context, caseId)
  if (!row || !mayTouchPractice(context.principal, row.practiceId)) throw notFound('case')
  const { rows } = await sql<{ partnerQuestionId: string; settled: boolean }>`
    SELECT partner_question_id AS "partnerQuestionId", answered_at IS NOT NULL OR closed_at IS NOT NULL AS settled
    FROM questions WHERE tenant_id = ${context.tenantId} AND case_id = ${caseId} AND id = ${questionId} FOR UPDATE`.execute(
    context.trx,
  )
  const question = rows[0]
  if (!question) throw notFound('question')
  // Its questions were closed with it; that the case is over says more than that they are.
  if (!isActive(row.state.processing)) throw refused('question_of_closed_case', {}, { status: 409 })
  if (question.settled) throw refused('question_already_answered', {}, { status: 409 })
  await sql`
    UPDATE questions SET answer = ${input.answer}, answer_note = ${input.text ?? null}, answered_by = ${context.actor.name},
      answered_at = ${context.now}
    WHERE tenant_id = ${context.tenantId} AND id = ${questionId}`.execute(context.trx)
  await appendEvents(context.trx, context, 'case', caseId, row.version, [
    { type: 'question.answered', data: { questionId: question.partnerQuestionId, ...input } },
  ])
  await sql`
    UPDATE cases SET version = version + 1 WHERE tenant_id = ${context.tenantId} AND id = ${caseId}`.execute(
    context.trx,
  )
  await enqueue(context, row.state.connectionId, caseId, {
    kind: 'question.answer',
    payload: { answer: { answerId: context.newId(), questionId: question.partnerQuestionId, answer: spoken(input) } },
  })
  await settleTask(context, `question_open:${caseId}:${question.partnerQuestionId}`)
  await announce(context.trx, { tenantId: context.tenantId, topic: 'case', id: caseId, practiceId: row.practiceId })
}

function spoken({ answer, text }: AnswerInput): { kind: 'text'; text: string } | { kind: 'yes' | 'no'; text?: string } {
  if (answer === 'text') return { kind: 'text', text: text ?? '' }
  return { kind: answer, ...(text === undefined || text === '' ? {} : { text }) }
}
