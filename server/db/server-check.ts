// What a PostgreSQL server must be and have before the schema is put on it.
import pg from 'pg'
import { DatabaseFailure } from './embedded/failure.ts'

const OLDEST = 15
const NEWEST = 18
export const ROLES = ['mahnwerk_app', 'mahnwerk_worker'] as const
const INSUFFICIENT_PRIVILEGE = '42501'
const ALREADY_THERE = ['42710', '23505']

/** Connects, or says in words why the server cannot be reached and what to do. */
export async function connectOwner(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config)
  client.on('error', () => {}) // a loss shows in the next query
  try {
    await client.connect()
    return client
  } catch (cause) {
    throw unreachable(config.connectionString ?? '', cause)
  }
}

/** Only versions that the tests run on. */
export async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::integer / 10000 as number, current_setting('server_version') as text`,
  )
  const version = rows[0]
  if (version === undefined || version.number < OLDEST || version.number > NEWEST)
    throw new DatabaseFailure(
      `Der PostgreSQL-Server hat die Version ${version?.text ?? 'unbekannt'}; Mahnwerk arbeitet mit ${OLDEST} bis ${NEWEST}.`,
      'Bitte einen Server dieser Versionen in DATABASE_URL angeben oder DATABASE_URL weglassen: dann läuft das mitgelieferte PostgreSQL.',
    )
}

/** Makes the roles of the application where they are missing, and lets both logins become them. */
export async function ensureRoles(client: pg.Client, login: string): Promise<void> {
  try {
    for (const role of ROLES) await ensureRole(client, role, login)
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== INSUFFICIENT_PRIVILEGE) throw cause
    throw new DatabaseFailure(
      `Der Datenbankbenutzer darf die Rollen ${ROLES.join(' und ')} nicht anlegen oder sich geben: ${cause.message}.`,
      `Bitte einmal als Verwalter des Servers ausführen: ${ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN;`).join(' ')} ` +
        `GRANT ${ROLES.join(', ')} TO "${login}"; oder den Benutzer mit CREATEROLE ausstatten.`,
      { cause },
    )
  }
}

/** Runs what makes the first table; a user who may make none is told what is missing. */
export async function asAllowed<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== INSUFFICIENT_PRIVILEGE) throw cause
    throw new DatabaseFailure(
      `Der Datenbankbenutzer darf in dieser Datenbank nichts anlegen: ${cause.message}.`,
      'Bitte ihm die Datenbank geben („ALTER DATABASE … OWNER TO …“) oder mit DATABASE_OWNER_URL einen Benutzer nennen, dem sie gehört.',
      { cause },
    )
  }
}

async function ensureRole(client: pg.Client, role: string, login: string): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (rows.length === 0) await client.query(`create role ${role} nologin`).catch(unlessThere)
  for (const name of await loginsWithout(client, role, login))
    await client.query(`grant ${role} to ${client.escapeIdentifier(name)}`)
}

/** Roles belong to the whole server: another database of it may be making the same one just now. */
function unlessThere(error: unknown): void {
  if (!(error instanceof pg.DatabaseError) || !ALREADY_THERE.includes(error.code ?? '')) throw error
}

/** Superusers may become anyone; the others need to be members (on 16 and later, members that may SET ROLE). */
async function loginsWithout(client: pg.Client, role: string, login: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles
      where rolname in (current_user, $2)
        and not pg_has_role(rolname, $1, case when current_setting('server_version_num')::integer >= 160000 then 'SET' else 'MEMBER' end)`,
    [role, login],
  )
  return rows.map(({ name }) => name)
}

function unreachable(url: string, cause: unknown): DatabaseFailure {
  const address = new URL(url)
  address.password = ''
  const reason = cause instanceof Error ? cause.message || cause.constructor.name : String(cause)
  return new DatabaseFailure(
    `Der Datenbankserver ${address.href} ist nicht zu erreichen: ${reason}`,
    'Bitte prüfen, ob er läuft und ob DATABASE_URL stimmt (postgresql://benutzer:kennwort@rechner:5432/datenbank). ' +
      'Ohne DATABASE_URL startet Mahnwerk das mitgelieferte PostgreSQL.',
    { cause },
  )
}
