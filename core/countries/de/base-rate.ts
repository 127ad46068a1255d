// The base rate of § 247 BGB, in percent: it moves on 1 January and 1 July with the main refinancing rate of the European Central
// Bank and is published by the Deutsche Bundesbank. It may be negative. The 3.62 percent that the statute itself names never
// applied: it moved on the day it began.

import { seriesOf } from '../../facts/index.ts'
import { percent } from '../../money/index.ts'
import { bgb } from './sources.ts'

/** The last day whose base rate is published. */
export const BASE_RATE_KNOWN_UNTIL = '2026-12-31'

const HALF_YEARS: readonly (readonly [year: number, january: string, july: string])[] = [
  [2026, '1.27', '1.52'],
  [2025, '2.27', '1.27'],
  [2024, '3.62', '3.37'],
  [2023, '1.62', '3.12'],
  [2022, '-0.88', '-0.88'],
  [2021, '-0.88', '-0.88'],
  [2020, '-0.88', '-0.88'],
  [2019, '-0.88', '-0.88'],
  [2018, '-0.88', '-0.88'],
  [2017, '-0.88', '-0.88'],
  [2016, '-0.83', '-0.88'],
  [2015, '-0.83', '-0.83'],
  [2014, '-0.63', '-0.73'],
  [2013, '-0.13', '-0.38'],
  [2012, '0.12', '0.12'],
  [2011, '0.12', '0.37'],
  [2010, '0.12', '0.12'],
  [2009, '1.62', '0.12'],
  [2008, '3.32', '3.19'],
  [2007, '2.70', '3.19'],
  [2006, '1.37', '1.95'],
  [2005, '1.21', '1.17'],
  [2004, '1.14', '1.13'],
  [2003, '1.97', '1.22'],
  [2002, '2.57', '2.47'],
]

export const BASE_RATE = seriesOf(
  'de.base_rate',
  bgb('§ 247', 'high', 'Deutsche Bundesbank, Basiszinssatz'),
  HALF_YEARS.flatMap(([year, january, july]) => [
    [`${year}-07-01`, percent(july)] as const,
    [`${year}-01-01`, percent(january)] as const,
  ]),
  BASE_RATE_KNOWN_UNTIL,
)
