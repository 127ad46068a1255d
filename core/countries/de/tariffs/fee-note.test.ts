import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../calendar/index.ts'
import { ZERO, factor, minor, percent, sum } from '../../../money/index.ts'
import { type FeeNote, type FeeNoteQuestion, feeNote } from './fee-note.ts'

const item = (vv: string, rate: string, value: number) => ({ vv, rate: factor(rate), value: minor(value) })
const VAT = { rate: percent('19'), source: { citation: 'VV 7008 RVG', confidence: 'high' }, marks: [] } as const

function noteOf(changes: Partial<FeeNoteQuestion>): FeeNote {
  const note = feeNote({
    orderedOn: day('2025-09-01'),
    items: [],
    credits: [],
    otherExpenses: ZERO,
    flatExpenses: true,
    vat: VAT,
    uncontestedCollection: false,
    ...changes,
  })
  if (!note.ok) throw new Error(note.refusal.code)
  return note.value
}

describe('a fee note', () => {
  it('credits half of the earlier fee and takes flat expenses from the fees before the credit', () => {
    const note = noteOf({
      items: [item('3305', '1.0', 24_000)],
      credits: [{ ...item('2300', '0.9', 24_000), share: 'half' }],
    })
    expect(note).toMatchObject({ fees: [5150], credit: 2318, expenses: 1030, net: 3862, vat: 734, gross: 4596 })
  })

  it('credits at most 0.75 of the unit', () => {
    const credits = [{ ...item('2300', '2.0', 420_000), share: 'half' as const }]
    expect(noteOf({ items: [item('3305', '1.0', 420_000)], credits }).credit).toBe(26_588)
  })

  it('credits half of the lower fee where a small claim was collected undisputed', () => {
    const credits = [{ ...item('2300', '0.9', 3000), share: 'half' as const }]
    const question = { items: [item('3305', '1.0', 3000)], credits }
    expect(noteOf({ ...question, uncontestedCollection: true }).credit).toBe(1418)
    expect(noteOf({ ...question, uncontestedCollection: false }).credit).toBe(2318)
  })

  it('never credits more than the fees that the credit counts towards', () => {
    const credits = [{ ...item('2300', '1.5', 420_000), share: 'half' as const }]
    const note = noteOf({ items: [item('3306', '0.5', 420_000), item('3308', '0.5', 420_000)], credits })
    expect(note.credit).toBe(note.fees[0])
  })

  it('charges one sum of flat expenses for the order and its enforcement order', () => {
    expect(noteOf({ items: [item('3305', '1.0', 50_000), item('3308', '0.5', 50_000)] }).expenses).toBe(1545)
    expect(noteOf({ items: [item('3305', '1.0', 240_000), item('3308', '0.5', 240_000)] }).expenses).toBe(2000)
  })

  it('holds parts of a matter to the highest rate on the whole', () => {
    const parts = [item('3305', '1.0', 90_000), item('3306', '0.5', 55_000)]
    const note = noteOf({ items: parts })
    expect(note.fees).toEqual([9300, 4150]) // together 1.0 from 1,450.00; apart they would be 93.00 and 46.50
    expect(note.lines[1]?.key).toBe('de.costs.fee_parts')
    expect(noteOf({ items: [item('3305', '1.0', 500_000), item('3306', '0.5', 200_000)] }).fees).toEqual([35_450, 8800])
  })

  it('explains every cent: its lines sum to the total', () => {
    const anyItem = fc.record({
      vv: fc.constantFrom('2300', '3305', '3306', '3308', '1000', '3100', '3309', '9999'),
      rate: fc.constantFrom('0.3', '0.5', '0.9', '1.3', '2.0').map(factor),
      value: fc.integer({ min: 1, max: 100_000_000 }).map(minor),
    })
    const anyCredit = fc.record({
      vv: fc.constant('2300'),
      rate: fc.constantFrom('0.5', '0.9', '2.5').map(factor),
      value: fc.integer({ min: 1, max: 100_000_000 }).map(minor),
      share: fc.constantFrom('half' as const, 'whole' as const),
    })
    fc.assert(
      fc.property(
        fc.array(anyItem, { maxLength: 4 }),
        fc.array(anyCredit, { maxLength: 2 }),
        fc.boolean(),
        fc.boolean(),
        (items, credits, flatExpenses, uncontestedCollection) => {
          const note = noteOf({ items, credits, flatExpenses, uncontestedCollection })
          expect(sum(note.lines.map((line) => line.amount ?? ZERO))).toBe(note.gross)
          expect(note.net + note.vat).toBe(note.gross)
          expect(note.net).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
