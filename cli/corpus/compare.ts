// An expected result against what was read: amounts as decimals, texts without regard to blanks and line breaks, lists
// in their order. What was read and is not expected must stand in the file word for word, else it was invented.

import { type Json } from './kinds.ts'

type Keys = { readonly [key: string]: Json }

export type Comparison = { readonly ignored: ReadonlySet<string>; readonly standsInFile: (text: string) => boolean }

/** Differences as "path: expected …, read …"; empty where there are none. */
export function differences(expected: Json, found: Json, by: Comparison, path = ''): string[] {
  if (Array.isArray(expected) && Array.isArray(found)) return listDifferences(expected, found, by, path)
  if (isKeys(expected) && isKeys(found)) return keyDifferences(expected, found, by, path)
  if (expected === undefined && found !== undefined) return inventions(found, by, path)
  return normalised(expected) === normalised(found) ? [] : [difference(path, expected, found)]
}

function listDifferences(expected: readonly Json[], found: readonly Json[], by: Comparison, path: string): string[] {
  if (expected.length !== found.length) return [difference(path, expected, found)]
  return expected.flatMap((item, index) => differences(item, found[index], by, `${path}[${index}]`))
}

function keyDifferences(expected: Keys, found: Keys, by: Comparison, path: string): string[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter((key) => !by.ignored.has(key))
  return keys.flatMap((key) => differences(expected[key], found[key], by, path === '' ? key : `${path}.${key}`))
}

function inventions(found: Json, by: Comparison, path: string): string[] {
  const texts = [found].flat().map(String)
  return texts.every(by.standsInFile) ? [] : [difference(path, undefined, found)]
}

function difference(path: string, expected: Json, found: Json): string {
  return `${path}: erwartet ${JSON.stringify(expected) ?? 'nichts'}, gelesen ${JSON.stringify(found) ?? 'nichts'}`
}

function isKeys(value: Json): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// "440" equals "440.00" and "440.0 EUR" equals "440 EUR".
function normalised(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? ''
  const text = value.replace(/\s+/g, ' ').trim()
  const amount = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?( [A-Z]{3})?$/.exec(text)
  if (amount === null) return text
  const [, sign = '', whole = '', fraction = '', currency = ''] = amount
  const digits = fraction === '' ? whole : `${whole}.${fraction}`
  return `${sign === '-' && /[1-9]/.test(digits) ? '-' : ''}${digits}${currency}`
}
