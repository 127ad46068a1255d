// All tenants of an installation, one after the other: its database is found as the server finds it, also beside one that
// is running.

import { sql } from 'kysely'
import { createDatabase } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import { type Finding, verifyTenant } from './verify.ts'

export type TenantReport = { readonly tenantId: string; readonly name: string; readonly findings: readonly Finding[] }

/** Hands out the report of each tenant as it is ready. Throws a DatabaseFailure where there is no database. */
export async function* verifyInstallation(
  env: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<TenantReport> {
  const database = await openDatabase({ env, share: true })
  const db = createDatabase({ url: database.url, role: 'mahnwerk_app', max: 1, name: 'mahnwerk verify' })
  try {
    // No role of the application sees the tenants of others; their organisations, under which people sign in, it does.
    const { rows } = await sql<{ tenantId: string; name: string }>`
      SELECT id AS "tenantId", name FROM auth.organizations ORDER BY created_at, id`.execute(db)
    for (const tenant of rows) yield { ...tenant, findings: await verifyTenant({ db }, tenant.tenantId) }
  } finally {
    await db.destroy()
    await database.stop()
  }
}
