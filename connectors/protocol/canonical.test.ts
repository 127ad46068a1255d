import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash, sha256 } from './canonical.ts'
import { NEWS_HASH_START, nextNewsHash } from './news-hash.ts'

describe('the canonical text', () => {
  it('has sorted keys, no blanks and no absent members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ü' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"ü","d":null}]}',
    )
  })

  it('is the same for every order of keys, and reads back as the same content', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.boolean()))), (record) => {
        const turned = Object.fromEntries(Object.entries(record).toReversed())
        expect(canonicalJson(turned)).toBe(canonicalJson(record))
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)))
      }),
    )
  })

  it('is hashed over its UTF-8 bytes', async () => {
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(await contentHash({ b: 1, a: 'ü' })).toBe(await sha256('{"a":"ü","b":1}'))
  })
})

it('the hash of news runs on from the hash before', async () => {
  const news = { sequence: 1, eventId: 'evt-1', body: { type: 'cost.added', amount: 2575 } }
  expect(await nextNewsHash(NEWS_HASH_START, news)).toBe(await sha256(`${'0'.repeat(64)}\n1 evt-1 cost.added 2575`))
})
