// The journal as a file of JSON lines, appended in batches: what comes in one turn of the event loop is one write. A last
// line that was cut by a crash is dropped, and cut off the file, when it is opened again.

import { appendFile, open, readFile } from 'node:fs/promises'
import { type Journal, type JournalEntry, journalEntry } from './journal.ts'

export type JournalFile = Journal & {
  readonly entries: readonly JournalEntry[]
}

export async function openJournalFile(path: string): Promise<JournalFile> {
  const entries = await readEntries(path)
  let lines: string[] = []
  let writing: Promise<void> = Promise.resolve()
  let planned: Promise<void> | undefined

  async function flush(before: Promise<void>): Promise<void> {
    await before
    await new Promise((resolve) => setImmediate(resolve))
    planned = undefined
    const batch = lines.join('')
    lines = []
    await appendFile(path, batch)
  }

  return {
    entries,
    append(entry) {
      lines.push(`${JSON.stringify(entry)}\n`)
      planned ??= writing = flush(writing)
      return planned
    },
    written: () => writing,
  }
}

async function readEntries(path: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) await cutTo(path, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => journalEntry.parse(JSON.parse(line)))
}

async function cutTo(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r+')
  await file.truncate(bytes)
  await file.close()
}
