// How the series of Dutch figures are called where they are listed.

import type { Catalogues } from '../../../explanations/index.ts'

export const SERIES_TEXTS: Catalogues = {
  de: {
    'nl.rates.general': 'Gesetzlicher Zins, Verbraucher und übrige',
    'nl.rates.trade': 'Gesetzlicher Handelszins',
    'nl.rates.trade.points': 'Zuschlag auf den Satz der Europäischen Zentralbank beim Handelszins',
    'nl.rates.trade.old_contracts': 'Zuschlag beim Handelszins für alte Verträge',
    'nl.court.fees': 'Gerichtsgebühren (griffierecht)',
    'nl.court.kanton_limit': 'Grenze der Zuständigkeit des Kantonrichters',
  },
  en: {
    'nl.rates.general': 'Statutory rate, consumers and others',
    'nl.rates.trade': 'Statutory rate for trade',
    'nl.rates.trade.points': 'Points over the rate of the European Central Bank for trade',
    'nl.rates.trade.old_contracts': 'Points for trade under old contracts',
    'nl.court.fees': 'Court fees (griffierecht)',
    'nl.court.kanton_limit': 'Limit of the cantonal judge',
  },
}
