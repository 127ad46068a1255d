// Names of the countries a letter may go to, for the last line of an address. ISO 3166-1 alpha-2.

import type { Language } from './texts.ts'

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  AT: { de: 'Österreich', en: 'Austria' },
  BE: { de: 'Belgien', en: 'Belgium' },
  BG: { de: 'Bulgarien', en: 'Bulgaria' },
  CH: { de: 'Schweiz', en: 'Switzerland' },
  CY: { de: 'Zypern', en: 'Cyprus' },
  CZ: { de: 'Tschechien', en: 'Czechia' },
  DE: { de: 'Deutschland', en: 'Germany' },
  DK: { de: 'Dänemark', en: 'Denmark' },
  EE: { de: 'Estland', en: 'Estonia' },
  ES: { de: 'Spanien', en: 'Spain' },
  FI: { de: 'Finnland', en: 'Finland' },
  FR: { de: 'Frankreich', en: 'France' },
  GB: { de: 'Vereinigtes Königreich', en: 'United Kingdom' },
  GR: { de: 'Griechenland', en: 'Greece' },
  HR: { de: 'Kroatien', en: 'Croatia' },
  HU: { de: 'Ungarn', en: 'Hungary' },
  IE: { de: 'Irland', en: 'Ireland' },
  IS: { de: 'Island', en: 'Iceland' },
  IT: { de: 'Italien', en: 'Italy' },
  LI: { de: 'Liechtenstein', en: 'Liechtenstein' },
  LT: { de: 'Litauen', en: 'Lithuania' },
  LU: { de: 'Luxemburg', en: 'Luxembourg' },
  LV: { de: 'Lettland', en: 'Latvia' },
  MT: { de: 'Malta', en: 'Malta' },
  NL: { de: 'Niederlande', en: 'Netherlands' },
  NO: { de: 'Norwegen', en: 'Norway' },
  PL: { de: 'Polen', en: 'Poland' },
  PT: { de: 'Portugal', en: 'Portugal' },
  RO: { de: 'Rumänien', en: 'Romania' },
  SE: { de: 'Schweden', en: 'Sweden' },
  SI: { de: 'Slowenien', en: 'Slovenia' },
  SK: { de: 'Slowakei', en: 'Slovakia' },
  US: { de: 'Vereinigte Staaten', en: 'United States' },
}

/** The code itself where we have no name. */
export function countryName(code: string, language: Language): string {
  return NAMES[code]?.[language] ?? code
}
