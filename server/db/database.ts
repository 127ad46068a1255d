// The program's way to PostgreSQL: a pool behind Kysely, and transactions that see one tenant.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type IsolationLevel,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import { typeParsers } from './types.ts'

export type Database = Kysely<unknown>
export type Trx = Transaction<unknown>

export type DatabaseOptions = {
  readonly url: string
  /** The role every connection works as: row-level security is written for it. Left out only by tools of the owner. */
  readonly role?: 'mahnwerk_app' | 'mahnwerk_worker'
  /** Connections at most; 10 unless told. */
  readonly max?: number
  /** Shown in pg_stat_activity. */
  readonly name?: string
  /** A statement that runs longer is ended by the server; 30 s unless told, 0 for never. */
  readonly statementTimeoutMs?: number
  /** Hears of a connection that broke while idle; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void
}

/** Opens no connection yet. Call `destroy()` on the result at the end. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({ ...connectionOf(options), max: options.max ?? 10, idleTimeoutMillis: 60_000 })
  pool.on('error', options.onIdleError ?? (() => {}))
  return new Kysely<unknown>({ dialect: new TenantDialect({ pool }) })
}

/** The settings of one connection, also for a client outside the pool (LISTEN, COPY). */
export function connectionOf({ url, role, name, statementTimeoutMs = 30_000 }: DatabaseOptions): pg.ClientConfig {
  const address = new URL(url)
  const settings = [
    ...(role === undefined ? [] : [`role=${role}`]),
    'TimeZone=UTC',
    'DateStyle=ISO',
    `statement_timeout=${statementTimeoutMs}`,
    'idle_in_transaction_session_timeout=120000',
  ]
  // Options in the address would replace ours, the role among them; both must hold, ours last.
  const given = address.searchParams.get('options') ?? ''
  address.searchParams.delete('options')
  return {
    connectionString: address.href,
    application_name: name ?? 'mahnwerk',
    options: [given, ...settings.map((setting) => `-c ${setting}`)].join(' ').trim(),
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    types: typeParsers,
  }
}

export type TenantOptions = {
  readonly isolation?: IsolationLevel
  /** How often it is tried when the server asks for a repetition (serialization failure, deadlock); 5 unless told. */
  readonly attempts?: number
}

/**
 * Runs the work in one transaction that sees the rows of one tenant. The work may be called again after a serialization
 * failure or a deadlock, so it must change nothing but the database. Everything it did is undone when it throws.
 */
export async function inTenant<Value>(
  db: Database,
  tenantId: string,
  work: (trx: Trx) => Promise<Value>,
  { isolation, attempts = 5 }: TenantOptions = {},
): Promise<Value> {
  if (!UUID.test(tenantId)) throw new TypeError(`not a tenant id: ${tenantId}`)
  const transaction = isolation === undefined ? db.transaction() : db.transaction().setIsolationLevel(isolation)
  for (let attempt = 1; ; attempt++) {
    try {
      return await beginningFor.run(tenantId, () =>
        transaction.execute((trx) => beginningFor.exit(() => workAndEnd(trx, work))),
      )
    } catch (error) {
      if (attempt >= attempts || !isRepeatable(error)) throw error
      await sleep(attempt * attempt * 5 * (1 + Math.random()))
    }
  }
}

// What a transaction does at its end, kept only as long as the transaction itself.
const endings = new WeakMap<Trx, (() => Promise<void>)[]>()

/** Adds something that an inTenant transaction does last, after its work and before it commits. */
export function beforeCommit(trx: Trx, end: () => Promise<void>): void {
  const ends = endings.get(trx)
  if (ends === undefined) throw new Error('only a transaction of inTenant has an end')
  ends.push(end)
}

async function workAndEnd<Value>(trx: Trx, work: (trx: Trx) => Promise<Value>): Promise<Value> {
  const ends: (() => Promise<void>)[] = []
  endings.set(trx, ends)
  const value = await work(trx)
  for (const end of ends) await end()
  return value
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

function isRepeatable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK)
}

// Carries the tenant from inTenant to the BEGIN that Kysely sends, so that both travel in one message.
const beginningFor = new AsyncLocalStorage<string>()

class TenantDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const tenantId = beginningFor.getStore()
    if (tenantId === undefined) return super.beginTransaction(connection, settings)
    const isolation = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`
    const access = settings.accessMode === undefined ? '' : ` ${settings.accessMode}`
    await connection.executeQuery(
      CompiledQuery.raw(`begin${isolation}${access}; set local app.tenant_id = '${tenantId}'`),
    )
  }
}

class TenantDialect extends PostgresDialect {
  readonly #config: ConstructorParameters<typeof PostgresDialect>[0]

  constructor(config: ConstructorParameters<typeof PostgresDialect>[0]) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new TenantDriver(this.#config)
  }
}
