// `mahnwerk bench NAME`: measures, and prints the figures; with --json the last line is one JSON object with all of them.

import { parseArgs } from 'node:util'
import { BENCHES } from '@mahnwerk/bench/benches'
import type { Run, Terminal } from '../command.ts'

const OPTIONS = {
  json: { type: 'boolean', default: false },
  rows: { type: 'string' },
} as const

export const run: Run = async (args, terminal) => {
  const called = read(args)
  const bench = called && Object.hasOwn(BENCHES, called.name) ? BENCHES[called.name] : undefined
  if (called === undefined || bench === undefined) return usage(terminal)
  const { run: measure } = await bench.load()
  const figures = await measure(called.rows ?? bench.rows, terminal.out)
  if (called.json) terminal.out(JSON.stringify({ bench: called.name, ...figures }))
  return 0
}

type Called = { readonly name: string; readonly json: boolean; readonly rows: number | undefined }

/** Undefined where it was called wrongly. */
function read(args: readonly string[]): Called | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    const [name, ...more] = positionals
    const rows = values.rows === undefined ? undefined : Number(values.rows)
    if (name === undefined || more.length > 0) return undefined
    if (rows !== undefined && !(Number.isInteger(rows) && rows > 0)) return undefined
    return { name, json: values.json, rows }
  } catch {
    return undefined // an option that does not exist
  }
}

function usage({ err }: Terminal): number {
  err('mahnwerk bench NAME [--json] [--rows ZAHL]')
  const width = Math.max(...Object.keys(BENCHES).map((name) => name.length))
  for (const [name, { summary, rows }] of Object.entries(BENCHES)) {
    err(`  ${name.padEnd(width)}   ${summary} (${rows.toLocaleString('de')})`)
  }
  return 2
}
