// Databases for tests and tools: one server, one migrated template, any number of clones. The server is the bundled
// PostgreSQL on a temporary directory without fsync, or the one that TEST_DATABASE_URL names.
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectionOf } from '../database.ts'
import { startEmbedded } from '../embedded.ts'
import { migrate } from '../migrate.ts'
import { connectOwner } from '../server-check.ts'

export type ScratchDatabase = { readonly name: string; readonly url: string; readonly ownerUrl: string }

export type Scratch = {
  /** A new database; with the schema of this version, or empty. */
  readonly create: (content: 'migrated' | 'empty') => Promise<ScratchDatabase>
  readonly drop: (name: string) => Promise<void>
  /** Drops what is left and stops the server if it was ours. */
  readonly stop: () => Promise<void>
}

type Server = { readonly url: string; readonly ownerUrl: string; readonly stop: () => Promise<void> }

export async function openScratch(): Promise<Scratch> {
  const server = await openServer()
  const admin = await connectOwner(
    connectionOf({ url: server.ownerUrl, name: 'mahnwerk tests', statementTimeoutMs: 0 }),
  )
  const prefix = `mahnwerk_test_${randomBytes(4).toString('hex')}`
  const names = new Set<string>()
  let template: Promise<ScratchDatabase> | undefined

  const create = async (clause: string, name = `${prefix}_${names.size + 1}`): Promise<ScratchDatabase> => {
    names.add(name)
    await admin.query(`create database ${name} ${clause}`)
    return { name, url: addressOf(server.url, name), ownerUrl: addressOf(server.ownerUrl, name) }
  }
  const makeTemplate = async () => {
    const made = await create('template template0', `${prefix}_template`)
    await migrate(made)
    return made
  }
  // Without force the server waits some seconds for connections that are just closing; force may not end those of the
  // application's login, which is not the owner's to end.
  const drop = async (name: string) => {
    await admin.query(`drop database if exists ${name}`)
  }
  return {
    create: async (content) => {
      if (content === 'empty') return create('template template0')
      template ??= makeTemplate()
      return create(`template ${(await template).name}`)
    },
    drop,
    stop: async () => {
      // Our own server is thrown away with everything in it.
      if (process.env['TEST_DATABASE_URL'] !== undefined) for (const name of names) await drop(name)
      await admin.end()
      await server.stop()
    },
  }
}

async function openServer(): Promise<Server> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, ownerUrl: given, stop: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'mahnwerk-test-'))
  return startEmbedded({ dataDir, volatile: true })
}

function addressOf(server: string, database: string): string {
  const address = new URL(server)
  address.pathname = `/${database}`
  return address.href
}
