import type { Catalogues } from '../../../explanations/index.ts'
import { ENFORCEMENT } from './enforcement.ts'
import { LATE } from './late.ts'

/** Every sentence of Switzerland. */
export const TEXTS: Catalogues = {
  de: { ...LATE.de, ...ENFORCEMENT.de },
  en: { ...LATE.en, ...ENFORCEMENT.en },
}
