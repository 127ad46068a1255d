// Whose a mail is that came in. The surest sign wins: the return path or the Message-ID of a mail of ours; the number of a notice or
// an invoice that it names; the address that it comes from. Where two signs point to different debtors, a person decides.

import { sql } from 'kysely'
import type { IncomingMail } from '@mahnwerk/connectors/channels/email'
import { practiceFilter } from '../../auth/principal.ts'
import type { Context } from '../../http/index.ts'
import { debtorsBehind } from './file.ts'
import { MAIL_COLUMNS, type Mail } from './mail.ts'

export type Belongs = {
  /** The mail of ours that it answers or returns. */
  readonly ours?: Mail
  readonly debtorId?: string
  readonly invoiceIds: readonly string[]
  /** By which sign; absent where no debtor was found. */
  readonly by?: 'answer' | 'number' | 'address'
}

export async function belongsTo(context: Context, incoming: IncomingMail): Promise<Belongs> {
  const ours = await mailBehind(context, incoming)
  if (ours !== undefined) {
    const { debtorId, invoiceIds } = ours
    return { ours, invoiceIds, ...(debtorId === null ? {} : { debtorId, by: 'answer' }) }
  }
  if (incoming.what.kind === 'bounce') return { invoiceIds: [] }
  const named = await namedIn(context, incoming)
  const senders = incoming.from === undefined ? [] : await debtorsBehind(context, incoming.from.address)
  const [debtorId, ...more] = new Set(named.map((each) => each.debtorId))
  const contradicted = debtorId !== undefined && senders.length === 1 && senders[0] !== debtorId
  if (more.length > 0 || contradicted) return { invoiceIds: [] }
  if (debtorId !== undefined)
    return { debtorId, by: 'number', invoiceIds: [...new Set(named.flatMap(({ invoiceIds }) => invoiceIds))] }
  const [sender, ...others] = senders
  return sender === undefined || others.length > 0
    ? { invoiceIds: [] }
    : { debtorId: sender, by: 'address', invoiceIds: [] }
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

type Named = { readonly debtorId: string; readonly invoiceIds: readonly string[] }

/** Debtors of the notices and invoices whose numbers stand in it; a number of an invoice must be long enough to be no accident. */
async function namedIn({ trx, tenantId, principal }: Context, { subject, text }: IncomingMail): Promise<Named[]> {
  const words = wordsIn(`${subject}\n${text}`)
  const notices = words.flatMap((word) => {
    const [, year, number] = /^M-(\d{4})-(\d{4,9})$/i.exec(word) ?? []
    return year === undefined ? [] : [{ year: Number(year), number: Number(number) }]
  })
  if (words.length === 0) return []
  const mine = practiceFilter(principal)
  const { rows } = await sql<Named>`
    SELECT n.debtor_id AS "debtorId",
      ARRAY (SELECT i.invoice_id FROM notice_items i WHERE i.tenant_id = n.tenant_id AND i.notice_id = n.id) AS "invoiceIds"
    FROM notices n JOIN jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) AS named (year integer, number bigint)
      ON named.year = n.year AND named.number = n.number
    WHERE n.tenant_id = ${tenantId} AND (${mine}::uuid[] IS NULL OR n.practice_id = ANY (${mine}::uuid[]))
    UNION ALL
    SELECT i.debtor_id, ARRAY[i.id] FROM invoices i
    WHERE i.tenant_id = ${tenantId} AND i.number = ANY (${words}::text[])
      AND (${mine}::uuid[] IS NULL OR i.practice_id = ANY (${mine}::uuid[]))`.execute(trx)
  return rows
}

/**
 * Of a text, what can be a number of ours: five signs and more, three of them digits. Digits alone must be six: five are a post
 * code.
 */
export function wordsIn(text: string): string[] {
  const words = text.slice(0, 20_000).match(/[\p{L}\d](?:[\p{L}\d/_.-]*[\p{L}\d])?/gu) ?? []
  const likely = words.filter(
    (word) =>
      word.length >= 5 && word.length <= 40 && word.replace(/\D/g, '').length >= (/^[\d.]+$/.test(word) ? 6 : 3),
  )
  return [...new Set(likely)].slice(0, 200)
}
