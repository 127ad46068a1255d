import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, formatDay, formatDayInFull, parseDayInput } from './index.ts'

const anyDay = fc.integer({ min: 0, max: 109_937 }).map((days) => addDays(day('1900-01-01'), days))

describe('a day as people write it', () => {
  test('in German and in English, short and in full', () => {
    const of = day('2026-03-07')
    expect(formatDay(of)).toBe('07.03.2026')
    expect(formatDay(of, 'en')).toBe('7 Mar 2026')
    expect(formatDayInFull(of)).toBe('Samstag, 7. März 2026')
    expect(formatDayInFull(of, 'en')).toBe('Saturday, 7 March 2026')
  })

  test('in full is what the platform writes, too', () => {
    const platform = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' })
    fc.assert(
      fc.property(anyDay, (of) => {
        expect(formatDayInFull(of)).toBe(platform.format(new Date(`${of}T00:00:00Z`)))
      }),
    )
  })

  test('reads back as the same day', () => {
    fc.assert(
      fc.property(anyDay, (of) => {
        expect(parseDayInput(formatDay(of))).toBe(of)
        expect(parseDayInput(of)).toBe(of)
      }),
    )
  })

  test.each([
    ['1.2.26', '2026-02-01'],
    [' 21.11.2026 ', '2026-11-21'],
    ['29.02.28', '2028-02-29'],
  ])('typed "%s" is %s', (text, expected) => {
    expect(parseDayInput(text)).toBe(expected)
  })

  test.each(['', '31.02.2026', '21/11/2026', '21.11.', '11.21.2026', '21.11.126', 'morgen'])(
    'typed "%s" is no day',
    (text) => {
      expect(parseDayInput(text)).toBeUndefined()
    },
  )
})
