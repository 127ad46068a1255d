import { expect, test } from 'vitest'
import { fullName, listName } from './index.ts'

test('a person is sorted by the last name and addressed by the first', () => {
  const jonas = { kind: 'consumer', first: 'Jonas', last: 'Weber' } as const
  expect([listName(jonas), fullName(jonas)]).toEqual(['Weber, Jonas', 'Jonas Weber'])
})

test('a person without a first name has no stray comma or blank', () => {
  const weber = { kind: 'consumer', first: '', last: 'Weber' } as const
  expect([listName(weber), fullName(weber)]).toEqual(['Weber', 'Weber'])
})

test('a company goes by its name, whoever is its contact', () => {
  const company = { kind: 'business', company: 'Nordlicht GmbH', contactPerson: 'Ada Berg' } as const
  expect([listName(company), fullName(company)]).toEqual(['Nordlicht GmbH', 'Nordlicht GmbH'])
})
