// Decimal text ("1234.5", "-0.005") to minor units and back, digit by digit. More decimals than the
// currency has are refused unless the surplus is zero: an invoice total of 10.005 is not an amount of euro.

import { type Currency, type Minor, minor } from './money.ts'

/** Decimals of a currency's minor unit (ISO 4217). Two where not listed. */
export function decimalsOf(code: Currency): number {
  return DECIMALS[code] ?? 2
}

// ISO 4217 list one, minor units other than two.
const DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** Parses decimal text with a dot. Returns undefined where the text is no decimal or has parts of a minor unit. */
export function parseDecimal(text: string, code: Currency): Minor | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const places = decimalsOf(code)
  if (/[1-9]/.test(fraction.slice(places))) return undefined
  const digits = whole + fraction.slice(0, places).padEnd(places, '0')
  if (digits.replace(/^0+/, '').length > 15) return undefined
  const value = Number(digits)
  return minor(sign === '-' ? -value : value)
}

/** Minor units as decimal text with a dot and all decimals: 123450 EUR is "1234.50". */
export function toDecimal(amount: Minor, code: Currency): string {
  const places = decimalsOf(code)
  const digits = String(Math.abs(amount)).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return amount < 0 ? `-${text}` : text
}
