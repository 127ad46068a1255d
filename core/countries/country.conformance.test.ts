import { expect, test } from 'vitest'
import { conformance } from './country.conformance.ts'
import { COUNTRIES, countryOf } from './index.ts'

test('a country is found by its code, and none by another', () => {
  for (const country of COUNTRIES) expect(countryOf(country.code)).toBe(country)
  expect(countryOf('XX')).toBeUndefined()
})

COUNTRIES.forEach(conformance)
