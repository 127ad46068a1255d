import { describe, expect, test } from 'vitest'
import { day } from '../../calendar/index.ts'
import { dunningFeeLimit } from './dunning-fee.ts'
import { flatCompensation, flatAndCosts } from './flat.ts'
import { minor } from '../../money/index.ts'
import { lateFrom } from './late-payment.ts'
import { SETTINGS } from './settings.ts'
import { chosen, claim } from './testing.ts'

describe('a debtor in Austria', () => {
  test('is late the day after the agreed day, without a reminder', () => {
    expect(lateFrom(claim({ dueOn: day('2026-01-15') }), SETTINGS)).toMatchObject({
      late: true,
      from: '2026-01-16',
      interestFrom: '2026-01-16',
    })
  })

  test('may pay on the next working day where the agreed day is none, unless the setting says otherwise', () => {
    const holySaturday = claim({ dueOn: day('2026-04-04') })
    expect(lateFrom(holySaturday, SETTINGS)).toMatchObject({ from: '2026-04-08' })
    expect(lateFrom(holySaturday, chosen({ rest_day: 'unchanged' }))).toMatchObject({ from: '2026-04-05' })
  })

  test('is late only after a demand where no day was agreed', () => {
    const open = claim({ dueAgreed: false, dueOn: day('2026-01-15') })
    expect(lateFrom(open, SETTINGS)).toMatchObject({ late: false })
    const remindersReceivedOn = [day('2026-03-01'), day('2026-02-10'), day('2026-01-10')]
    expect(lateFrom({ ...open, remindersReceivedOn }, SETTINGS)).toMatchObject({ late: true, from: '2026-02-11' })
  })

  test('is late after the time that the demand gave', () => {
    const remindersWithTerm = [{ receivedOn: day('2026-02-01'), payBy: day('2026-02-14') }]
    expect(lateFrom(claim({ dueAgreed: false, remindersWithTerm }), SETTINGS)).toMatchObject({ from: '2026-02-15' })
  })

  test('owes forty euros only as a business, by a contract since 16 March 2013, for a performance', () => {
    expect(flatCompensation(claim()).amount).toBe(4000)
    expect(flatCompensation(claim({ debtorAtFault: false })).amount).toBe(4000)
    expect(flatCompensation(claim({ contractOn: day('2013-03-15') })).amount).toBe(0)
    expect(flatCompensation(claim({ debtor: 'consumer' })).amount).toBe(0)
    expect(flatCompensation(claim({ forPerformance: false })).amount).toBe(0)
  })

  test('has the forty euros credited on collection costs', () => {
    expect(flatAndCosts(minor(12_000), minor(4000))).toEqual({ total: 12_000, flat: 4000, above: 8000 })
    expect(flatAndCosts(minor(2500), minor(4000))).toEqual({ total: 4000, flat: 4000, above: 0 })
  })

  test('owes nothing for reminders before default, nor without fault', () => {
    const limit = (known: Parameters<typeof claim>[0]): unknown => dunningFeeLimit(claim(known), SETTINGS)
    expect(limit({ dueOn: day('2026-01-15') })).toMatchObject({ freeLetters: 0, chargeableFrom: '2026-01-16' })
    expect(limit({ dueAgreed: false })).not.toHaveProperty('chargeableFrom')
    expect(limit({ debtorAtFault: false })).toMatchObject({ perLetter: 0 })
  })
})
