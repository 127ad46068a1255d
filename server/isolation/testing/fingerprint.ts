// Whether anything of a tenant changed: one hash per table over all its rows, seen with the owner's eyes, past row-level security.

import type pg from 'pg'

export type Fingerprint = Readonly<Record<string, string>>

type Table = { readonly name: string; readonly rows: string }

/** Lets the owner of the tables see their rows; returns the tables that were closed to it. The application's roles stay behind the policies. */
export async function seeAsOwner(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relforcerowsecurity AND relkind = 'r' ORDER BY 1`,
  )
  for (const table of await tenantTables(owner)) await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
  return rows.map(({ name }) => name)
}

/** Every table of the schema public with a tenant's rows in it. */
export async function tenantTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT quote_ident(c.table_name) AS name FROM information_schema.columns c
    JOIN pg_class t ON t.oid = format('%I.%I', c.table_schema, c.table_name)::regclass AND t.relkind = 'r'
    WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id' ORDER BY 1`)
  return rows.map(({ name }) => name)
}

/** One hash per table over the tenant's rows, and over who may sign in to it. Its log of sign-ins only grows and is left out. */
export async function fingerprintOf(owner: pg.Client, tenantId: string): Promise<Fingerprint> {
  const tables = [...(await tenantTables(owner)).map(ownRows), ...accountRows]
  const parts = tables.map(
    ({ name, rows }) => `
      SELECT '${name}' AS name, count(*)::text || ' ' || coalesce(md5(string_agg(r::text, E'\\n' ORDER BY r::text)), '') AS hash
      FROM (${rows}) r`,
  )
  const { rows } = await owner.query<{ name: string; hash: string }>(parts.join(' UNION ALL '), [tenantId])
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

export function changesBetween(before: Fingerprint, after: Fingerprint): string[] {
  return Object.keys(before).filter((table) => before[table] !== after[table])
}

function ownRows(name: string): Table {
  return { name, rows: `SELECT * FROM ${name} WHERE tenant_id = $1::uuid` }
}

const MEMBERS = 'SELECT user_id FROM auth.members WHERE tenant_id = $1::uuid'

const accountRows: readonly Table[] = [
  { name: 'auth.organizations', rows: 'SELECT * FROM auth.organizations WHERE id = $1::uuid' },
  { name: 'auth.members', rows: 'SELECT * FROM auth.members WHERE tenant_id = $1::uuid' },
  { name: 'auth.users', rows: `SELECT * FROM auth.users WHERE id IN (${MEMBERS})` },
  { name: 'auth.accounts', rows: `SELECT * FROM auth.accounts WHERE user_id IN (${MEMBERS})` },
  { name: 'auth.second_factors', rows: `SELECT * FROM auth.second_factors WHERE user_id IN (${MEMBERS})` },
  // When a key was used is written by its use.
  {
    name: 'auth.api_keys',
    rows: `SELECT id, name, sha256, role, practice_ids, expires_at, revoked_at FROM auth.api_keys WHERE tenant_id = $1::uuid`,
  },
  // A session of a person who takes part in the test may be renewed or ended by that person.
  {
    name: 'auth.sessions',
    rows: `SELECT id, user_id, token FROM auth.sessions WHERE user_agent = 'planted' AND user_id IN (${MEMBERS})`,
  },
]
