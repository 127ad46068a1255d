// A server that is asked to end, while a page listens to it over a real connection.

import { once } from 'node:events'
import { type IncomingMessage, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { Principal } from '../auth/principal.ts'
import { rightsOf } from '../auth/rights.ts'
import { liveRoutes } from './live.ts'
import { createHttp } from './server.ts'

const SOMEBODY: Principal = {
  tenantId: '01900000-0000-7000-8000-000000000001',
  actor: { kind: 'user', id: 'anna', name: 'Anna' },
  role: 'owner',
  rights: rightsOf('owner'),
  practices: undefined,
}

test('the server closes although a page listens; the page hears the end', { timeout: 10_000 }, async () => {
  const http = await createHttp({
    authenticate: async () => SOMEBODY,
    logger: false,
    requestsPerMinute: 100,
    trustedProxies: [],
  })
  liveRoutes(http, { subscribe: () => () => true, stop: async () => {} })
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as AddressInfo // a TCP server has no other kind of address
  const request = get({ port, host: '127.0.0.1', path: '/api/v1/live' })
  const [page] = (await once(request, 'response')) as [IncomingMessage] // Node's documented event
  page.resume()
  const heardTheEnd = once(page, 'end')
  await http.close()
  await heardTheEnd
  expect(http.server.listening).toBe(false)
})
