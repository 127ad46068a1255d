// Files and folders named on the command line.

import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Terminal } from './command.ts'

/** The content of a file; undefined, said to the terminal, where it cannot be read. */
export async function readBytes(path: string, terminal: Terminal): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    terminal.err(
      `mahnwerk: ${path} lässt sich nicht lesen (${error instanceof Error ? error.message : String(error)}).`,
    )
    return undefined
  }
}

/** All files in a folder and below, or the file itself, in the order of their paths; undefined, said, where there is none. */
export async function filesBelow(path: string, terminal: Terminal): Promise<string[] | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch (error) {
    terminal.err(`mahnwerk: ${path} gibt es nicht (${error instanceof Error ? error.message : String(error)}).`)
    return undefined
  }
}
