// The account a tenant's mail leaves by: its server, its sender, and the password that only the sending sees.

import { sql } from 'kysely'
import type { EmailSettings, Mailbox } from '@mahnwerk/connectors/channels/email'
import type { Context } from '../../http/index.ts'
import type { MailOffice } from './road.ts'

export type MailSettings = {
  readonly host: string
  readonly port: number
  readonly security: EmailSettings['security']
  readonly user: string | null
  readonly fromName: string
  readonly fromAddress: string
  readonly replyTo: string | null
  readonly bounceAddress: string | null
  readonly bounceTokens: boolean
  /** Mails that may be on their way at once. */
  readonly connections: number
  /** Null: as fast as the server takes them. */
  readonly perMinute: number | null
  readonly version: number
}

type Row = MailSettings & { readonly password: Buffer | null }

/** The row as it is stored, the password still enciphered; undefined where nothing was set up. */
export async function settingsRow({ trx, tenantId }: Pick<Context, 'trx' | 'tenantId'>): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    SELECT host, port, security, user_name AS "user", from_name AS "fromName", from_address AS "fromAddress",
      reply_to AS "replyTo", bounce_address AS "bounceAddress", bounce_tokens AS "bounceTokens",
      connections, per_minute AS "perMinute", version,
      password_enciphered AS password
    FROM mail_settings WHERE tenant_id = ${tenantId}`.execute(trx)
  return rows[0]
}

export type Account = {
  readonly settings: EmailSettings
  readonly from: Mailbox
  readonly replyTo?: Mailbox
  readonly bounceAddress: string
  readonly bounceTokens: boolean
  readonly connections: number
  readonly perMinute: number | null
}

/** smtp: it leaves. demo: it goes to the demo's own mailboxes. none: nobody has set up how it leaves. */
export type Way =
  | { readonly kind: 'smtp'; readonly account: Account }
  /** Without an account it stays in the house, where the demo has no post office. */
  | { readonly kind: 'demo'; readonly account?: Account }
  | { readonly kind: 'none' }

export async function wayOut(
  context: Context,
  { secrets, postOffice }: Pick<MailOffice, 'secrets' | 'postOffice'>,
): Promise<Way> {
  const row = await settingsRow(context)
  if (row === undefined) return unset(await creditorOf(context), postOffice)
  const { host, port, security, user, password } = row
  const sign =
    user === null ? {} : { user, ...(password === null ? {} : { password: open(secrets, password, context) }) }
  return {
    kind: 'smtp',
    account: {
      settings: { host, port, security, ...sign },
      from: { name: row.fromName, address: row.fromAddress },
      ...(row.replyTo === null ? {} : { replyTo: { address: row.replyTo } }),
      bounceAddress: row.bounceAddress ?? row.fromAddress,
      bounceTokens: row.bounceTokens && row.bounceAddress !== null,
      connections: row.connections,
      perMinute: row.perMinute,
    },
  }
}

/** Mails to the demo's post office at once. */
const TO_DEMO = 4

function unset({ name, email, demo }: Creditor, postOffice: MailOffice['postOffice']): Way {
  if (!demo) return { kind: 'none' }
  if (postOffice === undefined || email === null) return { kind: 'demo' }
  const from = { from: { name, address: email }, bounceAddress: email, bounceTokens: true }
  return { kind: 'demo', account: { settings: postOffice.smtp, ...from, connections: TO_DEMO, perMinute: null } }
}

function open(secrets: MailOffice['secrets'], sealed: Buffer, { tenantId }: Context): string {
  return secrets.decipher(sealed, passwordContext(tenantId))
}

/** What a password is bound to: under another tenant's row, or for another server, it does not open. */
export function passwordContext(tenantId: string, of: 'mail' | 'mail-intake' = 'mail'): string {
  return `${of}:${tenantId}`
}

export type Creditor = { readonly name: string; readonly email: string | null; readonly demo: boolean }

export async function creditorOf({ trx, tenantId }: Context): Promise<Creditor> {
  const { rows } = await sql<Creditor>`SELECT name, email, demo FROM tenants WHERE tenant_id = ${tenantId}`.execute(trx)
  if (!rows[0]) throw new Error(`tenant ${tenantId} is missing`)
  return rows[0]
}

/** The domain that Message-IDs and lists are named under: the sender's own. */
export async function domainOf(context: Context): Promise<string> {
  const address = (await settingsRow(context))?.fromAddress ?? (await creditorOf(context)).email ?? ''
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return /^[a-z0-9.-]+$/.test(domain) ? domain : 'mahnwerk.invalid'
}
