// Roads to partners: address, secrets (enciphered), the rules agreed, and how the last contact went.

import { sql } from 'kysely'
import type { PartnerProfile } from '@mahnwerk/core/handover'
import type { Context } from '../../http/index.ts'
import { notFound } from '../../http/index.ts'

export type Connection = {
  readonly id: string
  readonly partner: string
  readonly name: string
  readonly profile: PartnerProfile
  readonly state: 'active' | 'suspended' | 'ended'
  readonly portalUrl: string | null
  readonly activeSince: string
  readonly lastContactAt: string | null
  readonly lastFailureAt: string | null
  readonly lastFailure: string | null
}

export type ConnectionSecrets = { readonly baseUrl: string; readonly token: Buffer; readonly webhookSecret: Buffer }

const COLUMNS = sql`
  id, partner, name, profile, state, portal_url AS "portalUrl", active_since AS "activeSince", last_contact_at AS "lastContactAt",
  last_failure_at AS "lastFailureAt", last_failure AS "lastFailure"`

export async function listConnections(context: Context): Promise<Connection[]> {
  const { rows } = await sql<Connection>`
    SELECT ${COLUMNS} FROM connections WHERE tenant_id = ${context.tenantId} ORDER BY created_at`.execute(context.trx)
  return rows
}

/** The connection to which new claims go: the one that is active. */
export async function activeConnection(context: Context): Promise<Connection | undefined> {
  return (await listConnections(context)).find((connection) => connection.state === 'active')
}

export async function connectionById(
  { trx, tenantId }: Pick<Context, 'trx' | 'tenantId'>,
  id: string,
): Promise<Connection & ConnectionSecrets> {
  const { rows } = await sql<Connection & ConnectionSecrets>`
    SELECT ${COLUMNS}, base_url AS "baseUrl", token_enciphered AS token, webhook_secret_enciphered AS "webhookSecret"
    FROM connections WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  const row = rows[0]
  if (!row) throw notFound('connection')
  return row
}

export type NewConnection = {
  readonly id: string
  readonly partner: string
  readonly profile: PartnerProfile
  readonly baseUrl: string
  readonly token: Buffer
  readonly webhookSecret: Buffer
  readonly portalUrl?: string
}

export async function addConnection(context: Context, connection: NewConnection): Promise<void> {
  await sql`
    INSERT INTO connections (tenant_id, id, partner, name, profile, base_url, token_enciphered, webhook_secret_enciphered, state,
      active_since, free_until, portal_url, created_at)
    VALUES (${context.tenantId}, ${connection.id}, ${connection.partner}, ${connection.profile.name},
      ${JSON.stringify(connection.profile)}, ${connection.baseUrl}, ${connection.token}, ${connection.webhookSecret}, 'active',
      ${context.now}, ${connection.profile.caseFee.freeUntil ?? null}, ${connection.portalUrl ?? null}, ${context.now})`.execute(
    context.trx,
  )
}
