import { expect, it } from 'vitest'
import { deviceWords } from './device-words.ts'

it('names browser and system as a person would', () => {
  expect(deviceWords('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0')).toBe(
    'Firefox, Windows',
  )
  expect(
    deviceWords(
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0',
    ),
  ).toBe('Edge, Windows')
  expect(
    deviceWords(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1',
    ),
  ).toBe('Safari, iPhone')
})

it('shows what a program calls itself', () => {
  expect(deviceWords('curl/8.5.0')).toBe('curl/8.5.0')
})
