// A consumer in Germany, reminded by a creditor in Berlin: a friendly word after a week, then three letters a fortnight apart, the
// last two for 1.20 euro each. Nobody has told the customer of the thirty days of § 286 Abs. 3 BGB, and the due day is only printed on
// the invoice, so it is our first letter that brings about default.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day } from '@mahnwerk/core/calendar'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { AMOUNT, type Diary, openDiary } from './dunning-diary.ts'
import { ONLY_THE_OTHER, paidBeforeTheRun } from './paid-before-the-run.ts'

const VERA = { kind: 'consumer', first: 'Vera', last: 'Schuld' } as const
const PAUL = { kind: 'consumer', first: 'Paul', last: 'Pünktlich' } as const
const DUE = '2026-11-20'
/** The post takes three days. */
const POSTAL = 3

let diary: Diary
beforeEach(async () => {
  diary = await openDiary({
    country: 'DE',
    region: 'BE',
    steps: [
      { level: 0, afterDays: 7, fee: 0 },
      { level: 1, afterDays: 14, fee: 0 },
      { level: 2, afterDays: 14, fee: 120 },
      { level: 3, afterDays: 14, fee: 120 },
    ],
  })
})
afterEach(() => diary.close())

/** What a lawyer would be told: the first letter was written on a Friday, with ten days to pay. */
const FACTS: ClaimFacts = {
  debtor: 'consumer',
  principal: AMOUNT,
  contractOn: addDays(day(DUE), -14),
  dueOn: day(DUE),
  dueAgreed: false,
  invoiceNotice: false,
  remindersReceivedOn: [],
  remindersWithTerm: [{ receivedOn: addDays(day('2026-12-11'), POSTAL), payBy: day('2026-12-21') }],
  region: 'BE',
  forPerformance: true,
  debtorAtFault: true,
}

describe('a consumer in Germany who never pays', () => {
  it('gets each letter on a working day: not on Christmas Day, not on the days after', async () => {
    const id = await diary.invoice('R-1', DUE, VERA)
    await diary.until('2027-01-12')
    expect(await diary.letters(id)).toEqual([
      'Friday 2026-11-27: level 0, fee 0, pay by 2026-12-07',
      'Friday 2026-12-11: level 1, fee 0, pay by 2026-12-21',
      // A fortnight later is Friday, 25 December; then comes a weekend.
      'Monday 2026-12-28: level 2, fee 120, pay by 2027-01-07',
      'Monday 2027-01-11: level 3, fee 120, pay by 2027-01-21',
    ])
    expect(await diary.faults()).toEqual([])
  })

  it('owes interest from the day after the term of our first letter, and the fees that the law allows', async () => {
    const id = await diary.invoice('R-1', DUE, VERA)
    await diary.until('2026-12-30')
    expect(diary.lateFrom(FACTS)).toBe('2026-12-22')
    const fees = [{ on: day('2026-12-28'), amount: 120 }]
    expect(diary.allowed(FACTS, [{ on: day('2026-12-11'), amount: 0 }, ...fees])).toBe(120)
    for (const on of ['2026-12-21', '2026-12-22', '2026-12-28', '2026-12-31'])
      expect([on, await diary.owedBeside(id, on)]).toEqual([
        on,
        diary.byCore(
          FACTS,
          fees.filter((fee) => fee.on <= on),
          on,
        ),
      ])
    // 1,000.00 at 1.52 and 5 per cent for the ten days from the 22nd to the 31st, and one letter.
    expect(await diary.owedBeside(id, '2026-12-31')).toEqual({ interest: 179, charges: 120 })
    // The base rate of 2027 is not published yet: no figure instead of a guess.
    expect(await diary.owedBeside(id, '2027-01-05')).toEqual(diary.byCore(FACTS, fees, '2027-01-05'))
  })

  it('is suggested for collection the day after the last term, with the reason in figures', async () => {
    const id = await diary.invoice('R-1', DUE, VERA)
    await diary.until('2027-01-21')
    expect(await diary.suggested()).toEqual([])
    await diary.until('2027-01-22')
    expect(await diary.suggested()).toMatchObject([
      { invoice: { id, dunningLevel: 3 }, reason: { daysOverdue: 63, level: 3, open: 100_240 }, against: [] },
    ])
  })
})

it('a payment between the list and the run takes its invoice out, and nobody else’s', async () => {
  expect(await paidBeforeTheRun(diary, VERA, PAUL)).toEqual(ONLY_THE_OTHER)
})

it('a promise to pay stops the letters, ends by itself, and reminding goes on where it stood', async () => {
  const id = await diary.invoice('R-1', DUE, VERA)
  await diary.until('2026-12-01')
  const marker = { kind: 'promised', by: '2026-12-31', note: 'zahlt mit dem Weihnachtsgeld' }
  expect(await diary.ask('PATCH', `/invoices/${id}/marker`, { marker })).toMatchObject({ status: 200 })
  await diary.until('2027-01-05')
  expect(await diary.letters(id)).toEqual([
    'Friday 2026-11-27: level 0, fee 0, pay by 2026-12-07',
    // The promise ends with the year, and New Year's Day is a Friday.
    'Monday 2027-01-04: level 1, fee 0, pay by 2027-01-14',
  ])
  expect(await diary.faults()).toEqual([])
})

describe('a policy whose last notices demand interest', () => {
  const FEE = 120
  const STEPS = [
    { level: 0, afterDays: 3, fee: 0 },
    { level: 1, afterDays: 7, fee: 0 },
    ...[2, 3, 4].map((level) => ({ level, afterDays: 14, fee: FEE, interest: true })),
  ]
  const reminded = (on: string, payBy: string) => ({ receivedOn: addDays(day(on), POSTAL), payBy: day(payBy) })

  it('asks in each for the interest up to its own day, and not for that of the letter before once more', async () => {
    const own = await openDiary({ country: 'DE', region: 'BE', steps: STEPS })
    const id = await own.invoice('R-1', DUE, VERA)
    await own.until('2026-12-30')
    const first = { ...FACTS, remindersWithTerm: [reminded('2026-11-30', '2026-12-10')] }
    const second = {
      ...first,
      remindersWithTerm: [...first.remindersWithTerm, reminded('2026-12-14', '2026-12-24')],
    }
    const [before, after] = [
      own.byCore(first, [], '2026-12-14').interest,
      own.byCore(second, [{ on: day('2026-12-14'), amount: FEE }], '2026-12-28').interest,
    ]
    expect(await own.letters(id)).toEqual([
      'Monday 2026-11-23: level 0, fee 0, pay by 2026-12-03',
      'Monday 2026-11-30: level 1, fee 0, pay by 2026-12-10',
      `Monday 2026-12-14: level 2, fee 120, pay by 2026-12-24, interest ${before}`,
      `Monday 2026-12-28: level 3, fee 120, pay by 2027-01-07, interest ${after}`,
    ])
    // 1,000.00 at 1.52 and 5 per cent: 71.45 for the four days from the 11th to the 14th, where the fee strikes the account and
    // rounds, then 250.08 for the fourteen up to the 28th.
    expect([before, after]).toEqual([71, 71 + 250])
    expect(await own.owedBeside(id, '2026-12-28')).toEqual({ interest: after, charges: 2 * FEE })
    expect(await own.faults()).toEqual([])
    await own.close()
  })

  it('waits with the next while the base rate of the new year is not published, and says so', async () => {
    const own = await openDiary({ country: 'DE', region: 'BE', steps: STEPS })
    const id = await own.invoice('R-1', DUE, VERA)
    await own.until('2027-01-13')
    expect(await own.letters(id)).toHaveLength(4)
    expect((await own.ask('GET', '/dunning/preview')).body).toMatchObject({
      letters: [],
      notReminded: [{ invoiceId: id, why: { kind: 'interest_unknown', law: 'law_not_known_yet' } }],
    })
    expect(await own.ask('POST', `/invoices/${id}/notice`, { early: false })).toMatchObject({
      status: 422,
      body: { code: 'notice_interest_unknown' },
    })
    const { version } = (await own.ask('GET', '/settings/law')).body
    await own.ask('PATCH', '/settings/law', { provisional: true, version })
    await own.until('2027-01-14')
    expect((await own.letters(id)).at(-1)).toMatch(/^Thursday 2027-01-14: level 4, .* interest \d+$/)
    expect(await own.faults()).toEqual([])
    await own.close()
  })
})
