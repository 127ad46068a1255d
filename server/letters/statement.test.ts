import jsqr from 'jsqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Block, statementAsLetter } from '@mahnwerk/core/letters'
import { minor } from '@mahnwerk/core/money'
import { aStatement } from '@mahnwerk/core/letters/testing'
import { closeLetters, renderStatement } from './index.ts'
import { type Placed, type ReadPdf, picturePage, readPdf } from './testing/index.ts'

const statement = aStatement()
let bytes: Uint8Array
let pdf: ReadPdf

beforeAll(async () => {
  bytes = await renderStatement(statement)
  pdf = await readPdf(bytes)
})
afterAll(closeLetters)

describe('the cost sheet as a PDF', () => {
  test('has the sum, how to pay and the closing on its first page, the reasons on the next', () => {
    const [first, second] = pdf.pages.map((items) => items.map(({ text }) => plain(text)))
    for (const text of ['374,77 €', 'So zahlen Sie', 'Mit freundlichen Grüßen']) expect(first).toContain(text)
    for (const text of ['So setzt sich die Summe zusammen', 'Ihre Zahlungen und ihre Verrechnung'])
      expect(second).toContain(text)
    expect(pdf.pages).toHaveLength(2)
  })

  test('contains every text and every sum of the letter', () => {
    const letter = statementAsLetter(statement)
    const said = [letter.subject, letter.subjectMore ?? '', ...letter.recipient, ...letter.body.flatMap(textsOf)]
    const missing = said.map(plain).filter((text) => !plain(pdf.text).includes(text))
    expect(said.length).toBeGreaterThan(60)
    expect(missing).toEqual([])
  })

  test('has its address inside the window: 20–105 mm from the left, 45–90 mm from the top', () => {
    const window = texts(pdf, [
      'Physiotherapie am Stadtpark · Stadtparkweg 7 · 86150 Augsburg',
      'Jörg Müßig-Weber 1',
      'Lindenallee 1',
      '86152 Augsburg',
    ])
    for (const line of window) expect(inWindow(line)).toBe(true)
    const [sender, name] = window
    expect(sender?.bottom).toBeLessThan(62.7) // above the address proper
    expect(name?.left).toBeCloseTo(25, 1)
  })

  test('has its information block at the right of the window, its subject below both', () => {
    const [day, subject] = texts(pdf, ['Datum', 'Forderungsaufstellung zum 22.11.2026'])
    expect([day?.left, subject?.left].map((left) => Math.round(left ?? 0))).toEqual([125, 25])
    expect(subject?.bottom).toBeGreaterThan(98.46)
    expect(subject?.bottom).toBeLessThan(110)
  })

  test('sets sums flush right, in figures of one width', () => {
    const open = texts(pdf, ['366,01 €', '7,83 €', '373,84 €'])
    expect(open.map(({ right }) => right.toFixed(1))).toEqual(['190.0', '190.0', '190.0'])
    const [first, last] = texts(pdf, ['366,01 €', '450,01 €'])
    expect(widthOf(first)).toBeCloseTo(widthOf(last), 2)
  })

  test('counts its pages', () => {
    pdf.pages.forEach((page, index) => {
      const said = page.map(({ text }) => text).join(' ')
      expect(said).toContain(`Seite ${index + 1} von ${pdf.pages.length}`)
    })
  })

  test('is tagged, archivable, named and in a language, and dated by the day of the letter', () => {
    expect(pdf.marked).toBe(true)
    expect(pdf.metadata).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(pdf.metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.info).toMatchObject({
      Language: 'de-DE',
      Title: 'Forderungsaufstellung zum 22.11.2026',
      Author: 'Physiotherapie am Stadtpark',
      CreationDate: 'D:20261122000000Z',
      ModDate: 'D:20261122000000Z',
    })
    for (const role of ['H1', 'H2', 'P', 'Table', 'THead', 'TH', 'TBody', 'TD', 'TFoot', 'Figure'])
      expect(pdf.roles).toContain(role)
  })

  test('embeds its fonts', () => {
    expect(pdf.fonts.length).toBeGreaterThan(0)
    for (const font of pdf.fonts) {
      expect(font.embedded).toBe(true)
      expect(font.name).toMatch(/^[A-Z]{6}\+NotoSans-(Regular|SemiBold)$/)
    }
  })

  test('carries a code that a banking app reads from the page, and says in words what it holds', async () => {
    const page = pdf.pages.findIndex((items) => items.some(({ text }) => text === 'Mit der Bank-App scannen'))
    const { data, width, height } = await picturePage(bytes, page + 1, 4)
    const code = jsqr.default(data, width, height)
    expect(new TextDecoder().decode(Uint8Array.from(code?.binaryData ?? []))).toBe(
      'BCD\n002\n1\nSCT\n\nAnna Berger\nDE89370400440532013000\nEUR374.77\n\n\nRE-2026-0001',
    )
    expect(pdf.alternatives.map(plain)).toEqual([
      'QR-Code für Ihre Bank-App: Überweisung von 374,77 € an Anna Berger, IBAN DE89 3704 0044 0532 0130 00, Verwendungszweck RE-2026-0001',
    ])
  })
})

test('every component that a claim can have leaves room for the closing on the first page', async () => {
  const names = ['Hauptforderung', 'Verzugszinsen', 'Verzugspauschale', 'Mahnkosten', 'Inkassokosten', 'Gerichtskosten']
  const one = minor(100)
  const { pages } = await readPdf(
    await renderStatement(
      aStatement({
        rows: names.map((text) => ({ text, amount: one, depth: 0 })),
        components: names.map((text) => ({ text, claimed: one, paid: minor(0), open: one })),
        payments: [],
        total: minor(600),
        payBy: { day: statement.day, amount: minor(612) },
      }),
    ),
  )
  expect(pages[0]?.map(({ text }) => text)).toContain('Mit freundlichen Grüßen')
  expect(pages).toHaveLength(2)
})

describe('over several pages', () => {
  const rows = (count: number): ReturnType<typeof aStatement>['rows'] => {
    const steps = Array.from({ length: count }, (_, step) => ({
      text: `Zwischenschritt ${step + 1}`,
      basis: '1 × 1',
      depth: 2,
    }))
    return [...statement.rows.slice(0, -2), ...steps, ...statement.rows.slice(-2)]
  }

  test('every page says what it belongs to, and the table its columns', async () => {
    const long = await readPdf(await renderStatement(aStatement({ rows: rows(80) })))
    expect(long.pages.length).toBeGreaterThanOrEqual(4)
    for (const page of long.pages.slice(1)) {
      expect(page[0]?.text).toBe('Physiotherapie am Stadtpark')
      expect(page.map(({ text }) => text)).toContain('Forderungsaufstellung zum 22.11.2026')
    }
    expect(long.pages[2]?.map(({ text }) => text)).toContain('Posten')
  })

  test('a group begins on the page of its first row, and a total stands below the heads of its columns', async () => {
    const sheets = Array.from({ length: 20 }, (_, more) => renderStatement(aStatement({ rows: rows(14 + more) })))
    const pagesWith = new Set<number>()
    for (const sheet of await Promise.all(sheets)) {
      const { pages } = await readPdf(sheet)
      const said = pages.map((items) => items.map(({ text }) => text))
      const page = said.findIndex((all) => all.includes('Mahnkosten vom 20.04.2026'))
      expect(said[page]).toContain('Mahnkosten')
      expect(said.find((all) => all.includes('Insgesamt gefordert'))).toContain('Posten')
      pagesWith.add(page)
    }
    expect(pagesWith).toEqual(new Set([1, 2])) // the end of the page was among the tries
  })
})

function texts({ pages }: ReadPdf, wanted: readonly string[]): Placed[] {
  return wanted.flatMap((text) => pages.flat().filter((item) => plain(item.text) === plain(text)))
}

function widthOf(placed: Placed | undefined): number {
  return placed === undefined ? Number.NaN : placed.right - placed.left
}

function inWindow({ left, right, bottom, size }: Placed): boolean {
  const top = bottom - (size * 25.4) / 72
  return left >= 20 && right <= 105 && top >= 45 && bottom <= 90
}

/** Without blanks: lines break where the paper ends. */
function plain(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return [block.text]
    case 'highlight':
      return [block.label, block.value, block.more ?? '']
    case 'table':
      return [
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap(({ cells }) => cells.flatMap(({ text, under = [] }) => [text, ...under])),
      ]
    case 'payment':
      return block.facts.flatMap(({ label, value }) => [label, value])
    case 'closing':
      return [...block.lines]
    case 'page':
      return []
  }
}
