// What people set by hand: which policy a debtor has and up to which level, single letters of the next run, and policies that go.

import { z } from 'zod'
import { LEVEL_MAX } from '@mahnwerk/core/dunning'
import { type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { changesBeforeSchema, changesSchema, setChanges } from './changes.ts'
import { judgePolicy } from './lawful.ts'
import { newPolicySchema, judgementSchema, wantedOf, warningAnswers } from './policy-schemas.ts'
import { debtorDunning, debtorDunningSchema, policyUse, policyUseSchema } from './policy-use.ts'
import { deletePolicy, setLevelMax } from './save-policy.ts'

const no = { '4xx': problemSchema }
const tags = ['dunning']
const params = z.object({ id: z.uuid() })
const read = { right: 'invoices.read' } as const

export function handRoutes(http: Http, ground: Ground): void {
  policyHandRoutes(http, ground)
  debtorHandRoutes(http, ground)
  http.put(
    '/api/v1/dunning/changes',
    {
      config: { right: 'dunning.run' },
      schema: {
        tags,
        description:
          'Moves, changes or stops single letters of the next run; all or none. A change of null takes one back.',
        body: changesSchema,
        response: { 200: changesBeforeSchema, ...no },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 200,
        body: { before: await setChanges(context, request.body.changes) },
      })),
  )
}

function policyHandRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/dunning/policies/use',
    { config: read, schema: { tags, response: { 200: policyUseSchema, ...no } } },
    (request) => query(ground, request, policyUse),
  )
  http.post(
    '/api/v1/dunning/policies/check',
    {
      config: read,
      schema: {
        tags,
        description: 'What the law says of a policy; nothing is kept.',
        body: newPolicySchema,
        response: { 200: judgementSchema, ...no },
      },
    },
    (request) =>
      query(ground, request, async (context) => {
        const { forbidden, warnings } = await judgePolicy(context, wantedOf(request.body))
        const locale = localeOf(request)
        return { forbidden: warningAnswers(forbidden, locale), warnings: warningAnswers(warnings, locale) }
      }),
  )
  http.delete(
    '/api/v1/dunning/policies/:id',
    {
      config: { right: 'settings.write' },
      schema: { tags, params, response: { 200: z.object({ id: z.uuid() }), ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await deletePolicy(context, request.params.id)
        return { status: 200, body: { id: request.params.id } }
      }),
  )
}

function debtorHandRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/debtors/:id/dunning',
    { config: read, schema: { tags, params, response: { 200: debtorDunningSchema, ...no } } },
    (request) => query(ground, request, (context) => debtorDunning(context, request.params.id)),
  )
  http.put(
    '/api/v1/debtors/:id/dunning-level-max',
    {
      config: { right: 'invoices.write' },
      schema: {
        tags,
        params,
        body: z.object({ level: z.int().min(0).max(LEVEL_MAX).nullable().describe('Null: whatever the policy says') }),
        response: { 200: debtorDunningSchema, ...no },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await setLevelMax(context, request.params.id, request.body.level)
        return { status: 200, body: await debtorDunning(context, request.params.id) }
      }),
  )
}
