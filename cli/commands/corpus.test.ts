import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './corpus.ts'

const ROOT = join(import.meta.dirname, '../..')
const EXAMPLES = join(ROOT, 'examples/invoices')
const CORPORA = join(ROOT, '../shared/corpora/einvoice')

async function corpus(...folders: string[]) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  return { code: await run(folders, { out: print, err: print }), lines }
}

/** A copy of the examples in which something is changed before the comparison. */
async function changed(change: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'mahnwerk-corpus-'))
  try {
    await cp(EXAMPLES, folder, { recursive: true })
    await change(folder)
    return await corpus(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function edit(path: string, change: (expected: Record<string, unknown>) => object) {
  const expected: unknown = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify(change(expected as Record<string, unknown>))) // the examples are objects
}

describe('mahnwerk corpus', () => {
  it('passes all examples', async () => {
    expect(await corpus(EXAMPLES)).toEqual({ code: 0, lines: ['10 passed, 0 failed, 0 skipped'] })
  })

  it('fails a file whose expected result differs, and says where', async () => {
    const path = '01.01a-INVOICE_ubl.xml.expected.json'
    const result = await changed((folder) =>
      edit(join(folder, path), (old) => ({ ...old, payable: '336.91', dueDate: '2016-05-04' })),
    )
    expect(result.code).toBe(1)
    expect(result.lines).toEqual([
      'failed 01.01a-INVOICE_ubl.xml',
      '  payable: erwartet "336.91", gelesen "336.9"',
      '  dueDate: erwartet "2016-05-04", gelesen nichts',
      '9 passed, 1 failed, 0 skipped',
    ])
  })

  it('fails a file that is to be refused and is not', async () => {
    const path = '01.01a-INVOICE_ubl.xml.expected.json'
    const result = await changed((folder) => edit(join(folder, path), (old) => ({ ...old, mustBeRefused: true })))
    expect(result.lines.at(-1)).toBe('9 passed, 1 failed, 0 skipped')
  })

  it('names and counts files of a kind that is not read', async () => {
    const path = 'zfcsharp__dummy.pdf.expected.json'
    const result = await changed((folder) => edit(join(folder, path), () => ({ message: 'BkToCstmrStmt' })))
    expect(result).toEqual({
      code: 0,
      lines: ['skipped zfcsharp__dummy.pdf: this kind of file is not read', '9 passed, 0 failed, 1 skipped'],
    })
  })

  it('says that a folder is missing', async () => {
    expect((await corpus(join(ROOT, 'nirgends'))).code).toBe(2)
  })

  it.skipIf(!existsSync(CORPORA))(
    'passes everything in the corpora beside the repository',
    { timeout: 60_000 },
    async () => {
      expect(await corpus(CORPORA)).toEqual({ code: 0, lines: ['160 passed, 0 failed, 0 skipped'] })
    },
  )
})
