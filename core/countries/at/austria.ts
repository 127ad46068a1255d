// Austria, as it answers the questions every country is asked.

import { measured } from '../../facts/index.ts'
import { EUR } from '../../money/index.ts'
import type { Country } from '../country.ts'
import { COSTS_BEFORE_INTEREST, SEVERAL_DEBTS, allocation } from './allocation.ts'
import { BASE_RATE } from './base-rate.ts'
import { collectionCosts } from './collection-costs.ts'
import { COURT_FEES, courtCosts } from './court.ts'
import { dunningFeeLimit } from './dunning-fee.ts'
import { DUTIES } from './duties.ts'
import { FLAT_SUM, flatCompensation } from './flat.ts'
import { isHoliday } from './holidays.ts'
import { PRICE_INDEX } from './index-factor.ts'
import { GENERAL_RATE, INTEREST_KNOWN_UNTIL, interest } from './interest.ts'
import { lateFrom } from './late-payment.ts'
import { limitation } from './limitation.ts'
import { NOTICES } from './notices.ts'
import { OPEN_QUESTIONS, SETTINGS } from './settings.ts'
import { TARIFF } from './tariff.ts'
import { TEXTS } from './texts/index.ts'

export const AUSTRIA: Country = {
  code: 'AT',
  names: { de: 'Österreich', en: 'Austria' },
  currency: EUR,
  regions: {},
  holidaysOf: () => isHoliday,
  settings: SETTINGS,
  openQuestions: OPEN_QUESTIONS,
  lateFrom,
  interest,
  flatCompensation,
  allocation: (_, settings) => allocation(settings),
  severalDebts: SEVERAL_DEBTS,
  collectionCosts,
  dunningFeeLimit,
  courtCosts,
  // The debtor's general court is competent: the creditor's place says nothing about it.
  orderForPaymentCourt: () => undefined,
  limitation,
  duties: DUTIES,
  notices: NOTICES,
  series: [
    ...measured('percent', [BASE_RATE, GENERAL_RATE]),
    ...measured('money', [FLAT_SUM]),
    COSTS_BEFORE_INTEREST,
    TARIFF,
    PRICE_INDEX,
    COURT_FEES,
  ],
  knownUntil: INTEREST_KNOWN_UNTIL,
  texts: TEXTS,
}
