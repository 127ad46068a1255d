// Mail that came in, each once: a bounce marks the mail that it returns, an answer is filed to the debtor it comes from, and
// what belongs to nobody that is known waits for a person.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { IncomingMail } from '@mahnwerk/connectors/channels/email'
import { type Context, refused } from '../../http/index.ts'
import { loadDebtor } from '../debtors/index.ts'
import { keepBlob } from '../documents/index.ts'
import { choosePractice } from '../invoices/index.ts'
import { raiseTask } from '../tasks/index.ts'
import { markBounced } from './bounced.ts'
import { fileAway, letterCause } from './file.ts'
import { type Belongs, belongsTo } from './match.ts'
import { plain } from './plain.ts'
import type { MailRoad } from './road.ts'
import { type AfterMail, noteReceived, told } from './settle.ts'

export type Received = { readonly id: string; readonly already: boolean }

export type RawMail = {
  readonly raw: Uint8Array
  /** Whose mailbox it came to, for what nobody can be found for. */
  readonly practiceId?: string | undefined
  /** Only its headers are in `raw`; its size where it lies. */
  readonly cutFrom?: number | undefined
}

export type Receiving = { readonly road: Pick<MailRoad, 'readMail' | 'whyUnreadable'>; readonly after: AfterMail }

/** Takes a raw mail in. Throws Refused where it is no mail, or none that can be read. The same bytes again change nothing. */
export async function receiveMail(context: Context, { road, after }: Receiving, mail: RawMail): Promise<Received> {
  const incoming = await road.readMail(mail.raw).catch((error: unknown) => {
    if (road.whyUnreadable(error) === undefined) throw error
  })
  if (incoming === undefined) throw refused('mail_unreadable')
  const received = await receiveWanted(context, after, mail, incoming, () => true)
  if (received === undefined) throw new Error('every mail is wanted')
  return received
}

export type Wanted = (incoming: IncomingMail, belongs: Belongs) => boolean

/** The same for a mailbox that has more in it than our mail; undefined for what is not wanted, of which nothing is kept. */
export async function receiveWanted(
  context: Context,
  after: AfterMail,
  { raw, practiceId: named, cutFrom }: RawMail,
  incoming: IncomingMail,
  wanted: Wanted,
): Promise<Received | undefined> {
  if (named !== undefined) await choosePractice(context, named)
  const sha256 = hashOf(raw)
  const there = await receivedBy(context, sha256)
  if (there !== undefined) return { id: there, already: true }
  const belongs = await belongsTo(context, incoming)
  if (!wanted(incoming, belongs)) return undefined
  await keepBlob(context, raw, sha256)
  const practiceId =
    belongs.ours?.practiceId ??
    (await practiceOf(context, belongs.debtorId)) ??
    named ??
    context.principal.practices?.[0]
  const place = { practiceId, belongs, sha256, size: cutFrom ?? raw.byteLength, cut: cutFrom !== undefined }
  const id = await keep(context, incoming, place)
  if (incoming.what.kind === 'bounce') {
    if (belongs.ours !== undefined) await markBounced(context, belongs.ours, incoming.what.bounce, after)
    await told(context, { id, practiceId: practiceId ?? null })
  } else {
    await takeLetter(context, { id, practiceId }, incoming, belongs)
  }
  return { id, already: false }
}

/** Keeps a mail that cannot be read: what its envelope says of it, nobody's until a person has looked. */
export async function receiveUnread(
  context: Context,
  { raw, practiceId, cutFrom }: RawMail,
  envelope: IncomingMail,
): Promise<Received> {
  const sha256 = hashOf(raw)
  const there = await receivedBy(context, sha256)
  if (there !== undefined) return { id: there, already: true }
  await keepBlob(context, raw, sha256)
  const place = { practiceId, sha256, size: cutFrom ?? raw.byteLength, cut: cutFrom !== undefined }
  return { id: await keep(context, envelope, { ...place, belongs: { invoiceIds: [] } }), already: false }
}

function hashOf(raw: Uint8Array): Buffer {
  return createHash('sha256').update(raw).digest()
}

async function receivedBy({ trx, tenantId }: Context, sha256: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM mails_received WHERE tenant_id = ${tenantId} AND sha256 = ${sha256}`.execute(trx)
  return rows[0]?.id
}

type Kept = {
  readonly sha256: Buffer
  readonly practiceId: string | undefined
  readonly belongs: Belongs
  readonly size: number
  readonly cut: boolean
}

async function keep(context: Context, incoming: IncomingMail, { belongs, ...kept }: Kept): Promise<string> {
  const id = context.newId()
  const { from, subject, text, sentAt, what } = incoming
  const files = incoming.files.map(({ name, mediaType, bytes }) => ({
    name: plain(name, 200),
    mediaType: plain(mediaType, 200),
    size: bytes.byteLength,
  }))
  await sql`
    INSERT INTO mails_received (tenant_id, id, practice_id, sha256, kind, from_name, from_address, subject, body_text,
      mail_id, invoice_ids, attachments, size, cut, sent_at, received_at)
    VALUES (${context.tenantId}, ${id}, ${kept.practiceId ?? null}, ${kept.sha256}, ${what.kind},
      ${from?.name === undefined ? null : plain(from.name)}, ${from === undefined ? null : plain(from.address)}, ${plain(subject)}, ${plain(text)}, ${belongs.ours?.id ?? null},
      ${[...belongs.invoiceIds]}::uuid[], ${JSON.stringify(files)}::jsonb, ${kept.size}, ${kept.cut}, ${sentAt ?? null},
      ${context.now})`.execute(context.trx)
  return id
}

type Place = { readonly id: string; readonly practiceId: string | undefined }

async function takeLetter(context: Context, place: Place, incoming: IncomingMail, belongs: Belongs): Promise<void> {
  const { debtorId, by } = belongs
  if (debtorId !== undefined) await fileAway(context, place.id, { debtorId, by: by ?? 'address' })
  else {
    if (belongs.ours !== undefined) await noteReceived(context, belongs.invoiceIds, noteOf(place.id, incoming))
    await told(context, { id: place.id, practiceId: place.practiceId ?? null })
  }
  // An automatic answer wants nothing of anybody.
  if (incoming.what.kind === 'letter') await raiseLetterTask(context, place, incoming)
}

function noteOf(receivedId: string, { from, subject, what }: IncomingMail) {
  return { receivedId, from: plain(from?.address ?? ''), subject: plain(subject), kind: what.kind }
}

async function practiceOf(context: Context, debtorId: string | undefined): Promise<string | undefined> {
  return debtorId === undefined ? undefined : (await loadDebtor(context, debtorId)).practiceId
}

async function raiseLetterTask(context: Context, place: Place, { from, subject }: IncomingMail): Promise<void> {
  await raiseTask(context, {
    kind: 'mail_received',
    cause: letterCause(place.id),
    facts: { from: plain(from?.name ?? from?.address ?? ''), subject: plain(subject) },
    link: `/postausgang/eingang/${place.id}`,
    ...(place.practiceId === undefined ? {} : { practiceId: place.practiceId }),
  })
}
