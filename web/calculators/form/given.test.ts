import { EUR } from '@mahnwerk/core/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountIn, dayIn, givenFrom, hashOf, percentIn, rowText, rowsIn, tickIn, wholeIn, withGiven } from './given.ts'

describe('what was filled in', () => {
  it('comes back from the address as it went in', () => {
    const words = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
    )
    fc.assert(
      fc.property(words, (given) => {
        expect(givenFrom(hashOf(given))).toEqual({ ...given })
      }),
    )
  })

  it('leaves an empty address where nothing is given', () => {
    expect(hashOf(withGiven({ betrag: ['1.00'] }, 'betrag', ['']))).toBe('')
  })

  it('is read as amount, day, percentage and number only where it is one', () => {
    const given = givenFrom(
      '#betrag=1200.50&faellig=2026-02-30&satz=9.97&raten=6&minus=-5&viel=99999999999999&schief=1,5',
    )
    expect(amountIn(given, 'betrag', EUR)).toBe(120_050)
    expect(amountIn(given, 'minus', EUR)).toBeUndefined()
    expect(amountIn(given, 'viel', EUR)).toBeUndefined()
    expect(amountIn(given, 'schief', EUR)).toBeUndefined()
    expect(dayIn(given, 'faellig')).toBeUndefined()
    expect(percentIn(given, 'satz')).toBe(99_700)
    expect(wholeIn(given, 'raten')).toBe(6)
    expect(wholeIn(given, 'satz')).toBeUndefined()
  })

  it('keeps what was preset where a tick says neither yes nor no', () => {
    expect(tickIn(givenFrom('#a=vielleicht'), 'a', true)).toBe(true)
    expect(tickIn(givenFrom('#a=nein'), 'a', true)).toBe(false)
  })

  it('keeps rows that are not complete yet', () => {
    const given = {
      eintrag: [rowText('zahlung', '2026-03-02', '400.00'), rowText('zahlung', undefined, '5.00'), 'zahlung'],
    }
    expect(rowsIn(given, 'eintrag', EUR)).toEqual([
      { kind: 'zahlung', on: '2026-03-02', amount: 40_000, until: undefined },
      { kind: 'zahlung', on: undefined, amount: 500, until: undefined },
      { kind: 'zahlung', on: undefined, amount: undefined, until: undefined },
    ])
  })
})
