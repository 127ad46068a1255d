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

it('writes rates as people read them', () => {
  const facts = { rule: '§ 288 Abs. 1 BGB', demanded: '10.27', allowed: '6.27', day: '2026-02-01' }
  expect(sentenceOf('interest_above_law', facts, 'de').detail).toBe(
    'Verlangt werden 10,27\u00a0% im Jahr. Ab dem 01.02.2026 sind 6,27\u00a0% erlaubt (§ 288 Abs. 1 BGB).',
  )
  expect(sentenceOf('interest_above_law', facts, 'en').detail).toContain('10.27\u00a0%')
})
