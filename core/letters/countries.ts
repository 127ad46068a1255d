// Names of the countries a letter may go to, for the last line of an address. ISO 3166-1 alpha-2.

import type { Language } from './texts.ts'

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  AT: { de: 'Österreich', en: 'Austria', nl: 'Oostenrijk' },
  BE: { de: 'Belgien', en: 'Belgium', nl: 'België' },
  BG: { de: 'Bulgarien', en: 'Bulgaria', nl: 'Bulgarije' },
  CH: { de: 'Schweiz', en: 'Switzerland', nl: 'Zwitserland' },
  CY: { de: 'Zypern', en: 'Cyprus', nl: 'Cyprus' },
  CZ: { de: 'Tschechien', en: 'Czechia', nl: 'Tsjechië' },
  DE: { de: 'Deutschland', en: 'Germany', nl: 'Duitsland' },
  DK: { de: 'Dänemark', en: 'Denmark', nl: 'Denemarken' },
  EE: { de: 'Estland', en: 'Estonia', nl: 'Estland' },
  ES: { de: 'Spanien', en: 'Spain', nl: 'Spanje' },
  FI: { de: 'Finnland', en: 'Finland', nl: 'Finland' },
  FR: { de: 'Frankreich', en: 'France', nl: 'Frankrijk' },
  GB: { de: 'Vereinigtes Königreich', en: 'United Kingdom', nl: 'Verenigd Koninkrijk' },
  GR: { de: 'Griechenland', en: 'Greece', nl: 'Griekenland' },
  HR: { de: 'Kroatien', en: 'Croatia', nl: 'Kroatië' },
  HU: { de: 'Ungarn', en: 'Hungary', nl: 'Hongarije' },
  IE: { de: 'Irland', en: 'Ireland', nl: 'Ierland' },
  IS: { de: 'Island', en: 'Iceland', nl: 'IJsland' },
  IT: { de: 'Italien', en: 'Italy', nl: 'Italië' },
  LI: { de: 'Liechtenstein', en: 'Liechtenstein', nl: 'Liechtenstein' },
  LT: { de: 'Litauen', en: 'Lithuania', nl: 'Litouwen' },
  LU: { de: 'Luxemburg', en: 'Luxembourg', nl: 'Luxemburg' },
  LV: { de: 'Lettland', en: 'Latvia', nl: 'Letland' },
  MT: { de: 'Malta', en: 'Malta', nl: 'Malta' },
  NL: { de: 'Niederlande', en: 'Netherlands', nl: 'Nederland' },
  NO: { de: 'Norwegen', en: 'Norway', nl: 'Noorwegen' },
  PL: { de: 'Polen', en: 'Poland', nl: 'Polen' },
  PT: { de: 'Portugal', en: 'Portugal', nl: 'Portugal' },
  RO: { de: 'Rumänien', en: 'Romania', nl: 'Roemenië' },
  SE: { de: 'Schweden', en: 'Sweden', nl: 'Zweden' },
  SI: { de: 'Slowenien', en: 'Slovenia', nl: 'Slovenië' },
  SK: { de: 'Slowakei', en: 'Slovakia', nl: 'Slowakije' },
  US: { de: 'Vereinigte Staaten', en: 'United States', nl: 'Verenigde Staten' },
}

/** The code itself where we have no name. */
export function countryName(code: string, language: Language): string {
  return NAMES[code]?.[language] ?? code
}
