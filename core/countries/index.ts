// Every country that Mahnwerk knows: a folder beside this file, and one line here.

import { AUSTRIA } from './at/index.ts'
import { SWITZERLAND } from './ch/index.ts'
import { type Country } from './country.ts'
import { GERMANY } from './de/index.ts'
import { NETHERLANDS } from './nl/index.ts'

export type { Country, LawSettings, OpenQuestion } from './country.ts'

export const COUNTRIES: readonly Country[] = [AUSTRIA, GERMANY, NETHERLANDS, SWITZERLAND]

/** The country of an ISO code; undefined where Mahnwerk does not know its law. */
export function countryOf(code: string): Country | undefined {
  return COUNTRIES.find((country) => country.code === code)
}
