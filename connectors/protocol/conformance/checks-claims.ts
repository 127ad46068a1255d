import { contentHash } from '../content-hash.ts'
import { problem, receipt } from '../schemas/index.ts'
import { expectBody, expectProblem } from './caller.ts'
import type { Check } from './context.ts'
import { expect } from './expectation.ts'

export const claimChecks: readonly Check[] = [
  {
    name: 'refuses a body that is not JSON',
    async run({ call, newRef }) {
      expectProblem(await call('POST', '/claims', { text: '{"protocol":', key: newRef('key') }), 400, 'json-invalid')
    },
  },
  {
    name: 'names each missing or malformed field by its pointer',
    async run({ call, claim, newRef }) {
      const { subject: _, ...rest } = claim.claim
      const content = { ...claim, claimRef: newRef('bad'), claim: { ...rest, principal: 184.5 } }
      const reply = await call('POST', '/claims', { content, key: newRef('key') })
      expectProblem(reply, 400, 'content-invalid')
      const pointers = expectBody(reply, 400, problem).errors?.map((error) => error.pointer) ?? []
      expect(pointers.includes('/claim/subject'), `/claim/subject is not among ${pointers.join(' ')}`)
      expect(pointers.includes('/claim/principal'), `/claim/principal is not among ${pointers.join(' ')}`)
    },
  },
  {
    name: 'refuses a total that is not principal plus charges',
    async run({ call, claim, newRef }) {
      const content = {
        ...claim,
        claimRef: newRef('sum'),
        claim: { ...claim.claim, totalOpen: claim.claim.totalOpen + 1 },
      }
      expectProblem(await call('POST', '/claims', { content, key: newRef('key') }), 400, 'content-invalid')
    },
  },
  {
    name: 'refuses a claim without an Idempotency-Key',
    async run({ call, claim }) {
      expectProblem(await call('POST', '/claims', { content: claim }), 400, 'idempotency-key-missing')
    },
  },
  {
    name: 'takes a claim and answers with a receipt',
    async run(context) {
      const reply = await context.call('POST', '/claims', { content: context.claim, key: context.key })
      context.receipt = expectBody(reply, 202, receipt)
      const wanted = await contentHash(context.claim)
      expect(
        context.receipt.contentHash === wanted,
        `expected the content hash ${wanted}, saw ${context.receipt.contentHash}`,
      )
    },
  },
  {
    name: 'answers the same key with the same content alike',
    async run({ call, claim, key, receipt: first }) {
      const again = expectBody(await call('POST', '/claims', { content: claim, key }), 202, receipt)
      expect(JSON.stringify(again) === JSON.stringify(first), `saw another receipt: ${JSON.stringify(again)}`)
    },
  },
  {
    name: 'reads content, not the order of its keys',
    async run({ call, claim, newRef, receipt: first }) {
      const turned = Object.fromEntries(Object.entries(claim).toReversed())
      const again = expectBody(await call('POST', '/claims', { content: turned, key: newRef('key') }), 202, receipt)
      expect(again.receiptId === first?.receiptId, `saw another receipt: ${again.receiptId}`)
    },
  },
  {
    name: 'refuses a key that was used for other content',
    async run({ call, claim, key, newRef }) {
      const content = { ...claim, claimRef: newRef('other') }
      expectProblem(await call('POST', '/claims', { content, key }), 422, 'idempotency-key-reused')
    },
  },
  {
    name: 'answers a known claim under a new key with the first receipt',
    async run({ call, claim, newRef, receipt: first }) {
      const again = expectBody(await call('POST', '/claims', { content: claim, key: newRef('key') }), 202, receipt)
      expect(again.receiptId === first?.receiptId, `saw another receipt: ${again.receiptId}`)
    },
  },
  {
    name: 'refuses a known claim with other content',
    async run({ call, claim, newRef }) {
      const content = { ...claim, claim: { ...claim.claim, subject: 'etwas anderes' } }
      expectProblem(await call('POST', '/claims', { content, key: newRef('key') }), 422, 'claim-conflict')
    },
  },
  {
    name: 'makes one claim of the same request sent five times at once',
    async run({ call, claim, newRef }) {
      const key = newRef('key')
      const content = { ...claim, claimRef: newRef('burst') }
      const replies = await Promise.all(Array.from({ length: 5 }, () => call('POST', '/claims', { content, key })))
      const taken = replies.filter((reply) => reply.status === 202)
      for (const reply of replies) if (reply.status !== 202) expectProblem(reply, 409, 'idempotency-key-in-use')
      const receipts = new Set(taken.map((reply) => expectBody(reply, 202, receipt).receiptId))
      expect(receipts.size === 1, `saw ${receipts.size} receipts`)
    },
  },
]
