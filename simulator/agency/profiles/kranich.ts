// Kranich Inkasso, the pretended agency of the practice type: German law, costs borne by the debtor, letters of its own, a
// lawyer's demand, then a decision of the creditor. Nothing goes to court by itself.

import type { HandoverPackage } from '@mahnwerk/core/handover'
import { EUR, minor } from '@mahnwerk/core/money'
import { type CollectionCosts, FEES_KNOWN_FROM, type FeeRate, collectionCosts } from '../fees.ts'
import { isGermanHoliday } from '../holidays.ts'
import type { AgencyProfile, CostLine, Rejection } from '../profile.ts'
import { dayIn } from '../time.ts'

const ZONE = 'Europe/Berlin'

export const kranich: AgencyProfile = {
  key: 'kranich',
  name: 'Kranich Inkasso GmbH',
  zone: ZONE,
  isHoliday: isGermanHoliday,
  capabilities: {
    protocol: '1',
    partner: { name: 'Kranich Inkasso GmbH', country: 'DE' },
    countries: ['DE'],
    debtorKinds: ['consumer', 'business'],
    claimKinds: ['regular', 'attempt'],
    currencies: [EUR],
    principalMin: minor(1),
    stages: ['agency_letter', 'further_demand', 'lawyer_demand', 'decision_needed', 'long_term', 'ended'],
    courtOnlyByDecision: true,
    canPause: true,
    documents: { mediaTypes: ['application/pdf', 'application/xml', 'image/jpeg', 'image/png'], bytesMax: 10_000_000 },
    requiredFields: [],
  },
  caseNumber: { prefix: '77-', first: 204_518 },
  acceptAfterSeconds: 3,
  letterHour: 10,
  stepDays: 14,
  costs: (claim, step) => costLines(claim, step === 'first_letter' ? 5 : 9),
  addressResearchCost: minor(1190),
  splitOrder: ['costs', 'charges', 'interest', 'principal'],
  directSplitOrder: ['principal', 'charges', 'interest', 'costs'],
  refuses,
  temperaments: {
    pays_at_first_letter: 30,
    pays_principal_only_directly: 10,
    pays_in_parts: 14,
    pays_agency_late: 14,
    disputes: 5,
    asks_for_instalments: 8,
    moves_away: 4,
    insolvent: 2,
    payment_bounces: 2,
    silent: 11,
  },
  texts: {
    firstLetter: 'Erstes Mahnschreiben von Kranich Inkasso',
    secondDemand: 'Weitere Zahlungsaufforderung',
    costDemand: 'Zahlungsaufforderung über die offenen Inkassokosten',
    lawyerDemand: 'Anwaltliche Zahlungsaufforderung, Kanzlei Reiher',
  },
}

function costLines(claim: HandoverPackage, rate: FeeRate): readonly CostLine[] {
  const costs = collectionCosts({
    value: claim.claim.principal,
    orderedOn: dayIn(ZONE, claim.handedOverAt),
    rate,
    withVat: !claim.creditor.deductsInputTax,
  })
  return linesOf(costs, rate).filter((line) => line.amount > 0)
}

function linesOf(costs: CollectionCosts, rate: FeeRate): readonly CostLine[] {
  const simple = rate === 5 ? ' (einfacher Fall)' : ''
  return [
    {
      kind: 'collection_fee',
      amount: costs.fee,
      text: `Geschäftsgebühr 0,${rate}${simple}`,
      basis: `VV 2300 RVG, 0,${rate}; ${costs.source}`,
    },
    {
      kind: 'expenses',
      amount: costs.expenses,
      text: 'Auslagenpauschale',
      basis: 'VV 7002 RVG, 20 %, höchstens 20,00 €',
    },
    { kind: 'vat', amount: costs.vat, text: 'Umsatzsteuer 19 %', basis: 'VV 7008 RVG' },
  ]
}

function refuses(claim: HandoverPackage): Rejection | undefined {
  const { disputed, obligationFulfilled, dueDate } = claim.claim
  if (disputed) return { reason: 'disputed', text: 'Bestrittene Forderungen nehmen wir nicht an.', repairable: false }
  if (!obligationFulfilled) return final('Die Leistung ist noch nicht erbracht.')
  if (claim.debtor.address.country !== 'DE') {
    return { reason: 'abroad', text: 'Wir arbeiten nur in Deutschland.', repairable: false }
  }
  const orderedOn = dayIn(ZONE, claim.handedOverAt)
  if (orderedOn < FEES_KNOWN_FROM) return final(`Aufträge vor dem ${FEES_KNOWN_FROM} nehmen wir nicht an.`)
  if (dueDate < orderedOn) return undefined
  return { reason: 'data_missing', text: 'Die Forderung ist noch nicht fällig.', repairable: true }
}

function final(text: string): Rejection {
  return { reason: 'other', text, repairable: false }
}
