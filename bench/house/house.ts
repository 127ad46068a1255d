// What every bench runs on: the bundled PostgreSQL as a user has it (fsync on, default settings) in a temporary folder, the
// server as a process of its own, and one creditor with a key.

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Secrets,
  createApiKey,
  createSecrets,
  createTenantWithOwner,
  systemPrincipal,
} from '@mahnwerk/server/auth'
import { systemClock } from '@mahnwerk/server/clock'
import { type Database, type OpenDatabase, createDatabase, openDatabase } from '@mahnwerk/server/db'
import { type Context, type Ground, inContext } from '@mahnwerk/server/http'
import { createIds } from '@mahnwerk/server/ids'
import { NODE_FLAGS } from '@mahnwerk/server/node-flags'
import { type Child, freePort, startChild } from './child.ts'

/** A creditor of its own. */
export type Creditor = {
  readonly tenantId: string
  readonly practiceId: string
  /** An API key with the rights of an owner. */
  readonly key: string
}

export type House = Creditor & {
  readonly database: OpenDatabase
  readonly ground: Ground
  readonly secrets: Secrets
  readonly server: Child
  /** Work in the creditor's tenant, past HTTP. */
  readonly run: <Value>(work: (context: Context) => Promise<Value>) => Promise<Value>
  readonly close: () => Promise<void>
}

const SECRET = 'the secret of the benches is long enough'

export type HouseOptions = {
  /** For the server, such as --cpu-prof. */
  readonly nodeFlags?: readonly string[]
  /** `web` leaves the work that no request waits for to the bench. */
  readonly role?: 'all' | 'web'
}

export async function openHouse({ nodeFlags = [], role = 'all' }: HouseOptions = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'mahnwerk-bench-'))
  // Open to the account that PostgreSQL runs under where this is root: else the database would settle elsewhere and stay.
  await chmod(folder, 0o755)
  const database = await openDatabase({ env: { MAHNWERK_DATA: folder } })
  const db = createDatabase({ url: database.url, role: 'mahnwerk_app', max: 4, name: 'bench', statementTimeoutMs: 0 })
  const ground: Ground = { db, clock: systemClock, newId: createIds() }
  const server = await startServer(database, folder, nodeFlags, role)
  const tenant = await openCreditor(ground)
  return {
    ...tenant,
    database,
    ground,
    server,
    secrets: createSecrets(SECRET),
    run: (work) => inContext(ground, systemPrincipal(tenant.tenantId), work),
    close: () => close(folder, database, db, server),
  }
}

async function startServer(
  database: OpenDatabase,
  folder: string,
  nodeFlags: readonly string[],
  role: string,
): Promise<Child> {
  const port = await freePort()
  const env = {
    PORT: String(port),
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    MAHNWERK_DATA: folder,
    MAHNWERK_SECRET: SECRET,
    RATE_LIMIT: 'off',
    MAHNWERK_ROLE: role,
  }
  return startChild({ command: [...NODE_FLAGS, ...nodeFlags, 'server/main.ts'], port, env })
}

export async function openCreditor(ground: Ground): Promise<Creditor> {
  const { tenantId, practiceIds } = await createTenantWithOwner(ground, {
    name: 'Bench',
    legalName: 'Bench GmbH',
    street: 'Lindenstraße 1',
    postCode: '10969',
    city: 'Berlin',
    country: 'DE',
    email: 'post@bench.example',
    deductsInputTax: false,
    practices: [{ name: 'Mitte' }],
    owner: { name: 'Olga Owner', email: `olga.${crypto.randomUUID()}@bench.example`, password: crypto.randomUUID() },
  })
  const { key } = await createApiKey(ground, tenantId, { name: 'bench', role: 'owner' })
  return { tenantId, practiceId: practiceIds[0] ?? '', key }
}

async function close(folder: string, database: OpenDatabase, db: Database, server: Child): Promise<void> {
  await server.stop()
  await db.destroy()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}
