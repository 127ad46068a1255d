import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn, dayOrderOf, readDay } from './days.ts'

const read = (cell: string, order?: 'day-first' | 'month-first') => {
  const day = readDay(cell)
  return day === undefined ? 'no day' : (dayIn(day, order) ?? 'two readings')
}

describe('a day in a cell', () => {
  it.each([
    ['21.11.2026', '2026-11-21'],
    ['1.2.26', '2026-02-01'],
    ['2026-11-21', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['2026-11-21T00:00:00', '2026-11-21'],
    ['21.11.2026 08:15', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['11/21/2026', '2026-11-21'],
    ['05/05/2026', '2026-05-05'],
    ['03/04/2026', 'two readings'],
    ['03-04-2026', 'two readings'],
    ['30.02.2026', 'no day'],
    ['21.11.', 'no day'],
    ['45323', 'no day'],
    ['', 'no day'],
  ])('reads %s as %s', (cell, expected) => {
    expect(read(cell)).toBe(expected)
  })

  it('is decided by the column where it has two readings', () => {
    expect(read('03/04/2026', 'day-first')).toBe('2026-04-03')
    expect(read('03/04/2026', 'month-first')).toBe('2026-03-04')
    expect(dayOrderOf(['03/04/2026', '25/04/2026'])).toBe('day-first')
    expect(dayOrderOf(['03/04/2026'])).toBeUndefined()
    expect(dayOrderOf(['25/04/2026', '04/25/2026'])).toBeUndefined()
  })

  it('reads every day of this century in German and ISO writing', () => {
    const days = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year = '', month = '', day = ''] = iso.split('-')
        for (const text of [
          iso,
          `${day}.${month}.${year}`,
          `${Number(day)}.${Number(month)}.${year.slice(2)}`,
          year + month + day,
        ]) {
          expect(read(text)).toBe(iso)
        }
      }),
    )
  })
})
