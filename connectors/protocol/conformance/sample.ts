// The claim the suite hands over. Names and addresses are made up; example.org belongs to nobody.

import { type Instant, addDays, day } from '@mahnwerk/core/calendar'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import { EUR, minor } from '@mahnwerk/core/money'

export function sampleClaim(claimRef: string, now: Instant): HandoverPackage {
  const today = day(now.slice(0, 10))
  const before = (days: number) => addDays(today, -days)
  return {
    protocol: '1',
    claimRef,
    handedOverAt: now,
    creditor: {
      ref: 'conformance',
      legalName: 'Praxis am Konformitätstest',
      address: { street: 'Prüfweg 1', postCode: '86150', city: 'Augsburg', country: 'DE' },
      email: 'praxis@example.org',
      deductsInputTax: false,
    },
    debtor: {
      ref: `debtor-${claimRef}`,
      name: { kind: 'consumer', first: 'Martha', last: 'Muster-Prüfling' },
      address: { street: 'Lindenstraße 14', postCode: '86152', city: 'Augsburg', country: 'DE' },
      email: 'm.muster@example.org',
    },
    claim: {
      subject: 'Leistung laut Rechnung, Konformitätstest',
      invoiceNumber: `RE-${claimRef}`,
      invoiceDate: before(120),
      dueDate: before(100),
      noticeDate: before(60),
      currency: EUR,
      principal: minor(18_450),
      charges: [{ kind: 'dunning_fee', on: before(60), amount: minor(250) }],
      paymentsSoFar: [],
      totalOpen: minor(18_700),
      disputed: false,
      obligationFulfilled: true,
      kind: 'regular',
    },
  }
}
