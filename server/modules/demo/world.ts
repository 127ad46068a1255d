// The pretended world beside a demo: told where the tenant's clock stands, it plays what happens until then.

import { type Instant, instant } from '@mahnwerk/core/calendar'

export type World = {
  /** When the next thing happens out there, or undefined when nothing is planned. Undefined result: not reachable. */
  readonly nextEventAt: (connectionId: string) => Promise<Instant | undefined>
  /** Plays everything until then, in order; resolves when all of it was delivered or given up for now. */
  readonly advanceTo: (connectionId: string, to: Instant) => Promise<void>
  readonly connect: (connectionId: string, terms: WorldTerms) => Promise<void>
}

export type WorldTerms = {
  readonly token: string
  readonly webhookUrl: string
  readonly webhookSecret: string
  readonly profile: string
  readonly seed: string
  readonly now: Instant
}

/** The simulator's control interface over HTTP. Throws where it cannot be reached. */
export function simulatedWorld(baseUrl: string, controlToken: string): World {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${baseUrl}/control/connections/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${controlToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`simulator: ${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }
  return {
    nextEventAt: async (connectionId) => {
      const { next } = (await call('GET', `${connectionId}/next`)) as { next: string | null } // the simulator's own answer
      return next === null ? undefined : instant(next)
    },
    advanceTo: async (connectionId, to) => void (await call('POST', `${connectionId}/advance`, { to })),
    connect: async (connectionId, terms) => void (await call('PUT', connectionId, terms)),
  }
}
