// Prints the OpenAPI document of every route to openapi.json. Nothing is connected: routes are only named.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { createSecrets } from './auth/index.ts'
import { systemClock } from './clock.ts'
import { configFrom } from './config.ts'
import { createDatabase } from './db/database.ts'
import { openApiDocument } from './http/openapi.ts'
import { createIds } from './ids.ts'
import { immediateJobs } from './jobs/index.ts'

const nowhere = (): never => {
  throw new Error('nothing is connected while the document is printed')
}

const db = createDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' })
const app = await createApp({
  db,
  workerDb: db,
  clock: systemClock,
  newId: createIds(),
  secrets: createSecrets('only for printing the document, signs nothing'),
  openRoad: nowhere,
  changes: { subscribe: () => () => {}, stop: async () => {} },
  jobs: immediateJobs(),
  config: configFrom({}),
  world: { nextEventAt: nowhere, advanceTo: nowhere, connect: nowhere },
  isReady: () => true,
  log: () => {},
})
await app.http.ready()
await writeFile(
  join(import.meta.dirname, '..', 'openapi.json'),
  `${JSON.stringify(openApiDocument(app.http), null, 2)}\n`,
)
await app.close()
await db.destroy()
