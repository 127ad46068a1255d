import { expect, test } from 'vitest'
import { day } from '@mahnwerk/core/calendar'
import { minor } from '@mahnwerk/core/money'
import { letterFileName } from './file-name.ts'

const item = (number: string) => ({
  number,
  day: day('2026-01-01'),
  due: day('2026-01-15'),
  amount: minor(1),
  open: minor(1),
})
const named = (subject: string, ...numbers: string[]) =>
  letterFileName({ subject }, { items: numbers.map(item), year: 2026, number: 123 })

test.each([
  ['Zahlungserinnerung', ['R-2026-123'], 'Zahlungserinnerung-R-2026-123.pdf'],
  ['Letzte Mahnung', ['R-1', 'R-2'], 'Letzte-Mahnung-M-2026-0123.pdf'],
  ['Erinnerung für Müßig', ['2026/04 #7'], 'Erinnerung-für-Müßig-2026-04-7.pdf'],
  ['../..\\etc: "x"\r\n<b>', ['.exe'], 'etc-x-b-exe.pdf'],
  ['*', ['?'], 'M-2026-0123.pdf'],
])('%j about %j is the file %s', (subject, numbers, name) => {
  expect(named(subject, ...numbers)).toBe(name)
})

test('a long subject is cut', () => {
  expect(named('x'.repeat(500), 'R-1')).toBe(`${'x'.repeat(80)}-R-1.pdf`)
})
