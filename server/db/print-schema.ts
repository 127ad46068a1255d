// `node server/db/print-schema.ts`: puts all migrations on an empty database and writes the resulting schema to schema.sql,
// so that a change of the schema is seen in the diff.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connectionOf } from './database.ts'
import { schemaText } from './schema-text.ts'
import { connectOwner } from './server-check.ts'
import { openScratch } from './testing/scratch.ts'

const HEAD =
  '-- The schema that the migrations make. Printed by `node server/db/print-schema.ts`; not to be edited.\n\n'

const scratch = await openScratch()
try {
  const { ownerUrl } = await scratch.create('migrated')
  const client = await connectOwner(connectionOf({ url: ownerUrl }))
  await writeFile(join(import.meta.dirname, 'schema.sql'), HEAD + (await schemaText(client)))
  await client.end()
} finally {
  await scratch.stop()
}
