import { describe, expect, it } from 'vitest'
import { differences } from './compare.ts'
import { type Json } from './kinds.ts'

const compare = (expected: Json, found: Json, content = '') =>
  differences(expected, found, { ignored: new Set(['en16931']), standsInFile: (text) => content.includes(text) })

describe('an expected result', () => {
  it.each<[Json, Json]>([
    ['440', '440.00'],
    ['-0.50', '-0.5'],
    ['0', '-0.00'],
    ['22.04 EUR', '22.0400 EUR'],
    ['Deutsches Amt', 'Deutsches\n\t Amt '],
    [{ lines: 2 }, { lines: 2, dueDate: undefined }],
    [{ en16931: { valid: true } }, {}],
  ])('equals %j where %j is read', (expected, found) => {
    expect(compare(expected, found)).toEqual([])
  })

  it.each<[Json, Json]>([
    ['440', '44.0'],
    ['1', '-1'],
    ['22.04 EUR', '22.04 CHF'],
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    [['a'], ['a', 'b']],
    [{ number: '1' }, {}],
  ])('differs as %j from %j', (expected, found) => {
    expect(compare(expected, found)).toHaveLength(1)
  })

  it('lets through what it lacks only if it stands in the file', () => {
    expect(compare({}, { debtorIban: ['DE02'] }, '<IBAN>DE02</IBAN>')).toEqual([])
    expect(compare({}, { dueDate: '2026-01-01' }, '<IBAN>DE02</IBAN>')).toEqual([
      'dueDate: erwartet nichts, gelesen "2026-01-01"',
    ])
  })
})
