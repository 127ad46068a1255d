// The base rate of the Austrian National Bank by day (1. Euro-JuBeG with the Basis- und Referenzzinssatzverordnung). It stands
// since a change of the ECB's rate took effect; when it moves is base-rate-rule.ts. Earlier days than 2001-11-09 are left out.

import { type Series, seriesOf } from '../../facts/index.ts'
import { type Millionths, percent } from '../../money/index.ts'

const SOURCE = {
  citation: '1. Euro-JuBeG Art. I § 1; VO BGBl. II 27/1999 idF BGBl. II 309/2002',
  confidence: 'medium',
} as const
const SURE = { confidence: 'high' } as const

/** Percent per year. That of 2026-09-16 follows from the rule; no release of the bank was seen. */
export const BASE_RATE: Series<Millionths> = seriesOf(
  'at.base_rate',
  SOURCE,
  [
    ['2026-09-16', percent('2.03'), { confidence: 'low' }],
    ['2025-06-11', percent('1.53'), SURE],
    ['2025-03-12', percent('2.03'), { confidence: 'low' }],
    ['2024-12-18', percent('2.53')],
    ['2024-09-18', percent('3.03'), SURE],
    ['2023-09-20', percent('3.88'), SURE],
    ['2023-06-21', percent('3.38'), SURE],
    ['2023-03-22', percent('2.88'), SURE],
    ['2023-02-08', percent('2.38')],
    ['2022-12-21', percent('1.88'), SURE],
    ['2022-11-02', percent('1.38')],
    ['2022-09-14', percent('0.63')],
    ['2022-07-27', percent('-0.12')],
    ['2016-03-16', percent('-0.62'), SURE],
    ['2013-05-08', percent('-0.12'), SURE],
    ['2011-12-14', percent('0.38')],
    ['2011-07-13', percent('0.88')],
    ['2009-05-13', percent('0.38'), SURE],
    ['2009-03-11', percent('0.88')],
    ['2009-01-21', percent('1.38'), { confidence: 'low' }],
    ['2008-12-10', percent('1.88')],
    ['2008-11-12', percent('2.63')],
    ['2008-10-15', percent('3.13')],
    ['2008-07-09', percent('3.70'), SURE],
    ['2007-03-14', percent('3.19')],
    ['2006-10-11', percent('2.67'), SURE],
    ['2006-04-27', percent('1.97'), SURE],
    ['2003-06-09', percent('1.47')],
    ['2002-12-11', percent('2.20'), SURE],
    ['2001-11-09', percent('2.75'), SURE],
  ],
  '2026-11-21',
)
