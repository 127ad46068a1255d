// A business in Austria, reminded by a creditor in Vienna: a friendly word after a week, then three letters a fortnight apart, the last
// two for five euro each. The due day was agreed, so default begins by itself; between businesses interest is 9.2 points above the
// base rate (§ 456 UGB).

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day } from '@mahnwerk/core/calendar'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { AMOUNT, type Diary, openDiary } from './dunning-diary.ts'
import { ONLY_THE_OTHER, paidBeforeTheRun } from './paid-before-the-run.ts'

const DONAU = { kind: 'business', company: 'Donau Bau GmbH' } as const
const INN = { kind: 'business', company: 'Inn Technik GmbH' } as const
const DUE = '2026-11-17'

let diary: Diary
beforeEach(async () => {
  diary = await openDiary({
    country: 'AT',
    steps: [
      { level: 0, afterDays: 7, fee: 0 },
      { level: 1, afterDays: 14, fee: 0 },
      { level: 2, afterDays: 14, fee: 500 },
      { level: 3, afterDays: 14, fee: 500 },
    ],
    law: { dueAgreed: true },
  })
})
afterEach(() => diary.close())

const FACTS: ClaimFacts = {
  debtor: 'business',
  principal: AMOUNT,
  contractOn: addDays(day(DUE), -14),
  dueOn: day(DUE),
  dueAgreed: true,
  invoiceNotice: false,
  remindersReceivedOn: [],
  forPerformance: true,
  debtorAtFault: true,
}

describe('a business in Austria that never pays', () => {
  it('gets each letter on a working day: neither on 8 December nor on Epiphany', async () => {
    const id = await diary.invoice('R-1', DUE, DONAU)
    await diary.until('2027-01-08')
    expect(await diary.letters(id)).toEqual([
      'Tuesday 2026-11-24: level 0, fee 0, pay by 2026-12-04',
      // Tuesday, 8 December is Mariä Empfängnis.
      'Wednesday 2026-12-09: level 1, fee 0, pay by 2026-12-21',
      'Wednesday 2026-12-23: level 2, fee 500, pay by 2027-01-04',
      // Wednesday, 6 January is Epiphany.
      'Thursday 2027-01-07: level 3, fee 500, pay by 2027-01-18',
    ])
    expect(await diary.faults()).toEqual([])
  })

  it('owes interest from the day after the due day, and the fees that the law allows', async () => {
    const id = await diary.invoice('R-1', DUE, DONAU)
    await diary.until('2026-12-24')
    expect(diary.lateFrom(FACTS)).toBe('2026-11-18')
    const fees = [{ on: day('2026-12-23'), amount: 500 }]
    expect(diary.allowed(FACTS, [{ on: day('2026-12-09'), amount: 0 }, ...fees])).toBe(500)
    for (const on of ['2026-11-17', '2026-11-18', '2026-12-09', '2026-12-23', '2026-12-31'])
      expect([on, await diary.owedBeside(id, on)]).toEqual([
        on,
        diary.byCore(
          FACTS,
          fees.filter((fee) => fee.on <= on),
          on,
        ),
      ])
    // 1,000.00 at 1.53 and 9.2 per cent for 43 days (the day of payment bears none in Austria), and one letter.
    expect(await diary.owedBeside(id, '2026-12-31')).toEqual({ interest: 1_264, charges: 500 })
  })

  it('is suggested for collection the day after the last term, with the reason in figures', async () => {
    const id = await diary.invoice('R-1', DUE, DONAU)
    await diary.until('2027-01-18')
    expect(await diary.suggested()).toEqual([])
    await diary.until('2027-01-19')
    expect(await diary.suggested()).toMatchObject([
      { invoice: { id, dunningLevel: 3 }, reason: { daysOverdue: 63, level: 3, open: 101_000 } },
    ])
  })
})

it('a payment between the list and the run takes its invoice out, and nobody else’s', async () => {
  expect(await paidBeforeTheRun(diary, DONAU, INN)).toEqual(ONLY_THE_OTHER)
})

it('a stop while the bank is asked ends by itself, and reminding goes on where it stood', async () => {
  const id = await diary.invoice('R-1', DUE, DONAU)
  await diary.until('2026-11-25')
  const { id: debtor } = (await diary.ask('GET', `/invoices/${id}`)).body['debtor'] as { readonly id: string }
  const hold = { reason: 'bank', note: 'Überweisung angeblich unterwegs', until: '2026-12-23' }
  expect(await diary.ask('PUT', `/debtors/${debtor}/hold`, hold)).toMatchObject({ status: 200 })
  await diary.until('2026-12-30')
  expect(await diary.letters(id)).toEqual([
    'Tuesday 2026-11-24: level 0, fee 0, pay by 2026-12-04',
    // Christmas Eve is no holiday in Austria.
    'Thursday 2026-12-24: level 1, fee 0, pay by 2027-01-04',
  ])
  expect(await diary.faults()).toEqual([])
})
