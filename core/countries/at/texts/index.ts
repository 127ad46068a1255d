import type { Catalogue, Catalogues } from '../../../explanations/index.ts'
import { CHOICES } from './choices.ts'
import { COSTS } from './costs.ts'
import { COURT } from './court.ts'
import { DUTY_TEXTS } from './duties.ts'
import { INTEREST } from './interest.ts'
import { LATE } from './late.ts'
import { LIMITATION } from './limitation.ts'

const TOPICS: readonly Catalogues[] = [LATE, INTEREST, COSTS, COURT, LIMITATION, DUTY_TEXTS, CHOICES]

const merged = (language: keyof Catalogues): Catalogue => Object.assign({}, ...TOPICS.map((topic) => topic[language]))

export const TEXTS: Catalogues = { de: merged('de'), en: merged('en') }
