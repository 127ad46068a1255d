import { createCanvas } from '@napi-rs/canvas'
import { afterAll, describe, expect, test } from 'vitest'
import { type Letter, statementAsLetter } from '@mahnwerk/core/letters'
import { EUR, minor } from '@mahnwerk/core/money'
import { epcPayload, qrPicture } from '@mahnwerk/formats/payment-codes'
import { PRACTICE, aStatement } from '@mahnwerk/core/letters/testing'
import { openCompiler } from './compiler.ts'
import { UnprintableError, closeLetters, renderLetter, renderPdf, renderStatement } from './index.ts'
import { dataOf } from './render.ts'
import { readPdf } from './testing/index.ts'

afterAll(closeLetters)

const named = (last: string): Letter =>
  statementAsLetter(aStatement({ debtor: { ...aStatement().debtor, name: { kind: 'consumer', first: '', last } } }))

describe('a letter', () => {
  test('of the same data and day is the same file, byte for byte, whichever thread sets it', async () => {
    const again = await Promise.all(Array.from({ length: 6 }, () => renderStatement(aStatement())))
    for (const bytes of again) expect(Buffer.compare(bytes, again[0] ?? new Uint8Array())).toBe(0)
    const other = await renderStatement(aStatement({}, 2))
    expect(Buffer.compare(other, again[0] ?? other)).not.toBe(0)
  })

  test('contains its own data only, however many are set at once', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index + 100)
    const sheets = await Promise.all(numbers.map((number) => renderStatement(aStatement({}, number))))
    for (const [index, bytes] of sheets.entries()) {
      const { text } = await readPdf(bytes)
      const found = new Set([...text.matchAll(/Müßig-Weber (\d+)/g)].map(([, number]) => Number(number)))
      expect([...found]).toEqual([numbers[index]])
    }
  })

  test.each([
    '#panic("x")',
    '$x^2$ *fett* _schräg_ `raw`',
    '#{ read("/letter.typ") }',
    '\\ [a] <b> @c // d /* e',
    '"} #sys.inputs',
    '= Titel - Liste + 1. /',
  ])('shows %s as it stands', async (last) => {
    const { text } = await readPdf(await renderLetter(named(last)))
    expect(text).toContain(last)
  })

  test('writes names of Europe, however they are coded', async () => {
    const names = [
      'Müller',
      'Łukasz Żółć',
      'Ελένη Παπαδοπούλου',
      'Владимир',
      'Nguyễn Văn Đức',
      'Ðorđe Šćepanović',
      'İpek Ağaoğlu',
    ]
    const { text } = await readPdf(await renderLetter(named(names.join(' ').normalize('NFD'))))
    for (const name of names) expect(text.replace(/\s+/g, ' ')).toContain(name)
  })

  test('leaves out what carries no word, and nothing else', async () => {
    const { text } = await readPdf(await renderLetter(named('A\u0007ns\u00adgar\u200b \u202eEmil 😀\n© 5\u00a0€')))
    expect(text).toContain('A nsgar Emil © 5 €')
  })

  test('is refused where the font lacks a letter of it', async () => {
    const refused = renderLetter(named('李小龍'))
    await expect(refused).rejects.toBeInstanceOf(UnprintableError)
    await expect(refused).rejects.toMatchObject({ text: '李' })
  })

  test('has all of a long name inside the window', async () => {
    const debtor = {
      name: {
        kind: 'business',
        company:
          'Gesellschaft für internationale Zusammenarbeit in der Donaudampfschifffahrt mit beschränkter Haftung & Co. KG',
        contactPerson: 'Frau Dr. Dr. h. c. Friederike-Alexandra von und zu Müßiggang-Hohenstein',
      },
      address: {
        street: 'Bürgermeister-Doktor-Franz-Xaver-Obermoser-Straße 118a, Rückgebäude',
        extra: 'c/o Hausverwaltung Oberpfaffenhofener Wohnstätten, 3. Stock links',
        postCode: '82234',
        city: 'Weßling-Oberpfaffenhofen am See',
        country: 'AT',
      },
    } as const
    const { pages } = await readPdf(await renderStatement(aStatement({ debtor })))
    const window = (pages[0] ?? []).filter(({ left, bottom }) => left < 105 && bottom > 62.7 && bottom < 98)
    expect(window.map(({ text }) => text).join(' ')).toContain('ÖSTERREICH')
    for (const { right, bottom } of window) expect([right <= 105, bottom <= 90]).toEqual([true, true])
  })

  test('has a foot as long as it must be, on the sheet and below the text', async () => {
    const imprint = Array.from(
      { length: 8 },
      (_, index) => `Aufsichtsbehörde ${index + 1}: Regierung von Schwaben, Augsburg`,
    )
    const { pages } = await readPdf(await renderStatement(aStatement({ creditor: { ...PRACTICE, imprint } })))
    for (const page of pages) {
      const foot = page.filter(({ size }) => size === 7)
      expect(foot.map(({ text }) => text).join(' ')).toContain('Aufsichtsbehörde 8')
      expect(Math.max(...foot.map(({ bottom }) => bottom))).toBeLessThan(293)
      const text = page.filter(({ size, bottom }) => size > 7 && bottom > 200).map(({ bottom }) => bottom)
      expect(Math.max(0, ...text)).toBeLessThan(
        Math.min(...foot.filter(({ bottom }) => bottom > 200).map(({ bottom }) => bottom)),
      )
    }
  })

  test('has no code where the transfer allows none, and the figures all the same', async () => {
    const creditor = { ...PRACTICE, account: { holder: 'Anna Berger', iban: 'DE00370400440532013000' } }
    const { roles, text } = await readPdf(await renderStatement(aStatement({ creditor })))
    expect(roles).not.toContain('Figure')
    expect(text).toContain('DE00 3704 0044 0532 0130 00')
  })

  test('carries a creditor reference in its own field of the code, and any other reference as text', () => {
    const picture = (reference: string): string | undefined => {
      const letter = statementAsLetter(aStatement({ reference }))
      const block = (dataOf(letter).values as { body: { picture?: string }[] }).body.find((each) => each.picture)
      return block?.picture
    }
    const as = (kind: 'creditor' | 'text', value: string): string => {
      const { account } = PRACTICE
      const payload = epcPayload({
        holder: account?.holder ?? '',
        iban: account?.iban ?? '',
        amount: minor(37_477),
        currency: EUR,
        reference: { kind, value },
      })
      return payload.ok ? qrPicture(payload.value) : payload.refusal.code
    }
    expect(picture('RF18 5390 0754 7034')).toBe(as('creditor', 'RF18539007547034'))
    expect(picture('RF19 5390 0754 7034')).toBe(as('text', 'RF19 5390 0754 7034')) // a wrong digit
  })

  test('is set again after the threads were ended', async () => {
    const before = await renderStatement(aStatement())
    await closeLetters()
    expect(Buffer.compare(await renderStatement(aStatement()), before)).toBe(0)
  })

  test('of data that does not fit its template is not made', async () => {
    await expect(renderPdf('letter', { day: '2026-11-22', values: { subject: 'x' } })).rejects.toThrow(/dictionary/)
  })
})

describe('the rules of PDF/UA-1', () => {
  test('are kept: the compiler, asked for that standard, finds no fault', async () => {
    const { day, values } = dataOf(statementAsLetter(aStatement()))
    const accessible = openCompiler()({
      template: 'letter',
      data: JSON.stringify(values),
      files: [],
      day,
      standard: 'ua-1',
    })
    const { metadata } = await readPdf(accessible)
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
})

describe('a logo', () => {
  const SVG =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#0d5560"/></svg>'
  const logo = (format: 'svg' | 'png' | 'jpg', bytes: Uint8Array) => ({
    creditor: { ...PRACTICE, logo: { format, bytes }, accent: '#a01f2c' },
  })

  test.each([
    ['svg', Buffer.from(SVG)],
    ['png', createCanvas(40, 20).toBuffer('image/png')],
    ['jpg', createCanvas(40, 20).toBuffer('image/jpeg')],
  ] as const)(
    'as %s stands in place of the name, which it bears for those who cannot see it',
    async (format, bytes) => {
      const { alternatives } = await readPdf(await renderStatement(aStatement(logo(format, bytes))))
      expect(alternatives[0]).toBe('Physiotherapie am Stadtpark')
    },
  )

  test('that is no picture is refused, and the next letter is none the worse', async () => {
    await expect(renderStatement(aStatement(logo('png', Buffer.from('no picture'))))).rejects.toThrow(/image/)
    expect((await renderStatement(aStatement())).length).toBeGreaterThan(10_000)
  })

  test.each(['/etc/hostname', '../compiler.ts', 'file:///etc/hostname', 'https://example.org/a.png'])(
    'cannot bring %s into a letter',
    async (href) => {
      const svg = SVG.replace('<rect', `<image href="${href}" width="4" height="2"/><rect`)
      await expect(renderStatement(aStatement(logo('svg', Buffer.from(svg))))).rejects.toThrow(/linked image/)
    },
  )
})
