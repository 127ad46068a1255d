// "Einstellungen > E-Mail": the server that mail leaves by, and under which name. The password goes in and never comes out.

import { sql } from 'kysely'
import { z } from 'zod'
import { announce, recordForTenant } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'
import { type MailSettings, creditorOf, passwordContext, settingsRow } from './account.ts'
import type { MailOffice } from './road.ts'

const line = z.string().trim().max(200)
const address = z.email().max(320)
const optional = z.union([address, z.literal('').transform(() => null)]).nullable()

const fields = {
  host: line
    .min(1)
    .regex(/^[A-Za-z0-9.:-]+$/)
    .describe('Name or address of the SMTP server'),
  port: z.int().min(1).max(65_535),
  security: z
    .enum(['tls', 'starttls', 'none'])
    .describe('tls: from the first byte (465). starttls: or not at all (587). none: in the clear'),
  user: line.nullable(),
  fromName: line.min(1),
  fromAddress: address,
  replyTo: optional,
  bounceAddress: optional.describe('Where returned mail goes; null: to the sender'),
  bounceTokens: z.boolean().describe('That mailbox also takes name+token@domain'),
  connections: z.int().min(1).max(16).default(4).describe('Mails that may be on their way at once'),
  perMinute: z.int().min(1).max(100_000).nullable().default(null).describe('null: as fast as the server takes them'),
}

export const mailSettingsChangeSchema = z
  .object({
    ...fields,
    password: z.string().max(500).nullish().describe('Left out: stays as it is'),
    version: z.int().describe('0 where nothing was set up yet'),
  })
  .meta({ id: 'MailSettingsChange' })

export const mailSettingsSchema = z
  .object({
    /** Where mail goes now. */
    way: z.enum(['smtp', 'demo', 'none']),
    host: z.string(),
    port: z.int(),
    security: z.enum(['tls', 'starttls', 'none']),
    user: z.string().nullable(),
    passwordKept: z.boolean(),
    fromName: z.string(),
    fromAddress: z.string(),
    replyTo: z.string().nullable(),
    bounceAddress: z.string().nullable(),
    bounceTokens: z.boolean(),
    connections: z.int(),
    perMinute: z.int().nullable(),
    version: z.int(),
  })
  .meta({ id: 'MailSettings' })

export type MailSettingsAnswer = z.output<typeof mailSettingsSchema>
type Change = z.input<typeof mailSettingsChangeSchema>

/** What is set up; where nothing is, what a form best begins with. */
export async function loadMailSettings(context: Context): Promise<MailSettingsAnswer> {
  const row = await settingsRow(context)
  if (row !== undefined) {
    const { password, ...settings } = row
    return { way: 'smtp', ...settings, passwordKept: password !== null }
  }
  const { name, email, demo } = await creditorOf(context)
  return {
    way: demo ? 'demo' : 'none',
    host: '',
    port: 587,
    security: 'starttls',
    user: null,
    passwordKept: false,
    fromName: name,
    fromAddress: email ?? '',
    replyTo: null,
    bounceAddress: null,
    bounceTokens: false,
    connections: 4,
    perMinute: null,
    version: 0,
  }
}

/** Refuses where somebody changed them since `version` was read, and to send the kept password to another server. */
export async function changeMailSettings(
  context: Context,
  { secrets }: Pick<MailOffice, 'secrets'>,
  { password, version, ...wanted }: Change,
): Promise<MailSettingsAnswer> {
  const { trx, tenantId } = context
  await sql`SELECT 1 FROM tenants WHERE tenant_id = ${tenantId} FOR NO KEY UPDATE`.execute(trx)
  const before = await settingsRow(context)
  if ((before?.version ?? 0) !== version) throw refused('version_conflict', {}, { status: 409 })
  const user = wanted.user === '' ? null : wanted.user
  const keeps = password === undefined && user !== null
  if (keeps && before?.password && before.host !== wanted.host) throw refused('mail_password_again')
  const sealed = keeps ? (before?.password ?? null) : seal(secrets, password, user, tenantId)
  const { connections = 4, perMinute = null } = wanted
  const next = { ...wanted, user, connections, perMinute, version: version + 1 }
  await save(context, next, sealed)
  await recordForTenant(context, {
    type: 'mail_settings_changed',
    data: { changes: changesOf(before, next), password: password === undefined ? 'kept' : 'changed' },
  })
  await announce(trx, { tenantId, topic: 'mail', id: SETTINGS_CHANGED })
  return loadMailSettings(context)
}

/** The id under which open pages and the worker hear of it. */
export const SETTINGS_CHANGED = 'settings'

function seal(
  secrets: MailOffice['secrets'],
  password: string | null | undefined,
  user: string | null,
  tenantId: string,
): Buffer | null {
  if (user === null || password === undefined || password === null || password === '') return null
  return secrets.encipher(password, passwordContext(tenantId))
}

function changesOf(before: Partial<MailSettings> | undefined, next: MailSettings) {
  const named = (Object.keys(next) as (keyof MailSettings)[]).filter((field) => field !== 'version') // its own keys
  return named
    .filter((field) => before?.[field] !== next[field])
    .map((field) => ({ field, from: before?.[field] ?? null, to: next[field] }))
}

async function save({ trx, tenantId }: Context, next: MailSettings, password: Buffer | null): Promise<void> {
  await sql`
    INSERT INTO mail_settings (tenant_id, host, port, security, user_name, password_enciphered, from_name, from_address,
      reply_to, bounce_address, bounce_tokens, connections, per_minute, version)
    VALUES (${tenantId}, ${next.host}, ${next.port}, ${next.security}, ${next.user}, ${password}, ${next.fromName},
      ${next.fromAddress}, ${next.replyTo}, ${next.bounceAddress}, ${next.bounceTokens}, ${next.connections},
      ${next.perMinute}, ${next.version})
    ON CONFLICT (tenant_id) DO UPDATE SET host = excluded.host, port = excluded.port, security = excluded.security,
      user_name = excluded.user_name, password_enciphered = excluded.password_enciphered, from_name = excluded.from_name,
      from_address = excluded.from_address, reply_to = excluded.reply_to, bounce_address = excluded.bounce_address,
      bounce_tokens = excluded.bounce_tokens,
      connections = excluded.connections, per_minute = excluded.per_minute, version = excluded.version`.execute(trx)
}
