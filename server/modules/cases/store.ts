// Cases as rows: the SQL and its parsing, nothing more.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Case, CaseMoney, Processing } from '@mahnwerk/core/cases'
import { isActive, paymentAxis } from '@mahnwerk/core/cases'
import { currency, minor } from '@mahnwerk/core/money'
import type { Context } from '../../http/index.ts'
import { type EventRow, type NewEvent, announce, appendEvents } from '../../events/index.ts'

export type CaseRow = {
  readonly id: string
  readonly number: string
  readonly practiceId: string
  readonly version: number
  readonly kind: 'regular' | 'attempt'
  readonly state: Case
}

export type RawCase = {
  id: string
  kind: CaseRow['kind']
  number: string
  practiceId: string
  invoiceId: string
  connectionId: string
  currency: string
  stage: Case['stage']
  processing: Processing
  responsible: Case['responsible']
  nextStepOn: LocalDate | null
  principal: number
  charges: number
  interest: number
  costs: number
  paid: number
  questionsOpen: number
  lastSequence: number
  version: number
}

/** Locks a case for change. The invoice is locked first, always, so that two changes never wait for each other. */
export async function lockCase(context: Context, id: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<RawCase>`
    SELECT id, kind, number, practice_id AS "practiceId", invoice_id AS "invoiceId", connection_id AS "connectionId", currency, stage,
      processing, responsible, next_step_on AS "nextStepOn", principal, charges, interest, costs, paid,
      questions_open AS "questionsOpen", last_sequence AS "lastSequence", version
    FROM cases WHERE tenant_id = ${context.tenantId} AND id = ${id} FOR UPDATE`.execute(context.trx)
  const raw = rows[0]
  if (!raw) return undefined
  const { number, practiceId, version, kind } = raw
  return { id, number, practiceId, version, kind, state: parseCase(raw) }
}

export function parseCase(raw: RawCase): Case {
  return {
    id: raw.id,
    invoiceId: raw.invoiceId,
    connectionId: raw.connectionId,
    currency: currency(raw.currency),
    stage: raw.stage,
    processing: raw.processing,
    responsible: raw.responsible,
    ...(raw.nextStepOn === null ? {} : { nextStepOn: raw.nextStepOn }),
    total: {
      principal: minor(raw.principal),
      charges: minor(raw.charges),
      interest: minor(raw.interest),
      costs: minor(raw.costs),
    },
    paid: minor(raw.paid),
    questionsOpen: raw.questionsOpen,
    lastSequence: raw.lastSequence,
  }
}

/** The practice whose case it is: only its people may hear of it. Throws where there is no such case. */
export async function practiceOf({ trx, tenantId }: Context, caseId: string): Promise<string> {
  const { rows } = await sql<{ practiceId: string }>`
    SELECT practice_id AS "practiceId" FROM cases WHERE tenant_id = ${tenantId} AND id = ${caseId}`.execute(trx)
  if (!rows[0]) throw new Error(`no case ${caseId}`)
  return rows[0].practiceId
}

/** Whether another case of the same invoice is with a partner. */
export async function otherActive({ trx, tenantId }: Context, { id, state }: CaseRow): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM cases WHERE tenant_id = ${tenantId} AND invoice_id = ${state.invoiceId} AND active AND id <> ${id}`.execute(
    trx,
  )
  return rows.length > 0
}

/** Saves a case with its events; the payment axis is read from what is open on the invoice. */
export async function saveCase(
  context: Context,
  before: CaseRow,
  next: Case,
  money: CaseMoney,
  events: readonly NewEvent[],
): Promise<EventRow[]> {
  const rows = await appendEvents(context.trx, context, 'case', before.id, before.version, events)
  const { processing } = next
  const accepted = processing.kind === 'accepted'
  const caseNumber = 'caseNumber' in processing ? (processing.caseNumber ?? null) : null
  await sql`
    UPDATE cases SET stage = ${next.stage}, processing = ${JSON.stringify(processing)}, processing_kind = ${processing.kind},
      responsible = ${next.responsible}, active = ${isActive(processing)}, payment = ${paymentAxis(next.paid, money.open, money.overpaid)},
      next_step_on = ${next.nextStepOn ?? null}, principal = ${next.total.principal}, charges = ${next.total.charges},
      interest = ${next.total.interest}, costs = ${next.total.costs}, paid = ${next.paid}, questions_open = ${next.questionsOpen},
      last_sequence = ${next.lastSequence}, partner_case_number = coalesce(${caseNumber}, partner_case_number),
      earlier_case_numbers = CASE WHEN partner_case_number <> ${caseNumber}::text
        THEN array_append(earlier_case_numbers, partner_case_number) ELSE earlier_case_numbers END,
      accepted_at = CASE WHEN ${accepted} THEN coalesce(accepted_at, ${context.now}::timestamptz) ELSE accepted_at END,
      closed_reason = ${processing.kind === 'ended' || processing.kind === 'rejected' ? processing.reason : null},
      closed_at = CASE WHEN ${isActive(processing)} THEN NULL ELSE coalesce(closed_at, ${context.now}::timestamptz) END,
      version = ${before.version + events.length}
    WHERE tenant_id = ${context.tenantId} AND id = ${before.id}`.execute(context.trx)
  await announce(context.trx, {
    tenantId: context.tenantId,
    topic: 'case',
    id: before.id,
    practiceId: before.practiceId,
  })
  return rows
}
