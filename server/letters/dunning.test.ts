import jsqr from 'jsqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dunningLetterOf } from '@mahnwerk/core/letters'
import { PRACTICE, aReminder } from '@mahnwerk/core/letters/testing'
import { closeLetters, renderLetter } from './index.ts'
import {
  EVERY_LETTER,
  type Placed,
  type ReadPdf,
  type Written,
  mustSay,
  picturePage,
  plain,
  readPdf,
  transferOf,
  written,
} from './testing/index.ts'

afterAll(closeLetters)

// The same is looked at by programs that are not ours and know nothing of us: outside.test.ts.
describe.each(EVERY_LETTER)('$name', (of) => {
  let made: Written
  let bytes: Uint8Array
  let read: ReadPdf
  beforeAll(async () => {
    made = written(of)
    bytes = await renderLetter(made.letter)
    read = await readPdf(bytes)
  })

  test('holds what the law wants said, every invoice, every part, how to pay and whom to ask', () => {
    const missing = mustSay(made).filter((said) => !plain(read.text).includes(said))
    expect(missing).toEqual([])
  })

  test('is one page or two, numbered, each saying whose it is', () => {
    const { pages } = read
    expect(pages.length).toBeLessThanOrEqual(2)
    const number = (page: number) =>
      made.letter.pages.replace('{page}', String(page)).replace('{pages}', String(pages.length))
    for (const [at, page] of pages.entries()) {
      const said = plain(page.map(({ text }) => text).join(' '))
      // A closing never stands alone: the paragraph with whom to ask goes with it.
      for (const each of [number(at + 1), PRACTICE.name, PRACTICE.email ?? '']) expect(said).toContain(each)
    }
  })

  test('has its address in the window, and nothing else', () => {
    const inside = (read.pages[0] ?? []).filter(isInWindow)
    const small = inside.filter(({ size }) => size < 7)
    const lines = inside.filter(({ size }) => size >= 7).map(({ text }) => plain(text))
    expect(lines).toEqual(made.letter.recipient.map(plain))
    expect(plain(small.map(({ text }) => text).join(' '))).toBe(plain(made.letter.head.returnAddress))
  })

  test('can be archived, and read aloud', () => {
    const { fonts, marked, metadata, roles, alternatives, info } = read
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([])
    expect(marked).toBe(true)
    expect(metadata).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/)
    for (const role of ['H1', 'P', 'Table', 'TH', 'TD', 'Figure']) expect(roles).toContain(role)
    expect(alternatives).toHaveLength(1) // the code in words
    expect(info['Language'] ?? metadata).toMatch(new RegExp(made.letter.language))
  })

  test('has a code that is the transfer, to the last byte', async () => {
    const { data, width, height } = await picturePage(bytes, 1, 3, CODE)
    const code = jsqr.default(data, width, height)
    expect(new TextDecoder().decode(Uint8Array.from(code?.binaryData ?? []))).toBe(transferOf(made))
  })
})

/** Where on the page codes stand. */
const CODE = { left: 155, top: 110, width: 45, height: 160 }

/** DIN 5008 form B: 20–105 mm from the left and 45–90 mm from the top. */
function isInWindow({ left, right, bottom, size }: Placed): boolean {
  const top = bottom - (size * 25.4) / 72
  return left >= 20 && right <= 105 && top >= 45 && bottom <= 90
}

test('what others wrote stands as it is, and is never read as markup', async () => {
  const of = { country: 'DE', language: 'de', kind: 'first', debtor: 'consumer', creditor: PRACTICE } as const
  const facts = aReminder(of)
  const words = '#panic("x") $x^2$ *a* [b] @c {total}'
  const items = facts.items.map((item) => ({ ...item, subject: words, number: '#read("/letter.typ")' }))
  const template = { ...facts.template, contact: '#eval("1+1") = *fett* {reach}' }
  const { text } = await readPdf(await renderLetter(dunningLetterOf({ ...facts, items, template })))
  for (const said of [words, '#read("/letter.typ")', '#eval("1+1") = *fett*']) expect(plain(text)).toContain(said)
})
