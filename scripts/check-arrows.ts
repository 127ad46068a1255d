// `node scripts/check-arrows.ts`: holds every import of the project against the table in check/areas.ts.
import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { areaOf, arrowFaults } from './check/arrows.ts'

const ROOT = join(import.meta.dirname, '..')
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.data', 'artefacts'])
// Fewer means that the walk went wrong, not that the project shrank.
const FILES_MIN = 50

async function sources(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await sources(path)))
    else if (/\.tsx?$/.test(entry.name)) found.push(path)
  }
  return found
}

const files = (await sources(ROOT)).map((path) => relative(ROOT, path)).filter((file) => areaOf(file) !== undefined)
const faults: string[] = []
for (const file of files) faults.push(...arrowFaults(file, await readFile(join(ROOT, file), 'utf8')))
if (files.length < FILES_MIN) faults.push(`only ${files.length} files seen: the check itself is broken`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
