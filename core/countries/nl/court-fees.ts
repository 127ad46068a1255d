// Court fees (griffierecht) of the kanton judge, by year, value and claimant (annex of the Wet griffierechten burgerlijke
// zaken). Only what a source states is here: 2014 to 2017 are not collected, and of 2020 and 2021 only the middle fee for
// companies. The reduced fee of people with little income is left out: a claimant asks for it with a certificate.

import { type Series, type Source, seriesOf } from '../../facts/index.ts'
import { type Minor, minor } from '../../money/index.ts'

export type FeeBand = {
  readonly over: Minor
  /** Absent for the highest band. */
  readonly upTo?: Minor
  readonly company: Minor
  /** Absent where no source states it. */
  readonly person?: Minor
}

const ANNEX: Source = { citation: 'Wet griffierechten burgerlijke zaken, bijlage', confidence: 'medium' }

/** Three bands until 2021, six since. Fees in whole euros: companies, then natural persons. */
const THREE = [0, 500, 12_500] as const
const SIX = [0, 500, 1500, 2500, 5000, 12_500] as const

type Pair = readonly [company: number, person: number]

export const COURT_FEES: Series<readonly FeeBand[]> = seriesOf(
  'nl.court.fees',
  ANNEX,
  [
    ['2026-01-01', bands(SIX, [139, 93], [350, 233], [397, 265], [529, 265], [559, 265], [1504, 753])],
    [
      '2025-01-01',
      bands(SIX, [135, 90], [340, 226], [385, 257], [514, 257], [543, 257], [1461, 732]),
      { confidence: 'low', note: 'recalled; with the indexation of 2.94 % it gives the fees of 2026 within a euro' },
    ],
    ['2024-01-01', bands(SIX, [130, 87], [328, 218], [372, 248], [496, 248], [524, 248], [1409, 706])],
    [
      '2022-01-01',
      bands(SIX, [128, 86], [322, 214], [365, 244], [487, 244], [514, 244], [1384, 693]),
      { note: 'Stb. 2021, 507; not indexed for 2023' },
    ],
    ['2021-01-01', [{ over: minor(50_000), upTo: minor(1_250_000), company: minor(50_700) }]],
    ['2020-01-01', [{ over: minor(50_000), upTo: minor(1_250_000), company: minor(49_900) }]],
    ['2019-01-01', bands(THREE, [121, 81], [486, 231], [972, 482])],
    ['2018-01-01', bands(THREE, [117, 78], [470, 223], [939, 470])],
  ],
  '2026-12-31',
)

/** The middle band as the bill of 2020 planned it (Kamerstukken 35 439); indexed before it came into force in 2022. */
export const PLANNED_REFORM: readonly FeeBand[] = [
  { over: minor(50_000), upTo: minor(150_000), company: minor(31_200), person: minor(20_800) },
]

/** The kanton judge decides money claims up to this value. */
export const KANTON_LIMIT: Series<Minor> = seriesOf(
  'nl.court.kanton_limit',
  { citation: 'art. 93 Rv', confidence: 'high' },
  [['2011-07-01', minor(2_500_000)]],
)

/** The band of a value; undefined where no source states one. A claim without a value in money counts as zero. */
export function bandOf(value: Minor, all: readonly FeeBand[]): FeeBand | undefined {
  return all.find(({ over, upTo }) => (value > over || over === 0) && (upTo === undefined || value <= upTo))
}

function bands(overs: readonly number[], ...pairs: readonly Pair[]): readonly FeeBand[] {
  return pairs.map(([company, person], index) => {
    const upTo = overs[index + 1]
    return {
      over: minor((overs[index] ?? 0) * 100),
      ...(upTo === undefined ? {} : { upTo: minor(upTo * 100) }),
      company: minor(company * 100),
      person: minor(person * 100),
    }
  })
}
