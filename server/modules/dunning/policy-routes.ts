import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { standardPolicy } from '@mahnwerk/core/dunning'
import { EUR } from '@mahnwerk/core/money'
import { type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { listPolicies } from './policy.ts'
import {
  newPolicySchema,
  policiesSchema,
  policyChangeSchema,
  savedPolicySchema,
  wantedOf,
  warningAnswers,
} from './policy-schemas.ts'
import { addPolicy, assignPolicy, changePolicy } from './save-policy.ts'
import { settingsHistory, settingsHistorySchema } from './settings-history.ts'
import { changeSettings, loadSettings, settingsChangeSchema, settingsSchema } from './settings.ts'

const no = { '4xx': problemSchema }
const tags = ['dunning']
const params = z.object({ id: z.uuid() })
// Loose: the other headers stay readable.
const headers = z.looseObject({ 'if-match': z.string().optional() })

export function policyRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/dunning/policies',
    { config: { right: 'invoices.read' }, schema: { tags, response: { 200: policiesSchema, ...no } } },
    (request) =>
      query(ground, request, async (context) => ({
        policies: await listPolicies(context),
        builtIn: { ...standardPolicy(EUR), audience: 'all' as const, standard: true },
      })),
  )
  http.post(
    '/api/v1/dunning/policies',
    {
      config: { right: 'settings.write' },
      schema: { tags, body: newPolicySchema, response: { 201: savedPolicySchema, ...no } },
    },
    async (request, reply) => {
      const body = await command(ground, request, reply, async (context) => {
        const { policy, warnings } = await addPolicy(context, wantedOf(request.body))
        return { status: 201, body: { ...policy, warnings: warningAnswers(warnings, localeOf(request)) } }
      })
      return tagged(reply, body)
    },
  )
  http.put(
    '/api/v1/dunning/policies/:id',
    {
      config: { right: 'settings.write' },
      schema: { tags, params, headers, body: policyChangeSchema, response: { 200: savedPolicySchema, ...no } },
    },
    async (request, reply) => {
      const expected = versionOf(request.headers['if-match']) ?? request.body.version
      const body = await command(ground, request, reply, async (context) => {
        const wanted = wantedOf(request.body)
        const { policy, warnings } = await changePolicy(context, request.params.id, expected, wanted)
        return { status: 200, body: { ...policy, warnings: warningAnswers(warnings, localeOf(request)) } }
      })
      return tagged(reply, body)
    },
  )
  http.put(
    '/api/v1/debtors/:id/dunning-policy',
    {
      config: { right: 'invoices.write' },
      schema: {
        tags,
        params,
        body: z.object({ policyId: z.uuid().nullable().describe('Null: whatever is standard') }),
        response: { 200: z.object({ policyId: z.uuid().nullable() }), ...no },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await assignPolicy(context, request.params.id, request.body.policyId)
        return { status: 200, body: { policyId: request.body.policyId } }
      }),
  )
  settingsRoutes(http, ground)
}

function settingsRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/dunning/settings',
    { config: { right: 'invoices.read' }, schema: { tags, response: { 200: settingsSchema, ...no } } },
    async (request, reply) => tagged(reply, await query(ground, request, loadSettings)),
  )
  http.get(
    '/api/v1/dunning/settings/history',
    { config: { right: 'history.read' }, schema: { tags, response: { 200: settingsHistorySchema, ...no } } },
    (request) => query(ground, request, async (context) => ({ entries: await settingsHistory(context) })),
  )
  http.patch(
    '/api/v1/dunning/settings',
    {
      config: { right: 'settings.write' },
      schema: { tags, headers, body: settingsChangeSchema, response: { 200: settingsSchema, ...no } },
    },
    async (request, reply) => {
      const { version, ...change } = request.body
      const expected = versionOf(request.headers['if-match']) ?? version
      const body = await command(ground, request, reply, async (context) => ({
        status: 200,
        body: await changeSettings(context, expected, change),
      }))
      return tagged(reply, body)
    },
  )
}

function tagged<Body extends { readonly version: number }>(reply: FastifyReply, body: Body): Body {
  void reply.header('etag', `"${body.version}"`)
  return body
}

function versionOf(header: string | undefined): number | undefined {
  const match = /^"(\d+)"$/.exec(header ?? '')
  return match ? Number(match[1]) : undefined
}
