import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { claimOf } from './claim.ts'
import { type ReadInvoice } from './invoice.ts'

const invoice: ReadInvoice = {
  syntax: 'UBL Invoice',
  number: 'RE-1',
  credit: false,
  issueDate: '2026-03-01',
  currency: 'EUR',
  seller: { name: 'Praxis\n  Sommer', vatId: 'DE 123456789' },
  buyer: { name: 'Theodor Est', address: { street: 'Bergstr. 1', postCode: '01067', city: 'Dresden', country: 'DE' } },
  precedingInvoices: [],
  taxTotals: [],
  taxes: [],
  grossTotal: '100.00',
  prepaid: '30',
  payable: '70.0000',
  paymentMeans: [],
  ibans: ['DE02 1203 0000 0000 2020 51'],
  bics: [],
  debtorIbans: [],
  remittanceIds: [],
  paymentTerms: [],
  skonto: [],
  discounts: [],
  lines: [{ text: 'Beratung' }, { text: 'Beratung' }, { text: 'Fahrt' }],
  attachments: [],
  linkedDocuments: [],
  notes: [],
}

function claim(change: Partial<ReadInvoice>) {
  return claimOf({ ...invoice, ...change })
}

function without(key: keyof ReadInvoice, more: Partial<ReadInvoice> = {}) {
  const { [key]: _left, ...rest } = { ...invoice, ...more }
  return claimOf(rest as ReadInvoice) // exactly the invoice above with one optional field less
}

describe('an invoice becomes a claim', () => {
  it('claims what is payable, not the gross total', () => {
    expect(claim({})).toMatchObject({
      ok: true,
      value: { amount: 7000, total: 10000, paid: 3000, subject: 'Beratung, Fahrt' },
    })
  })

  it('knows the seller by its VAT id and cleans names and IBANs', () => {
    expect(claim({})).toMatchObject({
      value: { sellerKey: 'vat:de123456789', creditor: { name: 'Praxis Sommer', ibans: ['DE02120300000000202051'] } },
    })
  })

  it('turns the signs of a credit note, also of a negative one', () => {
    expect(claim({ credit: true })).toMatchObject({ value: { kind: 'credit', amount: -7000, total: -10000 } })
    expect(claim({ credit: true, payable: '-70' })).toMatchObject({ value: { amount: 7000 } })
  })

  it('computes what is payable from gross, prepaid and rounding where it is left out', () => {
    expect(without('payable', { rounding: '0.03' })).toMatchObject({ value: { amount: 7003 } })
  })

  it('takes the currency of the only tax total where the document names none, and refuses where there is none', () => {
    expect(without('currency', { taxTotals: [{ amount: '1', currency: 'CHF' }] })).toMatchObject({
      value: { currency: 'CHF' },
    })
    expect(without('currency')).toMatchObject({ refusal: { code: 'missing_currency', facts: { place: 'BT-5' } } })
    expect(claim({ currency: 'euro' })).toMatchObject({ refusal: { code: 'bad_currency', facts: { value: 'euro' } } })
  })

  it('refuses amounts with parts of a cent instead of rounding them', () => {
    expect(claim({ payable: '70.005' })).toMatchObject({
      refusal: { code: 'bad_amount', facts: { place: 'BT-115', value: '70.005' } },
    })
    expect(claim({ prepaid: '1e3' })).toMatchObject({ refusal: { code: 'bad_amount', facts: { place: 'BT-113' } } })
  })

  it('refuses days that do not exist, by the place they stand in', () => {
    expect(claim({ dueDate: '2026-02-30' })).toMatchObject({ refusal: { code: 'bad_date', facts: { place: 'BT-9' } } })
  })

  it('takes the service period from the lines where the head has none', () => {
    const lines = [{ period: { from: '2026-02-03', to: '2026-02-04' } }, { period: { from: '2026-01-31' } }]
    expect(claim({ lines })).toMatchObject({ value: { serviceDate: '2026-01-31', serviceUntil: '2026-02-04' } })
  })

  it('leaves the due date out where there is none', () => {
    const result = claim({})
    expect(result.ok && 'dueDate' in result.value).toBe(false)
  })

  it('reads any two-decimal amount to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const text = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
        expect(claim({ payable: text })).toMatchObject({ value: { amount: cents } })
      }),
    )
  })

  it('never throws, however large the amounts', () => {
    const digits = fc.stringMatching(/^-?\d{1,18}(\.\d{0,4})?$/)
    fc.assert(
      fc.property(digits, digits, digits, (grossTotal, prepaid, rounding) => {
        expect(typeof without('payable', { grossTotal, prepaid, rounding }).ok).toBe('boolean')
      }),
    )
  })
})
