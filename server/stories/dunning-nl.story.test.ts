// A consumer in the Netherlands: a friendly word after a week, then three letters a fortnight apart. Reminders cost a consumer there
// nothing, whatever the creditor wishes; the first letter is the notice of default (art. 6:82 BW) whose term begins the interest.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day } from '@mahnwerk/core/calendar'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { AMOUNT, type Diary, openDiary } from './dunning-diary.ts'
import { ONLY_THE_OTHER, paidBeforeTheRun } from './paid-before-the-run.ts'

const ANNA = { kind: 'consumer', first: 'Anna', last: 'de Vries' } as const
const JAN = { kind: 'consumer', first: 'Jan', last: 'Jansen' } as const
const DUE = '2026-11-20'
const POSTAL = 3

const STEPS = [
  { level: 0, afterDays: 7, fee: 0 },
  { level: 1, afterDays: 14, fee: 0 },
  { level: 2, afterDays: 14, fee: 0 },
  { level: 3, afterDays: 14, fee: 0 },
]

let diary: Diary
beforeEach(async () => {
  diary = await openDiary({ country: 'NL', steps: STEPS })
})
afterEach(() => diary.close())

const FACTS: ClaimFacts = {
  debtor: 'consumer',
  principal: AMOUNT,
  contractOn: addDays(day(DUE), -14),
  dueOn: day(DUE),
  dueAgreed: false,
  invoiceNotice: false,
  remindersReceivedOn: [],
  remindersWithTerm: [{ receivedOn: addDays(day('2026-12-11'), POSTAL), payBy: day('2026-12-21') }],
  forPerformance: true,
  debtorAtFault: true,
}

describe('a consumer in the Netherlands who never pays', () => {
  it('gets each letter on a working day: not on the second day of Christmas', async () => {
    const id = await diary.invoice('R-1', DUE, ANNA)
    await diary.until('2027-01-12')
    expect(await diary.letters(id)).toEqual([
      'Friday 2026-11-27: level 0, fee 0, pay by 2026-12-07',
      'Friday 2026-12-11: level 1, fee 0, pay by 2026-12-21',
      // Christmas is a Friday and a Saturday.
      'Monday 2026-12-28: level 2, fee 0, pay by 2027-01-07',
      'Monday 2027-01-11: level 3, fee 0, pay by 2027-01-21',
    ])
    expect(await diary.faults()).toEqual([])
  })

  it('owes nothing for a letter: a policy that asks for a fee is refused with the law', async () => {
    const steps = STEPS.map((step) => ({ ...step, channel: 'letter', periodDays: 10, interest: false, fee: 120 }))
    const policy = { name: 'Teuer', currency: 'EUR', steps, grouping: 'per_debtor', leastOpen: 500, audience: 'all' }
    expect(await diary.ask('POST', '/dunning/policies', { ...policy, standard: false })).toMatchObject({
      status: 422,
      body: { code: 'dunning_fee_above_law', facts: { allowed: 0 } },
    })
    expect(diary.allowed(FACTS, [{ on: day('2026-12-28'), amount: 120 }])).toBe(0)
  })

  it('owes interest once the term of the first letter is over', async () => {
    const id = await diary.invoice('R-1', DUE, ANNA)
    await diary.until('2026-12-30')
    for (const on of ['2026-12-11', '2026-12-22', '2026-12-29', '2026-12-31'])
      expect([on, await diary.owedBeside(id, on)]).toEqual([on, diary.byCore(FACTS, [], on)])
    // Received on the 14th; a fortnight is a reasonable term, longer than the ten days of the letter.
    expect(diary.lateFrom(FACTS)).toBe('2026-12-29')
    // 1,000.00 at four per cent for two days: the day of payment bears none in the Netherlands.
    expect(await diary.owedBeside(id, '2026-12-31')).toEqual({ interest: 22, charges: 0 })
  })

  it('is suggested for collection the day after the last term, with the reason in figures', async () => {
    const id = await diary.invoice('R-1', DUE, ANNA)
    await diary.until('2027-01-21')
    expect(await diary.suggested()).toEqual([])
    await diary.until('2027-01-22')
    expect(await diary.suggested()).toMatchObject([
      { invoice: { id, dunningLevel: 3 }, reason: { daysOverdue: 63, level: 3, open: 100_000 } },
    ])
  })
})

it('a payment between the list and the run takes its invoice out, and nobody else’s', async () => {
  expect(await paidBeforeTheRun(diary, ANNA, JAN)).toEqual(ONLY_THE_OTHER)
})

it('a hold on the invoice ends by itself, and reminding goes on where it stood', async () => {
  const id = await diary.invoice('R-1', DUE, ANNA)
  await diary.until('2026-12-01')
  const marker = { kind: 'hold', until: '2026-12-25', note: 'wartet auf ihr Gehalt' }
  expect(await diary.ask('PATCH', `/invoices/${id}/marker`, { marker })).toMatchObject({ status: 200 })
  await diary.until('2026-12-30')
  expect(await diary.letters(id)).toEqual([
    'Friday 2026-11-27: level 0, fee 0, pay by 2026-12-07',
    // The day after is a Saturday and a holiday, then comes a Sunday.
    'Monday 2026-12-28: level 1, fee 0, pay by 2027-01-07',
  ])
  expect(await diary.faults()).toEqual([])
})
