// `mahnwerk corpus FOLDER…`: reads every file that has an expected result beside it and compares. The last line counts.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { type Run, type Terminal } from '../command.ts'
import { differences } from '../corpus/compare.ts'
import { type FileKind, type Json, KINDS } from '../corpus/kinds.ts'
import { filesBelow } from '../files.ts'

type Outcome = 'passed' | 'failed' | 'skipped'

export const run: Run = async (folders, terminal) => {
  if (folders.length === 0) {
    terminal.err('mahnwerk corpus ORDNER …')
    return 2
  }
  const counts: Record<Outcome, number> = { passed: 0, failed: 0, skipped: 0 }
  for (const folder of folders) {
    const files = await filesBelow(folder, terminal)
    if (files === undefined) return 2
    for (const path of files.filter(hasExpected)) counts[await check(path, relative(folder, path) || path, terminal)]++
  }
  terminal.out(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed === 0 ? 0 : 1
}

const EXPECTED = '.expected.json'

function hasExpected(path: string): boolean {
  return existsSync(path + EXPECTED)
}

async function check(path: string, name: string, terminal: Terminal): Promise<Outcome> {
  try {
    const expected = await expectedOf(path)
    const kind = KINDS.find((each) => each.describes(expected))
    if (kind === undefined) {
      terminal.out(`skipped ${name}: this kind of file is not read`)
      return 'skipped'
    }
    return report(name, await faults(kind, path, expected), terminal)
  } catch (error) {
    return report(name, [error instanceof Error ? (error.stack ?? error.message) : String(error)], terminal)
  }
}

function report(name: string, found: readonly string[], terminal: Terminal): Outcome {
  if (found.length === 0) return 'passed'
  terminal.out(`failed ${name}`)
  for (const fault of found) terminal.out(`  ${fault}`)
  return 'failed'
}

async function expectedOf(path: string): Promise<{ readonly [key: string]: Json }> {
  const parsed: unknown = JSON.parse(await readFile(path + EXPECTED, 'utf8'))
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError(`${path}${EXPECTED} is no object`)
  return parsed as { readonly [key: string]: Json } // JSON has nothing but what Json says
}

async function faults(kind: FileKind, path: string, expected: { readonly [key: string]: Json }): Promise<string[]> {
  const bytes = await readFile(path)
  const { json, refusal } = await kind.read(bytes, path)
  const mustBeRefused = kind.describesRefusal(expected)
  if (refusal !== undefined) return mustBeRefused ? [] : [`refused: ${JSON.stringify(json['refused'])}`]
  if (mustBeRefused) return [`read, but there is nothing to read: ${JSON.stringify(json)}`]
  const content = bytes.toString('utf8')
  return differences(expected, json, { ignored: kind.notRead, standsInFile: (text) => content.includes(text) })
}
