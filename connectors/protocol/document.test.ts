// docs/protocol.md holds what it says: every example fits its schema, every figure comes out, every error is listed.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { NEWS_HASH_START, PROBLEMS, contentHash, nextNewsHash, sha256 } from './index.ts'
import * as schemas from './schemas/index.ts'
import { signWebhook } from './webhooks/index.ts'

const TEXT = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8')

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Capabilities: schemas.capabilities,
  HandoverPackage: schemas.handoverPackage,
  Receipt: schemas.receipt,
  DirectPayment: schemas.directPayment,
  DirectPaymentReversal: schemas.directPaymentReversal,
  Taken: schemas.taken,
  DocumentUpload: schemas.documentUpload,
  Answer: schemas.answer,
  Recall: schemas.recall,
  Pause: schemas.pause,
  Resumption: schemas.resumption,
  News: schemas.news,
  NewsBody: schemas.newsBody,
  NewsPage: schemas.newsPage,
  Problem: schemas.problem,
  Reconciliation: schemas.reconciliation,
}

const EXAMPLES = [...TEXT.matchAll(/```json (\w+)\n([\s\S]*?)```/g)].map(([, name = '', json = '']) => {
  const content: unknown = JSON.parse(json)
  return { name, content }
})
const BODIES = EXAMPLES.filter(({ name }) => name === 'NewsBody').flatMap(({ content }) => content)

function example(name: string): unknown {
  return EXAMPLES.find((one) => one.name === name)?.content
}

describe('the protocol’s document', () => {
  it.each(Object.keys(SCHEMAS))('has an example of %s that fits', (name) => {
    const contents = name === 'NewsBody' ? BODIES : [example(name)]
    expect(contents.length).toBeGreaterThan(0)
    for (const content of contents) expect(SCHEMAS[name]?.safeParse(content).error).toBeUndefined()
  })

  it('shows every type of news', () => {
    const shown = BODIES.map((body) => schemas.newsBody.parse(body).type)
    expect(new Set(shown)).toEqual(schemas.NEWS_TYPES)
  })

  it('names every error with its status and class', () => {
    for (const [code, { status, class: kind }] of Object.entries(PROBLEMS)) {
      expect(TEXT).toContain(`| \`${code}\` | ${status} | ${kind} |`)
    }
  })

  it('names every word of the lists', () => {
    const words = JSON.stringify(schemas.newsBody.options.map((option) => option.shape)).matchAll(/"(\w+)":"\1"/g)
    const missing = [...words].map((match) => `\`${match[1]}\``).filter((word) => !TEXT.includes(word))
    expect(missing).toEqual([])
  })

  it('works its signature out rightly', () => {
    const [, secret = '', id = '', timestamp = '', body = ''] =
      /```text\n(whsec_\S+)\n(\S+)\n(\d+)\n(.+)\n```/.exec(TEXT) ?? []
    const [, signature] = /webhook-signature: (v1,\S+)/.exec(TEXT) ?? []
    expect(signWebhook({ id, timestamp: Number(timestamp), body }, secret)).toBe(signature)
    expect(schemas.news.safeParse(JSON.parse(body)).success).toBe(true)
  })

  it('works its hashes out rightly', async () => {
    expect(example('Receipt')).toMatchObject({ contentHash: await contentHash(example('HandoverPackage')) })
    const first = { sequence: 1, eventId: 'evt-204518-1', body: { type: 'case.received' } }
    expect(TEXT).toContain(`\`${await nextNewsHash(NEWS_HASH_START, first)}\``)
    const { sha256: named, contentBase64 } = schemas.documentUpload.parse(example('DocumentUpload'))
    expect(await sha256(atob(contentBase64))).toBe(named)
  })
})
