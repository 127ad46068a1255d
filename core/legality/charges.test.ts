import { expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import { GERMANY } from '../countries/de/index.ts'
import type { ClaimFacts } from '../late-payment/index.ts'
import { minor } from '../money/index.ts'
import { allowedCharges } from './index.ts'

const CLAIM: ClaimFacts = {
  debtor: 'consumer',
  principal: minor(30_000),
  contractOn: day('2026-01-02'),
  dueOn: day('2026-02-02'),
  dueAgreed: false,
  invoiceNotice: false,
  remindersReceivedOn: [day('2026-03-02')],
  forPerformance: true,
  debtorAtFault: true,
}
const letter = (on: string, fee: number) => ({ on: day(on), fee: minor(fee) })

test('letters within the law may be demanded whole', () => {
  const letters = [letter('2026-03-01', 0), letter('2026-04-01', 120)]
  expect(allowedCharges(CLAIM, letters, GERMANY)).toEqual({ allowed: 120 })
})

test('what single letters cost beyond the law is taken off, with the first finding', () => {
  const letters = [letter('2026-03-01', 500), letter('2026-04-01', 300), letter('2026-05-01', 100)]
  const { allowed, finding } = allowedCharges(CLAIM, letters, GERMANY)
  expect(allowed).toBe(220)
  expect(finding?.code).toBe('letter_must_be_free')
})
