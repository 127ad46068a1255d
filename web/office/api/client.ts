// The way to the server: the generated client, the reader's language, a key on every write so that a repeat does nothing
// twice, and refusals as ProblemError.

import { createMahnwerkClient } from '@mahnwerk/client/api'
import { ProblemError, problemFrom } from '../../texts/index.ts'

// Looked up at each call, because the client would keep the function that was there when it was made.
export const api = createMahnwerkClient({ baseUrl: location.origin, fetch: (input, init) => window.fetch(input, init) })

api.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', document.documentElement.lang)
    if (request.method !== 'GET') request.headers.set('idempotency-key', newKey())
    return request
  },
})

type Spoken<Data> = { readonly data?: Data; readonly error?: unknown; readonly response: Response }

/** The answer, or the refusal as an error. */
export async function answer<Data>(spoken: Promise<Spoken<Data>>): Promise<Data> {
  const { data, error, response } = await spoken
  if (!response.ok) throw new ProblemError(problemFrom(response.status, error))
  // 204 has no content: the client then gives undefined, and the type says so.
  return data as Data
}

// Not crypto.randomUUID: a browser has that only on https and localhost, and an office may be reached by its address.
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
