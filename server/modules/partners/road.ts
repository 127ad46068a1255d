// The road to a partner. Which connector speaks on it is decided by app.ts alone.

import type { PartnerConnection } from '@mahnwerk/connectors/partners'

export type RoadTo = {
  /** The connector's key, as stored with the connection. */
  readonly partner: string
  readonly baseUrl: string
  readonly token: string
  readonly webhookSecret: string
}

export type OpenRoad = (to: RoadTo) => PartnerConnection
