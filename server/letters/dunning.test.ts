import jsqr from 'jsqr'
import { afterAll, describe, expect, test } from 'vitest'
import type { NoticeKind } from '@mahnwerk/core/duties'
import { type DunningLetterFacts, dunningLetterOf } from '@mahnwerk/core/letters'
import { PRACTICE, type ReminderOf, aReminder } from '@mahnwerk/core/letters/testing'
import { closeLetters, renderLetter } from './index.ts'
import { type Placed, picturePage, readPdf } from './testing/index.ts'

afterAll(closeLetters)

const KINDS: readonly NoticeKind[] = ['reminder', 'first', 'second', 'last']
const LANDS = [
  { country: 'DE', language: 'de' },
  { country: 'AT', language: 'de' },
  { country: 'NL', language: 'nl' },
  { country: 'DE', language: 'en' },
] as const
const ALL: readonly ReminderOf[] = LANDS.flatMap((land) =>
  KINDS.flatMap((kind) =>
    (['consumer', 'business'] as const).map((debtor) => ({
      ...land,
      kind,
      debtor,
      deductsVat: false,
      creditor: { ...PRACTICE, address: { ...PRACTICE.address, country: land.country } },
    })),
  ),
)

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

async function pdfOf(facts: DunningLetterFacts) {
  const bytes = await renderLetter(dunningLetterOf(facts))
  return { bytes, ...(await readPdf(bytes)) }
}

describe.each(ALL)('the letter $kind in $language to a $debtor in $country', (of) => {
  test('holds what the law wants said, every invoice, every part, how to pay and whom to ask', async () => {
    const facts = aReminder(of)
    const { text, fonts, marked, metadata, pages } = await pdfOf(facts)
    const letter = dunningLetterOf(facts)
    const tables = letter.body.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    const paid = letter.body.flatMap((block) => (block.kind === 'payment' ? block.facts : []))
    const said = [
      ...facts.law.sentences.map((sentence) => sentence.text),
      ...tables.flatMap(({ cells }) => cells.flatMap((cell) => [cell.text, ...(cell.under ?? [])])),
      ...paid.map(({ value }) => value),
      facts.law.term ?? '',
      facts.number,
      PRACTICE.phone ?? '',
      PRACTICE.email ?? '',
    ]
    expect(said.map(plain).filter((each) => !plain(text).includes(each))).toEqual([])
    expect(pages.length).toBeLessThanOrEqual(2)
    expect(fonts.every(({ embedded }) => embedded)).toBe(true)
    expect([marked, metadata.includes('<pdfaid:conformance>A</pdfaid:conformance>')]).toEqual([true, true])
  })

  test('has its address in the window, and a closing that never stands alone', async () => {
    const facts = aReminder(of)
    const { pages } = await pdfOf(facts)
    const lines = dunningLetterOf(facts).recipient
    const window = (pages[0] ?? []).filter(({ text }) => lines.includes(text.replaceAll('\u00a0', ' ')))
    const address = window.filter(({ left, bottom }) => left < 105 && bottom < 98)
    expect(address).toHaveLength(lines.length)
    for (const line of address) expect(inWindow(line)).toBe(true)
    // The running head, the paragraph with whom to ask, then the closing.
    for (const page of pages.slice(1)) expect(page.map(({ text }) => text).join(' ')).toContain(PRACTICE.email)
  })
})

test.each(['DE', 'NL'] as const)('the code of a letter in %s is the transfer, to the last byte', async (country) => {
  const language = country === 'DE' ? 'de' : 'nl'
  const facts = aReminder({ country, language, kind: 'last', debtor: 'consumer', creditor: PRACTICE })
  const { bytes } = await pdfOf(facts)
  const { data, width, height } = await picturePage(bytes, 1, 4)
  const code = jsqr.default(data, width, height)
  const amount = country === 'DE' ? '391.22' : '388.82'
  expect(new TextDecoder().decode(Uint8Array.from(code?.binaryData ?? []))).toBe(
    `BCD\n002\n1\nSCT\n\nAnna Berger\nDE89370400440532013000\nEUR${amount}\n\n\nM-2026-0123`,
  )
})

test('what others wrote stands as it is, and is never read as markup', async () => {
  const of = { country: 'DE', language: 'de', kind: 'first', debtor: 'consumer', creditor: PRACTICE } as const
  const facts = aReminder(of)
  const words = '#panic("x") $x^2$ *a* [b] @c {total}'
  const items = facts.items.map((item) => ({ ...item, subject: words, number: '#read("/letter.typ")' }))
  const template = { ...facts.template, contact: '#eval("1+1") = *fett* {reach}' }
  const { text } = await pdfOf({ ...facts, items, template })
  for (const said of [words, '#read("/letter.typ")', '#eval("1+1") = *fett*']) expect(plain(text)).toContain(said)
})

function inWindow({ left, right, bottom, size }: Placed): boolean {
  const top = bottom - (size * 25.4) / 72
  return left >= 20 && right <= 105 && top >= 45 && bottom <= 90
}
