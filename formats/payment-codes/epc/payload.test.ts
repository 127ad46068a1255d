import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EUR, currency, minor } from '@mahnwerk/core/money'
import { type Transfer, type TransferFault, epcPayload } from './index.ts'

const TRANSFER: Transfer = {
  holder: 'Bäckerei Größmann',
  iban: 'DE89370400440532013000',
  amount: minor(1),
  currency: EUR,
  reference: { kind: 'text', value: 'Rechnung RE-2026-0815 Kd. 4711' },
}

function of(parts: Partial<Transfer>): ReturnType<typeof epcPayload> {
  return epcPayload({ ...TRANSFER, ...parts })
}
function payload(parts: Partial<Transfer> = {}): string {
  const result = of(parts)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
type Reference = NonNullable<Transfer['reference']>
const text = (value: string): Reference => ({ kind: 'text', value })
const creditor = (value: string): Reference => ({ kind: 'creditor', value })

describe('the payload', () => {
  test('has its fields line by line and ends at the last with a value', () => {
    expect(payload()).toBe(
      'BCD\n002\n1\nSCT\n\nBäckerei Größmann\nDE89370400440532013000\nEUR0.01\n\n\nRechnung RE-2026-0815 Kd. 4711',
    )
    expect(
      payload({
        bic: 'COBADEFFXXX',
        purpose: 'GDDS',
        reference: creditor('rf18 5390 0754 7034'),
        information: 'Danke',
        amount: minor(19_999),
      }),
    ).toBe(
      'BCD\n002\n1\nSCT\nCOBADEFFXXX\nBäckerei Größmann\nDE89370400440532013000\nEUR199.99\nGDDS\nRF18539007547034\n\nDanke',
    )
    const { reference: _, ...bare } = TRANSFER
    expect(epcPayload(bare)).toMatchObject({ value: expect.stringMatching(/EUR0\.01$/) })
  })

  test('takes an account as people write it', () => {
    expect(payload({ iban: 'de89 3704 0044 0532 0130 00' })).toContain('\nDE89370400440532013000\n')
  })

  test.each([
    [1, 'EUR0.01'],
    [100, 'EUR1.00'],
    [123_456, 'EUR1234.56'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('of %i cents asks for %s', (amount, written) => {
    expect(payload({ amount: minor(amount) }).split('\n')[7]).toBe(written)
  })

  test('counts letters, not bytes, in each field', () => {
    expect(payload({ holder: 'ä'.repeat(70) })).toContain('ä'.repeat(70))
    expect(payload({ reference: text('ß'.repeat(100)) })).toContain('ß'.repeat(100))
  })
})

const REFUSED: readonly (readonly [string, TransferFault, Partial<Transfer>])[] = [
  ['another currency', 'epc_currency', { currency: currency('CHF') }],
  ['nothing', 'epc_amount', { amount: minor(0) }],
  ['less than nothing', 'epc_amount', { amount: minor(-1) }],
  ['a cent too much', 'epc_amount', { amount: minor(100_000_000_000) }],
  ['nobody', 'epc_holder', { holder: '  ' }],
  ['a name of 71 letters', 'epc_holder', { holder: 'ä'.repeat(71) }],
  ['a name of two lines', 'epc_holder', { holder: 'Anna\nBerger' }],
  ['a name with a carriage return', 'epc_holder', { holder: 'Anna\rBerger' }],
  ['a mistyped account', 'epc_iban', { iban: 'DE89370400440532013001' }],
  ['no account', 'epc_iban', { iban: '' }],
  ['an account that is too long', 'epc_iban', { iban: 'DE8937040044053201300012345678901234' }],
  ['a BIC of nine', 'epc_bic', { bic: 'COBADEFFX' }],
  ['a Swiss account without BIC', 'epc_bic_missing', { iban: 'CH9300762011623852957' }],
  ['a British account without BIC', 'epc_bic_missing', { iban: 'GB29NWBK60161331926819' }],
  ['a purpose of five', 'epc_purpose', { purpose: 'GOODS' }],
  ['an empty purpose', 'epc_purpose', { purpose: '' }],
  ['a creditor reference with a wrong digit', 'epc_reference', { reference: creditor('RF19539007547034') }],
  ['a creditor reference of 26', 'epc_reference', { reference: creditor(`RF18${'1'.repeat(22)}`) }],
  ['a text of 141', 'epc_text', { reference: text('x'.repeat(141)) }],
  ['an empty text', 'epc_text', { reference: text(' ') }],
  ['a text of two lines', 'epc_text', { reference: text('RE-1\u2028RE-2') }],
  ['an information of 71', 'epc_information', { information: 'x'.repeat(71) }],
]

test.each(REFUSED)('refuses %s: %s', (_, code, parts) => {
  expect(of(parts)).toMatchObject({ ok: false, refusal: { code } })
})

test.each([
  ['a name of 70', { holder: 'x'.repeat(70) }],
  ['a text of 140', { reference: text('x'.repeat(140)) }],
  ['an information of 70', { information: 'x'.repeat(70) }],
  ['the longest creditor reference', { reference: creditor('RF40123456789012345678901') }],
  ['a Swiss account with BIC', { iban: 'CH9300762011623852957', bic: 'UBSWCHZH' }],
] satisfies readonly (readonly [string, Partial<Transfer>])[])('takes %s', (_, parts) => {
  expect(of(parts).ok).toBe(true)
})

test('refuses more than 331 bytes, whatever the letters', () => {
  expect(of({ holder: 'ä'.repeat(70), reference: text('ü'.repeat(140)) })).toEqual({
    ok: false,
    refusal: { code: 'epc_too_long', facts: { bytes: 469, bytesMax: 331 } },
  })
})

test('has eight to twelve lines and at most 331 bytes, whatever it is made from', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 150 })
  fc.assert(
    fc.property(anyText, anyText, fc.integer({ min: 1, max: 99_999_999_999 }), (holder, reference, amount) => {
      const result = of({ holder, reference: text(reference), amount: minor(amount) })
      if (!result.ok) return
      const lines = result.value.split(/\r\n|\r|\n|\u2028|\u2029/)
      expect(lines.length).toBeGreaterThanOrEqual(8)
      expect(lines.length).toBeLessThanOrEqual(12)
      expect([lines[5], lines[10]]).toEqual([holder.trim(), reference.trim()])
      expect(Buffer.byteLength(result.value)).toBeLessThanOrEqual(331)
    }),
  )
})
