// The keys of a country's sentences against its code: every key that the code names has a sentence, and no sentence is there that
// nothing says. Read from the files of its folder, since random cases may not reach every line.

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Country } from '../country.ts'

export function keysHold(country: Country): void {
  const own = country.code.toLowerCase()
  const code = codeOf(join(import.meta.dirname, '..', own))
  const named = new Set([...code.matchAll(new RegExp(`'(${own}\\.[a-z0-9_.]+)'`, 'g'))].map(([, key]) => key ?? ''))
  const made = [...code.matchAll(new RegExp(`\`(${own}\\.[^\`]*)\``, 'g'))].map(([, key]) => patternOf(key ?? ''))
  const series = country.series.map(({ name }) => name)
  const texts = Object.keys(country.texts.de).filter((key) => key.startsWith(`${own}.`))

  test('has a sentence for every key that its code names', () => {
    expect([...named].filter((key) => !texts.includes(key) && !series.includes(key))).toEqual([])
    expect(made.filter((pattern) => !texts.some((key) => pattern.test(key)))).toEqual([])
  })

  test('has no sentence that nothing says', () => {
    expect(texts.filter((key) => !named.has(key) && !made.some((pattern) => pattern.test(key)))).toEqual([])
  })
}

function codeOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('texts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

// `at.event.${kind}` stands for every key that begins so.
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('[a-z0-9_.]+')}$`)
}
