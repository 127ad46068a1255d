// The files that programs write and we commit. Each is printed anew and compared; the committed one is put back, so that a check
// changes nothing.
import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from './tool.ts'

type Generated = {
  readonly file: string
  /** The program that writes it, from the root of the project. */
  readonly printer: string
}

const GENERATED: readonly Generated[] = [
  { file: 'server/db/schema.sql', printer: 'server/db/print-schema.ts' },
  { file: 'openapi.json', printer: 'server/print-openapi.ts' },
  { file: 'connectors/protocol/openapi.json', printer: 'connectors/protocol/print-openapi.ts' },
  // After the document it is made from.
  { file: 'client/schema.gen.ts', printer: 'tools/print-client.ts' },
]

/** Returns a sentence per file that its printer would write differently. */
export async function staleFiles(root: string): Promise<string[]> {
  const faults: string[] = []
  for (const { file, printer } of GENERATED) {
    const [committed, known] = [await read(join(root, file)), await exists(join(root, printer))]
    if (committed === undefined && !known) continue
    if (!known) faults.push(`${file} is there, but ${printer}, which writes it, is not`)
    else faults.push(...(await compare(root, file, printer, committed)))
  }
  return faults
}

async function compare(root: string, file: string, printer: string, committed: string | undefined): Promise<string[]> {
  const { code, said } = await runTool([printer])
  const printed = await read(join(root, file))
  if (committed !== undefined && printed !== committed) await writeFile(join(root, file), committed)
  if (code !== 0) return [`${printer} failed:\n${said}`]
  if (committed === undefined) return [`${file} was not there; it is now: look at it and commit it`]
  return printed === committed ? [] : [`${file} is not what its sources say; run: node ${printer}`]
}

function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
