import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openApiDocument } from './openapi.ts'

it('the committed OpenAPI document is what the schemas say', () => {
  const committed = readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8')
  expect(`${JSON.stringify(openApiDocument(), null, 2)}\n`).toBe(committed)
})

it('every reference in the OpenAPI document leads somewhere', () => {
  const document = openApiDocument()
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
  const lost = references.filter((reference) => find(document, reference) === undefined)
  expect(references.length).toBeGreaterThan(20)
  expect(lost).toEqual([])
})

function find(document: unknown, reference: string): unknown {
  const steps = reference.replace('#/', '').split('/')
  return steps.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    document,
  )
}
