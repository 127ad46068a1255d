// The API client: typed by the committed OpenAPI document, for the office, the simulator and programs of others.

import createClient, { type Client } from 'openapi-fetch'
import type { paths } from '../schema.gen.ts'

export type * from '../schema.gen.ts'
export type MahnwerkClient = Client<paths>

export type ClientSettings = {
  /** Where Mahnwerk is reached; empty inside its own pages. */
  readonly baseUrl: string
  /** An API key; absent where a session cookie speaks. */
  readonly apiKey?: string
  readonly fetch?: typeof fetch
}

export function createMahnwerkClient({ baseUrl, apiKey, fetch }: ClientSettings): MahnwerkClient {
  return createClient<paths>({
    baseUrl,
    ...(fetch === undefined ? {} : { fetch }),
    ...(apiKey === undefined ? {} : { headers: { authorization: `Bearer ${apiKey}` } }),
  })
}
