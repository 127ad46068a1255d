import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { addDays, day, weekday } from '../../calendar/index.ts'
import { REGIONS, holidaysOf } from './holidays.ts'

const LAENDER = Object.keys(REGIONS).filter((region) => region.length === 2)
const YEARS = Array.from({ length: 16 }, (_, index) => 2015 + index)

function ours(region: string, year: number): string[] {
  const found: string[] = []
  for (let on = day(`${year}-01-01`); on <= day(`${year}-12-31`); on = addDays(on, 1)) {
    if (weekday(on) !== 7 && holidaysOf(region)(on)) found.push(on)
  }
  return found
}

// Days of its list that are holidays by law; Sundays are left out, on which no period ends anyway.
function theirs(codes: readonly [string, ...string[]], year: number): string[] {
  const [land, region] = codes
  const list = region === undefined ? new Holidays('DE', land) : new Holidays('DE', land, region)
  const days = list.getHolidays(year, 'de').filter(({ type }) => type === 'public')
  return [...new Set(days.map(({ date }) => date.slice(0, 10)))].filter((on) => weekday(day(on)) !== 7).toSorted()
}

describe('holidays of the Länder', () => {
  test('there are sixteen', () => expect(LAENDER).toHaveLength(16))

  test.each(LAENDER)('%s has the days that an independent list has, from 2015 to 2030', (land) => {
    for (const year of YEARS) expect({ year, days: ours(land, year) }).toEqual({ year, days: theirs([land], year) })
  })

  test('Augsburg has two days more than the rest of Bavaria', () => {
    for (const year of YEARS) {
      const more = ours('BY-AUGSBURG', year).filter((on) => !ours('BY', year).includes(on))
      const both = [`${year}-08-08`, `${year}-08-15`].filter((on) => weekday(day(on)) !== 7)
      expect(more).toEqual(both)
      expect(ours('BY-AUGSBURG', year)).toEqual(theirs(['BY', 'A'], year))
    }
  })

  test.each([
    ['2017-10-31', undefined, true],
    ['2016-10-31', 'NI', false],
    ['2018-10-31', 'NI', true],
    ['2018-10-31', 'BE', false],
    ['2020-05-08', 'BE', true],
    ['2021-05-08', 'BE', false],
    ['2025-05-08', 'BE', true],
    ['2025-05-08', 'BB', false],
    ['2018-03-08', 'BE', false],
    ['2019-03-08', 'BE', true],
    ['2022-03-08', 'MV', false],
    ['2023-03-08', 'MV', true],
    ['2018-09-20', 'TH', false],
    ['2019-09-20', 'TH', true],
    ['2026-11-18', 'SN', true],
    ['2026-11-18', 'BY', false],
    ['2026-08-15', 'BY', false],
    ['2026-08-15', 'BY-MH', true],
    ['2026-08-15', 'SL', true],
    ['2026-06-04', 'SN', false],
    ['2026-06-04', 'SN-FL', true],
    ['2026-06-04', 'TH-FL', true],
    ['2026-01-06', undefined, false],
  ] as const)('%s in %s: %s', (on, region, expected) => {
    expect(holidaysOf(region)(day(on))).toBe(expected)
  })

  test('a region that is none is a fault of the caller', () => {
    expect(() => holidaysOf('Bayern')).toThrow('not a region of Germany: Bayern')
  })
})
