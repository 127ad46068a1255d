// "Forderung anlegen", confirmed: one transaction makes the case, keeps the package unchanged with its hash, takes the
// invoice out of the creditor's own dunning, and writes the message to the partner. Pressed twice, it is one case.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '@mahnwerk/core/canonical'
import { type AttemptChange, beginAttempt } from '@mahnwerk/core/claims'
import {
  type HandoverAnswers,
  type HandoverChanges,
  type HandoverPackage,
  decideHandover,
} from '@mahnwerk/core/handover'
import { ZERO, sum } from '@mahnwerk/core/money'
import { announce, appendEvents } from '../../events/index.ts'
import { type Context, Refused, refused } from '../../http/index.ts'
import { enqueue } from '../../outbox/index.ts'
import { addDocument, keepBlob } from '../documents/index.ts'
import { type Invoice, type InvoiceChanges, lockInvoice, saveInvoice } from '../invoices/index.ts'
import { post } from '../ledger/index.ts'
import type { Connection } from '../partners/index.ts'
import { takeNumber } from './case-number.ts'
import { gather } from './gather.ts'

export type Confirmation = {
  readonly changes: HandoverChanges
  readonly answers: HandoverAnswers
  /** The invoice's version on the page that was confirmed: what was read is what is sent. */
  readonly version: number
  /** Nobody pressed a button: the creditor lets ripe claims leave by themselves. */
  readonly automatic?: true
}

export type Created = { readonly caseId: string; readonly number: string; readonly sha256: string }

export async function confirmHandover(
  context: Context,
  invoiceId: string,
  confirmation: Confirmation,
): Promise<Created> {
  const invoice = await lockInvoice(context, invoiceId)
  if (invoice.state === 'collection' && invoice.caseId !== undefined) {
    throw refused('already_handed_over', {}, { status: 409, repair: `/faelle/${invoice.caseId}` })
  }
  if (invoice.version !== confirmation.version) throw refused('version_conflict', {}, { status: 409 })
  const caseId = context.newId()
  const { given, connection } = await gather(context, invoice, caseId)
  const decided = decideHandover(given, confirmation.changes, confirmation.answers)
  if (!decided.ok) throw new Refused(decided.refusal)
  return create(context, invoice, connection, decided.value, confirmation)
}

async function create(
  context: Context,
  invoice: Invoice,
  connection: Connection,
  sent: HandoverPackage,
  { changes, automatic }: Confirmation,
): Promise<Created> {
  const caseId = sent.claimRef
  const bytes = Buffer.from(canonicalJson(sent))
  const sha256 = createHash('sha256').update(bytes).digest()
  await keepBlob(context, bytes, sha256)
  await enqueue(context, connection.id, caseId, { kind: 'claim.submit', payload: { package: sent } })
  // From here on others wait for the next number: nothing that can be done before comes after.
  const number = await takeNumber(context)
  const documentId = await addDocument(context, {
    sha256,
    kind: 'handover_package',
    name: `Übergabe ${number}.json`,
    mediaType: 'application/json',
    practiceId: invoice.practiceId,
    invoiceId: invoice.id,
    caseId,
  })
  await insertCase(context, invoice, connection, sent, { number, documentId, sha256, automatic: automatic === true })
  const data = {
    caseId,
    number,
    connectionId: connection.id,
    partner: connection.name,
    sha256: sha256.toString('hex'),
    changes,
    kind: sent.claim.kind,
    ...(automatic ? { automatic } : {}),
  }
  await appendEvents(context.trx, context, 'case', caseId, 0, [
    { type: 'case.handed_over', data: { ...data, invoiceId: invoice.id } },
  ])
  const { claim, transfers } = begun(context, invoice, sent)
  const saved = await saveInvoice(
    context,
    invoice,
    { ...claim, caseId, partner: connection.name, partnerCaseNumber: undefined },
    [{ type: 'invoice.handed_over', data }],
  )
  const eventId = saved.events[0]?.id ?? ''
  const postings = transfers.map((transfer) => ({ transfer, eventId, invoiceId: invoice.id, caseId }))
  await post(context.trx, context.tenantId, context.newId, postings)
  await announce(context.trx, { tenantId: context.tenantId, topic: 'case', id: caseId, practiceId: invoice.practiceId })
  return { caseId, number, sha256: sha256.toString('hex') }
}

// An attempt makes owed again what was written off; exactly that is in the package.
function begun(
  { today }: Context,
  invoice: Invoice,
  { claim: { kind, principal, charges } }: HandoverPackage,
): { readonly claim: InvoiceChanges; readonly transfers: AttemptChange['transfers'] } {
  if (kind === 'regular') return { claim: { state: 'collection' }, transfers: [] }
  const amounts = { principal, charges: sum(charges.map(({ amount }) => amount)), interest: ZERO, costs: ZERO }
  return beginAttempt(invoice, amounts, today)
}

type Kept = {
  readonly number: string
  readonly documentId: string
  readonly sha256: Buffer
  readonly automatic: boolean
}

async function insertCase(
  context: Context,
  invoice: Invoice,
  connection: Connection,
  sent: HandoverPackage,
  kept: Kept,
): Promise<void> {
  await sql`
    INSERT INTO cases (tenant_id, id, number, practice_id, invoice_id, debtor_id, debtor_name, connection_id, kind, stage,
      processing, processing_kind, payment, responsible, active, currency, principal, charges, package_document_id,
      package_sha256, automatic, opened_at, version)
    VALUES (${context.tenantId}, ${sent.claimRef}, ${kept.number}, ${invoice.practiceId}, ${invoice.id}, ${invoice.debtorId},
      ${invoice.debtorName}, ${connection.id}, ${sent.claim.kind}, 'prepared', '{"kind":"sent"}', 'sent', 'unpaid', 'creditor',
      true, ${invoice.currency}, ${sent.claim.principal}, ${sum(sent.claim.charges.map((charge) => charge.amount))},
      ${kept.documentId}, ${kept.sha256}, ${kept.automatic}, ${context.now}, 1)`.execute(context.trx)
}
