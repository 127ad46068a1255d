// A creditor's letterhead: logo, colour and imprint, each change a new version, and the sender that letters are written by.

import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import type { Logo, Sender } from '@mahnwerk/core/letters'
import type { Context } from '../../http/index.ts'
import { blobContent } from '../documents/index.ts'
import { type TenantSettings, senderOf } from '../settings/index.ts'

/** What may be chosen; null: nothing, or ours. */
export type LetterheadFields = {
  readonly accent: string | null
  /** The name of the bank; account and holder are the creditor's own data. */
  readonly bank: string | null
  /** "Amtsgericht Augsburg, HRB 12345" */
  readonly register: string | null
  /** "Geschäftsführung: Anna Berger" */
  readonly directors: string | null
  readonly more: readonly string[]
}

export type StoredLetterhead = LetterheadFields & {
  /** Null before the first version. */
  readonly id: string | null
  readonly version: number
  readonly logo: { readonly sha256: Buffer; readonly format: Logo['format'] } | null
  readonly savedBy: string | null
  readonly savedAt: Instant | null
}

const NONE: StoredLetterhead = {
  id: null,
  version: 0,
  accent: null,
  bank: null,
  register: null,
  directors: null,
  more: [],
  logo: null,
  savedBy: null,
  savedAt: null,
}

type Row = Omit<StoredLetterhead, 'logo'> & { readonly sha256: Buffer | null; readonly format: Logo['format'] | null }

/** The newest version. */
export async function loadLetterhead({ trx, tenantId }: Context): Promise<StoredLetterhead> {
  const { rows } = await sql<Row>`
    SELECT id, version, accent, bank, register, directors, more, logo_sha256 AS sha256, logo_format AS format,
      saved_by AS "savedBy", saved_at AS "savedAt"
    FROM letterheads WHERE tenant_id = ${tenantId} ORDER BY version DESC LIMIT 1`.execute(trx)
  const [row] = rows
  if (row === undefined) return NONE
  const { sha256, format, ...head } = row
  return { ...head, logo: sha256 === null || format === null ? null : { sha256, format } }
}

export async function loadLogo(context: Context, { logo }: Pick<StoredLetterhead, 'logo'>): Promise<Logo | undefined> {
  if (logo === null) return undefined
  return { bytes: await blobContent(context, logo.sha256), format: logo.format }
}

/** Who writes, with the letterhead that is given. */
export function senderWith(tenant: TenantSettings, fields: LetterheadFields, logo?: Logo): Sender {
  const { account, ...sender } = senderOf(tenant)
  const { accent, bank } = fields
  const imprint = imprintOf(fields)
  return {
    ...sender,
    ...(account === undefined ? {} : { account: bank === null ? account : { ...account, bank } }),
    ...(imprint.length === 0 ? {} : { imprint }),
    ...(accent === null ? {} : { accent }),
    ...(logo === undefined ? {} : { logo }),
  }
}

export function imprintOf({ register, directors, more }: LetterheadFields): readonly string[] {
  return [register, directors, ...more].filter((line): line is string => line !== null && line !== '')
}

export type OwnSender = { readonly sender: Sender; readonly letterheadId: string | null }

/** Who writes, with the letterhead in force and its logo; read once for any number of letters. */
export async function loadSender(context: Context, tenant: TenantSettings): Promise<OwnSender> {
  const head = await loadLetterhead(context)
  return { sender: senderWith(tenant, head, await loadLogo(context, head)), letterheadId: head.id }
}
