// Invoices into the books, one or ten thousand by the same rule: each makes an event and a transfer; what is already there
// is told so and changes nothing. All statements are set-based, so that a chunk of rows costs as many as a single one.

import { type InvoiceDraft, type RecordRefusal, type Recorded, debtorKey, recordInvoice } from '@mahnwerk/core/claims'
import type { Refusal } from '@mahnwerk/core/refusals'
import { mayTouchPractice } from '../../auth/principal.ts'
import { announce, chain, insertEvents } from '../../events/index.ts'
import { type Context, notFound } from '../../http/index.ts'
import { type KnownDebtor, recordDebtors } from '../debtors/index.ts'
import { type Posting, post } from '../ledger/index.ts'
import { findByIdentity, identityOf, insertInvoices } from './identity.ts'
import type { InvoiceSource } from './row.ts'

export type RecordOutcome =
  | { readonly outcome: 'accepted'; readonly invoiceId: string }
  /** `invoiceId` is absent where the principal may not see the invoice that is there. */
  | { readonly outcome: 'already_there'; readonly invoiceId?: string }
  | { readonly outcome: 'refused'; readonly refusal: Refusal<RecordRefusal> }

export type NewInvoice = {
  readonly id: string
  readonly identity: string
  readonly draft: InvoiceDraft
  readonly recorded: Recorded
  readonly debtor: KnownDebtor
}

/** Drafts of one call are worked in chunks of this size. */
const CHUNK = 2_000

/** Records drafts of one practice. Answers in their order. Throws Refused (404) where the practice is not the principal's. */
export async function recordInvoices(
  context: Context,
  { practiceId, source }: { readonly practiceId: string; readonly source: InvoiceSource },
  drafts: readonly InvoiceDraft[],
): Promise<RecordOutcome[]> {
  if (!mayTouchPractice(context.principal, practiceId)) throw notFound('practice')
  const outcomes: RecordOutcome[] = []
  for (let start = 0; start < drafts.length; start += CHUNK) {
    const chunk = drafts.slice(start, start + CHUNK)
    outcomes.push(...(await recordChunk(context, practiceId, source, chunk)))
  }
  const first = outcomes.find((outcome) => outcome.outcome === 'accepted')
  if (first)
    await announce(context.trx, { tenantId: context.tenantId, topic: 'invoice', id: first.invoiceId, practiceId })
  return outcomes
}

type Judged = {
  readonly id: string
  readonly identity: string
  readonly draft: InvoiceDraft
  readonly recorded: Recorded
}

async function recordChunk(
  context: Context,
  practiceId: string,
  source: InvoiceSource,
  drafts: readonly InvoiceDraft[],
): Promise<RecordOutcome[]> {
  const judged = drafts.map((draft) => {
    const id = context.newId()
    const result = recordInvoice(id, draft, source, context.today)
    return result.ok ? { id, identity: identityOf(draft), draft, recorded: result.value } : result.refusal
  })
  const accepted = judged.filter((one): one is Judged => 'recorded' in one)
  const there = await findByIdentity(
    context,
    accepted.map(({ draft }) => draft),
  )
  const fresh = firstOfEach(accepted.filter(({ identity }) => !there.has(identity)))
  const inserted = await insertFresh(context, practiceId, source, fresh)
  // Whoever inserted the same invoice at the same moment was first: what it made is found now.
  const all =
    fresh.length === 0
      ? there
      : await findByIdentity(
          context,
          accepted.map(({ draft }) => draft),
        )
  return judged.map((one): RecordOutcome => {
    if (!('recorded' in one)) return { outcome: 'refused', refusal: one }
    if (inserted.has(one.id)) return { outcome: 'accepted', invoiceId: one.id }
    const found = all.get(one.identity)
    const visible = found !== undefined && mayTouchPractice(context.principal, found.practiceId)
    return visible ? { outcome: 'already_there', invoiceId: found.id } : { outcome: 'already_there' }
  })
}

function firstOfEach(judged: readonly Judged[]): Judged[] {
  const byIdentity = new Map<string, Judged>()
  for (const one of judged) if (!byIdentity.has(one.identity)) byIdentity.set(one.identity, one)
  return [...byIdentity.values()]
}

async function insertFresh(
  context: Context,
  practiceId: string,
  source: InvoiceSource,
  fresh: readonly Judged[],
): Promise<ReadonlySet<string>> {
  if (fresh.length === 0) return new Set()
  const debtors = await recordDebtors(
    context,
    practiceId,
    fresh.map(({ draft }) => draft.debtor),
  )
  const invoices = fresh.map((one): NewInvoice => {
    const debtor = debtors.get(debtorKey(one.draft.debtor))
    if (!debtor) throw new Error('a debtor that was recorded is known')
    return { ...one, debtor }
  })
  const inserted = await insertInvoices(context, practiceId, source, invoices)
  await writeHistory(
    context,
    practiceId,
    invoices.filter(({ id }) => inserted.has(id)),
  )
  return inserted
}

async function writeHistory(context: Context, practiceId: string, invoices: readonly NewInvoice[]): Promise<void> {
  const written = invoices.map(({ id, recorded, debtor }) => {
    const data = { ...recorded.event.data, practiceId, debtorId: debtor.id }
    const events = chain(context, 'invoice', id, 0, undefined, [{ type: recorded.event.type, data }])
    return { id, recorded, events }
  })
  await insertEvents(
    context.trx,
    context.tenantId,
    written.flatMap(({ events }) => events),
  )
  const postings = written.flatMap(({ id, recorded, events: [event] }): Posting[] =>
    event === undefined ? [] : recorded.transfers.map((transfer) => ({ transfer, eventId: event.id, invoiceId: id })),
  )
  await post(context.trx, context.tenantId, context.newId, postings)
}
