// The Netherlands: the law of late payment, its costs and its ends, put together. docs/law/nl.md says what is covered.

import { day } from '../../calendar/index.ts'
import { measured } from '../../facts/index.ts'
import { EUR } from '../../money/index.ts'
import { accept } from '../../refusals/index.ts'
import type { Country } from '../country.ts'
import { ALLOCATION, SEVERAL_DEBTS } from './allocation.ts'
import { collectionCosts, dunningFeeLimit } from './collection-costs.ts'
import { SCALES, VAT_RATES } from './cost-scale.ts'
import { COURT_FEES, KANTON_LIMIT } from './court-fees.ts'
import { courtCosts } from './court.ts'
import { DUTIES } from './duties.ts'
import { isHoliday } from './holidays.ts'
import { interest } from './interest.ts'
import { flatCompensation, lateFrom } from './late-payment.ts'
import { limitation } from './limitation.ts'
import { NOTICES } from './notices.ts'
import { GENERAL_RATES, OLD_CONTRACT_POINTS, RATES_KNOWN_UNTIL, TRADE_POINTS, TRADE_RATES } from './rates.ts'
import { OPEN_QUESTIONS, SETTINGS } from './settings.ts'
import { TEXTS } from './texts/index.ts'

export const NETHERLANDS: Country = {
  code: 'NL',
  names: { de: 'Niederlande', en: 'Netherlands' },
  currency: EUR,
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
  // The judge where the debtor lives is competent, and there is no order for payment of the country's own.
  orderForPaymentCourt: () => undefined,
  limitation,
  duties: DUTIES,
  notices: NOTICES,
  series: [
    ...measured('percent', [GENERAL_RATES, TRADE_RATES, TRADE_POINTS, OLD_CONTRACT_POINTS, VAT_RATES]),
    SCALES,
    COURT_FEES,
    ...measured('money', [KANTON_LIMIT]),
  ],
  knownUntil: day(RATES_KNOWN_UNTIL),
  texts: TEXTS,
}
