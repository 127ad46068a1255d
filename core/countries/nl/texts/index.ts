import type { Catalogues } from '../../../explanations/index.ts'
import { COST_TEXTS } from './costs.ts'
import { COURT_TEXTS } from './court.ts'
import { LATE_TEXTS } from './late.ts'
import { SERIES_TEXTS } from './series.ts'

/** Every sentence of the Netherlands. */
export const TEXTS: Catalogues = {
  de: { ...LATE_TEXTS.de, ...COST_TEXTS.de, ...COURT_TEXTS.de, ...SERIES_TEXTS.de },
  en: { ...LATE_TEXTS.en, ...COST_TEXTS.en, ...COURT_TEXTS.en, ...SERIES_TEXTS.en },
}
