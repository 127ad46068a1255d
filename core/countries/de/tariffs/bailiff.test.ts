import { describe, expect, it } from 'vitest'
import { day } from '../../../calendar/index.ts'
import { bailiffCosts } from './bailiff.ts'

const TRUSTING = { lowConfidence: true, provisional: false }
const NOW = day('2026-11-21')

describe("the bailiff's costs", () => {
  it('are the fees of the acts, one sum for travel and 20 % for expenses', () => {
    const note = bailiffCosts({ orderedOn: NOW, acts: ['settlement_attempt', 'asset_disclosure'], km: 12 })
    expect(note.ok && note.value.why.lines.map((line) => line.amount)).toEqual([1920, 3950, 650, 1000])
    expect(note.ok && note.value.amount).toBe(7520)
  })

  it('have expenses of at least three euros', () => {
    const note = bailiffCosts({ orderedOn: NOW, acts: ['service_by_post'] })
    expect(note.ok && note.value.amount).toBe(360 + 300)
  })

  it.each([
    [10, 325],
    [11, 650],
    [40, 1300],
    [400, 1625],
  ])('count a way of %i km as one sum', (km, expected) => {
    const note = bailiffCosts({ orderedOn: NOW, acts: ['attachment'], km })
    expect(note.ok && note.value.why.lines[1]?.amount).toBe(expected)
  })

  it('follow the day of the order', () => {
    const attachmentOn = (on: string) => bailiffCosts({ orderedOn: day(on), acts: ['attachment'] }, TRUSTING)
    const amounts = ['2013-08-01', '2021-10-31', '2021-11-01', '2025-05-31', '2025-06-01'].map(attachmentOn)
    expect(amounts.map((note) => note.ok && note.value.why.lines[0]?.amount)).toEqual([2600, 2600, 2860, 2860, 3120])
  })

  it('are refused where a figure was not found, even where the uncertain is trusted', () => {
    const between = bailiffCosts({ orderedOn: day('2023-01-02'), acts: ['asset_disclosure'] }, TRUSTING)
    expect(between).toMatchObject({ ok: false, refusal: { code: 'law_not_established' } })
    const before = bailiffCosts({ orderedOn: day('2023-01-02'), acts: ['eviction'] }, TRUSTING)
    expect(before).toMatchObject({ ok: false, refusal: { code: 'law_before_records' } })
  })

  it('are refused before April 2026 unless the beginning of the flat sums is trusted', () => {
    const order = { orderedOn: day('2025-07-01'), acts: ['attachment'] as const }
    expect(bailiffCosts(order)).toMatchObject({ ok: false, refusal: { code: 'law_not_established' } })
    expect(bailiffCosts(order, TRUSTING)).toMatchObject({ ok: true })
  })
})
