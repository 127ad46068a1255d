// For tests of routes: the modules' own HTTP on a house, called as whoever is named, without a socket.

import type { Principal } from '../auth/principal.ts'
import { type Ground, type Http, createHttp } from '../http/index.ts'
import type { House } from './house.ts'

export type Said<Body> = { readonly status: number; readonly body: Body }

export type Door = {
  ask<Body>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, as?: Principal): Promise<Said<Body>>
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
    async ask<Body>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, as = house.owner) {
      acting = as
      const { statusCode, body } = await http.inject({
        method,
        url: `/api/v1${path}`,
        ...(payload === undefined ? {} : { payload }),
      })
      return { status: statusCode, body: (body === '' ? null : JSON.parse(body)) as Body } // the caller names the parts it looks at
    },
    close: () => http.close(),
  }
}
