import { expect, test } from 'vitest'
import { accept, assertNever, refuse } from './index.ts'

test('a refusal is a value with its code and facts, and the way to repair it where there is one', () => {
  expect(refuse('too_late')).toEqual({ ok: false, refusal: { code: 'too_late', facts: {} } })
  expect(refuse('too_late', { on: '2026-11-21' }, '/rechnungen')).toEqual({
    ok: false,
    refusal: { code: 'too_late', facts: { on: '2026-11-21' }, repair: '/rechnungen' },
  })
})

test('what is accepted carries its value, also where that is nothing', () => {
  expect(accept(7)).toEqual({ ok: true, value: 7 })
  expect(accept(undefined)).toEqual({ ok: true, value: undefined })
})

test('a forgotten member is a broken assumption that names it', () => {
  expect(() => assertNever({ kind: 'new' } as never)).toThrow('unexpected member: {"kind":"new"}') // as if it had been forgotten
})
