// Amounts as people write them: "1.234,56 €" in German, "€1,234.56" in English, "€ 1.234,56" in Dutch. Own code instead of the
// platform's, so that a letter, the page and the API answer are equal to the last character.

import { type Currency, type Minor } from './money.ts'
import { decimalsOf, parseDecimal, toDecimal } from './decimal.ts'

type Locale = 'de' | 'en'

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', CHF: 'CHF', GBP: '£', USD: '$' }

/** Writes an amount with currency; blanks are no-break blanks so that it never wraps. */
export function formatMoney(amount: Minor, code: Currency, locale: Locale | 'nl' = 'de'): string {
  const [whole = '0', fraction] = toDecimal(amount, code).replace('-', '').split('.')
  const mark = locale === 'en' ? ',' : '.'
  const point = locale === 'en' ? '.' : ','
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark)
  const number = fraction === undefined ? grouped : grouped + point + fraction
  const sign = amount < 0 ? '−' : ''
  const symbol = SYMBOLS[code] ?? code
  if (locale === 'de') return `${sign}${number}\u00a0${symbol}`
  if (locale === 'nl') return `${sign}${symbol}\u00a0${number}`
  return symbol.length === 1 ? `${sign}${symbol}${number}` : `${sign}${symbol}\u00a0${number}`
}

/**
 * Reads what a person typed ("1.234,56", "1234,5", "12.50", "100 €"). Returns undefined where it is no amount
 * or could be read in two ways (a lone dot followed by three digits is thousands in German).
 */
export function parseAmountInput(text: string, code: Currency, locale: Locale = 'de'): Minor | undefined {
  const bare = text
    .replace(/[\s\u00a0\u202f€]|EUR/g, '')
    .replace(code, '')
    .replace(SYMBOLS[code] ?? code, '')
    .replace('−', '-')
  const [mark, point] = locale === 'de' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^-?\\d{1,3}(\\${mark}\\d{3})+(\\${point}\\d*)?$`)
  const plain = new RegExp(`^-?\\d+(\\${point}\\d*)?$`)
  if (grouped.test(bare) || plain.test(bare)) {
    return parseDecimal(bare.replaceAll(mark, '').replace(point, '.'), code)
  }
  const places = decimalsOf(code)
  const other = new RegExp(`^-?\\d+\\${mark}\\d{1,${places}}$`)
  return other.test(bare) ? parseDecimal(bare.replace(mark, '.'), code) : undefined
}
