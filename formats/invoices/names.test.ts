import { describe, expect, it } from 'vitest'
import { splitName, toldName } from './names.ts'

describe('a name on one line', () => {
  it.each([
    ['Jonas Weber', 'Jonas', 'Weber'],
    ['Weber, Jonas', 'Jonas', 'Weber'],
    ['Dr. Anna Lena Schmidt', 'Dr. Anna Lena', 'Schmidt'],
    ['Frau Käthe von der Heide', 'Käthe', 'von der Heide'],
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
    ['Weber', '', 'Weber'],
  ])('splits %s', (whole, first, last) => {
    expect(splitName(whole)).toEqual({ first, last })
  })

  it.each([
    'Böhm & Söhne GmbH',
    'Café Morgenrot OHG',
    'VGB GmbH & Co KG',
    'De Vries Logistiek B.V.',
    'Sportfreunde e.V.',
    'Stadt Köln',
  ])('takes %s for a company by its legal form', (name) => {
    expect(toldName(name, { isCompany: false })).toEqual({
      origin: 'stated',
      name: { kind: 'business', company: name },
    })
  })

  it('assumes a person where nothing points to a company', () => {
    expect(toldName('Theodor Est', { isCompany: false })).toMatchObject({
      origin: 'assumed',
      name: { kind: 'consumer' },
    })
  })

  it('takes a name with a VAT id for a company', () => {
    expect(toldName('Theodor Est', { isCompany: true })).toMatchObject({
      name: { kind: 'business', company: 'Theodor Est' },
    })
  })
})
