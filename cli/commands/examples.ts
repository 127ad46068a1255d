// `mahnwerk examples FILE…`: every worked example by its id: passed, failed with both values, or unsupported. The last line counts;
// what is unsupported counts as skipped, never as passed.

import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Run, type Terminal } from '../command.ts'
import { checkExample } from '../examples/check.ts'
import { EXAMPLE_SETS, type Example } from '../examples/index.ts'
import { readBytes } from '../files.ts'

const USAGE = 'mahnwerk examples DATEI … [--confidence low|medium|high]'
const LEVELS = ['low', 'medium', 'high'] as const
type Level = (typeof LEVELS)[number]

const fileSchema = z.object({
  jurisdiction: z.string(),
  examples: z.array(
    z.object({
      id: z.string(),
      category: z.string(),
      inputs: z.unknown(),
      expected: z.record(z.string(), z.unknown()),
      confidence: z.enum(LEVELS).exactOptional(),
    }),
  ),
})

const counted = { passed: 0, failed: 0, skipped: 0 }
type Counts = { -readonly [K in keyof typeof counted]: number }

export const run: Run = async (args, terminal) => {
  const asked = read(args)
  if (asked === undefined) {
    terminal.err(USAGE)
    return 2
  }
  const counts = { ...counted }
  for (const path of asked.files) {
    const file = await load(path, terminal)
    if (file === undefined) return 2
    const set = EXAMPLE_SETS.find(({ jurisdiction }) => jurisdiction === file.jurisdiction)
    for (const example of file.examples.filter((each) => isAtLeast(each, asked.least)))
      tell(example, checkExample(example, set), counts, terminal)
  }
  terminal.out(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed === 0 ? 0 : 1
}

function tell(example: Example, outcome: ReturnType<typeof checkExample>, counts: Counts, { out }: Terminal): void {
  switch (outcome.kind) {
    case 'passed':
      counts.passed += 1
      out(`pass ${example.id}`)
      return
    case 'failed':
      counts.failed += 1
      out(`fail ${example.id}`)
      for (const difference of outcome.differences) out(`  ${difference}`)
      return
    case 'unsupported':
      counts.skipped += 1
      out(`unsupported ${example.id}: ${outcome.why}`)
  }
}

// What nobody rated is never left out.
function isAtLeast({ confidence = 'high' }: Example, least: Level): boolean {
  return LEVELS.indexOf(confidence) >= LEVELS.indexOf(least)
}

function read(args: readonly string[]): { readonly files: readonly string[]; readonly least: Level } | undefined {
  try {
    const options = { confidence: { type: 'string', default: 'low' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const least = LEVELS.find((level) => level === values.confidence)
    return least === undefined || positionals.length === 0 ? undefined : { files: positionals, least }
  } catch {
    return undefined
  }
}

async function load(path: string, terminal: Terminal): Promise<z.output<typeof fileSchema> | undefined> {
  const bytes = await readBytes(path, terminal)
  if (bytes === undefined) return undefined
  try {
    return fileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (error) {
    terminal.err(`mahnwerk: ${path} ist keine Datei mit Rechenbeispielen (${String(error).split('\n')[0]}).`)
    return undefined
  }
}
