import { describe, expect, test } from 'vitest'
import { isIban, plainIban } from './iban.ts'

describe('an IBAN', () => {
  test.each([
    'DE89 3704 0044 0532 0130 00',
    'AT61 1904 3002 3457 3201',
    'NL91 ABNA 0417 1643 00',
    'gb82 west 1234 5698 7654 32',
  ])('%s is one', (text) => expect(isIban(plainIban(text))).toBe(true))

  test.each([
    ['a changed digit', 'DE89 3704 0044 0532 0130 01'],
    ['two digits exchanged', 'DE98 3704 0044 0532 0130 00'],
    ['a missing digit', 'DE89 3704 0044 0532 0130 0'],
    ['the length of another country', 'DE61 1904 3002 3457 3201'],
    ['other signs', 'DE89-3704-0044-0532-0130-00'],
    ['nothing', ''],
  ])('with %s is none', (_why, text) => expect(isIban(plainIban(text))).toBe(false))
})
