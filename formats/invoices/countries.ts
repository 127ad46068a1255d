// Countries as people write them, to ISO 3166-1 codes: names in the languages of our neighbours and the letters of
// number plates. Two capital letters are taken as a code.

const NAMES: Readonly<Record<string, readonly string[]>> = {
  DE: ['deutschland', 'germany', 'duitsland', 'd', 'deu', 'ger', 'brd', 'bundesrepublik deutschland'],
  AT: ['österreich', 'austria', 'oostenrijk', 'a', 'aut', 'oesterreich'],
  CH: ['schweiz', 'switzerland', 'suisse', 'zwitserland', 'svizzera', 'che', 'sui'],
  NL: ['niederlande', 'netherlands', 'nederland', 'the netherlands', 'holland', 'nld'],
  BE: ['belgien', 'belgium', 'belgië', 'belgie', 'belgique', 'b', 'bel'],
  LU: ['luxemburg', 'luxembourg', 'l', 'lux'],
  LI: ['liechtenstein', 'fl', 'lie'],
  FR: ['frankreich', 'france', 'frankrijk', 'f', 'fra'],
  IT: ['italien', 'italy', 'italia', 'italië', 'i', 'ita'],
  ES: ['spanien', 'spain', 'españa', 'spanje', 'e', 'esp'],
  PT: ['portugal', 'p', 'prt'],
  PL: ['polen', 'poland', 'polska', 'pol'],
  CZ: ['tschechien', 'czechia', 'czech republic', 'tschechische republik', 'cze'],
  SK: ['slowakei', 'slovakia', 'svk'],
  HU: ['ungarn', 'hungary', 'h', 'hun'],
  SI: ['slowenien', 'slovenia', 'slo', 'svn'],
  HR: ['kroatien', 'croatia', 'hrv'],
  DK: ['dänemark', 'denmark', 'danmark', 'daenemark', 'dnk'],
  SE: ['schweden', 'sweden', 'sverige', 's', 'swe'],
  NO: ['norwegen', 'norway', 'norge', 'n', 'nor'],
  FI: ['finnland', 'finland', 'suomi', 'fin'],
  IE: ['irland', 'ireland', 'irl'],
  GB: ['großbritannien', 'united kingdom', 'great britain', 'vereinigtes königreich', 'england', 'uk', 'gbr'],
  US: ['usa', 'united states', 'vereinigte staaten', 'united states of america'],
}

const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
)

/** The code of a country; undefined where the text names none that we know. */
export function countryCodeOf(text: string): string | undefined {
  const name = text.trim().toLowerCase()
  return CODES.get(name) ?? (/^[a-z]{2}$/.test(name) ? name.toUpperCase() : undefined)
}
