// The index of VO BGBl. 141/1996 § 4 (2): its amounts move with the yearly average of the consumer price index 1986 against that
// of 1994 (125.6). An average is usable in the year after. Where that of a year is not established, the last established one is
// used and marked: prices rose in every year between, so the older index makes a lower cap, never a higher one.

import type { LocalDate } from '../../calendar/index.ts'
import { type Fact, type Mark, type Series, type Source, type Trust, seriesOf, sourceOf } from '../../facts/index.ts'
import { MILLION, type Millionths, divide, factor } from '../../money/index.ts'

const LOW = { confidence: 'low', citation: 'Schätzung aus der Jahresteuerung' } as const
const HIGH = { confidence: 'high' } as const

export const INDEX_BASE = factor('125.6')

/** Yearly averages, each from the year in which it is used. Those used in 2006 to 2023 are not established. */
export const PRICE_INDEX: Series<Millionths> = seriesOf(
  'at.price_index_1986',
  { citation: 'Statistik Austria, VPI 1986, Jahresdurchschnitt', confidence: 'medium' },
  [
    ['2026-01-01', factor('255.7'), LOW],
    ['2025-01-01', factor('246.9'), LOW],
    ['2024-01-01', factor('239.9')],
    ['2005-01-01', factor('148.8')],
    ['2004-01-01', factor('145.8')],
    ['2003-01-01', factor('143.8')],
    ['2002-01-01', factor('141.3')],
    ['2001-01-01', factor('137.6')],
    ['2000-01-01', factor('134.5')],
    ['1999-01-01', factor('133.7')],
    ['1998-01-01', factor('132.5')],
    ['1997-01-01', factor('130.8')],
    ['1996-01-01', factor('128.4')],
    ['1995-01-01', INDEX_BASE, HIGH],
  ],
  '2026-12-31',
)

export type IndexFactor = {
  /** Times: 1.91 is 1_910_000. Cut, not rounded, at four decimals: it never lifts a cap, and is what the working shows. */
  readonly factor: Millionths
  /** The year whose average it is; absent for the text's own amounts. */
  readonly year?: number
  readonly source: Source
  readonly marks: readonly Mark[]
}

/** The amounts of 2002 as printed. */
export const TEXT_AMOUNTS: IndexFactor = {
  factor: factor('1'),
  source: { citation: 'VO BGBl. 141/1996 § 3', confidence: 'high' },
  marks: [],
}

/** The factor for a day: of the year where established (or estimated and trusted), else the last established one, marked. */
export function indexOn(on: LocalDate, trust: Trust): IndexFactor {
  const fact = PRICE_INDEX.facts.find((each) => each.from <= on && (each.confidence !== 'low' || trust.lowConfidence))
  if (fact === undefined) return TEXT_AMOUNTS
  const year = Number(fact.from.slice(0, 4)) - 1
  return { factor: indexFactor(fact.value), year, source: sourceOf(fact), marks: marksOf(fact, on) }
}

/** A yearly average against another, by default that of 1994: four decimals, what follows is dropped. */
export function indexFactor(average: Millionths, base: Millionths = INDEX_BASE): Millionths {
  const exact = ratio(average, base, 'down')
  return (exact - (exact % 100)) as Millionths // whole, by whole hundreds
}

/** A quotient in millionths. */
export function ratio(dividend: number, divisor: number, rounding: 'down' | 'half_up'): Millionths {
  return divide(dividend * MILLION, divisor, rounding) as Millionths // whole by division
}

/** As people print a factor: four decimals at most, two at least. */
export function factorText(of: Millionths): string {
  const digits = String(divide(of, 100, 'half_up')).padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, '')}`
}

function marksOf(fact: Fact<Millionths>, on: LocalDate): readonly Mark[] {
  const marks: Mark[] = []
  if (fact.confidence === 'low') marks.push('low_confidence')
  if (fact.from.slice(0, 4) !== on.slice(0, 4)) marks.push('provisional')
  return marks
}
