import { AUSTRIA, orderForPayment, orderPeriods } from '@mahnwerk/core/countries/at'
import { z } from 'zod'
import { category } from '../example.ts'
import { cents, isoDay } from '../inputs.ts'

export const courtFee = category(
  z.object({ value_cents: cents, filed_on: isoDay, kind: z.string().default('Klage') }),
  ({ value_cents, filed_on, kind }) => {
    const note = AUSTRIA.courtCosts(
      {
        act: kind.startsWith('Mahn') ? 'order_for_payment' : 'suit',
        value: value_cents,
        filedOn: filed_on,
        claimant: 'company',
        representative: 'none',
        creditorDeductsVat: true,
        disputed: false,
      },
      AUSTRIA.settings,
    )
    return note.ok ? { fee_cents: note.value.courtFee } : { refused: note.refusal.code }
  },
)

export const procedure = category(
  z.object({ claim_cents: cents, debtor_country: z.string().default('AT'), only_money: z.boolean().default(true) }),
  ({ claim_cents, debtor_country, only_money }) => {
    const question = { value: claim_cents, debtorCountry: debtor_country, onlyMoney: only_money }
    return { dunning_procedure: orderForPayment(question).mandatory ? 'mandatory' : 'not available' }
  },
)

export const deadline = category(z.object({ order_served_on: isoDay }), ({ order_served_on }) => {
  const { payBy, objectBy } = orderPeriods(order_served_on)
  return { pay_by: payBy, object_by: objectBy }
})
