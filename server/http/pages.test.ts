import { describe, expect, test } from 'vitest'
import type { FastifyRequest } from 'fastify'
import { documentOf } from './pages.ts'

// Only the address is looked at.
const at = (url: string): string => documentOf({ url } as FastifyRequest)

describe('the document of an address', () => {
  test.each(['/rechner', '/rechner/', '/rechner/de', '/rechner/de/raten', '/rechner?x=1'])(
    '%s is a calculator',
    (url) => {
      expect(at(url)).toBe('rechner/index.html')
    },
  )

  test.each(['/', '/rechnungen', '/rechnungen/018f', '/rechnereien', '/faelle?q=/rechner'])(
    '%s is the office',
    (url) => {
      expect(at(url)).toBe('index.html')
    },
  )
})
