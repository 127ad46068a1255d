import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { EUR, minor } from '@mahnwerk/core/money'
import { epcPayload } from '../epc/index.ts'
import { qrPicture } from './index.ts'

const PIXELS = 4

/** Paints the picture as a viewer does and reads it as a banking app does. */
function readBack(svg: string): string | undefined {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = side * PIXELS
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    paint(pixels, width, { x: Number(x), y: Number(y), length: Number(length) })
  }
  const code = jsqr.default(pixels, width, width)
  return code === null ? undefined : new TextDecoder().decode(Uint8Array.from(code.binaryData))
}

function paint(pixels: Uint8ClampedArray, width: number, run: { x: number; y: number; length: number }): void {
  for (let y = run.y * PIXELS; y < (run.y + 1) * PIXELS; y += 1) {
    for (let x = run.x * PIXELS; x < (run.x + run.length) * PIXELS; x += 1)
      pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  }
}

function payload(holder: string, reference: string, amount: number): string {
  const transfer = { holder, iban: 'DE89370400440532013000', amount: minor(amount), currency: EUR }
  const result = epcPayload({ ...transfer, reference: { kind: 'text', value: reference } })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test.each([
  ['umlauts', payload('Bäckerei Größmann', 'Rechnung RE-2026-0815', 1)],
  ['the highest amount', payload('Anna Berger', 'RE-1', 99_999_999_999)],
  ['the longest texts', payload('H'.repeat(70), 'T'.repeat(140), 123_456)],
  ['other scripts', payload('Ελένη Παπαδοπούλου', 'Łódź №5', 4200)],
])('a payment code with %s reads back to the last byte', (_, text) => {
  expect(readBack(qrPicture(text))).toBe(text)
})

test('the longest payload of 331 bytes fits into version 13', () => {
  expect(readBack(qrPicture('x'.repeat(331)))).toBe('x'.repeat(331))
  expect(() => qrPicture('x'.repeat(332))).toThrow('a QR code of version 14, at most 13 allowed')
})

test('keeps a quiet zone of four modules on every side', () => {
  const svg = qrPicture('x')
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4)
    expect(Math.max(Number(x) + Number(length), Number(y) + 1)).toBeLessThanOrEqual(side - 4)
  }
})
