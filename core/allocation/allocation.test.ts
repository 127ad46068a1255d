import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import { minor } from '../money/index.ts'
import {
  type AllocationRule,
  type Balance,
  type Debt,
  NOTHING_OWED,
  PARTS,
  type SeveralRule,
  allocate,
  allocateSeveral,
  totalOf,
} from './index.ts'

const COSTS_FIRST: AllocationRule = {
  name: 'costs_first',
  order: ['court', 'costs', 'charges', 'flat', 'interest', 'principal'],
  source: { citation: '§ 1 Testgesetz', confidence: 'high' },
}
const owed = (parts: Partial<Record<keyof Balance, number>>): Balance => ({
  ...NOTHING_OWED,
  ...Object.fromEntries(Object.entries(parts).map(([part, amount]) => [part, minor(amount)])),
})
const anyCents = fc.integer({ min: 0, max: 1e12 }).map(minor)
const anyBalance = fc
  .tuple(anyCents, anyCents, anyCents, anyCents, anyCents, anyCents)
  .map(([court, costs, charges, flat, interest, principal]) => ({ court, costs, charges, flat, interest, principal }))

describe('a payment', () => {
  test('serves costs, then interest, then principal', () => {
    const { parts, rest, surplus } = allocate(
      owed({ costs: 3000, interest: 1250, principal: 50_000 }),
      minor(10_000),
      COSTS_FIRST,
    )
    expect(parts).toEqual(owed({ costs: 3000, interest: 1250, principal: 5750 }))
    expect(rest).toEqual(owed({ principal: 44_250 }))
    expect(surplus).toBe(0)
  })

  test('goes first where its payer says', () => {
    const { parts } = allocate(owed({ costs: 3000, principal: 50_000 }), minor(51_000), COSTS_FIRST, ['principal'])
    expect(parts).toEqual(owed({ principal: 50_000, costs: 1000 }))
  })

  test('always sums to its parts and the surplus, and nothing becomes negative', () => {
    const named = fc.subarray([...PARTS])
    fc.assert(
      fc.property(anyBalance, anyCents, named, (balance, amount, wishes) => {
        const { parts, rest, surplus } = allocate(balance, amount, COSTS_FIRST, wishes)
        expect(totalOf(parts) + surplus).toBe(amount)
        expect(totalOf(rest) + totalOf(parts)).toBe(totalOf(balance))
        expect([...Object.values(parts), ...Object.values(rest), surplus].every((each) => each >= 0)).toBe(true)
        expect(Math.min(surplus, totalOf(rest))).toBe(0)
      }),
    )
  })
})

describe('a payment on several debts', () => {
  const GERMAN: SeveralRule = {
    criteria: ['due', 'less_secured', 'more_burdensome', 'older'],
    otherwise: 'in_proportion',
  }
  const debt = (id: string, dueOn: string, principal: number, more: Partial<Debt> = {}): Debt => ({
    id,
    dueOn: day(dueOn),
    owed: owed({ principal }),
    secured: false,
    burden: 0,
    ...more,
  })
  const on = day('2026-06-01')

  test('serves what is due before what is not, then the less secured, then the dearer, then the older', () => {
    const debts = [
      debt('later', '2026-07-01', 1000),
      debt('secured', '2026-01-01', 1000, { secured: true }),
      debt('dear', '2026-03-01', 1000, { burden: 100_000 }),
      debt('older', '2026-01-15', 1000),
      debt('newer', '2026-02-15', 1000),
    ]
    const { debts: served } = allocateSeveral(debts, minor(2500), on, COSTS_FIRST, GERMAN)
    expect([...served].filter(([, each]) => totalOf(each.parts) > 0).map(([id]) => id)).toEqual([
      'dear',
      'older',
      'newer',
    ])
    expect(served.get('newer')?.parts.principal).toBe(500)
  })

  test('serves the debt that the payer names first', () => {
    const debts = [debt('a', '2026-01-01', 1000), debt('b', '2026-02-01', 1000)]
    const { debts: served } = allocateSeveral(debts, minor(1000), on, COSTS_FIRST, GERMAN, 'b')
    expect(served.get('b')?.parts.principal).toBe(1000)
  })

  test('is shared in proportion where nothing tells the debts apart, to the cent', () => {
    const debts = ['a', 'b', 'c'].map((id) => debt(id, '2026-01-01', 1000))
    const { debts: served, surplus } = allocateSeveral(debts, minor(1000), on, COSTS_FIRST, GERMAN)
    expect([...served.values()].map((each) => totalOf(each.parts))).toEqual([334, 333, 333])
    expect(surplus).toBe(0)
  })

  test('sums to the payment whatever the debts', () => {
    const anyDebt = fc.record({ amount: anyCents, due: fc.nat(300), secured: fc.boolean(), burden: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(anyDebt, { maxLength: 6 }), anyCents, fc.boolean(), (list, amount, shared) => {
        const debts = list.map((each, index) =>
          debt(`d${index}`, `2026-0${1 + (each.due % 9)}-01`, each.amount, {
            secured: each.secured,
            burden: each.burden,
          }),
        )
        const rule: SeveralRule = { ...GERMAN, otherwise: shared ? 'in_proportion' : 'in_order' }
        const { debts: served, surplus } = allocateSeveral(debts, amount, on, COSTS_FIRST, rule)
        const paid = [...served.values()].reduce((total, each) => total + totalOf(each.parts), 0)
        expect(paid + surplus).toBe(amount)
        expect([...served.values()].every((each) => each.surplus === 0)).toBe(true)
      }),
    )
  })
})
