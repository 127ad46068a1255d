// The rates of late interest in the Netherlands, from the day each holds. The general rate is set by decree (art. 6:120 (1)
// BW), the trade rate follows the ECB by itself each half-year (art. 6:120 (2) BW). Where sources differ, the note says how;
// rates before 2002 are left out.

import { type Series, type Source, seriesOf } from '../../facts/index.ts'
import { type Millionths, percent } from '../../money/index.ts'

/** Everything below is published up to this day; both rates may change on the next. */
export const RATES_KNOWN_UNTIL = '2026-12-31'

const GENERAL: Source = { citation: 'art. 6:119, 6:120 lid 1 BW', confidence: 'high' }
const TRADE: Source = { citation: 'art. 6:119a, 6:120 lid 2 BW', confidence: 'high' }

/** Wettelijke rente: consumers, and whatever is no price of goods or services between businesses. */
export const GENERAL_RATES: Series<Millionths> = seriesOf(
  'nl.rates.general',
  GENERAL,
  [
    ['2026-01-01', percent('4'), { note: 'unchanged on 2026-07-01, although the policy formula would give 5' }],
    ['2025-01-01', percent('6')],
    ['2024-01-01', percent('7')],
    ['2023-07-01', percent('6')],
    ['2023-01-01', percent('4')],
    ['2015-01-01', percent('2'), { note: 'one public table has it from 2014-07-01' }],
    ['2012-07-01', percent('3')],
    ['2011-07-01', percent('4')],
    ['2010-01-01', percent('3')],
    ['2009-07-01', percent('4'), { note: 'one public table has it from 2009-01-01' }],
    ['2007-01-01', percent('6')],
    ['2004-02-01', percent('4')],
    ['2003-08-01', percent('5')],
    ['2002-01-01', percent('7')],
  ],
  RATES_KNOWN_UNTIL,
)

/** Wettelijke handelsrente: the price of goods or services between businesses; public bodies as debtors alike (6:119b). */
export const TRADE_RATES: Series<Millionths> = seriesOf(
  'nl.rates.trade',
  TRADE,
  [
    ['2026-07-01', percent('10.40'), { note: 'one table, and the formula: ECB 2.40 and 8 points' }],
    ['2025-07-01', percent('10.15')],
    ['2025-01-01', percent('11.15')],
    ['2024-07-01', percent('12.25')],
    ['2024-01-01', percent('12.50')],
    ['2023-07-01', percent('12.00')],
    ['2023-01-01', percent('10.50')],
    ['2016-07-01', percent('8.00')],
    ['2015-01-01', percent('8.05')],
    ['2014-07-01', percent('8.15')],
    ['2014-01-01', percent('8.25')],
    ['2013-07-01', percent('8.50')],
    ['2013-03-16', percent('8.75')],
    ['2013-01-01', percent('7.75')],
    ['2012-01-01', percent('8.00')],
    ['2011-07-01', percent('8.25'), { confidence: 'medium', note: 'ECB 1.25 and 7 points; one page keeps 8.00' }],
    ['2009-07-01', percent('8.00')],
    ['2009-01-01', percent('9.50')],
    ['2008-07-01', percent('11.07')],
    ['2008-01-01', percent('11.20')],
    ['2007-07-01', percent('11.07')],
    ['2007-01-01', percent('10.58')],
    ['2006-07-01', percent('9.83')],
    ['2006-01-01', percent('9.25')],
    ['2005-07-01', percent('9.05')],
    ['2005-01-01', percent('9.09')],
    ['2004-07-01', percent('9.01')],
    ['2004-01-01', percent('9.02'), { confidence: 'medium', note: 'another table gives 9.01 for this half-year, too' }],
    ['2003-07-01', percent('9.10')],
    ['2003-01-01', percent('9.85')],
    ['2002-12-01', percent('10.35')],
    ['2002-08-08', percent('7'), { confidence: 'medium', note: 'before the formula of its own began' }],
  ],
  RATES_KNOWN_UNTIL,
)

/** Points over the ECB's rate for main refinancing operations, of which the trade rate is made. */
export const TRADE_POINTS: Series<Millionths> = seriesOf(
  'nl.rates.trade.points',
  { citation: 'art. 6:120 lid 2 BW', confidence: 'high' },
  [
    ['2013-03-16', percent('8')],
    ['2002-12-01', percent('7')],
  ],
)

/** The points that contracts from before 2013-03-16 keep: recalled, not seen in a text. */
export const OLD_CONTRACT_POINTS: Series<Millionths> = seriesOf(
  'nl.rates.trade.old_contracts',
  { citation: 'overgangsrecht bij art. 6:119a BW', confidence: 'low', note: 'recalled: older contracts keep 7 points' },
  [['2002-12-01', percent('7')]],
)
