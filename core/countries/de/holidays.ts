// Public holidays of the sixteen Länder, each with the years in which it holds: what § 193 BGB and § 222 Abs. 2 ZPO ask about. Sundays
// that are holidays by name are listed where a Land's statute does, though no period ends on a Sunday anyway. Holidays of single
// municipalities are regions of their own, so that nobody gets them by accident. Complete from 1995 on.

import { type IsHoliday, type LocalDate, addDays, day, easterSunday, weekday } from '../../calendar/index.ts'

/** "10-03" is a day of the year; easter counts days from Easter Sunday. */
type When = string | { readonly easter: number } | { readonly wednesdayBefore: string }

type Holiday = {
  readonly name: string
  readonly when: When
  /** Länder and municipal regions by their codes; absent where it holds everywhere. */
  readonly where?: readonly string[]
  /** First and last year; absent where it held in 1995, and holds still. */
  readonly from?: number
  readonly until?: number
}

const LAENDER = {
  BB: 'Brandenburg',
  BE: 'Berlin',
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  HB: 'Bremen',
  HE: 'Hessen',
  HH: 'Hamburg',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SH: 'Schleswig-Holstein',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  TH: 'Thüringen',
} as const

/** Municipalities with holidays beyond their Land's; the first two letters are the Land. */
const MUNICIPAL = {
  'BY-AUGSBURG': 'Augsburg (Stadt)',
  'BY-MH': 'Bayern, Gemeinden mit Mariä Himmelfahrt',
  'SN-FL': 'Sachsen, Gemeinden mit Fronleichnam',
  'TH-FL': 'Thüringen, Gemeinden mit Fronleichnam',
} as const

export const REGIONS: Readonly<Record<string, string>> = { ...LAENDER, ...MUNICIPAL }

const CORPUS_CHRISTI = ['BW', 'BY', 'HE', 'NW', 'RP', 'SL', 'SN-FL', 'TH-FL']

/** By the holiday statutes of the Länder; 3 October by Art. 2 Abs. 2 of the Unification Treaty. */
const HOLIDAYS: readonly Holiday[] = [
  { name: 'Neujahr', when: '01-01' },
  { name: 'Heilige Drei Könige', when: '01-06', where: ['BW', 'BY', 'ST'] },
  { name: 'Frauentag', when: '03-08', where: ['BE'], from: 2019 },
  { name: 'Frauentag', when: '03-08', where: ['MV'], from: 2023 },
  { name: 'Karfreitag', when: { easter: -2 } },
  { name: 'Ostersonntag', when: { easter: 0 }, where: ['BB'] },
  { name: 'Ostermontag', when: { easter: 1 } },
  { name: 'Tag der Arbeit', when: '05-01' },
  { name: '75. Jahrestag der Befreiung', when: '05-08', where: ['BE'], from: 2020, until: 2020 },
  { name: '80. Jahrestag der Befreiung', when: '05-08', where: ['BE'], from: 2025, until: 2025 },
  { name: 'Christi Himmelfahrt', when: { easter: 39 } },
  { name: 'Pfingstsonntag', when: { easter: 49 }, where: ['BB'] },
  { name: 'Pfingstmontag', when: { easter: 50 } },
  { name: 'Fronleichnam', when: { easter: 60 }, where: CORPUS_CHRISTI },
  { name: '75. Jahrestag des 17. Juni 1953', when: '06-17', where: ['BE'], from: 2028, until: 2028 },
  { name: 'Augsburger Friedensfest', when: '08-08', where: ['BY-AUGSBURG'] },
  { name: 'Mariä Himmelfahrt', when: '08-15', where: ['SL', 'BY-MH', 'BY-AUGSBURG'] },
  { name: 'Weltkindertag', when: '09-20', where: ['TH'], from: 2019 },
  { name: 'Tag der Deutschen Einheit', when: '10-03' },
  { name: 'Reformationstag', when: '10-31', where: ['BB', 'MV', 'SN', 'ST', 'TH'] },
  { name: 'Reformationstag', when: '10-31', where: ['HB', 'HH', 'NI', 'SH'], from: 2018 },
  { name: '500 Jahre Reformation', when: '10-31', from: 2017, until: 2017 },
  { name: 'Allerheiligen', when: '11-01', where: ['BW', 'BY', 'NW', 'RP', 'SL'] },
  { name: 'Buß- und Bettag', when: { wednesdayBefore: '11-23' }, where: ['SN'] },
  { name: '1. Weihnachtstag', when: '12-25' },
  { name: '2. Weihnachtstag', when: '12-26' },
]

/** The Land of a region: that of a municipality is its first two letters. */
export function landOf(region: string): string {
  return region.slice(0, 2)
}

const kept = new Map<string, IsHoliday>()

/** Holidays of a Land or a municipal region; where none is named, those that all Länder share. Throws on a region unknown here. */
export function holidaysOf(region = ''): IsHoliday {
  const found = kept.get(region)
  if (found) return found
  if (region !== '' && !(region in REGIONS)) throw new RangeError(`not a region of Germany: ${region}`)
  const years = new Map<string, ReadonlySet<LocalDate>>()
  const isHoliday: IsHoliday = (on) => {
    const year = on.slice(0, 4)
    const known = years.get(year) ?? holidaysIn(Number(year), region)
    years.set(year, known)
    return known.has(on)
  }
  kept.set(region, isHoliday)
  return isHoliday
}

function holidaysIn(year: number, region: string): ReadonlySet<LocalDate> {
  const held = HOLIDAYS.filter(({ from = year, until = year }) => from <= year && year <= until)
  const here = held.filter(
    ({ where }) => where === undefined || where.includes(region) || where.includes(landOf(region)),
  )
  return new Set(here.map(({ when }) => dayOf(when, year)))
}

function dayOf(when: When, year: number): LocalDate {
  if (typeof when === 'string') return day(`${year}-${when}`)
  return 'easter' in when
    ? addDays(easterSunday(year), when.easter)
    : wednesdayBefore(day(`${year}-${when.wednesdayBefore}`))
}

function wednesdayBefore(of: LocalDate): LocalDate {
  const before = addDays(of, -1)
  return addDays(before, -((weekday(before) + 4) % 7))
}
