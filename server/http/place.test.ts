import { expect, test } from 'vitest'
import { placeBefore } from './place.ts'

const ID = '01900000-0000-7000-8000-000000000001'

test('the first page has no place before it', () => {
  expect(placeBefore(undefined, 'day')).toEqual({ value: null, id: null })
})

test('a page goes on behind the last row', () => {
  expect(placeBefore(`2026-11-20~${ID}`, 'day')).toEqual({ value: '2026-11-20', id: ID })
  const moment = '2026-11-20T09:00:00.000Z'
  expect(placeBefore(`${moment}~${ID}`, 'moment')).toEqual({ value: moment, id: ID })
})

test.each([
  '',
  'x',
  '~',
  `2026-13-40~${ID}`,
  '2026-11-20~x',
  `2026-11-20~${ID}~1`,
  '2026-11-20',
  `2026-11-20T09:00:00Z~${ID}`,
])('%j is no page’s end of a list by day and is refused as input', (text) => {
  expect(() => placeBefore(text, 'day')).toThrow(expect.objectContaining({ status: 400, message: 'cursor_not_usable' }))
})
