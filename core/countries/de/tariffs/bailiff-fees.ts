// The bailiff's fees by act (Kostenverzeichnis of the GvKostG), from the change of law in June 2025 and, as far as found, from
// November 2021 and August 2013. Null stands for a time in which an act had a fee that nobody has found.

import { type Series, seriesOf } from '../../../facts/index.ts'
import type { Minor } from '../../../money/index.ts'
import { euros } from './value-fees.ts'

const SINCE_2025 = '2025-06-01'
const SINCE_2021 = '2021-11-01'
const SINCE_2013 = '2013-08-01'

type Older = { readonly since2021?: string | null; readonly since2013?: string }

/** One number; the older figures were seen in one secondary source each. */
function fee(kv: string, now: string, older: Older = {}, before = kv): Series<Minor | null> {
  const citation = `KV ${kv} GvKostG`
  const earlier = { citation: `KV ${before} GvKostG`, confidence: 'medium' } as const
  const unknown = { ...earlier, confidence: 'low', note: 'figure not found' } as const
  return seriesOf<Minor | null>(citation, { citation, confidence: 'high' }, [
    [SINCE_2025, euros(now)],
    ...(older.since2021 === undefined
      ? []
      : [
          [
            SINCE_2021,
            ...(older.since2021 === null ? ([null, unknown] as const) : ([euros(older.since2021), earlier] as const)),
          ] as const,
        ]),
    ...(older.since2013 === undefined ? [] : [[SINCE_2013, euros(older.since2013), earlier] as const]),
  ])
}

/** A number that one secondary source names. */
function seenOnce(kv: string, now: string): Series<Minor | null> {
  const citation = `KV ${kv} GvKostG`
  return seriesOf<Minor | null>(citation, { citation, confidence: 'medium' }, [[SINCE_2025, euros(now)]])
}

export const BAILIFF_FEES = {
  service_in_person: fee('100', '12.00', { since2021: '11.00', since2013: '10.00' }),
  service_electronic: fee('101', '8.00'),
  service_by_post: fee('102', '3.60', { since2021: '3.30', since2013: '3.00' }, '101'),
  advance_notice: fee('200', '19.20', { since2021: '17.60', since2013: '16.00' }),
  attachment: fee('205', '31.20', { since2021: '28.60', since2013: '26.00' }),
  takeover: fee('206', '19.20', { since2021: '17.60' }),
  settlement_attempt: fee('207', '19.20', { since2021: '17.60', since2013: '16.00' }),
  settlement_attempt_joined: fee('208', '9.60', { since2021: '8.80' }),
  taking_away: fee('221', '31.20'),
  eviction: fee('240', '163.50'),
  eviction_only: fee('241', '109.00'),
  asset_disclosure: fee('260', '39.50', { since2021: null, since2013: '33.00' }),
  asset_list: fee('261', '39.50', { since2021: null, since2013: '33.00' }),
  affidavit: fee('262', '45.60'),
  arrest: fee('270', '46.80', { since2021: null, since2013: '38.00' }),
  receipt: fee('430', '4.80'),
  data_query: fee('440', '15.60'),
  address_query: fee('441', '6.00'),
  data_passed_on: fee('442', '6.00'),
  service_failed: seenOnce('600', '3.60'),
  act_failed: seenOnce('604', '18.00'),
} as const

export type BailiffAct = keyof typeof BAILIFF_FEES
