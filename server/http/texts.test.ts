import { expect, it } from 'vitest'
import { sentenceOf } from './texts.ts'

it('writes days and amounts as people read them', () => {
  expect(sentenceOf('not_overdue', { dueDate: '2026-08-02' }, 'de').detail).toContain('02.08.2026')
  expect(sentenceOf('below_minimum', { minimum: 100_000 }, 'de').detail).toContain('1.000,00\u00a0€')
  expect(sentenceOf('below_minimum', { minimum: 100_000 }, 'en').detail).toContain('€1,000.00')
})

it('keeps a placeholder that no fact fills, so that the gap is seen', () => {
  expect(sentenceOf('not_overdue', {}, 'de').detail).toContain('{dueDate}')
})
