// A claim's ledger at the agency, to hold against the creditor's in a test.

import { writeNews } from '@mahnwerk/connectors/protocol'
import type { ClaimRecord } from './record.ts'

export function ledgerOf({ claim, news, deliveries }: ClaimRecord) {
  return {
    claimRef: claim.ref,
    caseNumber: claim.caseNumber ?? null,
    status: claim.status,
    temperament: claim.temperament,
    currency: claim.package.claim.currency,
    open: claim.open,
    paidTotal: claim.paidTotal,
    payments: claim.payments,
    directPayments: claim.direct,
    package: claim.package,
    news: news.map(writeNews),
    deliveries: Object.fromEntries(deliveries),
  }
}
