// Holds the database's own catalogue against the rules of tenancy and distribution: every tenant table can be split by tenant
// over many machines, and no row is seen or changed by whom it does not belong to. Each rule is a query that finds the offenders.
import type pg from 'pg'

/** Schemas whose tables are not by tenant, each with its reason. */
const SHARED_SCHEMAS = {
  mahnwerk: 'which migrations were applied',
  auth: 'who signs in is known before the tenant is',
  pgboss: 'the job queue keeps its own tables',
}

/** Small reference tables in the tenant schema that all may read and only the owner may write. */
const SHARED_TABLES: readonly string[] = []

/** What was written there is answered, never edited. */
const APPEND_ONLY = ['events', 'transfers']

const POLICY = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`

/** One sentence per breach, sorted; an empty list is a sound schema. */
export async function catalogueFaults(client: pg.Client): Promise<string[]> {
  const faults: string[] = []
  for (const { says, finds } of RULES) {
    const { rows } = await client.query<{ what: string }>(`with tables as (${TABLES}) ${finds}`, [
      Object.keys(SHARED_SCHEMAS),
      SHARED_TABLES,
    ])
    faults.push(...rows.map(({ what }) => `${what}: ${says}`))
  }
  return faults.toSorted()
}

/** How many tables the rules were held against: a check that saw none has proven nothing. */
export async function countTenantTables(client: pg.Client): Promise<number> {
  const { rows } = await client.query(TABLES, [Object.keys(SHARED_SCHEMAS), SHARED_TABLES])
  return rows.length
}

const TABLES = `
  select c.oid, c.relname as name, c.relowner, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and n.nspname <> all ($1::text[]) and c.relname <> all ($2::text[])`

const firstColumn = (table: string, key: string) =>
  `(select attname from pg_attribute where attrelid = ${table} and attnum = ${key})`

const APP_ROLES = `(values ('mahnwerk_app'), ('mahnwerk_worker')) role(name)`

type Rule = { readonly says: string; readonly finds: string }

const RULES: readonly Rule[] = [
  {
    says: 'has no column tenant_id uuid NOT NULL',
    finds: `select t.name as what from tables t where not exists (select from pg_attribute a where a.attrelid = t.oid
      and a.attname = 'tenant_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)`,
  },
  {
    says: 'has no primary key that begins with tenant_id',
    finds: `select t.name as what from tables t where not exists (select from pg_constraint k where k.conrelid = t.oid
      and k.contype = 'p' and ${firstColumn('t.oid', 'k.conkey[1]')} = 'tenant_id')`,
  },
  {
    says: 'is unique without beginning with tenant_id',
    finds: `select i.indexrelid::regclass::text as what from tables t join pg_index i on i.indrelid = t.oid
      where (i.indisunique or i.indisexclusion) and not i.indisprimary
        and ${firstColumn('t.oid', 'i.indkey[0]')} is distinct from 'tenant_id'`,
  },
  {
    says: 'is a foreign key without tenant_id first on both sides',
    finds: `select k.conname as what from tables t join pg_constraint k on k.conrelid = t.oid
      where k.contype = 'f' and k.confrelid in (select oid from tables)
        and (${firstColumn('k.conrelid', 'k.conkey[1]')} <> 'tenant_id' or ${firstColumn('k.confrelid', 'k.confkey[1]')} <> 'tenant_id')`,
  },
  {
    says: 'is a foreign key to a table that is not by tenant and not a reference table',
    finds: `select k.conname as what from tables t join pg_constraint k on k.conrelid = t.oid join pg_class c on c.oid = k.confrelid
      where k.contype = 'f' and k.confrelid not in (select oid from tables) and c.relname <> all ($2::text[])`,
  },
  {
    says: 'does not force row-level security',
    finds: `select t.name as what from tables t where not (t.relrowsecurity and t.relforcerowsecurity)`,
  },
  {
    says: 'has no policy that shows mahnwerk_app the rows of its tenant',
    finds: `select t.name as what from tables t
      where not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and 'mahnwerk_app'::regrole = any (p.polroles)
        and pg_get_expr(p.polqual, p.polrelid) = $policy$${POLICY}$policy$)`,
  },
  {
    says: 'is a policy beyond the tenant; only SELECT for mahnwerk_worker may look further',
    finds: `select format('%s on %s', p.polname, t.name) as what from tables t join pg_policy p on p.polrelid = t.oid
      where p.polpermissive and not (p.polcmd = 'r' and p.polroles = array['mahnwerk_worker'::regrole::oid])
        and (pg_get_expr(p.polqual, p.polrelid) is distinct from $policy$${POLICY}$policy$
          or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), $policy$${POLICY}$policy$) <> $policy$${POLICY}$policy$)`,
  },
  {
    says: 'lets mahnwerk_worker read whole rows; it may see only the columns that say where work is due',
    finds: `select t.name as what from tables t where has_table_privilege('mahnwerk_worker', t.oid, 'SELECT')`,
  },
  {
    says: 'is a trigger; triggers cannot be distributed',
    finds: `select format('%s on %s', g.tgname, t.name) as what from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal`,
  },
  {
    says: 'belongs to a role of the application, which therefore escapes its own limits',
    finds: `select t.name as what from tables t, ${APP_ROLES} where pg_has_role(role.name, t.relowner, 'MEMBER')`,
  },
  {
    says: 'may be truncated, referenced or given triggers by the application',
    finds: `select format('%s (%s)', t.name, role.name) as what from tables t, ${APP_ROLES}
      where has_table_privilege(role.name, t.oid, 'TRUNCATE, REFERENCES, TRIGGER')`,
  },
  {
    says: 'is append-only, but the application may change or delete',
    finds: `select format('%s (%s)', t.name, role.name) as what from tables t, ${APP_ROLES}
      where t.name in (${APPEND_ONLY.map((name) => `'${name}'`).join(', ')})
        and (has_any_column_privilege(role.name, t.oid, 'UPDATE') or has_table_privilege(role.name, t.oid, 'DELETE'))`,
  },
  {
    says: 'is a view that shows the rows its owner sees, not those of the reader (security_invoker is missing)',
    finds: `select c.oid::regclass::text as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('v', 'm')
        and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)
        and exists (select from tables)`,
  },
  {
    says: 'is a function that runs with the rights of its owner',
    finds: `select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.prosecdef and exists (select from tables)`,
  },
  {
    says: 'is a role of the application and may more than one of it should',
    finds: `select rolname as what from pg_roles where rolname in ('mahnwerk_app', 'mahnwerk_worker')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or has_schema_privilege(rolname, 'public', 'CREATE'))`,
  },
]
