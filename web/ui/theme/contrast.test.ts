import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

describe('the tokens', () => {
  const light = tokens(/:root \{([^}]*)\}/)
  const dark = { ...light, ...tokens(/\n\[data-mantine-color-scheme='dark'\] \{([^}]*)\}/) }
  const ink = tokens(/\n\[data-accent='ink'\] \{([^}]*)\}/)
  const inkDark = tokens(/\[data-mantine-color-scheme='dark'\] \[data-accent='ink'\] \{([^}]*)\}/)
  const schemes = { light, dark, 'light desk': { ...light, ...ink }, 'dark desk': { ...dark, ...inkDark } }

  const grounds = ['paper', 'surface', 'sunken', 'hover', 'chosen']
  const words = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', 'warn', 'stop', 'good', 'away']
  const onColour = [
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['on-stop', 'stop'],
    ['on-stop', 'stop-strong'],
    ['accent', 'accent-soft'],
    ['warn', 'warn-soft'],
    ['stop', 'stop-soft'],
    ['good', 'good-soft'],
    ['away', 'away-soft'],
    ['ink', 'accent-soft'],
    ['ink', 'warn-soft'],
    ['ink', 'stop-soft'],
    ['ink', 'good-soft'],
    ['ink', 'away-soft'],
    ['ink-2', 'accent-soft'],
    ['ink-2', 'warn-soft'],
    ['ink-2', 'stop-soft'],
  ] as const

  for (const [name, scheme] of Object.entries(schemes)) {
    it(`carry text with at least 4.5:1 in the ${name} scheme`, () => {
      const pairs = [...words.flatMap((word) => grounds.map((ground) => [word, ground] as const)), ...onColour]
      const weak = pairs.filter(([text, ground]) => contrast(scheme, text, ground) < 4.5)
      expect(
        weak.map(([text, ground]) => `${text} on ${ground}: ${contrast(scheme, text, ground).toFixed(2)}`),
      ).toEqual([])
    })

    it(`draw fields and focus with at least 3:1 in the ${name} scheme`, () => {
      const pairs = ['surface', 'paper', 'sunken'].flatMap(
        (ground) =>
          [
            ['line-field', ground],
            ['accent', ground],
          ] as const,
      )
      const weak = pairs.filter(([line = '', ground = '']) => contrast(scheme, line, ground) < 3)
      expect(weak).toEqual([])
    })
  }
})

function tokens(block: RegExp): Record<string, string> {
  const body = block.exec(css)?.[1]
  if (body === undefined) throw new Error(`tokens.css lacks a block like ${block}`)
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
}

/** WCAG 2.2 contrast ratio of two tokens. */
function contrast(scheme: Record<string, string>, a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(scheme[a]), luminance(scheme[b])].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string | undefined): number {
  if (hex === undefined) throw new Error('a token is missing')
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
