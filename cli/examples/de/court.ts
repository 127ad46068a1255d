// Worked examples about court fees: the unit, a fee by its number, and the order for payment's fee that counts towards the suit.

import { z } from 'zod'
import { COURT_RATES, courtFee, courtFeeUnit, suitAfterOrder } from '@mahnwerk/core/countries/de/tariffs'
import { type Category, category } from '../example.ts'
import { cents, granted, isoDay, multiple } from './inputs.ts'

const unit = category(z.object({ filed_on: isoDay, value_cents: cents }), ({ filed_on, value_cents }) => ({
  fee_cents: granted(courtFeeUnit(value_cents, filed_on)),
}))

const fee = category(
  z.object({ filed_on: isoDay, value_cents: cents, kv: z.coerce.string(), rate: multiple.optional() }),
  ({ filed_on, value_cents, kv, rate = rateOf(kv) }) => ({
    fee_cents: granted(courtFee(kv, rate, value_cents, filed_on)).amount,
  }),
)

function rateOf(kv: string) {
  const known: Readonly<Record<string, (typeof COURT_RATES)['1100']>> = COURT_RATES
  const rate = known[kv]
  if (rate === undefined) throw new TypeError(`no rate is known for KV ${kv}`)
  return rate
}

const withCredit = category(
  z.object({
    filed_on: isoDay,
    value_cents: cents,
    fee_1100_rate: multiple.default(COURT_RATES['1100']),
    fee_1210_rate: multiple.default(COURT_RATES['1210']),
  }),
  ({ filed_on, value_cents, fee_1100_rate, fee_1210_rate }) => {
    const rates = { order: fee_1100_rate, suit: fee_1210_rate }
    const both = granted(suitAfterOrder('1210', value_cents, filed_on, undefined, rates))
    return {
      fee_1100_cents: both.order.amount,
      fee_1210_cents: both.suit.amount,
      credit_cents: both.credit,
      further_fee_due_cents: both.furtherDue,
      total_cents: both.total,
    }
  },
)

export const COURT_CATEGORIES: Readonly<Record<string, Category>> = {
  court_fee_unit: unit,
  court_fee: fee,
  court_fee_with_credit: withCredit,
}
