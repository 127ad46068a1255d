import { expect, test } from 'vitest'
import de from './texts/de.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import nl from './texts/nl.json' with { type: 'json' }
import { textsOf } from './index.ts'

const slots = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).toSorted()

test.each([en, nl])('every sentence is there in every language, with the same values', (other) => {
  expect(Object.keys(other).toSorted()).toEqual(Object.keys(de).toSorted())
  for (const [key, text] of Object.entries(de)) expect(slots(other[key as keyof typeof de])).toEqual(slots(text)) // the keys are equal, see above
})

test('a sentence without one of its values is never written', () => {
  expect(() => textsOf('de')('salutationPerson')).toThrow('text salutationPerson (de) lacks its name')
})
