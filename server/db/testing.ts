// Real PostgreSQL for the tests. As vitest's global setup it waits for the first test file that wants a database and only
// then starts a server, so that a run of pure tests starts none. Test files ask it over a socket and get a clone each.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import { type Database, createDatabase } from './database.ts'
import { type Scratch, type ScratchDatabase, openScratch } from './testing/scratch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabases: string
  }
}

export type TestDatabase = ScratchDatabase & {
  /** As the application sees it: role mahnwerk_app. */
  readonly db: Database
  readonly drop: () => Promise<void>
}

/** A database of its own for a test file: `const { db, drop } = await testDatabase()`, and `drop` in afterAll. */
export async function testDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const { inject } = await import('vitest')
  const socket = inject('testDatabases')
  const made = await ask<ScratchDatabase>(socket, { create: content })
  const db = createDatabase({ url: made.url, role: 'mahnwerk_app', max: 5, name: 'test' })
  const drop = async () => {
    await db.destroy()
    await ask(socket, { drop: made.name })
  }
  return { ...made, db, drop }
}

type Request = { readonly create: 'migrated' | 'empty' } | { readonly drop: string }
type Answer = { readonly value: unknown } | { readonly error: string }

async function ask<Value>(path: string, request: Request): Promise<Value> {
  const socket = connect(path)
  socket.end(JSON.stringify(request))
  const answer = JSON.parse(await text(socket)) as Answer // written by serve() below
  if ('error' in answer) throw new Error(answer.error)
  return answer.value as Value // each request has its answer's type
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let scratch: Promise<Scratch> | undefined
  const folder = await mkdtemp(join(tmpdir(), 'mahnwerk-tests-'))
  const path = join(folder, 'socket')
  const handle = async (request: Request): Promise<unknown> => {
    scratch ??= openScratch()
    return 'create' in request ? (await scratch).create(request.create) : (await scratch).drop(request.drop)
  }
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {}) // a test process that died shows in vitest's own report
    void text(socket)
      .then((question) => handle(JSON.parse(question) as Request)) // written by ask() above
      .then(
        (value): Answer => ({ value }),
        (error: unknown): Answer => ({
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      )
      .then((answer) => socket.end(JSON.stringify(answer)))
  })
  server.listen(path)
  await once(server, 'listening')
  project.provide('testDatabases', path)
  return async () => {
    server.close()
    await (await scratch)?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
