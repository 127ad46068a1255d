import { describe, expect, test } from 'vitest'
import { currency, minor } from '../../money/index.ts'
import type { Block, Letter } from '../letter.ts'
import { aStatement } from '../testing/index.ts'
import { type StatementLetter, statementAsLetter } from './index.ts'

function blocks<Kind extends Block['kind']>(letter: Letter, kind: Kind): Extract<Block, { kind: Kind }>[] {
  return letter.body.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)
}

const statement = aStatement()
const letter = statementAsLetter(statement)

describe('the cost sheet as a letter', () => {
  test('says at once what is to be paid until when, and how that differs from what is open today', () => {
    expect(blocks(letter, 'highlight')).toEqual([
      {
        kind: 'highlight',
        label: 'Zu zahlen bei Eingang bis 06.12.2026',
        value: '374,77\u00a0€',
        more:
          'Offen am 22.11.2026: 373,84\u00a0€, dazu 0,93\u00a0€ Zinsen bis 06.12.2026. ' +
          'Danach kommen je Tag etwa 0,07\u00a0€ Zinsen hinzu, solange die Forderung offen ist.',
      },
    ])
  })

  test('says what is open today, and what a day adds, where no later day was given', () => {
    const { payBy: _, ...today } = statement
    expect(blocks(statementAsLetter(today), 'highlight')).toEqual([
      {
        kind: 'highlight',
        label: 'Offen am 22.11.2026',
        value: '373,84\u00a0€',
        more: 'Danach kommen je Tag etwa 0,07\u00a0€ Zinsen hinzu, solange die Forderung offen ist.',
      },
    ])
  })

  test('sums each component, each row and each payment', () => {
    const [components, rows, payments] = blocks(letter, 'table')
    expect(components?.rows.at(-1)?.cells.map(({ text }) => text)).toEqual([
      'Summe',
      '473,84\u00a0€',
      '100,00\u00a0€',
      '373,84\u00a0€',
    ])
    expect(rows?.rows.at(-1)?.cells.map(({ text }) => text)).toEqual(['Insgesamt gefordert', '', '473,84\u00a0€'])
    expect(payments?.rows.at(-1)?.cells.at(-1)?.text).toBe('100,00\u00a0€')
  })

  test('puts working and source below the row they belong to, and its amount before the column of sums', () => {
    const row = blocks(letter, 'table')[1]?.rows.find(({ cells }) => cells[0]?.text.startsWith('Mahnkosten vom'))
    expect(row?.cells).toEqual([
      { text: 'Mahnkosten vom 20.04.2026', depth: 1, under: ['§\u00a0280 Abs.\u00a01 BGB'] },
      { text: '5,00\u00a0€', quiet: true },
      { text: '' },
    ])
  })

  test('says on what each payment was credited', () => {
    const under = blocks(letter, 'table')[2]?.rows[0]?.cells[1]?.under
    expect(under).toEqual([
      'verrechnet auf Mahnkosten\u00a05,00\u00a0€, Zinsen\u00a011,00\u00a0€, Hauptforderung\u00a084,00\u00a0€',
    ])
  })

  test('asks for the figure of the day until which it may be paid, by account and by code', () => {
    const [payment] = blocks(letter, 'payment')
    expect(payment?.facts.map(({ value }) => value)).toContain('374,77\u00a0€')
    expect(payment?.code).toMatchObject({ iban: 'DE89370400440532013000', amount: 37_477, reference: 'RE-2026-0001' })
    expect(payment?.code?.description).toContain('374,77\u00a0€')
  })

  test('is addressed as people write, with the country only where it is another', () => {
    expect(letter.recipient).toEqual(['Jörg Müßig-Weber 1', 'Lindenallee 1', '86152 Augsburg'])
    const abroad = { ...statement.debtor, address: { ...statement.debtor.address, country: 'AT' } }
    expect(statementAsLetter(aStatement({ debtor: abroad })).recipient.at(-1)).toBe('ÖSTERREICH')
  })

  test('says in English what it says in German', () => {
    const english = statementAsLetter(aStatement({ language: 'en' }))
    expect(english.subject).toBe('Statement of claim as of 22 Nov 2026')
    expect(english.body.map(({ kind }) => kind)).toEqual(letter.body.map(({ kind }) => kind))
  })

  test('asks for nothing where nothing is open, and tells what was paid too much', () => {
    const settled = statementAsLetter(
      aStatement({
        rows: [{ text: 'Hauptforderung', amount: minor(10_000), depth: 0 }],
        components: [{ text: 'Hauptforderung', claimed: minor(10_000), paid: minor(10_000), open: minor(0) }],
        payments: [
          {
            day: statement.day,
            amount: minor(10_250),
            parts: [{ text: 'Hauptforderung', amount: minor(10_000) }],
            surplus: minor(250),
          },
        ],
        total: minor(0),
        overpaid: minor(250),
      }),
    )
    expect(blocks(settled, 'payment')).toEqual([])
    const said = blocks(settled, 'paragraph').map(({ text }) => text)
    expect(said).toContain('Am 22.11.2026 ist nichts mehr offen.')
    expect(said).toContain('Sie haben 2,50\u00a0€ zu viel bezahlt. Wir zahlen den Betrag zurück.')
  })
})

describe('a cost sheet is never written where', () => {
  const [first, ...others] = statement.components
  const [payment] = statement.payments
  const wrong: readonly (readonly [string, Partial<StatementLetter>])[] = [
    ['the total is not what is open', { total: minor(statement.total + 1) }],
    ['a row is missing', { rows: statement.rows.slice(0, -2) }],
    ['rows do not sum to the one above them', { rows: statement.rows.filter((_, index) => index !== 3) }],
    [
      'a component does not subtract',
      { components: first === undefined ? [] : [{ ...first, paid: minor(0) }, ...others] },
    ],
    ['a payment is not in the components', { payments: [] }],
    [
      'the parts of a payment are not the payment',
      { payments: payment === undefined ? [] : [{ ...payment, amount: minor(9_999) }] },
    ],
  ]
  test.each(wrong)('%s', (_, parts) => {
    expect(() => statementAsLetter(aStatement(parts))).toThrow(/do not agree/)
  })
})

test('amounts are written in the currency of the claim', () => {
  const francs = statementAsLetter(aStatement({ currency: currency('CHF') }))
  expect(JSON.stringify(francs)).not.toContain('€')
})
