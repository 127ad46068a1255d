import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Account, type Amounts, type Transfer, accountName, fromDebtor, transfer } from '../ledger/index.ts'
import { EUR, ZERO, minor, subtract, sum } from '../money/index.ts'
import { allocate, answerTransfers, reduce } from '../payments/index.ts'
import { attemptable, beginAttempt, endAttempt, recoveryOf } from './attempt.ts'
import { TODAY, claim } from './testing.ts'

const upTo = (max: number) => fc.integer({ min: 0, max }).map(minor)
const anyAmounts: fc.Arbitrary<Amounts> = fc.record({
  principal: upTo(50_000),
  charges: upTo(3_000),
  interest: upTo(3_000),
  costs: upTo(9_000),
})
const total = (amounts: Amounts) => sum(Object.values(amounts))
const BANK: Account = { kind: 'bank' }
const OVERPAID: Account = { kind: 'overpaid', invoiceId: 'c1' }

/** Received less given. */
function balance(account: string, transfers: readonly Transfer[]): number {
  return transfers.reduce((at, { debit, credit, amount }) => {
    if (accountName(debit) === account) return at + amount
    return accountName(credit) === account ? at - amount : at
  }, 0)
}

/** The transfers of a payment with what they recover. */
function paying(tried: number, amounts: Amounts, payment: number): Transfer[] {
  const { overpaid, ...parts } = allocate(minor(payment), amounts)
  const money = [...fromDebtor('c1', parts, () => BANK, EUR, TODAY), ...transfer(BANK, OVERPAID, overpaid, EUR, TODAY)]
  return withRecovery(money, tried, 0)
}

function withRecovery(money: readonly Transfer[], tried: number, recovered: number): Transfer[] {
  const all: Transfer[] = []
  for (const one of money) {
    const attempted = minor(tried - balance('attempted', all))
    all.push(one, ...recoveryOf(one, { attempted, recovered: minor(recovered - balance('recovered', all)) }))
  }
  return all
}

describe('an attempt', () => {
  test('tries what is the creditor’s own, not an earlier partner’s costs', () => {
    const amounts = { principal: minor(5), charges: minor(4), interest: minor(3), costs: minor(2) }
    expect(attemptable(amounts)).toEqual({ ...amounts, interest: 0, costs: 0 })
  })

  test('that brings nothing leaves everything as it was', () => {
    fc.assert(
      fc.property(anyAmounts, (lost) => {
        const before = claim({ state: 'written_off', open: { ...lost, ...ZEROS }, writtenOff: total(lost) })
        const begun = beginAttempt(before, attemptable(lost), TODAY)
        const ended = endAttempt({ ...before, ...begun.claim }, TODAY)
        expect({ ...before, ...ended.claim }).toEqual(before)
        const all = [...begun.transfers, ...ended.transfers]
        for (const { debit, credit } of all)
          expect([balance(accountName(debit), all), balance(accountName(credit), all)]).toEqual([0, 0])
      }),
    )
  })

  test('recovers of a payment what went to the claim, and gives up the rest', () => {
    fc.assert(
      fc.property(anyAmounts, upTo(9_000), upTo(80_000), (lost, costs, payment) => {
        const tried = attemptable(lost)
        const before = claim({ state: 'written_off', open: { ...lost, ...ZEROS }, writtenOff: total(lost) })
        const begun = beginAttempt(before, tried, TODAY)
        const open = { ...tried, costs }
        const paid = paying(total(tried), open, payment)
        const { overpaid: _surplus, ...parts } = allocate(minor(payment), open)
        const ended = endAttempt({ ...before, ...begun.claim, open: reduce(open, parts) }, TODAY)
        const all = [...begun.transfers, ...paid, ...ended.transfers]
        expect(balance('attempted', all)).toBe(0)
        expect(balance('recovered', all) + parts.principal + parts.charges).toBe(0)
        const left = balance('write_off', all) + total(lost) + balance('recovered', all)
        expect(ended.claim.writtenOff).toBe(left)
      }),
    )
  })

  test('recovers nothing of a payment that goes back', () => {
    fc.assert(
      fc.property(anyAmounts, upTo(80_000), (lost, payment) => {
        const tried = attemptable(lost)
        const paid = paying(total(tried), tried, payment)
        const money = paid.filter(({ credit }) => credit.kind !== 'recovered')
        const back = withRecovery(
          answerTransfers(money, TODAY),
          subtract(total(tried), minor(balance('attempted', paid))),
          -balance('recovered', paid),
        )
        for (const account of ['attempted', 'recovered', 'bank']) expect(balance(account, [...paid, ...back])).toBe(0)
      }),
    )
  })

  test('has nothing to do with money of a claim that is not tried, and with a write-off', () => {
    const none = { attempted: ZERO, recovered: ZERO }
    const debt: Account = { kind: 'debtor', component: 'principal', invoiceId: 'c1' }
    const tried = { attempted: minor(100), recovered: minor(100) }
    const of = (debit: Account, credit: Account, left = tried) =>
      transfer(debit, credit, minor(70), EUR, TODAY).flatMap((one) => recoveryOf(one, left))
    expect(of(BANK, debt, none)).toEqual([])
    expect(of({ kind: 'write_off' }, debt)).toEqual([])
    expect(of(BANK, OVERPAID)).toEqual([])
    expect(of(BANK, { ...debt, component: 'costs' })).toEqual([])
    expect(of(OVERPAID, debt)).toMatchObject([{ amount: 70, credit: { kind: 'recovered' } }])
  })
})

const ZEROS = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }
