import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import { explain } from '../explanations/index.ts'
import { EUR, ZERO, minor } from '../money/index.ts'
import { type PartnerProfile, STOP_TEXTS, stopCost } from './index.ts'

const PROFILE: PartnerProfile = {
  code: 'practice',
  name: 'Kranich Inkasso',
  countries: ['DE'],
  currencies: [EUR],
  principalMin: minor(1000),
  caseFee: { min: ZERO, max: ZERO },
  costsBorneBy: 'debtor',
  creditorAdvancesCosts: true,
  courtOnlyByDecision: true,
  acceptsWithinDays: 1,
}
const stop = { freeDays: 14, bearsCosts: true, fee: minor(1500) }
const given = { handedOverOn: day('2026-03-01'), on: day('2026-03-15'), costsSoFar: minor(3090) }

describe('stopping a case early', () => {
  test('costs nothing inside the free days, the last one included', () => {
    expect(stopCost({ ...PROFILE, stop }, given)).toMatchObject({ known: true, amount: 0 })
  })

  test('costs the fee and what the partner charged so far after them', () => {
    const after = stopCost({ ...PROFILE, stop }, { ...given, on: day('2026-03-16') })
    expect(after).toMatchObject({ known: true, amount: 4590 })
    expect(after.why.lines.reduce((all, each) => all + (each.amount ?? 0), 0)).toBe(4590)
  })

  test('costs no more than the fee where the creditor does not bear the costs', () => {
    const profile = { ...PROFILE, stop: { ...stop, bearsCosts: false } }
    expect(stopCost(profile, { ...given, on: day('2026-04-01') })).toMatchObject({ amount: 1500 })
  })

  test('is not guessed where the contract says nothing', () => {
    expect(stopCost(PROFILE, given).known).toBe(false)
  })

  test.each(['de', 'en'] as const)('is told in %s', (language) => {
    for (const profile of [PROFILE, { ...PROFILE, stop }]) {
      for (const on of ['2026-03-02', '2026-05-02']) {
        const { why } = stopCost(profile, { ...given, on: day(on) })
        expect(explain(why, STOP_TEXTS[language], language, EUR).text).not.toBe('')
      }
    }
  })
})
