import { day, instant } from '@mahnwerk/core/calendar'
import { describe, expect, it } from 'vitest'
import { isGermanHoliday } from './holidays.ts'
import { dayIn, endOfDay, momentIn, workingDayFrom } from './time.ts'

const BERLIN = 'Europe/Berlin'

describe('the agency’s time', () => {
  it('is an hour ahead of UTC in winter and two in summer', () => {
    expect(momentIn(BERLIN, day('2026-11-23'), 10)).toBe('2026-11-23T09:00:00.000Z')
    expect(momentIn(BERLIN, day('2026-07-23'), 10, 5)).toBe('2026-07-23T08:05:00.000Z')
    expect(dayIn(BERLIN, instant('2026-11-20T23:30:00Z'))).toBe('2026-11-21')
    expect(endOfDay(BERLIN, day('2026-03-29'))).toBe('2026-03-29T21:59:59.999Z')
  })

  it('skips weekends and the holidays of all Germany', () => {
    const next = (on: string) => workingDayFrom(day(on), isGermanHoliday)
    expect(next('2026-11-21')).toBe('2026-11-23')
    expect(next('2026-12-25')).toBe('2026-12-28')
    expect(next('2026-04-03')).toBe('2026-04-07') // Good Friday to the Tuesday after Easter
    expect(next('2027-05-17')).toBe('2027-05-18') // Whit Monday
    expect(next('2026-11-20')).toBe('2026-11-20')
  })
})
