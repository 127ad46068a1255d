// Mail that came in, each once: a bounce marks the mail that it returns, an answer is filed to the debtor it comes from, and
// what belongs to nobody that is known waits for a person.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { IncomingMail } from '@mahnwerk/connectors/channels/email'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, refused } from '../../http/index.ts'
import { loadDebtor } from '../debtors/index.ts'
import { keepBlob } from '../documents/index.ts'
import { choosePractice } from '../invoices/index.ts'
import { raiseTask } from '../tasks/index.ts'
import { markBounced } from './bounced.ts'
import { debtorsBehind, fileAway, letterCause } from './file.ts'
import { MAIL_COLUMNS, type Mail } from './mail.ts'
import type { MailRoad } from './road.ts'
import { type AfterMail, noteOnInvoices } from './settle.ts'

export type Received = { readonly id: string; readonly already: boolean }

/**
 * Takes a raw mail in. `practiceId`: whose mailbox it came to, for what nobody can be found for. Throws Refused where it is
 * no mail. The same bytes again change nothing.
 */
export async function receiveMail(
  context: Context,
  { road, after }: { readonly road: Pick<MailRoad, 'readMail'>; readonly after: AfterMail },
  { raw, practiceId: named }: { readonly raw: Uint8Array; readonly practiceId?: string | undefined },
): Promise<Received> {
  if (named !== undefined) await choosePractice(context, named)
  const incoming = await road.readMail(raw)
  if (incoming === undefined) throw refused('mail_unreadable')
  const sha256 = createHash('sha256').update(raw).digest()
  const there = await receivedBy(context, sha256)
  if (there !== undefined) return { id: there, already: true }
  await keepBlob(context, raw, sha256)
  const ours = await mailBehind(context, incoming)
  const debtorId = ours?.debtorId ?? (await onlyDebtor(context, incoming))
  const practiceId =
    ours?.practiceId ?? (await practiceOf(context, debtorId)) ?? named ?? context.principal.practices?.[0]
  const id = await keep(context, { incoming, sha256, practiceId, mailId: ours?.id })
  if (incoming.what.kind === 'bounce') {
    if (ours !== undefined) await markBounced(context, ours, incoming.what.bounce, after)
  } else {
    await takeLetter(context, { id, practiceId, debtorId }, incoming, ours)
  }
  return { id, already: false }
}

async function receivedBy({ trx, tenantId }: Context, sha256: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM mails_received WHERE tenant_id = ${tenantId} AND sha256 = ${sha256}`.execute(trx)
  return rows[0]?.id
}

/** The mail of ours that this one is about: by the return path, else by what it names. */
async function mailBehind(
  { trx, tenantId, principal }: Context,
  { token, what, answers }: IncomingMail,
): Promise<Mail | undefined> {
  const returned = what.kind === 'bounce' && what.bounce.messageId !== undefined ? [what.bounce.messageId] : []
  const ids = [...returned, ...answers]
  const byToken = token?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? null
  const { rows } = await sql<Mail>`
    SELECT ${MAIL_COLUMNS} FROM mails m
    WHERE m.tenant_id = ${tenantId} AND (m.id = ${byToken}::uuid OR m.message_id = ANY (${ids}::text[]))
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR m.practice_id = ANY (${practiceFilter(principal)}::uuid[]))
    ORDER BY (m.id = ${byToken}::uuid) DESC NULLS LAST, array_position(${ids}::text[], m.message_id) LIMIT 1
    FOR UPDATE`.execute(trx)
  return rows[0]
}

type Kept = {
  readonly incoming: IncomingMail
  readonly sha256: Buffer
  readonly practiceId: string | undefined
  readonly mailId: string | undefined
}

async function keep(context: Context, { incoming, sha256, practiceId, mailId }: Kept): Promise<string> {
  const id = context.newId()
  const { from, subject, text, sentAt, what } = incoming
  await sql`
    INSERT INTO mails_received (tenant_id, id, practice_id, sha256, kind, from_name, from_address, subject, body_text,
      mail_id, sent_at, received_at)
    VALUES (${context.tenantId}, ${id}, ${practiceId ?? null}, ${sha256}, ${what.kind}, ${from?.name ?? null},
      ${from?.address ?? null}, ${plain(subject)}, ${plain(text)}, ${mailId ?? null}, ${sentAt ?? null},
      ${context.now})`.execute(context.trx)
  return id
}

// PostgreSQL keeps no NUL in text.
function plain(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, 200_000)
}

type Place = { readonly id: string; readonly practiceId: string | undefined; readonly debtorId: string | undefined }

async function takeLetter(
  context: Context,
  place: Place,
  incoming: IncomingMail,
  ours: Mail | undefined,
): Promise<void> {
  const { id, debtorId } = place
  if (debtorId !== undefined) await fileAway(context, id, debtorId)
  if (ours !== undefined) {
    const from = incoming.from?.address ?? ''
    await noteOnInvoices(context, ours, 'mail.received', { from, receivedId: id, kind: incoming.what.kind })
  }
  // An automatic answer wants nothing of anybody.
  if (incoming.what.kind === 'letter') await raiseLetterTask(context, place, incoming)
}

/** The debtor that the sender's address belongs to, where it is only one. */
async function onlyDebtor(context: Context, { from, what }: IncomingMail): Promise<string | undefined> {
  if (from === undefined || what.kind === 'bounce') return undefined
  const found = await debtorsBehind(context, from.address)
  return found.length === 1 ? found[0] : undefined
}

async function practiceOf(context: Context, debtorId: string | undefined): Promise<string | undefined> {
  return debtorId === undefined ? undefined : (await loadDebtor(context, debtorId)).practiceId
}

async function raiseLetterTask(context: Context, place: Place, { from, subject }: IncomingMail): Promise<void> {
  await raiseTask(context, {
    kind: 'mail_received',
    cause: letterCause(place.id),
    facts: { from: from?.name ?? from?.address ?? '', subject },
    link: `/postausgang/eingang/${place.id}`,
    ...(place.practiceId === undefined ? {} : { practiceId: place.practiceId }),
  })
}
