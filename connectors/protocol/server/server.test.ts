import { instant } from '@mahnwerk/core/calendar'
import { describe, expect, it, vi } from 'vitest'
import { mahnwerk } from '../../partners/mahnwerk/index.ts'
import { sampleClaim } from '../conformance/index.ts'
import { createPartnerServer, memoryInMaps } from './index.ts'

const NOW = instant('2026-11-20T09:00:00Z')
const CLAIM = sampleClaim('c-1', NOW)

// A desk that waits until it is told to go on, and may break off.
function slowServer() {
  const receipt = { receiptId: 'r-1', receivedAt: NOW, contentHash: 'a'.repeat(64) }
  const waiting: ((how: 'done' | 'broken') => void)[] = []
  const desk = {
    takeClaim: () =>
      new Promise<never>((resolve, reject) => {
        // The body is the receipt; the type only says that nobody reads it here.
        waiting.push((how) =>
          how === 'done' ? resolve({ ok: true, body: receipt } as never) : reject(new Error('no disk')),
        )
      }),
  }
  const errors: unknown[] = []
  const server = createPartnerServer({
    authorized: () => true,
    desk: desk as never, // only takeClaim is called
    memory: memoryInMaps(),
    onError: (error) => errors.push(error),
  })
  const submit = () =>
    server({
      method: 'POST',
      path: '/claims',
      query: new URLSearchParams(),
      headers: { authorization: 'Bearer t', 'idempotency-key': 'k-1' },
      body: JSON.stringify(CLAIM),
    })
  return { submit, waiting, errors }
}

describe('the partner’s side under an Idempotency-Key', () => {
  it('answers 409 while the first request is running, and the first answer after it', async () => {
    const { submit, waiting } = slowServer()
    const first = submit()
    await vi.waitFor(() => expect(waiting).toHaveLength(1))
    expect((await submit()).status).toBe(409)
    waiting[0]?.('done')
    expect((await first).status).toBe(202)
    expect(await submit()).toEqual(await first)
    expect(waiting).toHaveLength(1)
  })

  it('frees the key when the work broke off, so that a repeat is worked on', async () => {
    const { submit, waiting, errors } = slowServer()
    const first = submit()
    await vi.waitFor(() => expect(waiting).toHaveLength(1))
    waiting[0]?.('broken')
    expect((await first).status).toBe(500)
    expect(errors).toHaveLength(1)
    const second = submit()
    await vi.waitFor(() => expect(waiting).toHaveLength(2))
    waiting[1]?.('done')
    expect((await second).status).toBe(202)
  })
})

describe('the partner’s side', () => {
  const { fetch, settings } = mahnwerk.fake(() => NOW)
  const call = (path: string, method = 'GET') =>
    fetch(settings.baseUrl + path, { method, headers: { authorization: `Bearer ${settings.token}` } })

  it('says which method an address does not know', async () => {
    expect((await call('/capabilities', 'DELETE')).status).toBe(405)
    expect((await call('/claims/x')).status).toBe(404)
  })

  it('takes a claim reference with a broken escape as one nobody knows', async () => {
    expect((await call('/claims/%zz/news?after=0')).status).toBe(404)
  })
})
