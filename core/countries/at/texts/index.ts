import type { Catalogue, Catalogues } from '../../../explanations/index.ts'
import { CHOICES } from './choices.ts'
import { COSTS } from './costs.ts'
import { COURT } from './court.ts'
import { DUTY_TEXTS } from './duties.ts'
import { INTEREST } from './interest.ts'
import { LATE } from './late.ts'
import { LIMITATION } from './limitation.ts'

const merged = (of: keyof Catalogues): Catalogue => ({
  ...LATE[of],
  ...INTEREST[of],
  ...COSTS[of],
  ...COURT[of],
  ...LIMITATION[of],
  ...DUTY_TEXTS[of],
  ...CHOICES[of],
})

/** Every sentence of Austria. */
export const TEXTS: Catalogues = { de: merged('de'), en: merged('en') }
