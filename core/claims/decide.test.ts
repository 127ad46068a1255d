import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/index.ts'
import { type Transfer, accountName } from '../ledger/index.ts'
import { minor } from '../money/index.ts'
import { totalOpen } from './claim.ts'
import { type ClaimCommand, decide } from './decide.ts'
import { TODAY, anyClaim, anyMarker, claim } from './testing.ts'

const refusalOf = (...args: Parameters<typeof decide>) => {
  const result = decide(...args)
  return result.ok ? undefined : result.refusal.code
}

const valueOf = (...args: Parameters<typeof decide>) => {
  const result = decide(...args)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const nothing = { principal: minor(0), charges: minor(0), interest: minor(0), costs: minor(0) }
const hold = { kind: 'hold', until: addDays(TODAY, 5), note: '' } as const
const mark = (marker: Extract<ClaimCommand, { type: 'set_marker' }>['marker']) =>
  ({ type: 'set_marker', marker }) as const

describe('markers', () => {
  test('a change keeps what was before, so that it can be undone', () => {
    const disputed = { kind: 'disputed', note: 'falsch geliefert' } as const
    const { claim: marked, event } = valueOf(claim({ marker: hold }), mark(disputed), TODAY)
    expect(event.data).toEqual({ marker: disputed, was: hold, undo: false })
    const undone = valueOf(marked, { type: 'undo_marker', was: hold }, TODAY)
    expect(undone.claim.marker).toEqual(hold)
    expect(undone.event.data).toEqual({ marker: hold, was: disputed, undo: true })
  })

  test('a day before today is refused, today is the last day of a hold', () => {
    expect(refusalOf(claim(), mark({ ...hold, until: addDays(TODAY, -1) }), TODAY)).toBe('marker_until_past')
    expect(refusalOf(claim(), mark({ ...hold, until: TODAY }), TODAY)).toBeUndefined()
    expect(refusalOf(claim(), mark({ kind: 'promised', by: addDays(TODAY, -1), note: '' }), TODAY)).toBe(
      'marker_until_past',
    )
  })

  test('an undo may bring back a hold that has run out meanwhile', () => {
    const was = { ...hold, until: addDays(TODAY, -3) }
    expect(refusalOf(claim(), { type: 'undo_marker', was }, TODAY)).toBeUndefined()
  })

  test('the same marker again, and an undo of nothing, are refused', () => {
    expect(refusalOf(claim({ marker: hold }), mark({ note: '', until: hold.until, kind: 'hold' }), TODAY)).toBe(
      'marker_unchanged',
    )
    expect(refusalOf(claim(), { type: 'undo_marker', was: undefined }, TODAY)).toBe('nothing_to_undo')
  })

  test('a hold and a dispute can be noted while a partner works, who is told', () => {
    const away = claim({ state: 'collection', partner: 'Kranich' })
    expect(refusalOf(away, mark(hold), TODAY)).toBeUndefined()
    expect(refusalOf(away, mark({ kind: 'disputed', note: '' }), TODAY)).toBeUndefined()
  })
})

describe('write-off', () => {
  test('each component is given up by a transfer of its own', () => {
    const owed = claim({ open: { ...claim().open, charges: minor(500) } })
    const { claim: after, transfers } = valueOf(owed, { type: 'write_off', reason: '' }, TODAY)
    expect(transfers.map(({ debit, credit, amount }) => [accountName(debit), accountName(credit), amount])).toEqual([
      ['write_off', 'debtor:principal:c1', 18_450],
      ['write_off', 'debtor:charges:c1', 500],
    ])
    expect(after).toMatchObject({ state: 'written_off', writtenOff: 18_950, open: nothing })
  })

  test.each([
    ['collection', 'invoice_in_collection'],
    ['paid', 'invoice_paid'],
    ['written_off', 'invoice_written_off'],
    ['cancelled', 'invoice_cancelled'],
  ] as const)('of an invoice in state %s is refused: %s', (state, code) => {
    expect(refusalOf(claim({ state }), { type: 'write_off', reason: '' }, TODAY)).toBe(code)
  })

  test('only a written-off invoice can be brought back', () => {
    expect(refusalOf(claim(), { type: 'undo_write_off', writtenOff: nothing }, TODAY)).toBe('invoice_not_written_off')
  })
})

describe('cancelling', () => {
  test('takes revenue back and waives what was charged for the delay', () => {
    const owed = claim({ open: { ...claim().open, charges: minor(500) } })
    const { transfers } = valueOf(owed, { type: 'cancel', reason: '' }, TODAY)
    expect(transfers.map(({ debit, amount }) => [debit.kind, amount])).toEqual([
      ['revenue', 18_450],
      ['waived', 500],
    ])
  })

  test('is refused once money came', () => {
    const paid = claim({ open: { ...claim().open, principal: minor(18_000) } })
    expect(refusalOf(paid, { type: 'cancel', reason: '' }, TODAY)).toBe('invoice_has_payments')
  })
})

/** What the transfers do to what the debtor owes. */
function effect(transfers: readonly Transfer[]): number {
  const onDebtor = (kind: string, amount: number) => (kind === 'debtor' ? amount : 0)
  return transfers.reduce(
    (sum, { debit, credit, amount }) => sum + onDebtor(debit.kind, amount) - onDebtor(credit.kind, amount),
    0,
  )
}

const anyCommand: fc.Arbitrary<ClaimCommand> = fc.oneof(
  anyMarker.map((marker) => ({ type: 'set_marker', marker }) as const),
  anyMarker.map((was) => ({ type: 'undo_marker', was }) as const),
  fc.constantFrom({ type: 'write_off', reason: '' } as const, { type: 'cancel', reason: '' } as const),
  fc.constant({ type: 'undo_write_off', writtenOff: { ...nothing, principal: minor(77) } } as const),
)

test('the transfers of every decision equal the change of what is open', () => {
  fc.assert(
    fc.property(anyClaim, anyCommand, (before, command) => {
      const result = decide(before, command, TODAY)
      const { claim: after, transfers } = result.ok ? result.value : { claim: before, transfers: [] }
      expect(totalOpen(after) - totalOpen(before)).toBe(effect(transfers))
    }),
    { numRuns: 500 },
  )
})

test('a write-off and its undo leave the claim and the ledger as they were', () => {
  fc.assert(
    fc.property(anyClaim, (before) => {
      const off = decide(before, { type: 'write_off', reason: '' }, TODAY)
      fc.pre(off.ok)
      const back = valueOf(off.value.claim, { type: 'undo_write_off', writtenOff: before.open }, TODAY)
      expect(back.claim).toEqual(before)
      expect(effect(off.value.transfers) + effect(back.transfers)).toBe(0)
    }),
  )
})

describe('waiving what was charged for the delay', () => {
  const charged = claim({ open: { ...nothing, principal: minor(10_000), charges: minor(500) } })
  const waive = (amount?: number) =>
    ({ type: 'waive_charges', reason: 'kulant', ...(amount === undefined ? {} : { amount: minor(amount) }) }) as const

  test('takes all of it or a sum, and nothing of the invoice', () => {
    const all = valueOf(charged, waive(), TODAY)
    expect(all.claim.open).toEqual({ ...nothing, principal: minor(10_000) })
    expect(all.transfers.map(({ debit, credit, amount }) => [accountName(debit), accountName(credit), amount])).toEqual(
      [['waived', `debtor:charges:${charged.id}`, 500]],
    )
    expect(valueOf(charged, waive(120), TODAY).claim.open.charges).toBe(380)
  })

  test('is refused beyond what is open', () => {
    expect(refusalOf(charged, waive(501), TODAY)).toBe('charges_not_open')
    expect(refusalOf(claim(), waive(), TODAY)).toBe('charges_not_open')
  })

  test('ends a claim of which nothing else was open', () => {
    const last = claim({ open: { ...nothing, charges: minor(500) } })
    expect(valueOf(last, waive(), TODAY).claim.state).toBe('paid')
  })
})
