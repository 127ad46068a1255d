// The door for partners: one address per connection, signed messages, each applied once. And the slow look behind it: what
// a lost message would have said is fetched from the partner's own list.

import type { News } from '@mahnwerk/core/cases'
import type { Refusal } from '@mahnwerk/core/refusals'
import type { WebhookRefusal } from '@mahnwerk/connectors/partners'
import { sql } from 'kysely'
import { z } from 'zod'
import { systemPrincipal } from '../../auth/system.ts'
import { type Http, Refused, inContext, problemSchema, refused } from '../../http/index.ts'
import { type Road, type Roads, roadOf } from '../partners/index.ts'
import { type Channel, type Ingested, ingestNews } from './news.ts'

const params = z.object({ tenantId: z.uuid(), connectionId: z.uuid() })

export function newsDoor(http: Http, roads: Roads): void {
  // The signature covers the bytes as sent, so this door takes them unparsed.
  void http.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    door.post(
      '/api/v1/partner-news/:tenantId/:connectionId',
      {
        config: { right: 'partner', rateLimit: false },
        schema: {
          tags: ['partners'],
          params,
          response: {
            200: z.object({ taken: z.enum(['applied', 'repeated', 'waiting']) }),
            400: problemSchema,
            401: problemSchema,
            404: problemSchema,
            422: problemSchema,
          },
        },
      },
      async (request) => {
        const { tenantId, connectionId } = params.parse(request.params)
        const road = await roadOf(roads, tenantId, connectionId).catch(asWrongSignature)
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        )
        const parsed = road.parseWebhook(headers, typeof request.body === 'string' ? request.body : '')
        if (!parsed.ok) throw refusedNews(parsed.refusal)
        const ingested = await ingest(roads, tenantId, road, parsed.value, 'webhook')
        if (ingested.kind === 'unknown_case') throw refused('case_not_found', {}, { status: 404 })
        if (ingested.kind === 'waiting')
          void fetchMissing(roads, tenantId, connectionId, parsed.value.claimRef).catch((error: unknown) =>
            request.log.warn({ err: error }, 'missing news'),
          )
        return { taken: ingested.kind }
      },
    )
  })
}

/** Who asks for a connection that is not there learns what everybody learns whose signature does not fit. */
function asWrongSignature(error: unknown): never {
  const absent = error instanceof Refused && error.refusal.code === 'connection_not_found'
  throw absent ? refused('signature_invalid', {}, { status: 401 }) : error
}

function refusedNews(refusal: Refusal<WebhookRefusal>): Refused {
  if (refusal.code === 'signature_invalid') return refused('signature_invalid', {}, { status: 401 })
  return refused('news_unreadable', { reason: JSON.stringify(refusal.facts) }, { status: 400 })
}

async function ingest(
  roads: Roads,
  tenantId: string,
  { speaker }: Road,
  news: News,
  channel: Channel,
): Promise<Ingested> {
  return inContext(roads.ground, systemPrincipal(tenantId, speaker), (context) =>
    ingestNews(context, speaker.id, news, channel),
  )
}

/** Asks the partner for what this case has not heard yet. Returns how many messages were new. */
export async function fetchMissing(
  roads: Roads,
  tenantId: string,
  connectionId: string,
  caseId: string,
): Promise<number> {
  const road = await roadOf(roads, tenantId, connectionId)
  let fresh = 0
  for (;;) {
    const after = await lastApplied(roads, tenantId, caseId)
    const answer = await road.fetchNews(caseId, after)
    if (answer.outcome !== 'accepted' || answer.body.news.length === 0) return fresh
    for (const news of answer.body.news) {
      const ingested = await ingest(roads, tenantId, road, news, 'poll')
      if (ingested.kind === 'applied') fresh += 1
    }
    if ((await lastApplied(roads, tenantId, caseId)) === after) return fresh
  }
}

async function lastApplied(roads: Roads, tenantId: string, caseId: string): Promise<number> {
  return inContext(roads.ground, systemPrincipal(tenantId), async ({ trx }) => {
    const { rows } = await sql<{ last: number }>`
      SELECT last_sequence AS last FROM cases WHERE tenant_id = ${tenantId} AND id = ${caseId}`.execute(trx)
    return rows[0]?.last ?? 0
  })
}
