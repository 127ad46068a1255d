// Claims for tests: by hand, and any claim that can exist.

import fc from 'fast-check'
import { type LocalDate, addDays, day } from '../calendar/index.ts'
import { EUR, ZERO, minor } from '../money/index.ts'
import { type Claim, LAST_LEVEL, type Marker, NO_MARKER } from './claim.ts'

export const TODAY = day('2026-10-14')

/** A friendly reminder and three notices. */
export const LADDER = [0, 1, 2, 3].map((level) => ({ level, periodDays: 10 }))

export function claim(changes: Partial<Claim> = {}): Claim {
  return {
    id: 'c1',
    currency: EUR,
    amount: minor(18_450),
    open: { principal: minor(18_450), charges: ZERO, interest: ZERO, costs: ZERO },
    overpaid: ZERO,
    writtenOff: ZERO,
    dueDate: day('2026-08-16'),
    state: 'open',
    marker: NO_MARKER,
    dunningLevel: 0,
    ...changes,
  }
}

const around = fc.integer({ min: -40, max: 40 }).map((days): LocalDate => addDays(TODAY, days))

export const anyMarker: fc.Arbitrary<Marker> = fc.oneof(
  fc.constant(NO_MARKER),
  around.map((until) => ({ kind: 'hold', until, note: '' }) as const),
  around.map((by) => ({ kind: 'promised', by, note: '' }) as const),
  fc.constantFrom({ kind: 'disputed', note: 'x' } as const, { kind: 'clarification', note: '' } as const),
)

const upTo = (max: number) => fc.integer({ min: 0, max }).map(minor)

export const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    amount: fc.integer({ min: 1, max: 1_000_000 }).map(minor),
    paidShare: fc.constantFrom(0, 0.25, 1),
    side: fc.record({ charges: upTo(5_000), interest: upTo(5_000), costs: upTo(5_000) }),
    dueDate: around,
    state: fc.constantFrom('open', 'collection', 'paid', 'written_off', 'cancelled'),
    marker: anyMarker,
    dunningLevel: fc.integer({ min: 0, max: LAST_LEVEL }),
  })
  .map(({ amount, paidShare, side, dueDate, state, marker, dunningLevel }) => {
    const over = state === 'paid' || state === 'written_off' || state === 'cancelled'
    const principal = minor(amount - Math.floor(amount * paidShare))
    const owed = { principal, ...side }
    const nothing = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }
    return claim({
      amount,
      open: over ? nothing : owed,
      writtenOff: state === 'written_off' ? minor(Object.values(owed).reduce((sum, part) => sum + part, 0)) : ZERO,
      dueDate,
      state,
      marker,
      dunningLevel,
      ...(state === 'collection' ? { partner: 'Kranich Inkasso' } : {}),
    })
  })
