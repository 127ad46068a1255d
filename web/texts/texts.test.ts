import { describe, expect, it } from 'vitest'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { compare, incompleteTexts } from './completeness.ts'
import { makeText } from './text.ts'

describe('the catalogues', () => {
  it('say the same in every language', () => {
    expect(incompleteTexts()).toEqual([])
  })

  it('name a key that is missing, unknown, empty or filled differently', () => {
    const faults = compare({ a: 'eins', b: '{count} Tage', c: 'drei' }, { b: 'days', c: ' ', d: 'four' }, 'en.json')
    expect(faults).toEqual([
      'en.json lacks a',
      'en.json has unknown d',
      'en.json: c is empty',
      'en.json: b fills other values',
    ])
  })

  it('have both forms of every counted sentence', () => {
    const stems = Object.keys(de)
      .filter((key) => key.endsWith('_one'))
      .map((key) => key.slice(0, -4))
    expect(stems.filter((stem) => !(`${stem}_other` in de))).toEqual([])
  })
})

describe('a text', () => {
  const german = makeText(de, 'de')
  const english = makeText(en, 'en')

  it('fills in values', () => {
    expect(german('ui.search.nothing', { query: 'Weber' })).toBe('Nichts gefunden zu „Weber“.')
  })

  it('counts by the rules of the language', () => {
    expect(german.count('ui.clock.days', 1)).toBe('1 Tag vor')
    expect(german.count('ui.clock.days', 1200)).toBe('1.200 Tage vor')
    expect(english.count('ui.clock.days', 1200)).toBe('1,200 days ahead')
  })
})
