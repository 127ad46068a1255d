import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Example } from '../example.ts'
import { SWISS_EXAMPLES } from './index.ts'

const file = new URL('../../../examples/law/ch/worked-examples.json', import.meta.url)
const { examples } = JSON.parse(readFileSync(file, 'utf8')) as { examples: Example[] } // our own copy, read as it is

describe('the worked examples of Switzerland', () => {
  test.each(examples.map((each) => [each.id, each.category, each] as const))('%s: %s', (_, category, example) => {
    const answer = SWISS_EXAMPLES.categories[category]?.(example.inputs) ?? 'unsupported'
    expect(answer).not.toBe('unsupported')
    expect(answer).toMatchObject(example.expected)
  })

  test('are all there', () => expect(examples).toHaveLength(26))
})
