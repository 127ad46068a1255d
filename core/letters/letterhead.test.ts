import { describe, expect, test } from 'vitest'
import { ACCENT_CONTRAST_MIN, IMPRINT_ROWS_MAX, contrastWithWhite, footRows, letterheadOf } from './index.ts'
import { PRACTICE } from './testing/index.ts'

describe('a colour beside white', () => {
  test.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54], // the grey that WCAG's own examples name as just enough for text
    ['#0d5560', 8.4],
  ])('%s has a contrast of %d', (colour, contrast) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1)
  })

  test.each(['', 'red', '#fff', '#12345', '#1234567', 'url(x)'])('%s is none', (colour) => {
    expect(contrastWithWhite(colour)).toBeUndefined()
  })

  test('a light yellow is not seen, a strong orange is', () => {
    expect(contrastWithWhite('#ffe680')).toBeLessThan(ACCENT_CONTRAST_MIN)
    expect(contrastWithWhite('#c85a00')).toBeGreaterThan(ACCENT_CONTRAST_MIN)
  })
})

describe('an imprint', () => {
  test('has a column of its own at the foot', () => {
    const imprint = ['Amtsgericht Augsburg', 'HRB 12345']
    expect(letterheadOf({ ...PRACTICE, imprint }, 'de').foot.at(-1)).toEqual(imprint)
    expect(letterheadOf({ ...PRACTICE, imprint: ['', ' '] }, 'de').foot).toHaveLength(3)
  })

  test('is counted in rows, broken between words', () => {
    expect(footRows(['HRB 12345'])).toBe(1)
    expect(footRows(['Geschäftsführung: Dr. Anna Berger und Max Mustermann'])).toBe(2)
    expect(footRows(['x'.repeat(60)])).toBe(3)
    expect(footRows([])).toBe(0)
    expect(footRows(Array.from({ length: 4 }, () => 'Amtsgericht Augsburg, Registergericht'))).toBeGreaterThan(
      IMPRINT_ROWS_MAX,
    )
  })
})
