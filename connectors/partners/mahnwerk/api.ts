// Talks to a partner that speaks the open protocol.

import { createProtocolClient } from '../../protocol/index.ts'
import type { PartnerConnection, PartnerSettings, PartnerWorld } from '../partner.ts'
import { parseWebhook } from './mapping.ts'

export function connect(
  { baseUrl, token, webhookSecrets }: PartnerSettings,
  { fetch, now }: PartnerWorld,
): PartnerConnection {
  const client = createProtocolClient({ baseUrl, token, fetch, clock: now })
  return {
    ...client,
    parseWebhook: (headers, rawBody) => parseWebhook({ headers, rawBody, secrets: webhookSecrets, now: now() }),
  }
}
