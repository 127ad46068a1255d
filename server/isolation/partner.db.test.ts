import { expect, test, beforeAll, afterAll } from 'vitest'
import { webhookHeaders } from '@mahnwerk/connectors/protocol/webhooks'
import { type House, openHouse } from './testing/house.ts'
import { changesBetween, fingerprintOf } from './testing/fingerprint.ts'
import { found, secretOfTenant } from './testing/secret.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The partner of B, with B's secret, at any address and about any claim. */
async function sayAsPartnerOfB(path: string, claimRef: string) {
  const news = {
    eventId: 'e1',
    claimRef,
    sequence: 4,
    occurredAt: new Date().toISOString(),
    currency: 'EUR',
    body: { type: 'case.resumed' },
  }
  const body = JSON.stringify(news)
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = webhookHeaders({ id: news.eventId, timestamp, body }, [house.roadOfB.webhookSecret])
  const before = await fingerprintOf(house.owner, house.a.tenantId)
  const answer = await house.app.http.inject({
    method: 'POST',
    url: `/api/v1/partner-news/${path}`,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: body,
  })
  const changes = changesBetween(before, await fingerprintOf(house.owner, house.a.tenantId))
  return {
    status: answer.statusCode,
    code: answer.json<{ code?: string }>().code,
    shows: found(await secretOfTenant(house), answer.body),
    changes,
  }
}

const QUIET = { shows: [], changes: [] }

test('a partner of another tenant can say nothing about a claim of this one', async () => {
  const { a, b } = house
  const wrong = { status: 401, code: 'signature_invalid', ...QUIET }
  const own = `${b.tenantId}/${b.ids['connection']}`
  expect(await sayAsPartnerOfB(`${a.tenantId}/${a.ids['connection']}`, a.ids['case'] ?? '')).toEqual(wrong)
  expect(await sayAsPartnerOfB(`${b.tenantId}/${a.ids['connection']}`, a.ids['case'] ?? '')).toEqual(wrong)
  expect(await sayAsPartnerOfB(`${a.tenantId}/${b.ids['connection']}`, a.ids['case'] ?? '')).toEqual(wrong)
  expect(await sayAsPartnerOfB(own, a.ids['case'] ?? '')).toEqual({ status: 404, code: 'case_not_found', ...QUIET })
  expect(await sayAsPartnerOfB(own, b.ids['case'] ?? '')).toMatchObject({ status: 200 })
})
