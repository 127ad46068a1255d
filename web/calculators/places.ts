// The addresses of the calculators: /rechner, /rechner/<country>, /rechner/<country>/<calculator>. The country's part is its
// ISO code in small letters.

import { COUNTRIES, type Country } from '@mahnwerk/core/countries'

export const CALCULATORS = ['zinsen', 'inkassokosten', 'gericht', 'verjaehrung', 'raten'] as const
export type Calculator = (typeof CALCULATORS)[number]

export const START = '/rechner'

export function placeOf(country: Country, calculator: Calculator = 'zinsen'): string {
  const home = `${START}/${country.code.toLowerCase()}`
  return calculator === 'zinsen' ? home : `${home}/${calculator}`
}

export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'calculator'; readonly country: Country; readonly calculator: Calculator }
  | { readonly kind: 'nowhere' }

export function placeAt(path: string, countries: readonly Country[] = COUNTRIES): Place {
  const [, , code, name = 'zinsen', ...more] = path.split('/')
  if (code === undefined || code === '') return { kind: 'start' }
  const country = countries.find((each) => each.code.toLowerCase() === code)
  const calculator = CALCULATORS.find((each) => each === name)
  if (country === undefined || calculator === undefined || more.length > 0) return { kind: 'nowhere' }
  return { kind: 'calculator', country, calculator }
}
