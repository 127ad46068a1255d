// The statements that an answer of the server is made of, to be sent again by hand: what a request costs the database
// alone, without HTTP, sign-in or JSON. Read from an application in this process; the measured one is another.

import { type Database, connectionOf, createDatabase } from '@mahnwerk/server/db'
import { type KyselyPlugin, PostgresQueryCompiler, createQueryId } from 'kysely'
import pg from 'pg'
import { type App, createApp } from '@mahnwerk/server/app'
import { systemClock } from '@mahnwerk/server/clock'
import { configFrom } from '@mahnwerk/server/config'
import { createIds } from '@mahnwerk/server/ids'
import type { House } from '../house/index.ts'

type Statement = { readonly text: string; readonly values: readonly unknown[] }

export type ByHand = {
  /** Sends the statements of this request once, in one transaction. */
  readonly statementsOf: (url: string) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

export async function openByHand(house: House): Promise<ByHand> {
  const { url } = house.database
  const said: Statement[] = []
  const db = createDatabase({ url, role: 'mahnwerk_app', max: 1, name: 'bench statements' })
  const app = await openApp(house, db.withPlugin(listening(said)))
  const client = new pg.Client(
    connectionOf({ url, role: 'mahnwerk_app', name: 'bench by hand', statementTimeoutMs: 0 }),
  )
  await client.connect()
  return {
    statementsOf: async (path) => {
      await ask(app, path, house.key) // what is written down once a minute (the use of a key) is over then
      said.length = 0
      await ask(app, path, house.key)
      const statements = [...said]
      return async () => {
        await client.query(`begin; set local app.tenant_id = '${house.tenantId}'`)
        for (const { text, values } of statements) await client.query({ text, values: [...values] })
        await client.query('commit')
      }
    },
    close: async () => {
      await client.end()
      await app.close()
      await db.destroy()
    },
  }
}

async function ask({ http }: App, url: string, key: string): Promise<void> {
  const { statusCode, body } = await http.inject({ url, headers: { authorization: `Bearer ${key}` } })
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`)
}

function listening(said: Statement[]): KyselyPlugin {
  const compiler = new PostgresQueryCompiler()
  return {
    transformQuery({ node }) {
      const { sql, parameters } = compiler.compileQuery(node, createQueryId())
      said.push({ text: sql, values: parameters })
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

async function openApp({ secrets, database }: House, db: Database): Promise<App> {
  return createApp({
    db,
    workerDb: createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 1, name: 'bench unused' }),
    clock: systemClock,
    newId: createIds(),
    secrets,
    openRoad: () => {
      throw new Error('nothing leaves from here')
    },
    changes: { subscribe: () => () => true, stop: async () => {} },
    jobs: { handle: () => {}, send: async () => {}, start: async () => {}, stop: async () => {} },
    config: { ...configFrom({ RATE_LIMIT: 'off' }), tickMs: 2 ** 31 - 1 },
    isReady: () => true,
    log: (error) => {
      throw error
    },
  })
}
