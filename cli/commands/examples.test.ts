import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from './examples.ts'

const LAW = join(import.meta.dirname, '../../examples/law')
const GERMAN = join(LAW, 'de/worked-examples.json')

async function examples(...args: string[]) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  return { code: await run(args, { out: print, err: print }), lines }
}

type Written = { id: string; category: string; inputs: object; expected: Record<string, unknown>; confidence?: string }

/** The German examples with one of them changed. */
async function changed(change: (first: Written) => void, ...args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'mahnwerk-examples-'))
  try {
    const file = JSON.parse(await readFile(GERMAN, 'utf8')) as { examples: [Written] } // the file is the repository's own
    change(file.examples[0])
    const path = join(folder, 'changed.json')
    await writeFile(path, JSON.stringify(file))
    return await examples(path, ...args)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('mahnwerk examples', () => {
  test.each([
    ['de', 191],
    ['at', 64],
    ['nl', 70],
    ['ch', 26],
  ])('passes every example of %s', async (country, count) => {
    const { code, lines } = await examples(join(LAW, country, 'worked-examples.json'))
    expect(lines.filter((line) => !line.startsWith('pass '))).toEqual([`${count} passed, 0 failed, 0 skipped`])
    expect(code).toBe(0)
  })

  test('fails an example whose figure differs, with both values, and ends with 1', async () => {
    const { code, lines } = await changed(({ expected }) => (expected['gross_cents'] = 2143))
    expect(code).toBe(1)
    expect(lines.slice(0, 2)).toEqual(['fail DE-001', '  gross_cents: expected 2143, found 2142'])
    expect(lines.at(-1)).toBe('190 passed, 1 failed, 0 skipped')
  })

  test('fails an example that expects what is not answered', async () => {
    const { lines } = await changed(({ expected }) => (expected['tip_cents'] = 1))
    expect(lines[1]).toBe('  tip_cents: expected 1, found nothing')
  })

  test('does not pass what it does not know: it counts as skipped', async () => {
    const { code, lines } = await changed((first) => (first.category = 'astrology'))
    expect([code, lines[0], lines.at(-1)]).toEqual([
      0,
      'unsupported DE-001: no category astrology',
      '190 passed, 0 failed, 1 skipped',
    ])
    const other = await changed((first) => (first.inputs = { stars: 3 }))
    expect(other.lines.at(-1)).toBe('190 passed, 0 failed, 1 skipped')
  })

  test('leaves out what is less sure than asked', async () => {
    const { lines } = await changed(
      (first) => {
        first.confidence = 'low'
        first.expected['gross_cents'] = 0
      },
      '--confidence',
      'medium',
    )
    expect(lines.at(-1)).toBe('190 passed, 0 failed, 0 skipped')
  })

  test('says that a file is missing or is none of examples', async () => {
    expect((await examples(join(LAW, 'nirgends.json'))).code).toBe(2)
    const other = await examples(join(import.meta.dirname, '../package.json'))
    expect([other.code, other.lines[0]]).toEqual([2, expect.stringContaining('keine Datei mit Rechenbeispielen')])
    expect((await examples()).code).toBe(2)
    expect((await examples(GERMAN, '--confidence', 'sure')).code).toBe(2)
  })
})
