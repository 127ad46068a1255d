import { expect, it } from 'vitest'
import { contentHash, sha256 } from './content-hash.ts'
import { NEWS_HASH_START, nextNewsHash } from './news-hash.ts'

it('a content is hashed over the UTF-8 bytes of its canonical text', async () => {
  expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(await contentHash({ b: 1, a: 'ü' })).toBe(await sha256('{"a":"ü","b":1}'))
})

it('the hash of news runs on from the hash before', async () => {
  const news = { sequence: 1, eventId: 'evt-1', body: { type: 'cost.added', amount: 2575 } }
  expect(await nextNewsHash(NEWS_HASH_START, news)).toBe(await sha256(`${'0'.repeat(64)}\n1 evt-1 cost.added 2575`))
})
