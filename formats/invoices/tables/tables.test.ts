import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Mapping, type Table, applyMapping, readInvoiceFile, suggestMapping } from '../index.ts'
import { readCsv } from '../csv/index.ts'

const EXAMPLES = join(import.meta.dirname, '../../../examples/invoices')
const HEADER = 'Rechnungsnummer;Rechnungsdatum;Betrag;Name;PLZ;Ort;Land'

async function tableOf(content: string | Uint8Array): Promise<Table> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = await readInvoiceFile(bytes, 'liste')
  if (!read.ok || read.value.kind !== 'table') throw new Error(JSON.stringify(read))
  return read.value.table
}

async function applied(content: string | Uint8Array, change: Partial<Mapping> = {}) {
  const table = await tableOf(content)
  const { mapping } = suggestMapping(
    table.header,
    table.rows.map(({ cells }) => cells),
  )
  return [...applyMapping(table, { ...mapping, given: { currency: 'EUR', country: 'DE' }, ...change })]
}

describe('a list of invoices', () => {
  it('is the same from CSV and from a spreadsheet', async () => {
    const [csv, xlsx] = await Promise.all(
      ['rechnungen.csv', 'rechnungen.xlsx'].map((name) => applied(readFileSync(join(EXAMPLES, name)))),
    )
    // Windows-1252 has no ş and no č.
    const plain = (rows: typeof csv) =>
      JSON.stringify(rows)
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
    expect(csv).toHaveLength(12)
    expect(plain(csv)).toEqual(plain(xlsx))
  })

  it('becomes claims with everything the columns say', async () => {
    const rows = await applied(readFileSync(join(EXAMPLES, 'rechnungen.csv')))
    expect(rows[1]).toMatchObject({
      ok: true,
      row: 3,
      claim: {
        number: '2026-0421',
        invoiceDate: '2026-08-05',
        dueDate: '2026-08-19',
        currency: 'EUR',
        total: 12950,
        paid: 2950,
        amount: 10000,
        subject: 'Kurs „Rückenschule“, zehn Abende',
        serviceDate: '2026-07-31',
        dunned: { level: 1, lastNoticeOn: '2026-09-07' },
        nameOrigin: 'stated',
        debtor: {
          number: '10034',
          name: { kind: 'consumer', first: 'Mareike', last: 'Lüders-Groß' },
          address: { street: 'Lange Straße 3', postCode: '28195', city: 'Bremen', country: 'DE' },
          email: 'mareike.luedersgross@example.org',
        },
      },
    })
  })

  it('keeps the zero in front of a postcode that a spreadsheet took for a number', async () => {
    const rows = await applied(readFileSync(join(EXAMPLES, 'rechnungen.xlsx')))
    expect(rows[2]).toMatchObject({ claim: { debtor: { address: { postCode: '01067' } } } })
    expect(rows[6]).toMatchObject({ claim: { debtor: { address: { postCode: '1060', country: 'AT' } } } })
  })

  it('finds the header below a title and reads a term in days as a due date', async () => {
    const rows = await applied(
      'Offene Posten;;\n;;\nRe.-Nr.;Datum;Zahlungsziel;Summe (EUR);Kunde\n7;01.03.2026;14 Tage;9,90;Jonas Weber\n',
    )
    expect(rows).toMatchObject([{ ok: true, row: 4, claim: { number: '7', dueDate: '2026-03-15', amount: 990 } }])
  })

  it('names row, column, field and value of everything that is wrong in a row', async () => {
    const rows = await applied(`${HEADER}\nA1;31.02.2026;zwölf;;01067;Dresden;DE\n;01.02.2026;9,999;Jonas Weber;;;\n`)
    expect(rows).toEqual([
      {
        ok: false,
        row: 2,
        refusals: [
          {
            code: 'day_unreadable',
            facts: { row: 2, column: 'Rechnungsdatum', field: 'issueDate', value: '31.02.2026' },
          },
          { code: 'amount_unreadable', facts: { row: 2, column: 'Betrag', field: 'total', value: 'zwölf' } },
          { code: 'cell_missing', facts: { row: 2, column: 'Name', field: 'name', value: '' } },
        ],
      },
      {
        ok: false,
        row: 3,
        refusals: [
          { code: 'cell_missing', facts: { row: 3, column: 'Rechnungsnummer', field: 'number', value: '' } },
          { code: 'amount_of_two_readings', facts: { row: 3, column: 'Betrag', field: 'total', value: '9,999' } },
        ],
      },
    ])
  })

  it('refuses the second row with the same invoice number', async () => {
    const rows = await applied(`${HEADER}\nA1;01.02.2026;9,90;Jonas Weber;;;\nA1;01.02.2026;9,90;Jonas Weber;;;\n`)
    expect(rows[1]).toMatchObject({
      refusals: [{ code: 'number_repeated', facts: { row: 3, firstRow: 2, value: 'A1' } }],
    })
  })

  it('refuses what is open if it is not the total less what is paid', async () => {
    const rows = await applied(
      'Nr;Datum;Brutto;Bezahlt;Offen;Name\nA1;01.02.2026;100,00;30,00;60,00;Jonas Weber\nA2;01.02.2026;100,00;30,00;70,00;Jonas Weber\n',
    )
    expect(rows).toMatchObject([
      { refusals: [{ code: 'amounts_contradict', facts: { other: 7000 } }] },
      { claim: { amount: 7000 } },
    ])
  })

  it('takes yes and no in the column of payments for all and nothing', async () => {
    const rows = await applied(
      'Nr;Datum;Brutto;Bezahlt;Name\nA1;01.02.2026;100,00;ja;Jonas Weber\nA2;01.02.2026;100,00;nein;Jonas Weber\n',
    )
    expect(rows).toMatchObject([{ claim: { amount: 0 } }, { claim: { amount: 10000 } }])
  })

  it('takes a negative amount for a credit', async () => {
    expect(await applied(`${HEADER}\nG1;01.02.2026;-9,90;Jonas Weber;;;\n`)).toMatchObject([
      { claim: { kind: 'credit', amount: -990 } },
    ])
  })

  it('asks how a column is written where no cell shows it, and takes the answer', async () => {
    const content = `${HEADER}\nA1;03/04/2026;1.234;Jonas Weber;;;\n`
    const table = await tableOf(content)
    const { mapping, questions } = suggestMapping(
      table.header,
      table.rows.map(({ cells }) => cells),
    )
    expect(questions).toEqual([
      { code: 'which_day_order', field: 'issueDate', column: 1, sample: '03/04/2026' },
      { code: 'which_decimal_mark', field: 'total', column: 2, sample: '1.234' },
      { code: 'which_currency' },
    ])
    expect(await applied(content)).toMatchObject([
      { refusals: [{ code: 'day_of_two_readings' }, { code: 'amount_of_two_readings' }] },
    ])
    const answers = { ...mapping, dayOrders: { issueDate: 'day-first' }, decimalMarks: { total: 'comma' } } as const
    expect(await applied(content, answers)).toMatchObject([{ claim: { invoiceDate: '2026-04-03', amount: 123400 } }])
  })

  it('asks for the columns that every invoice needs', () => {
    const { questions } = suggestMapping(['Farbe', 'Form'], [['rot', 'rund']])
    expect(questions.slice(0, 4)).toEqual(
      ['number', 'issueDate', 'total', 'name'].map((field) => ({ code: 'which_column', field })),
    )
  })

  it('does not take a column for an amount because of its heading alone', () => {
    const { mapping, unused } = suggestMapping(
      ['Nr', 'Datum', 'Betrag', 'Zahlung'],
      [['1', '01.02.2026', '5,00', 'Überweisung']],
    )
    expect(mapping.columns.paid).toBeUndefined()
    expect(unused).toEqual([3])
  })

  it('finds the currency in headings and cells', () => {
    expect(suggestMapping(['Nr', 'Betrag in EUR'], [['1', '5,00']]).mapping.given).toEqual({ currency: 'EUR' })
    expect(suggestMapping(['Nr', 'Betrag'], [['1', '5,00 €']]).mapping.given).toEqual({ currency: 'EUR' })
  })
})

describe('a text file', () => {
  const lines = `${HEADER}\nÄ1;01.02.2026;9,90;Käthe Weiß;;;\n`

  it.each([
    ['UTF-8', Buffer.from(lines)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${lines}`)],
    ['Windows-1252', Buffer.from(lines, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${lines}`, 'utf16le')],
    ['commas', Buffer.from('Nr,Datum,Betrag,Name\nÄ1,01.02.2026,"9,90",Käthe Weiß\nÄ2,01.02.2026,"9,90",Käthe Weiß\n')],
    ['tabs', Buffer.from(lines.replaceAll(';', '\t'))],
    ['old line ends', Buffer.from(lines.replaceAll('\n', '\r'))],
    ['a stated delimiter', Buffer.from(`sep=;\r\n${lines}`)],
  ])('is read in %s', async (_how, bytes) => {
    expect((await applied(bytes))[0]).toMatchObject({
      claim: { number: 'Ä1', debtor: { name: { last: 'Weiß' } }, amount: 990 },
    })
  })

  it('gives back whatever cells were quoted into it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ß', ';', ',', '"', '\n', '€') }).map((text) => text.trim())
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 }), (rows) => {
        const text = [['Nummer', 'Betrag', 'Name'], ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')
        const read = readCsv(new TextEncoder().encode(text))
        const filled = rows.filter((row) => row.some((each) => each !== ''))
        expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual(filled)
      }),
    )
  })
})
