import { expect, test } from 'vitest'
import { GERMANY } from './index.ts'

test('a municipality with holidays of its own has the court of its Land', () => {
  const court = GERMANY.orderForPaymentCourt({ region: 'BY-AUGSBURG', postCode: '86150' })
  expect(court?.name).toBe(GERMANY.orderForPaymentCourt({ region: 'BY', postCode: '96450' })?.name)
  expect(court?.city).toBe('Coburg')
})
