// A claim for tests: a consumer owes the price of a performance, and nothing else is known.

import { day } from '../../calendar/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { minor } from '../../money/index.ts'

export const CLAIM: ClaimFacts = {
  debtor: 'consumer',
  principal: minor(48_000),
  contractOn: day('2026-01-02'),
  dueOn: day('2026-03-10'),
  dueAgreed: false,
  invoiceNotice: false,
  remindersReceivedOn: [],
  forPerformance: true,
  debtorAtFault: true,
}
