// The case page in one reading: sums, stage, who acts now, what happened, each cent, and what was sent.

import { sql } from 'kysely'
import { parseDay } from '@mahnwerk/core/calendar'
import { type Case, ifIdle } from '@mahnwerk/core/cases'
import type { PartnerProfile } from '@mahnwerk/core/handover'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound } from '../../http/index.ts'
import type { CaseAnswer } from './schemas.ts'
import { parseCase, type RawCase } from './store.ts'

type Row = RawCase & {
  readonly invoiceNumber: string
  readonly invoiceState: string
  readonly debtorId: string
  readonly debtorName: string
  readonly debtorFullName: string
  readonly partnerName: string
  readonly partnerCaseNumber: string | null
  readonly earlierCaseNumbers: string[]
  readonly portalUrl: string | null
  readonly profile: PartnerProfile
  readonly kind: 'regular' | 'attempt'
  readonly payment: string
  readonly active: boolean
  readonly open: CaseAnswer['open']
  readonly overpaid: number
  readonly openedAt: string
  readonly acceptedAt: string | null
  readonly closedAt: string | null
  readonly packageSha256: Buffer
}

export async function readCase(context: Context, id: string): Promise<CaseAnswer> {
  const row = await readRow(context, id)
  const state = parseCase(row)
  // One after the other: they share the transaction's one connection.
  const questions = await readQuestions(context, id)
  const timeline = await readTimeline(context, id, row.invoiceId)
  const ledger = await readLedger(context, row.invoiceId)
  const payments = await readPayments(context, id)
  const documents = await readDocuments(context, id, row.invoiceId)
  const outgoing = await readOutgoing(context, id)
  const waitingNews = await countWaiting(context, id)
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    invoiceId: row.invoiceId,
    invoiceNumber: row.invoiceNumber,
    invoiceState: row.invoiceState,
    debtor: { id: row.debtorId, name: row.debtorName, fullName: row.debtorFullName },
    partner: {
      id: row.connectionId,
      name: row.partnerName,
      caseNumber: row.partnerCaseNumber,
      earlierCaseNumbers: row.earlierCaseNumbers,
      portalUrl: row.portalUrl,
    },
    kind: row.kind,
    stage: row.stage,
    processing: row.processing,
    payment: row.payment,
    responsible: row.responsible,
    active: row.active,
    currency: row.currency,
    total: state.total,
    open: row.open,
    overpaid: row.overpaid,
    paid: row.paid,
    nextStepOn: row.nextStepOn,
    openedAt: row.openedAt,
    acceptedAt: row.acceptedAt,
    closedAt: row.closedAt,
    ifIdle: ifIdle(state, openQuestion(questions)),
    courtOnlyByDecision: row.profile.courtOnlyByDecision,
    stages: stagesOf(row.openedAt, timeline),
    questions,
    timeline,
    ledger,
    payments,
    documents,
    packageSha256: row.packageSha256.toString('hex'),
    outgoing,
    waitingNews,
  }
}

async function readRow(context: Context, id: string): Promise<Row> {
  const practices = practiceFilter(context.principal)
  const { rows } = await sql<Row>`
    SELECT c.id, c.number, c.practice_id AS "practiceId", c.invoice_id AS "invoiceId", c.connection_id AS "connectionId", c.currency,
      c.stage, c.processing, c.responsible, c.next_step_on AS "nextStepOn", c.principal, c.charges, c.interest, c.costs, c.paid,
      c.questions_open AS "questionsOpen", c.last_sequence AS "lastSequence", c.version, c.kind, c.payment, c.active,
      c.debtor_id AS "debtorId", c.debtor_name AS "debtorName",
      coalesce(nullif(d.company, ''), trim(d.first_name || ' ' || d.last_name)) AS "debtorFullName", c.partner_case_number AS "partnerCaseNumber",
      c.earlier_case_numbers AS "earlierCaseNumbers", coalesce(c.portal_url, k.portal_url) AS "portalUrl", k.name AS "partnerName",
      k.profile, i.number AS "invoiceNumber", i.state AS "invoiceState", i.overpaid,
      jsonb_build_object('principal', i.principal_open, 'charges', i.charges_open, 'interest', i.interest_open,
        'costs', i.costs_open) AS open,
      c.opened_at AS "openedAt", c.accepted_at AS "acceptedAt", c.closed_at AS "closedAt", c.package_sha256 AS "packageSha256"
    FROM cases c
      JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id
      JOIN connections k ON k.tenant_id = c.tenant_id AND k.id = c.connection_id
      JOIN debtors d ON d.tenant_id = c.tenant_id AND d.id = c.debtor_id
    WHERE c.tenant_id = ${context.tenantId} AND c.id = ${id}
      AND (${practices}::uuid[] IS NULL OR c.practice_id = ANY (${practices}::uuid[]))`.execute(context.trx)
  if (!rows[0]) throw notFound('case')
  return rows[0]
}

function openQuestion(questions: CaseAnswer['questions']): Parameters<typeof ifIdle>[1] {
  const open = questions.find((question) => question.answeredAt === null && question.closedAt === null)
  if (!open) return undefined
  const answerBy = open.answerBy === null ? undefined : parseDay(open.answerBy)
  return {
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(open.ifSilent === null ? {} : { ifSilent: open.ifSilent }),
  }
}

function stagesOf(openedAt: string, timeline: CaseAnswer['timeline']): CaseAnswer['stages'] {
  const reached = timeline
    .filter((event) => event.type === 'case.stage_changed')
    .map((event) => ({ stage: String(event.data['stage']), at: event.occurredAt }))
  return [{ stage: 'prepared' satisfies Case['stage'], at: openedAt }, ...reached.toReversed()]
}

async function readQuestions(context: Context, id: string): Promise<CaseAnswer['questions']> {
  const { rows } = await sql<CaseAnswer['questions'][number]>`
    SELECT id, kind, text, answer_by AS "answerBy", if_silent AS "ifSilent", opened_at AS "openedAt", answer,
      answer_note AS "answerNote", answered_by AS "answeredBy", answered_at AS "answeredAt", closed_at AS "closedAt"
    FROM questions WHERE tenant_id = ${context.tenantId} AND case_id = ${id} ORDER BY opened_at DESC, id DESC`.execute(
    context.trx,
  )
  return rows
}

// The whole file since the first invoice: both histories in one stream, newest first.
async function readTimeline(context: Context, id: string, invoiceId: string): Promise<CaseAnswer['timeline']> {
  const { rows } = await sql<CaseAnswer['timeline'][number]>`
    SELECT id, type, data::jsonb AS data, actor::jsonb AS actor, occurred_at AS "occurredAt" FROM events
    WHERE tenant_id = ${context.tenantId}
      AND ((stream = 'case' AND stream_id = ${id}) OR (stream = 'invoice' AND stream_id = ${invoiceId} AND type <> 'invoice.handed_over'))
    ORDER BY occurred_at DESC, recorded_at DESC, id DESC`.execute(context.trx)
  return rows
}

async function readLedger(context: Context, invoiceId: string): Promise<CaseAnswer['ledger']> {
  const { rows } = await sql<Omit<CaseAnswer['ledger'][number], 'openAfter'>>`
    SELECT e.id AS "eventId", min(t.value_on) AS "on", e.type, e.data::jsonb AS data,
      jsonb_build_object(
        'principal', ${componentChange('principal', invoiceId)}, 'charges', ${componentChange('charges', invoiceId)},
        'interest', ${componentChange('interest', invoiceId)}, 'costs', ${componentChange('costs', invoiceId)}) AS change,
      (coalesce(sum(t.amount) FILTER (WHERE t.credit = ${`overpaid:${invoiceId}`}), 0)
        - coalesce(sum(t.amount) FILTER (WHERE t.debit = ${`overpaid:${invoiceId}`}), 0))::bigint AS overpaid,
      jsonb_agg(jsonb_build_object('debit', t.debit, 'credit', t.credit, 'amount', t.amount) ORDER BY t.id) AS transfers
    FROM transfers t JOIN events e ON e.tenant_id = t.tenant_id AND e.id = t.event_id
    WHERE t.tenant_id = ${context.tenantId} AND t.invoice_id = ${invoiceId}
    GROUP BY e.id, e.type, e.data, e.recorded_at ORDER BY e.recorded_at, e.id`.execute(context.trx)
  let openAfter = 0
  return rows.map((line) => {
    openAfter += line.change.principal + line.change.charges + line.change.interest + line.change.costs
    return { ...line, openAfter }
  })
}

function componentChange(component: string, invoiceId: string): ReturnType<typeof sql> {
  const account = `debtor:${component}:${invoiceId}`
  return sql`coalesce(sum(t.amount) FILTER (WHERE t.debit = ${account}), 0)::bigint
    - coalesce(sum(t.amount) FILTER (WHERE t.credit = ${account}), 0)::bigint`
}

async function readPayments(context: Context, id: string): Promise<CaseAnswer['payments']> {
  const { rows } = await sql<CaseAnswer['payments'][number]>`
    SELECT id, amount, received_on AS "receivedOn", received_by AS "receivedBy", method, report, reported_at AS "reportedAt",
      reversed_at AS "reversedAt"
    FROM payments WHERE tenant_id = ${context.tenantId} AND case_id = ${id}
    ORDER BY received_on DESC, id DESC`.execute(context.trx)
  return rows
}

async function readDocuments(context: Context, id: string, invoiceId: string): Promise<CaseAnswer['documents']> {
  const { rows } = await sql<CaseAnswer['documents'][number]>`
    SELECT id, kind, name, media_type AS "mediaType", created_at AS "createdAt" FROM documents
    WHERE tenant_id = ${context.tenantId} AND (case_id = ${id} OR (invoice_id = ${invoiceId} AND case_id IS NULL))
    ORDER BY created_at DESC, id DESC`.execute(context.trx)
  return rows
}

async function readOutgoing(context: Context, id: string): Promise<CaseAnswer['outgoing']> {
  const { rows } = await sql<CaseAnswer['outgoing'][number]>`
    SELECT id, kind, state, attempts, last_error AS "lastError", created_at AS "createdAt", delivered_at AS "deliveredAt"
    FROM outbox WHERE tenant_id = ${context.tenantId} AND lane = ${id} ORDER BY position DESC`.execute(context.trx)
  return rows
}

async function countWaiting(context: Context, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM inbox
    WHERE tenant_id = ${context.tenantId} AND case_id = ${id} AND state = 'waiting'`.execute(context.trx)
  return rows[0]?.count ?? 0
}
