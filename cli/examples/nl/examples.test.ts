import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Example } from '../example.ts'
import { NETHERLANDS_EXAMPLES } from './index.ts'

const FILE = join(import.meta.dirname, '../../../examples/law/nl/worked-examples.json')
const { examples } = JSON.parse(readFileSync(FILE, 'utf8')) as { examples: Example[] } // written in the repository

describe('the worked examples of the Netherlands', () => {
  it('are all there', () => {
    expect(examples.length).toBe(70)
  })

  it.each(examples.map((example) => [example.id, example.category, example] as const))(
    '%s (%s)',
    (_, name, example) => {
      const answer = NETHERLANDS_EXAMPLES.categories[name]?.(example.inputs)
      expect(answer).toMatchObject(example.expected)
    },
  )

  it('answers nothing where the inputs are of another kind', () => {
    for (const answer of Object.values(NETHERLANDS_EXAMPLES.categories)) {
      expect(answer({ something: 'else' })).toBe('unsupported')
    }
  })
})
