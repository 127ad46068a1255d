// Germany: the law of default and collection as this project answers it. See docs/law/de.md for what stands on which source.

import { measured } from '../../facts/index.ts'
import { EUR } from '../../money/index.ts'
import { day } from '../../calendar/index.ts'
import type { Country } from '../country.ts'
import { SEVERAL_DEBTS, allocation } from './allocation.ts'
import { BAILIFF_SERIES } from './tariffs/bailiff.ts'
import { BASE_RATE_KNOWN_UNTIL } from './base-rate.ts'
import { COST_SERIES, collectionCosts } from './collection-costs.ts'
import { COURT_SERIES, courtCosts, orderForPaymentCourt } from './court.ts'
import { DUNNING_SERIES, dunningFeeLimit } from './dunning-fees.ts'
import { DUTIES } from './duties.ts'
import { FLAT_SERIES, flatCompensation } from './flat.ts'
import { REGIONS, holidaysOf, landOf } from './holidays.ts'
import { INTEREST_SERIES, interest } from './interest.ts'
import { lateFrom } from './late-payment.ts'
import { LIMITATION_SERIES, limitation } from './limitation.ts'
import { NOTICES } from './notices.ts'
import { OPEN_QUESTIONS, SETTINGS } from './settings.ts'
import { TEXTS } from './texts/index.ts'

export const GERMANY: Country = {
  code: 'DE',
  names: { de: 'Deutschland', en: 'Germany' },
  currency: EUR,
  regions: REGIONS,
  holidaysOf,
  settings: SETTINGS,
  openQuestions: OPEN_QUESTIONS,
  lateFrom,
  interest,
  flatCompensation,
  allocation,
  severalDebts: SEVERAL_DEBTS,
  collectionCosts,
  dunningFeeLimit,
  courtCosts,
  // Courts are assigned by Land; a municipality with holidays of its own is in one.
  orderForPaymentCourt: ({ region, postCode }) =>
    orderForPaymentCourt({ ...(region === undefined ? {} : { region: landOf(region) }), postCode }),
  limitation,
  duties: DUTIES,
  notices: NOTICES,
  series: [
    ...measured('percent', INTEREST_SERIES),
    ...measured('money', [...FLAT_SERIES, ...DUNNING_SERIES]),
    ...LIMITATION_SERIES,
    ...COST_SERIES,
    ...measured('money', [...COURT_SERIES, ...BAILIFF_SERIES]),
  ],
  knownUntil: day(BASE_RATE_KNOWN_UNTIL),
  texts: TEXTS,
}
