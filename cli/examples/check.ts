// One worked example against the law: passed, failed with both values at each place, or unsupported. Only what the example
// expects is compared; numbers and texts must be equal as they are written.

import { isDeepStrictEqual } from 'node:util'
import type { Example, ExampleSet } from './example.ts'

export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly differences: readonly string[] }
  | { readonly kind: 'unsupported'; readonly why: string }

export function checkExample(example: Example, set: ExampleSet | undefined): Outcome {
  if (set === undefined) return { kind: 'unsupported', why: 'no examples of this jurisdiction are known' }
  const { category } = example
  const answer = Object.hasOwn(set.categories, category) ? set.categories[category] : undefined
  if (answer === undefined) return { kind: 'unsupported', why: `no category ${category}` }
  try {
    const found = answer(example.inputs)
    if (found === 'unsupported') return { kind: 'unsupported', why: `inputs of ${category} that nobody reads` }
    const apart = differences(example.expected, found, '')
    return apart.length === 0 ? { kind: 'passed' } : { kind: 'failed', differences: apart }
  } catch (error) {
    return { kind: 'failed', differences: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

function differences(expected: unknown, found: unknown, path: string): string[] {
  if (isTree(expected) && isTree(found)) {
    const wanted = Object.entries(expected)
    return wanted.flatMap(([key, value]) => differences(value, found[key], path === '' ? key : `${path}.${key}`))
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((value, index) => differences(value, found[index], `${path}[${index}]`))
  }
  if (isDeepStrictEqual(expected, found)) return []
  return [`${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found) ?? 'nothing'}`]
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
