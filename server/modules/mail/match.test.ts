import { expect, test } from 'vitest'
import { wordsIn } from './match.ts'

test.each([
  ['Re: Mahnung M-2026-0017 vom 3. November', ['M-2026-0017']],
  ['zu Rechnung RE-2026/0815.', ['RE-2026/0815']],
  ['Ihre (R2026-88123), bezahlt', ['R2026-88123']],
  ['Am 12.11. um 15:30 Uhr, 184,50 €', []],
  ['Grüße aus 10115 Berlin, Rechnung 2026123', ['2026123']],
])('of „%s“ these can be numbers of ours', (text, words) => {
  expect(wordsIn(text)).toEqual(words)
})
