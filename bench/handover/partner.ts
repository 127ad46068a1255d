// The pretended partner as a process of its own, and the road to it.

import { randomBytes } from 'node:crypto'
import { EUR, minor } from '@mahnwerk/core/money'
import type { PartnerProfile } from '@mahnwerk/core/handover'
import { createProtocolClient } from '@mahnwerk/connectors/protocol'
import { webhookSecret } from '@mahnwerk/connectors/protocol/webhooks'
import { dayOf, systemClock } from '@mahnwerk/server/clock'
import { addConnection } from '@mahnwerk/server/modules/partners'
import { type Child, type House, freePort, startChild } from '../house/index.ts'

export type Line = { readonly claimRef: string; readonly lastSequence: number; readonly open: number }

export type Partner = {
  /** Every claim in the partner's books. */
  readonly books: () => Promise<readonly Line[]>
  readonly webhooksWaiting: () => Promise<number>
  readonly stop: () => Promise<void>
}

const CONTROL_TOKEN = 'control-of-the-bench'

const PROFILE: PartnerProfile = {
  code: 'practice',
  name: 'Kranich Inkasso',
  countries: ['DE'],
  currencies: [EUR],
  principalMin: minor(1000),
  caseFee: { min: minor(250), max: minor(500) },
  costsBorneBy: 'debtor',
  creditorAdvancesCosts: true,
  courtOnlyByDecision: true,
  acceptsWithinDays: 1,
}

export async function openPartner(house: House): Promise<Partner> {
  const port = await freePort()
  const env = { SIMULATOR_PORT: String(port), SIMULATOR_CONTROL_TOKEN: CONTROL_TOKEN }
  const child = await startChild({ command: ['simulator/main.ts'], port, env })
  const id = house.ground.newId()
  const token = randomBytes(24).toString('base64url')
  const secret = webhookSecret(randomBytes(32))
  const baseUrl = `${child.url}/partners/${id}/v1`
  await house.run((context) =>
    addConnection(context, {
      id,
      partner: 'mahnwerk',
      profile: PROFILE,
      baseUrl,
      token: house.secrets.encipher(token, id),
      webhookSecret: house.secrets.encipher(secret, id),
    }),
  )
  const webhookUrl = `${house.server.url}/api/v1/partner-news/${house.tenantId}/${id}`
  await control(child, 'PUT', id, { token, webhookUrl, webhookSecret: secret, profile: 'kranich', seed: 'bench' })
  const client = createProtocolClient({ baseUrl, token, fetch, clock: systemClock.now })
  return {
    books: async () => {
      const answer = await client.reconcile(dayOf(systemClock.now()))
      if (answer.outcome !== 'accepted') throw new Error(`the partner's books: ${JSON.stringify(answer)}`)
      return answer.body.claims.map((claim) => ({
        claimRef: claim.claimRef,
        lastSequence: claim.lastSequence,
        open: claim.openPrincipal + claim.openCharges + claim.openInterest + claim.openCosts,
      }))
    },
    webhooksWaiting: async () => ((await control(child, 'GET', id)) as { webhooksWaiting: number }).webhooksWaiting, // the simulator's own answer
    stop: child.stop,
  }
}

async function control({ url }: Child, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${url}/control/connections/${path}`, {
    method,
    headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`simulator: ${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
