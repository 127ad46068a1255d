import { describe, expect, test } from 'vitest'
import { day } from '../../calendar/index.ts'
import { type Letter, dutiesOf, missingIn } from '../../duties/index.ts'
import { DUTIES } from './duties.ts'

const LETTER: Letter = {
  sender: 'agency',
  occasion: 'first_collection_letter',
  debtor: 'consumer',
  on: day('2026-11-21'),
  conditions: ['interest_demanded', 'costs_demanded'],
  statements: [],
}

const statements = (letter: Letter): string[] => dutiesOf(letter, DUTIES).map(({ statement }) => statement)

describe('a first letter of a collector', () => {
  test('must say five things to a private person, and more as it demands more', () => {
    expect(statements(LETTER)).toEqual([
      'de.duty.client',
      'de.duty.ground',
      'de.duty.interest',
      'de.duty.costs',
      'de.duty.authority',
    ])
    const more = statements({
      ...LETTER,
      conditions: ['vat_demanded', 'rate_above_statutory', 'address_from_elsewhere'],
    })
    expect(more).toContain('de.duty.vat')
    expect(more).toContain('de.duty.higher_rate')
    expect(more).toContain('de.duty.address')
  })

  test('of a lawyer names the chamber instead of the authority', () => {
    const lawyer = statements({ ...LETTER, sender: 'lawyer' })
    expect(lawyer).toContain('de.duty.chamber')
    expect(lawyer).not.toContain('de.duty.authority')
  })

  test('to a business, or before October 2021, is not held to this list', () => {
    expect(statements({ ...LETTER, debtor: 'business' })).toEqual([])
    expect(statements({ ...LETTER, on: day('2021-09-30') })).toEqual([])
  })

  test('misses what it does not say', () => {
    const said = ['de.duty.client', 'de.duty.ground', 'de.duty.interest', 'de.duty.costs']
    const missing = missingIn({ ...LETTER, statements: said }, DUTIES)
    expect(missing.map(({ source }) => source.citation)).toEqual(['§ 13a Abs. 1 Nr. 8 RDG'])
  })
})

test('an invoice to a consumer tells of the thirty days', () => {
  expect(statements({ ...LETTER, sender: 'creditor', occasion: 'invoice' })).toEqual(['de.duty.thirty_days'])
  expect(statements({ ...LETTER, sender: 'creditor', occasion: 'dunning_letter' })).toEqual([])
})
