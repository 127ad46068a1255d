import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { type MergedSheet, type PrintOrder, mergeForPrint } from './merge.ts'
import { readPdf } from './testing/index.ts'

type Made = { readonly pages?: number; readonly words: string; readonly user?: string; readonly owner?: string }

/** Pages that say "words 1", "words 2" … */
async function made({ pages = 1, words, user, owner }: Made): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 1; page <= pages; page += 1)
    document.addPage([300, 200]).drawText(`${words} ${page}`, { x: 20, y: 90 })
  if (owner !== undefined) document.encrypt({ userPassword: user ?? '', ownerPassword: owner })
  return document.save()
}

async function merged(order: Omit<PrintOrder, 'title'>, patienceMs?: number) {
  let sheets: readonly MergedSheet[] = []
  const bytes = await mergeForPrint(
    { title: 'Druck', ...order },
    async (told) => {
      sheets = told
      return made({ words: 'list' })
    },
    patienceMs,
  )
  const { pages } = await readPdf(bytes)
  return { sheets, pages: pages.map((page) => page.map(({ text }) => text).join(' ')) }
}

const letter = await made({ words: 'letter' })
const file = (name: string, bytes: Uint8Array) => ({ name, bytes })
const NEXT = { letter: await made({ words: 'next' }), enclosures: [] }

test('a list, then each letter with its invoices, each beginning on a front side', async () => {
  const enclosures = [
    file('a.pdf', await made({ words: 'a', pages: 2 })),
    file('b.pdf', await made({ words: 'b', pages: 3 })),
  ]
  const { pages, sheets } = await merged({ sides: 'two', sheets: [{ letter, enclosures }, NEXT] })
  expect(pages).toEqual(['list 1', '', 'letter 1', '', 'a 1', 'a 2', 'b 1', 'b 2', 'b 3', '', 'next 1', ''])
  expect(sheets).toEqual([
    { pages: 6, enclosed: 2, leftOut: [] },
    { pages: 1, enclosed: 0, leftOut: [] },
  ])
})

test('a printer that prints one side gets no empty pages', async () => {
  const enclosures = [file('a.pdf', await made({ words: 'a' }))]
  const { pages } = await merged({ sides: 'one', sheets: [{ letter, enclosures }, NEXT] })
  expect(pages).toEqual(['list 1', 'letter 1', 'a 1', 'next 1'])
})

describe('an invoice that cannot be printed is named, and the others go out:', () => {
  const good = made({ words: 'good' })
  test.each([
    ['one with a password', 'encrypted', () => made({ words: 'x', user: 'geheim', owner: 'noch' })],
    ['no PDF at all', 'unreadable', async () => Buffer.from('<Invoice/>')],
    ['nothing', 'unreadable', async () => new Uint8Array()],
    ['one that ends in the middle', 'unreadable', async () => (await made({ words: 'x' })).slice(0, 300)],
    ['one whose pages are missing', 'unreadable', async () => emptyBook()],
  ] as const)('%s', async (_, why, bad) => {
    const enclosures = [file('bad.pdf', await bad()), file('good.pdf', await good)]
    const { pages, sheets } = await merged({ sides: 'one', sheets: [{ letter, enclosures }, NEXT] })
    expect(pages).toEqual(['list 1', 'letter 1', 'good 1', 'next 1'])
    expect(sheets[0]).toEqual({ pages: 2, enclosed: 1, leftOut: [{ name: 'bad.pdf', why }] })
  })

  test('but one that every reader opens, though it is encrypted, is printed', async () => {
    const enclosures = [file('owned.pdf', await made({ words: 'owned', owner: 'geheim' }))]
    const { pages, sheets } = await merged({ sides: 'one', sheets: [{ letter, enclosures }] })
    expect(pages).toEqual(['list 1', 'letter 1', 'owned 1'])
    expect(sheets[0]?.leftOut).toEqual([])
  })

  test('and where the thread cannot go on, all are named and all letters go out', async () => {
    const enclosures = [file('a.pdf', await made({ words: 'a', pages: 400 }))]
    const { pages, sheets } = await merged({ sides: 'one', sheets: [{ letter, enclosures }, NEXT] }, 1)
    expect(pages).toEqual(['list 1', 'letter 1', 'next 1'])
    expect(sheets[0]).toEqual({ pages: 1, enclosed: 0, leftOut: [{ name: 'a.pdf', why: 'unreadable' }] })
  })
})

test('a letter of ours that is no PDF is a fault', async () => {
  await expect(merged({ sides: 'one', sheets: [{ letter: Buffer.from('x'), enclosures: [] }] })).rejects.toThrow()
})

async function emptyBook(): Promise<Uint8Array> {
  const words = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n'
  return Buffer.from(`${words}trailer<</Root 1 0 R/Size 3>>\n%%EOF`)
}
