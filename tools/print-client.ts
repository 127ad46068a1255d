// Makes the types of the API client from the committed OpenAPI document.

import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// openapi-typescript needs a TypeScript with a compiler interface, which this workspace keeps apart.
const fromTools = createRequire(import.meta.url)
const generator = join(dirname(fromTools.resolve('openapi-typescript/package.json')), 'bin', 'cli.js')
const document = join(import.meta.dirname, '..', 'openapi.json')

const printed = spawnSync(process.execPath, [generator, document, '--root-types', '--root-types-no-schema-prefix'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
if (printed.status !== 0) throw new Error(printed.stderr)
await writeFile(join(import.meta.dirname, '..', 'client', 'schema.gen.ts'), printed.stdout)
