import type { Catalogue, Catalogues, Language } from '../../../explanations/index.ts'
import { CHOICE_TEXTS } from './choices.ts'
import { COST_TEXTS } from './costs.ts'
import { COURT_TEXTS } from './court.ts'
import { DUTY_TEXTS } from './duties.ts'
import { INTEREST_TEXTS } from './interest.ts'
import { LATE_TEXTS } from './late.ts'
import { LIMITATION_TEXTS } from './limitation.ts'
import { SERIES_TEXTS } from './series.ts'

const TOPICS: readonly Catalogues[] = [
  INTEREST_TEXTS,
  LATE_TEXTS,
  LIMITATION_TEXTS,
  DUTY_TEXTS,
  CHOICE_TEXTS,
  COST_TEXTS,
  COURT_TEXTS,
  SERIES_TEXTS,
]

function together(language: Language): Catalogue {
  return Object.fromEntries(TOPICS.flatMap((texts) => Object.entries(texts[language])))
}

/** Every sentence of German law. */
export const TEXTS: Catalogues = { de: together('de'), en: together('en') }
