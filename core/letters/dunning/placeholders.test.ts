import { describe, expect, test } from 'vitest'
import { day } from '../../calendar/index.ts'
import { COUNTRIES, countryOf } from '../../countries/index.ts'
import { faultsInTemplate, isPlaceholder, saysLegal, standardTemplate, statementsIn } from './index.ts'
import { placeholdersAt, suggestionFor } from './placeholders.ts'

const template = standardTemplate('first', 'de')
const germany = countryOf('DE')
if (germany === undefined) throw new Error('Germany is known')
const asked = {
  kind: 'first',
  country: germany,
  debtor: 'consumer',
  on: day('2026-11-23'),
  healthProfession: false,
} as const

describe('a name that is not known', () => {
  test('is told with its place and the name that was probably meant', () => {
    const words = { ...template, next: 'Bitte zahlen.\n\nEs sind {summe}, also {Totl}.' }
    expect(faultsInTemplate(words, asked)).toEqual([
      { kind: 'placeholder_unknown', name: 'summe', place: { field: 'next', line: 3, column: 9 }, suggestion: 'total' },
      { kind: 'placeholder_unknown', name: 'Totl', place: { field: 'next', line: 3, column: 23 }, suggestion: 'total' },
    ])
  })

  test.each([
    ['fällig', 'payBy'],
    ['Frist ', 'term'],
    ['invoces', 'invoices'],
    ['PAYBY', 'payBy'],
    ['legl', 'legal'],
  ])('%s means %s', (name, meant) => expect(suggestionFor(name)).toBe(meant))

  test.each(['', 'x', 'wetter', 'constructor'])('%s means nothing that we know', (name) => {
    expect(suggestionFor(name)).toBeUndefined()
    expect(isPlaceholder(name)).toBe(false)
  })

  test('with umlauts, blanks or nothing inside is none the less a name', () => {
    const names = ['fällig', 'mein Name', '']
    const words = { ...template, next: names.map((name) => `{${name}}`).join(' ') }
    expect(placeholdersAt({ ...words, opening: '', contact: '', alreadyPaid: '' }).map(({ name }) => name)).toEqual(
      names,
    )
    expect(faultsInTemplate(words, asked)).toHaveLength(3)
  })
})

test.each(['{total', 'total}', '{{total}', 'a { b\n}'])('%s has a brace that stands alone', (next) => {
  expect(faultsInTemplate({ ...template, next }, asked).map(({ kind }) => kind)).toContain('brace_alone')
})

describe('the statements of a template', () => {
  test('are those that the law wants, each with what makes it', () => {
    const netherlands = countryOf('NL')
    if (netherlands === undefined) throw new Error('the Netherlands are known')
    const words = standardTemplate('last', 'nl')
    const made = (of: typeof words) =>
      statementsIn(of, 'last', netherlands, 'consumer', asked.on).map(({ made: by }) => by)
    expect(made(words)).toEqual(['by_legal', 'by_legal', 'by_legal', 'by_legal'])
    expect(made({ ...words, next: '' })).toEqual(['lost', 'lost', 'lost', 'lost'])
    expect(statementsIn(words, 'last', netherlands, 'business', asked.on)).toEqual([])
  })

  test('are kept by the form where the form keeps them, whatever the words', () => {
    const austria = countryOf('AT')
    if (austria === undefined) throw new Error('Austria is known')
    const bare = { ...template, next: '' }
    expect(statementsIn(bare, 'first', austria, 'consumer', asked.on).map(({ made }) => made)).toEqual(['by_form'])
  })

  test('are lost by no standard text of any country', () => {
    for (const country of COUNTRIES)
      for (const kind of ['reminder', 'first', 'second', 'last'] as const)
        for (const debtor of ['consumer', 'business'] as const) {
          const lost = statementsIn(standardTemplate(kind, 'de'), kind, country, debtor, asked.on)
          expect(lost.filter(({ made }) => made === 'lost')).toEqual([])
        }
  })

  test('in a subject alone are not said', () => {
    expect(saysLegal({ ...template, subject: '{legal}', next: '' })).toBe(false)
    expect(saysLegal(template)).toBe(true)
  })
})
