// The door for partners: one address per connection, signed messages, each applied once. And the slow look behind it: what
// a lost message would have said is fetched from the partner's own list.

import type { News } from '@mahnwerk/core/cases'
import type { Refusal } from '@mahnwerk/core/refusals'
import type { WebhookRefusal } from '@mahnwerk/connectors/partners'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../auth/principal.ts'
import { systemPrincipal } from '../../auth/system.ts'
import { dayOf } from '../../clock.ts'
import { type Http, Refused, inContext, problemSchema, refused } from '../../http/index.ts'
import { type Roads, connectionById, roadOf } from '../partners/index.ts'
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
        const ingested = await ingest(roads, tenantId, connectionId, parsed.value, 'webhook')
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
  connectionId: string,
  news: News,
  channel: Channel,
): Promise<Ingested> {
  const partner = await partnerActor(roads, tenantId, connectionId)
  return inContext(roads.ground, systemPrincipal(tenantId, partner), (context) =>
    ingestNews(context, connectionId, news, channel),
  )
}

async function partnerActor(roads: Roads, tenantId: string, connectionId: string): Promise<Actor> {
  const connection = await inContext(roads.ground, systemPrincipal(tenantId), (context) =>
    connectionById(context, connectionId),
  )
  return { kind: 'partner', id: connectionId, name: connection.name }
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
      const ingested = await ingest(roads, tenantId, connectionId, news, 'poll')
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

export type Difference = {
  readonly caseId: string
  readonly what: string
  readonly here: number
  readonly there: number
}

/** Compares both sides' books of one connection; what is only missing is fetched first. Returns the differences that stay. */
export async function reconcileConnection(
  roads: Roads,
  tenantId: string,
  connectionId: string,
): Promise<readonly Difference[] | undefined> {
  const road = await roadOf(roads, tenantId, connectionId)
  const today = await inContext(roads.ground, systemPrincipal(tenantId), async (context) => dayOf(context.now))
  const theirs = await road.reconcile(today)
  if (theirs.outcome !== 'accepted') return undefined
  const differences: Difference[] = []
  for (const line of theirs.body.claims) {
    if ((await lastApplied(roads, tenantId, line.claimRef)) < line.lastSequence) {
      await fetchMissing(roads, tenantId, connectionId, line.claimRef)
    }
    differences.push(...(await compare(roads, tenantId, line)))
  }
  return differences
}

type Theirs = {
  readonly claimRef: string
  readonly openPrincipal: number
  readonly openCharges: number
  readonly openInterest: number
  readonly openCosts: number
  readonly lastSequence: number
}

async function compare(roads: Roads, tenantId: string, line: Theirs): Promise<Difference[]> {
  const ours = await inContext(roads.ground, systemPrincipal(tenantId), async ({ trx }) => {
    const { rows } = await sql<Omit<Theirs, 'claimRef'>>`
      SELECT i.principal_open AS "openPrincipal", i.charges_open AS "openCharges", i.interest_open AS "openInterest",
        i.costs_open AS "openCosts", c.last_sequence AS "lastSequence"
      FROM cases c JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id
      WHERE c.tenant_id = ${tenantId} AND c.id = ${line.claimRef}`.execute(trx)
    return rows[0]
  })
  if (!ours) return [{ caseId: line.claimRef, what: 'unknown_case', here: 0, there: 1 }]
  return (['openPrincipal', 'openCharges', 'openInterest', 'openCosts', 'lastSequence'] as const)
    .filter((what) => ours[what] !== line[what])
    .map((what) => ({ caseId: line.claimRef, what, here: ours[what], there: line[what] }))
}
