// Switzerland, as far as our sources carry: what they do not say is refused.

import { day } from '../../calendar/index.ts'
import { measured } from '../../facts/index.ts'
import { currency } from '../../money/index.ts'
import { accept } from '../../refusals/index.ts'
import type { Country } from '../country.ts'
import { ALLOCATION, SEVERAL_DEBTS } from './allocation.ts'
import { collectionCosts, dunningFeeLimit } from './collection-costs.ts'
import { courtCosts } from './court.ts'
import { PAYMENT_ORDER_FEES, SEIZURE_FEES } from './enforcement-fees.ts'
import { isHoliday } from './holidays.ts'
import { LATE_RATE, interest } from './interest.ts'
import { flatCompensation, lateFrom } from './late-payment.ts'
import { limitation } from './limitation.ts'
import { NOTICES } from './notices.ts'
import { OPEN_QUESTIONS, SETTINGS } from './settings.ts'
import { TEXTS } from './texts/index.ts'

export const SWITZERLAND: Country = {
  code: 'CH',
  names: { de: 'Schweiz', en: 'Switzerland' },
  currency: currency('CHF'),
  // Cantons have holidays of their own; none of them is recorded yet.
  regions: {},
  holidaysOf: () => isHoliday,
  settings: SETTINGS,
  openQuestions: OPEN_QUESTIONS,
  lateFrom,
  interest,
  flatCompensation,
  allocation: () => accept(ALLOCATION),
  severalDebts: SEVERAL_DEBTS,
  collectionCosts,
  dunningFeeLimit,
  courtCosts,
  // The enforcement office of the debtor's domicile: the creditor's place says nothing about it.
  orderForPaymentCourt: () => undefined,
  limitation,
  duties: [],
  notices: NOTICES,
  series: [...measured('percent', [LATE_RATE]), PAYMENT_ORDER_FEES, SEIZURE_FEES],
  knownUntil: day('2026-12-31'),
  texts: TEXTS,
}
