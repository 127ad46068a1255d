import { describe, expect, it } from 'vitest'
import { day } from '../../calendar/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import type { LimitationEvent } from '../../limitation/index.ts'
import { claimStatement, explainClaim, explained } from '../../calculations/index.ts'
import { EUR, minor, percent } from '../../money/index.ts'
import { NETHERLANDS } from './netherlands.ts'

const { settings } = NETHERLANDS
const TRUSTING = { ...settings, trust: { lowConfidence: true, provisional: false } }

const sale: ClaimFacts = {
  debtor: 'business',
  principal: minor(100_000),
  contractOn: day('2026-01-05'),
  dueOn: day('2026-02-10'),
  dueAgreed: true,
  invoiceNotice: false,
  remindersReceivedOn: [],
  forPerformance: true,
  debtorAtFault: true,
}

describe('default in the Netherlands', () => {
  it('begins by itself when an agreed term passes, for consumers, too', () => {
    for (const debtor of ['business', 'consumer'] as const) {
      expect(NETHERLANDS.lateFrom({ ...sale, debtor }, settings)).toMatchObject({
        late: true,
        interestFrom: '2026-02-11',
      })
    }
  })

  it('needs a notice with a term where none was agreed, and only reminders after the due day count', () => {
    const open = { ...sale, dueAgreed: false }
    expect(NETHERLANDS.lateFrom(open, settings).late).toBe(false)
    expect(NETHERLANDS.lateFrom({ ...open, remindersReceivedOn: [day('2026-02-10')] }, settings).late).toBe(false)
    const reminded = { ...open, remindersReceivedOn: [day('2026-03-10'), day('2026-03-02')] }
    expect(NETHERLANDS.lateFrom(reminded, settings)).toMatchObject({ from: '2026-03-17' })
    const sooner = { ...settings, choices: { ...settings.choices, notice_term: 'eight_days' } }
    expect(NETHERLANDS.lateFrom(reminded, sooner)).toMatchObject({ from: '2026-03-11' })
  })

  it('waits for the end of a term that the notice gave, if it is longer than what counts as reasonable', () => {
    const giving = (payBy: string): ClaimFacts => ({
      ...sale,
      dueAgreed: false,
      remindersWithTerm: [{ receivedOn: day('2026-03-02'), payBy: day(payBy) }],
    })
    expect(NETHERLANDS.lateFrom(giving('2026-03-31'), settings)).toMatchObject({ from: '2026-04-01' })
    expect(NETHERLANDS.lateFrom(giving('2026-03-05'), settings)).toMatchObject({ from: '2026-03-17' })
  })

  it('begins thirty days after the invoice between businesses only where low confidence is trusted', () => {
    const invoiced = { ...sale, dueAgreed: false, invoiceReceivedOn: day('2026-01-20') }
    expect(NETHERLANDS.lateFrom(invoiced, settings).late).toBe(false)
    expect(NETHERLANDS.lateFrom(invoiced, TRUSTING)).toMatchObject({
      from: '2026-02-20',
      why: { marks: ['low_confidence'] },
    })
  })

  it('begins with a final refusal, yet not before the due day has passed', () => {
    const open = { ...sale, dueAgreed: false }
    expect(NETHERLANDS.lateFrom({ ...open, refusedOn: day('2026-02-20') }, settings)).toMatchObject({
      from: '2026-02-20',
    })
    expect(NETHERLANDS.lateFrom({ ...open, refusedOn: day('2026-01-20') }, settings)).toMatchObject({
      from: '2026-02-11',
    })
    expect(NETHERLANDS.lateFrom({ ...sale, debtorAtFault: false }, settings).late).toBe(false)
  })

  it('costs businesses 40 EUR at once, and nobody else', () => {
    expect(NETHERLANDS.flatCompensation(sale, settings).amount).toBe(4000)
    for (const change of [
      { debtor: 'consumer' },
      { forPerformance: false },
      { contractOn: day('2013-03-15') },
    ] as const) {
      expect(NETHERLANDS.flatCompensation({ ...sale, ...change }, settings).amount).toBe(0)
    }
  })
})

describe('the rule of interest in the Netherlands', () => {
  const nameOf = (change: Partial<ClaimFacts>, by = settings): unknown => {
    const rule = NETHERLANDS.interest({ ...sale, ...change }, by)
    return rule.ok ? rule.value.name : rule.refusal.code
  }

  it('is the trade rate for prices between businesses, else the general one, or what was agreed', () => {
    expect(nameOf({})).toBe('nl.interest.trade')
    expect(nameOf({ debtor: 'consumer' })).toBe('nl.interest.general')
    expect(nameOf({ forPerformance: false })).toBe('nl.interest.general')
    expect(nameOf({ agreedRate: percent('8') })).toBe('interest.agreed')
  })

  it('is not established for trade contracts from before 16 March 2013', () => {
    const old = { contractOn: day('2013-03-15') }
    expect(nameOf(old)).toBe('law_not_established')
    const rule = NETHERLANDS.interest({ ...sale, ...old }, TRUSTING)
    expect(rule.ok && rule.value.periods.at(-1)).toMatchObject({ rate: 94_000, marks: ['low_confidence'] })
    expect(rule.ok && rule.value.periods.find(({ from }) => from === '2013-01-01')?.rate).toBe(77_500)
  })

  it('is made once for all claims of its kind', () => {
    const [a, b] = [NETHERLANDS.interest(sale, settings), NETHERLANDS.interest({ ...sale }, settings)]
    expect(a.ok && b.ok && a.value === b.value).toBe(true)
  })
})

describe('an account in the Netherlands', () => {
  it('says when a year of unpaid interest begins to bear interest, and of which rate the trade rate is made', () => {
    const question = {
      facts: sale,
      currency: EUR,
      entries: [],
      on: day('2026-11-20'),
      interestDemanded: true,
      flatDemanded: false,
    }
    const late = { ...question, facts: { ...sale, dueOn: day('2025-07-31') } }
    const answer = claimStatement(NETHERLANDS, late)
    if (!answer.ok) throw new Error(answer.refusal.code)
    const told = JSON.stringify(explained(explainClaim(answer.value), NETHERLANDS, 'en'))
    expect(told).toContain('From 1 Aug 2026 the interest left unpaid until then, €101.71, bears interest, too.')
    expect(told).toContain('(ECB rate 2.15\u00a0% + 8.00\u00a0%)')
  })
})

describe('limitation in the Netherlands', () => {
  const lastDay = (claim: 'contract' | 'consumer_sale' | 'other', ...events: LimitationEvent[]): unknown =>
    NETHERLANDS.limitation({ claim, arisenOn: day('2020-05-31'), events }).lastDay

  it('is five years for contracts, two for consumer sales, twenty otherwise', () => {
    expect(lastDay('contract')).toBe('2025-05-31')
    expect(lastDay('consumer_sale')).toBe('2022-05-31')
    expect(lastDay('other')).toBe('2040-05-31')
  })

  it('begins again with a written reminder, for the same period, at most five years and never for less', () => {
    expect(lastDay('contract', { kind: 'written_reminder', on: day('2023-01-01') })).toBe('2028-01-01')
    expect(lastDay('other', { kind: 'written_reminder', on: day('2023-01-01') })).toBe('2040-05-31')
    expect(lastDay('other', { kind: 'written_reminder', on: day('2039-01-01') })).toBe('2044-01-01')
  })

  it('is not undone by a reminder that comes too late', () => {
    expect(lastDay('consumer_sale', { kind: 'written_reminder', on: day('2022-06-01') })).toBe('2022-05-31')
  })

  it('stands still for nobody who only negotiates, and is twenty years from a judgement', () => {
    expect(lastDay('contract', { kind: 'negotiation', from: day('2024-01-01') })).toBe('2025-05-31')
    expect(lastDay('contract', { kind: 'title', finalOn: day('2024-01-01') })).toBe('2044-01-01')
  })
})

describe('courts and holidays in the Netherlands', () => {
  const suit = {
    act: 'suit',
    value: minor(60_000),
    filedOn: day('2026-05-01'),
    claimant: 'company',
    representative: 'none',
    creditorDeductsVat: true,
    disputed: false,
  } as const

  it('take a fee by year, value and claimant, and refuse what no source states', () => {
    const fee = (change: object, by = settings): unknown => {
      const note = NETHERLANDS.courtCosts({ ...suit, ...change }, by)
      return note.ok ? note.value.total : note.refusal.code
    }
    expect(fee({})).toBe(35_000)
    expect(fee({ claimant: 'person' })).toBe(23_300)
    expect(fee({ filedOn: day('2025-05-01') })).toBe('law_not_established')
    expect(fee({ filedOn: day('2025-05-01') }, TRUSTING)).toBe(34_000)
    expect(fee({ filedOn: day('2021-05-01'), claimant: 'person' })).toBe('court_no_tariff')
    expect(fee({ filedOn: day('2017-05-01') })).toBe('law_before_records')
    expect(fee({ value: minor(2_500_001) })).toBe('court_no_tariff')
    expect(fee({ act: 'order_for_payment' })).toBe('court_not_admissible')
  })

  it.each([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-04-27',
    '2026-05-05',
    '2026-05-14',
    '2026-05-25',
    '2026-12-26',
    '2025-04-26',
    '2013-04-30',
  ])('%s is a holiday', (on) => expect(NETHERLANDS.holidaysOf()(day(on))).toBe(true))

  it.each(['2025-04-27', '2026-04-30', '2026-05-01', '2026-12-24'])('%s is none', (on) => {
    expect(NETHERLANDS.holidaysOf()(day(on))).toBe(false)
  })
})
