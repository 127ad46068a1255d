// Public holidays of the sixteen Länder, each with the years in which it holds: what § 193 BGB and § 222 Abs. 2 ZPO ask about. Sundays
// that are holidays by name are listed where a Land's statute does, though no period ends on a Sunday anyway. Holidays of single
// municipalities are regions of their own, so that nobody gets them by accident. Complete from 1995 on.

import { type IsHoliday, type LocalDate, addDays, day, easterSunday, weekday } from '../../calendar/index.ts'
import type { Source } from '../../facts/index.ts'
import { cited } from './sources.ts'

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

/** The Länder, each with the statute that names its holidays. */
const LAENDER: Readonly<Record<string, { readonly name: string; readonly law: string }>> = {
  BB: { name: 'Brandenburg', law: 'FTG Brandenburg' },
  BE: { name: 'Berlin', law: 'Gesetz über die Sonn- und Feiertage Berlin' },
  BW: { name: 'Baden-Württemberg', law: 'FTG Baden-Württemberg' },
  BY: { name: 'Bayern', law: 'BayFTG' },
  HB: { name: 'Bremen', law: 'Gesetz über die Sonn-, Gedenk- und Feiertage Bremen' },
  HE: { name: 'Hessen', law: 'Hessisches Feiertagsgesetz' },
  HH: { name: 'Hamburg', law: 'Feiertagsgesetz Hamburg' },
  MV: { name: 'Mecklenburg-Vorpommern', law: 'FTG Mecklenburg-Vorpommern' },
  NI: { name: 'Niedersachsen', law: 'NFeiertagsG' },
  NW: { name: 'Nordrhein-Westfalen', law: 'Feiertagsgesetz Nordrhein-Westfalen' },
  RP: { name: 'Rheinland-Pfalz', law: 'LFtG Rheinland-Pfalz' },
  SH: { name: 'Schleswig-Holstein', law: 'SFTG Schleswig-Holstein' },
  SL: { name: 'Saarland', law: 'Saarländisches Feiertagsgesetz' },
  SN: { name: 'Sachsen', law: 'SächsSFG' },
  ST: { name: 'Sachsen-Anhalt', law: 'FeiertG Sachsen-Anhalt' },
  TH: { name: 'Thüringen', law: 'ThürFGtG' },
}

/** Municipalities with holidays beyond their Land's; the first two letters are the Land. */
const MUNICIPAL = {
  'BY-AUGSBURG': 'Augsburg (Stadt)',
  'BY-MH': 'Bayern, Gemeinden mit Mariä Himmelfahrt',
  'SN-FL': 'Sachsen, Gemeinden mit Fronleichnam',
  'TH-FL': 'Thüringen, Gemeinden mit Fronleichnam',
} as const

/** Codes and names: sixteen Länder, and the municipalities that have more. */
export const REGIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(LAENDER).map(([code, { name }]) => [code, name])),
  ...MUNICIPAL,
}

const UNITY = 'Tag der Deutschen Einheit'
const CORPUS_CHRISTI = ['BW', 'BY', 'HE', 'NW', 'RP', 'SL', 'SN-FL', 'TH-FL']

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
  { name: UNITY, when: '10-03' },
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

/** Holidays of a Land or a municipal region; where none is named, those that all Länder share. Throws on a region unknown here. */
export function holidaysOf(region = ''): IsHoliday {
  const found = kept.get(region)
  if (found) return found
  if (region !== '' && !(region in REGIONS)) throw new RangeError(`not a region of Germany: ${region}`)
  const isHoliday: IsHoliday = (on) => holidaysIn(on.slice(0, 4), region).has(on)
  kept.set(region, isHoliday)
  return isHoliday
}

/** A holiday's name and the law that makes it one; undefined on other days. */
export function holidayOn(on: LocalDate, region = ''): { readonly name: string; readonly source: Source } | undefined {
  const name = holidaysIn(on.slice(0, 4), region).get(on)
  if (name === undefined) return undefined
  const law = LAENDER[landOf(region)]?.law ?? 'Feiertagsgesetze der Länder'
  return { name, source: cited(name === UNITY ? 'Art. 2 Abs. 2 Einigungsvertrag' : law) }
}

const kept = new Map<string, IsHoliday>()
const years = new Map<string, ReadonlyMap<LocalDate, string>>()

function holidaysIn(year: string, region: string): ReadonlyMap<LocalDate, string> {
  const key = `${year}${region}`
  const known = years.get(key) ?? madeFor(Number(year), region)
  years.set(key, known)
  return known
}

function madeFor(year: number, region: string): ReadonlyMap<LocalDate, string> {
  const held = HOLIDAYS.filter(({ from = year, until = year }) => from <= year && year <= until)
  const here = held.filter(
    ({ where }) => where === undefined || where.includes(region) || where.includes(landOf(region)),
  )
  return new Map(here.map(({ name, when }) => [dayOf(when, year), name]))
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
