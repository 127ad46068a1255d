// "Einstellungen > E-Mail > Empfang": the mailbox that answers and returned mail are fetched from. The password goes in and never
// comes out.

import { sql } from 'kysely'
import { z } from 'zod'
import type { Afterwards, InboxSettings } from '@mahnwerk/connectors/channels/email'
import { type LocalDate, day } from '@mahnwerk/core/calendar'
import { announce, recordForTenant } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'
import { choosePractice } from '../invoices/index.ts'
import { creditorOf, passwordContext } from './account.ts'
import type { MailOffice } from './road.ts'

const line = z.string().trim().max(200)

const fields = {
  active: z.boolean(),
  host: line
    .min(1)
    .regex(/^[A-Za-z0-9.:-]+$/)
    .describe('Name or address of the IMAP server'),
  port: z.int().min(1).max(65_535),
  security: z
    .enum(['tls', 'starttls', 'none'])
    .describe('tls: from the first byte (993). starttls: or not at all (143). none: in the clear'),
  user: line.min(1),
  folder: line.min(1),
  afterwards: z.enum(['leave', 'seen', 'move', 'delete']).describe('With a mail in the mailbox, once it is kept here'),
  moveTo: line.nullable().describe('A folder of the same mailbox, for move'),
  takes: z.enum(['all', 'ours']).describe('ours: only what answers or returns a mail of ours, or comes from a debtor'),
  practiceId: z.uuid().nullable().describe('Whose mailbox it is; null: of all'),
  since: z.iso.date().describe('Mails of before are left alone'),
}

export const intakeChangeSchema = z
  .object({
    ...fields,
    password: z.string().min(1).max(500).optional().describe('Left out: stays as it is'),
    version: z.int().describe('0 where nothing was set up yet'),
  })
  .meta({ id: 'MailIntakeChange' })

type Change = z.output<typeof intakeChangeSchema>

export type IntakeRow = Omit<Change, 'password' | 'since'> & { readonly since: LocalDate; readonly password: Buffer }

/** What is set up, the password still enciphered. */
export async function intakeRow({ trx, tenantId }: Pick<Context, 'trx' | 'tenantId'>): Promise<IntakeRow | undefined> {
  const { rows } = await sql<IntakeRow>`
    SELECT active, host, port, security, user_name AS "user", folder, afterwards, move_to AS "moveTo", takes,
      practice_id AS "practiceId", since, version, password_enciphered AS password
    FROM mail_intake WHERE tenant_id = ${tenantId}`.execute(trx)
  return rows[0]
}

/** A mailbox, and what of it is wanted. */
export type Intake = {
  readonly inbox: InboxSettings
  readonly afterwards: Afterwards
  readonly takes: 'all' | 'ours'
  readonly practiceId: string | undefined
  readonly since: LocalDate
  /** In the demo's own post office. */
  readonly demo: boolean
}

/** The mailbox to fetch from; undefined where there is none, or it is switched off. */
export async function wayIn(
  context: Context,
  { secrets, postOffice }: Pick<MailOffice, 'secrets' | 'postOffice'>,
): Promise<Intake | undefined> {
  const row = await intakeRow(context)
  if (row !== undefined) return row.active ? intakeOf(context, secrets, row) : undefined
  const { demo, email } = await creditorOf(context)
  if (!demo || postOffice === undefined || email === null) return undefined
  return {
    inbox: { ...postOffice.imap, user: email, folder: 'INBOX' },
    afterwards: { kind: 'leave' },
    takes: 'all',
    practiceId: undefined,
    since: day('2000-01-01'),
    demo: true,
  }
}

function intakeOf({ tenantId }: Context, secrets: MailOffice['secrets'], row: IntakeRow): Intake {
  const { host, port, security, user, folder, afterwards, moveTo, takes, since } = row
  return {
    inbox: {
      host,
      port,
      security,
      user,
      folder,
      password: secrets.decipher(row.password, passwordContext(tenantId, 'mail-intake')),
    },
    afterwards: afterwards === 'move' ? { kind: 'move', to: moveTo ?? '' } : { kind: afterwards },
    takes,
    practiceId: row.practiceId ?? undefined,
    since,
    demo: false,
  }
}

/** Refuses where somebody changed it since `version` was read, and to send the kept password to another server. */
export async function changeIntake(
  context: Context,
  { secrets }: Pick<MailOffice, 'secrets'>,
  { password, version, ...wanted }: Change,
): Promise<void> {
  const { trx, tenantId } = context
  await sql`SELECT 1 FROM tenants WHERE tenant_id = ${tenantId} FOR NO KEY UPDATE`.execute(trx)
  const before = await intakeRow(context)
  if ((before?.version ?? 0) !== version) throw refused('version_conflict', {}, { status: 409 })
  if (wanted.practiceId !== null) await choosePractice(context, wanted.practiceId)
  if (wanted.afterwards === 'move' && (wanted.moveTo ?? '') === '') throw refused('mail_intake_no_folder')
  if (password === undefined && before?.host !== wanted.host) throw refused('mail_password_again')
  const sealed =
    password === undefined ? before?.password : secrets.encipher(password, passwordContext(tenantId, 'mail-intake'))
  if (sealed === undefined) throw refused('mail_password_again')
  const next = { ...wanted, moveTo: wanted.afterwards === 'move' ? wanted.moveTo : null, version: version + 1 }
  await save(context, next, sealed)
  // Another server, mailbox or folder is read from its beginning; what is known of it is not taken twice.
  const moved = before?.host !== next.host || before.user !== next.user || before.folder !== next.folder
  await beginAgain(context, moved || before?.since !== next.since)
  const { password: _, ...was } = before ?? { password: null }
  await recordForTenant(context, {
    type: 'mail_intake_changed',
    data: { from: before === undefined ? null : was, to: next, password: password === undefined ? 'kept' : 'changed' },
  })
  await announce(trx, { tenantId, topic: 'mail', id: 'intake' })
}

async function save({ trx, tenantId }: Context, next: Omit<Change, 'password'>, password: Buffer): Promise<void> {
  await sql`
    INSERT INTO mail_intake (tenant_id, active, host, port, security, user_name, password_enciphered, folder, afterwards,
      move_to, takes, practice_id, since, version)
    VALUES (${tenantId}, ${next.active}, ${next.host}, ${next.port}, ${next.security}, ${next.user}, ${password},
      ${next.folder}, ${next.afterwards}, ${next.moveTo}, ${next.takes}, ${next.practiceId}, ${next.since}, ${next.version})
    ON CONFLICT (tenant_id) DO UPDATE SET active = excluded.active, host = excluded.host, port = excluded.port,
      security = excluded.security, user_name = excluded.user_name, password_enciphered = excluded.password_enciphered,
      folder = excluded.folder, afterwards = excluded.afterwards, move_to = excluded.move_to, takes = excluded.takes,
      practice_id = excluded.practice_id, since = excluded.since, version = excluded.version`.execute(trx)
}

/** It is looked at again soon. `whole`: from its beginning. */
async function beginAgain({ trx, tenantId, recordedAt }: Context, whole: boolean): Promise<void> {
  await sql`
    INSERT INTO mail_intake_places (tenant_id, next_check_at) VALUES (${tenantId}, ${recordedAt})
    ON CONFLICT (tenant_id) DO UPDATE SET next_check_at = ${recordedAt}, failures = 0, trouble = NULL, answer = NULL,
      uid_validity = CASE WHEN ${whole} THEN NULL ELSE mail_intake_places.uid_validity END`.execute(trx)
}
