// The test of isolation, tested: routes that leak are planted in an application, and each must be caught.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { App } from '../app.ts'
import { systemPrincipal } from '../auth/system.ts'
import { refused } from '../http/refused.ts'
import { inContext } from '../http/index.ts'
import { attempt } from './testing/attempt.ts'
import { strangers } from './testing/callers.ts'
import { type House, openHouse } from './testing/house.ts'
import { type Route, routesOf } from './testing/routes.ts'
import { secretOfTenant } from './testing/secret.ts'
import { triesOf } from './testing/tries.ts'

let house: House
let everything: Route[]
beforeAll(async () => {
  house = await openHouse(plantLeaks)
  everything = routesOf(house.app.http)
})
afterAll(() => house.close())

const config = { right: 'invoices.read' } as const
const params = z.object({ id: z.uuid() })

/** Each forgets something that a route must not forget. */
function plantLeaks({ http, ground }: App): void {
  const inA = <Value>(work: Parameters<typeof inContext<Value>>[2]): Promise<Value> =>
    inContext(ground, systemPrincipal(theHouse().a.tenantId), work)
  const numberOf = (id: string): Promise<string | undefined> =>
    inA(async ({ trx }) => {
      const { rows } = await sql<{ number: string }>`SELECT number FROM invoices WHERE id = ${id}`.execute(trx)
      return rows[0]?.number
    })
  http.get('/api/v1/invoices/:id/number', { config, schema: { params } }, async (request) => ({
    number: await numberOf(request.params.id),
  }))
  http.get('/api/v1/invoices/:id/place', { config, schema: { params } }, async (request, reply) => {
    await reply.header('location', `/rechnungen/${request.params.id}`).code(404).send({})
  })
  http.get('/api/v1/invoices/:id/there', { config, schema: { params } }, async (request) => {
    throw refused(
      (await numberOf(request.params.id)) === undefined ? 'invoice_not_found' : 'not_allowed',
      {},
      { status: 404 },
    )
  })
  http.post('/api/v1/invoices/:id/touch', { config, schema: { params } }, async (request) => {
    await inA(({ trx }) => sql`UPDATE invoices SET subject = 'x' WHERE id = ${request.params.id}`.execute(trx))
    throw refused('invoice_not_found', {}, { status: 404 })
  })
  http.get('/api/v1/counts', { config }, () =>
    inA(async ({ trx }) => (await sql<{ count: number }>`SELECT sum(amount) AS count FROM invoices`.execute(trx)).rows),
  )
  http.post('/api/v1/flowers/:id', { config, schema: { params } }, () => ({}))
  http.post(
    '/api/v1/bouquets',
    { config, schema: { body: z.object({ colour: z.string().regex(/^#[0-9a-f]{6}$/) }) } },
    () => ({}),
  )
}

// The routes are planted before the house is complete, and called after.
const theHouse = (): House => house

async function faultsOn(path: string): Promise<string[]> {
  const route = everything.find((one) => one.path === path)
  const [stranger] = strangers(house)
  if (route === undefined || stranger === undefined) throw new Error(`${path} was not found`)
  const secret = await secretOfTenant(house)
  return attempt(house, route, stranger, { status: (status) => status < 500, secret, asIfAbsent: true })
}

test.each([
  ['a text of A in the answer', '/api/v1/invoices/{id}/number', /shows QZAP/],
  ['an id of A in a header', '/api/v1/invoices/{id}/place', /shows [0-9a-f]{8}-/],
  ['another refusal for what is there', '/api/v1/invoices/{id}/there', /tells „not yours“/],
  ['a change behind a refusal', '/api/v1/invoices/{id}/touch', /changes invoices/],
])('catches %s', async (_what, path, fault) => {
  const faults = await faultsOn(path)
  expect(faults.join('\n')).toMatch(fault)
})

test.each([
  ['/api/v1/flowers/{id}', 'nothing of the kind „flower“ is planted'],
  ['/api/v1/bouquets', 'no text is known for „colour“'],
])('does not let %s pass, which it cannot fill', (path, sentence) => {
  const route = everything.find((one) => one.path === path)
  expect(() => triesOf(house, route ?? raise(path), house.a.ids)).toThrow(sentence)
})

function raise(path: string): never {
  throw new Error(`${path} was not found`)
}

test('sees a sum that A’s invoices are in, by what changes when more come', async () => {
  const [stranger] = strangers(house)
  if (stranger === undefined) throw new Error('no stranger')
  const look = async (): Promise<string> =>
    (await house.app.http.inject({ url: '/api/v1/counts', headers: { ...(await stranger.headers()) } })).body
  const before = await look()
  await house.grow()
  expect(await look()).not.toBe(before)
})
