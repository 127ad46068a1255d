// For tests of routes: the modules' own HTTP on a house, called as whoever is named, without a socket.

import type { Principal } from '../auth/principal.ts'
import { type Ground, type Http, createHttp } from '../http/index.ts'
import type { House } from './house.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'

export type Said<Body> = { readonly status: number; readonly body: Body }

export type Door = {
  ask<Body>(method: Method, path: string, payload?: object, as?: Principal): Promise<Said<Body>>
  /** What lies there, as bytes. */
  fetch(path: string, as?: Principal): Promise<Buffer>
  /** Hands in a raw mail that came to a practice's mailbox. */
  bring(raw: string, as?: Principal, practiceId?: string): Promise<Said<unknown>>
  close(): Promise<void>
}

export async function openDoor(
  house: House,
  ...mount: readonly ((http: Http, ground: Ground) => void)[]
): Promise<Door> {
  let acting = house.owner
  const http = await createHttp({
    authenticate: async () => acting,
    logger: false,
    requestsPerMinute: 10_000,
    trustedProxies: [],
  })
  for (const routes of mount) routes(http, house.ground)
  return {
    async ask<Body>(method: Method, path: string, payload?: object, as = house.owner) {
      acting = as
      const { statusCode, body } = await http.inject({
        method,
        url: `/api/v1${path}`,
        ...(payload === undefined ? {} : { payload }),
      })
      return { status: statusCode, body: (body === '' ? null : JSON.parse(body)) as Body } // the caller names the parts it looks at
    },
    async fetch(path: string, as = house.owner) {
      acting = as
      return (await http.inject({ method: 'GET', url: `/api/v1${path}` })).rawPayload
    },
    async bring(raw: string, as = house.owner, practiceId?: string) {
      acting = as
      const headers = { 'content-type': 'message/rfc822' }
      const url = `/api/v1/mail/inbound${practiceId === undefined ? '' : `?practiceId=${practiceId}`}`
      const { statusCode, body } = await http.inject({
        method: 'POST',
        url,
        headers,
        payload: raw,
      })
      return { status: statusCode, body: JSON.parse(body) as unknown }
    },
    close: () => http.close(),
  }
}
