import { expect, test } from 'vitest'
import { AUDIENCES, KINDS, LANGUAGES, letterOf, letterWord } from './letters-view.ts'

test('every letter has an address of its own, and is found by it', () => {
  const words = LANGUAGES.flatMap((language) =>
    KINDS.flatMap((kind) => AUDIENCES.map((audience) => ({ language, kind, audience }))),
  ).map((which) => {
    expect(letterOf(letterWord(which))).toEqual(which)
    return letterWord(which)
  })
  expect(new Set(words).size).toBe(24)
  expect(words).toContain('letzte-verbraucher-de')
})

test('an address that names no letter is none', () => {
  expect(letterOf('letzte-verbraucher-fr')).toBeUndefined()
  expect(letterOf('')).toBeUndefined()
})
