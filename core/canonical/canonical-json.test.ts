import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './index.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

// Keys that objects of JavaScript treat in their own way are among them: numbers, which they sort, and __proto__.
const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('10', '9', '__proto__', 'constructor', 'ä', 'z', ''),
)
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 5 }),
  ),
}))

/** The same content with the keys of every object turned round. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turned(member)]),
  )
}

describe('the canonical text', () => {
  test('has sorted keys, no blanks and no absent members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ü' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"ü","d":null}]}',
    )
  })

  test('sorts keys by code units: numbers as text, capitals before small letters, beyond the first plane by surrogates', () => {
    expect(canonicalJson({ '\ufb33': 1, '😀': 2, ö: 3, a: 4, Z: 5, '9': 6, '10': 7 })).toBe(
      '{"10":7,"9":6,"Z":5,"a":4,"ö":3,"😀":2,"\ufb33":1}',
    )
  })

  test('is the same for every order of keys, at every depth', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
      }),
    )
  })

  test('reads back as the same content, so that different contents have different texts', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
    )
  })

  test.each([Number.NaN, Infinity, undefined, [1, undefined], { a: [Number.NaN] }, () => 1, 1n])(
    'refuses %o, which has no JSON text',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )
})
