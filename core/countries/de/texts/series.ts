// How the series of German figures are called where they are listed.

import type { Catalogues } from '../../../explanations/index.ts'

export const SERIES_TEXTS: Catalogues = {
  de: {
    'de.base_rate': 'Basiszinssatz der Deutschen Bundesbank',
    'de.points.consumer': 'Zuschlag auf den Basiszinssatz, Verbraucher',
    'de.points.other': 'Zuschlag auf den Basiszinssatz, Unternehmen, wenn es nicht um ein Entgelt geht',
    'de.points.business': 'Zuschlag auf den Basiszinssatz, Entgelt zwischen Unternehmen',
    'de.points.mortgage': 'Zuschlag auf den Basiszinssatz, Immobiliardarlehen an Verbraucher',
    'de.flat': 'Verzugspauschale zwischen Unternehmen',
    'de.dunning_letter': 'Kosten einer eigenen Mahnung',
    'de.limitation.regular_years': 'Regelmäßige Verjährung in Jahren',
    'de.limitation.maximum_years': 'Höchstfrist der Verjährung in Jahren',
    'de.limitation.titled_years': 'Verjährung titulierter Forderungen in Jahren',
  },
  en: {
    'de.base_rate': 'Base rate of the Deutsche Bundesbank',
    'de.points.consumer': 'Points over the base rate, consumers',
    'de.points.other': 'Points over the base rate, businesses, where it is no price',
    'de.points.business': 'Points over the base rate, a price between businesses',
    'de.points.mortgage': 'Points over the base rate, mortgage loans to consumers',
    'de.flat': 'Flat compensation between businesses',
    'de.dunning_letter': 'Cost of an own reminder',
    'de.limitation.regular_years': 'Regular limitation in years',
    'de.limitation.maximum_years': 'Longest limitation in years',
    'de.limitation.titled_years': 'Limitation of titled claims in years',
  },
}
