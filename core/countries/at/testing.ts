// Questions as tests put them: ordinary ones, with what a test changes.

import { day } from '../../calendar/index.ts'
import type { CollectionQuestion } from '../../collection-costs/index.ts'
import type { CourtQuestion } from '../../court/index.ts'
import type { Trust } from '../../facts/index.ts'
import type { ClaimFacts } from '../../late-payment/index.ts'
import { ZERO, minor } from '../../money/index.ts'
import type { LawSettings } from '../country.ts'
import { SETTINGS } from './settings.ts'

export const TRUSTING: Trust = { lowConfidence: true, provisional: true }

export function claim(known: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    debtor: 'business',
    principal: minor(100_000),
    contractOn: day('2025-01-10'),
    dueOn: day('2026-01-15'),
    dueAgreed: true,
    invoiceNotice: false,
    remindersReceivedOn: [],
    forPerformance: true,
    debtorAtFault: true,
    ...known,
  }
}

export function collection(known: Partial<CollectionQuestion> = {}): CollectionQuestion {
  return {
    principals: [minor(30_000)],
    debtor: 'consumer',
    engagedOn: day('2024-05-01'),
    on: day('2024-12-01'),
    collector: 'agency',
    creditorDeductsVat: false,
    disputed: false,
    extensive: false,
    steps: [],
    flat: ZERO,
    ...known,
  }
}

export function filing(known: Partial<CourtQuestion> = {}): CourtQuestion {
  return {
    act: 'order_for_payment',
    value: minor(90_000),
    filedOn: day('2026-10-01'),
    claimant: 'company',
    representative: 'none',
    creditorDeductsVat: true,
    disputed: false,
    ...known,
  }
}

export function chosen(choices: Readonly<Record<string, string>>, trust: Trust = SETTINGS.trust): LawSettings {
  return { ...SETTINGS, trust, choices: { ...SETTINGS.choices, ...choices } }
}
