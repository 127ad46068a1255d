import { z } from 'zod'
import { type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import type { Jobs } from '../../jobs/index.ts'
import { day as daySchema } from '../law/index.ts'
import { handRoutes } from './hand-routes.ts'
import { invoiceDunning, invoiceDunningSchema, writeNotice } from './invoice.ts'
import {
  listNotices,
  noticeFilterSchema,
  noticePageSchema,
  noticeQuerySchema,
  noticeSummarySchema,
  summarizeNotices,
} from './notice-list.ts'
import { loadNotice, noticeSchema } from './notices.ts'
import { policyRoutes } from './policy-routes.ts'
import { previewPage, previewSchema, previewSummary, previewSummarySchema } from './preview.ts'
import { loadRunDetail, repeatFailed, runDetailSchema } from './run-detail.ts'
import { WORK_RUN, startRun } from './run.ts'
import { listRuns, loadRunAnswer, runSchema, steerRun } from './runs.ts'
import { listSuggestions, suggestionsSchema } from './suggestions.ts'

const no = { '4xx': problemSchema }
const tags = ['dunning']
const params = z.object({ id: z.uuid() })
const read = { right: 'invoices.read' } as const

export type DunningParts = {
  readonly jobs: Pick<Jobs, 'send'>
  /** Asks for the letters of a creditor that are not set yet: nobody waits a minute for a letter written by hand. */
  readonly askForLetters: (tenantId: string) => Promise<void>
}

export function dunningRoutes(http: Http, ground: Ground, { jobs, askForLetters }: DunningParts): void {
  policyRoutes(http, ground)
  handRoutes(http, ground)
  previewRoutes(http, ground)
  runRoutes(http, ground, jobs)
  noticeRoutes(http, ground, askForLetters)
}

function previewRoutes(http: Http, ground: Ground): void {
  const day = daySchema.optional().describe('From today on; absent: today')
  http.get(
    '/api/v1/dunning/preview',
    {
      config: read,
      schema: {
        tags,
        querystring: z.object({
          day,
          cursor: z.string().max(100).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50).describe('Debtors of a page'),
        }),
        response: { 200: previewSchema, ...no },
      },
    },
    (request) => query(ground, request, (context) => previewPage(context, request.query, localeOf(request))),
  )
  http.get(
    '/api/v1/dunning/preview/summary',
    { config: read, schema: { tags, querystring: z.object({ day }), response: { 200: previewSummarySchema, ...no } } },
    (request) => query(ground, request, (context) => previewSummary(context, request.query.day)),
  )
  http.get(
    '/api/v1/dunning/suggestions',
    {
      config: read,
      schema: {
        tags,
        querystring: z.object({
          cursor: z.string().max(100).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: suggestionsSchema, ...no },
      },
    },
    (request) => query(ground, request, (context) => listSuggestions(context, request.query, localeOf(request))),
  )
}

function runRoutes(http: Http, ground: Ground, jobs: Pick<Jobs, 'send'>): void {
  const write = { right: 'dunning.run' } as const
  http.post(
    '/api/v1/dunning/runs',
    {
      config: write,
      schema: {
        tags,
        description: 'Starts a run of today; its letters are written in the background.',
        body: z.object({ excluded: z.array(z.uuid()).max(10_000).default([]).describe('Debtors who get no letter') }),
        response: { 202: runSchema, ...no },
      },
    },
    async (request, reply) => {
      const answer = await command(ground, request, reply, async (context) => {
        const id = await startRun(context, { automatic: false, excluded: request.body.excluded })
        return { status: 202, body: await loadRunAnswer(context, id) }
      })
      await ask(jobs, request.principal.tenantId, answer.id)
      return answer
    },
  )
  http.get(
    '/api/v1/dunning/runs',
    {
      config: read,
      schema: {
        tags,
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
        response: { 200: z.object({ runs: z.array(runSchema) }), ...no },
      },
    },
    (request) => query(ground, request, async (context) => ({ runs: await listRuns(context, request.query.limit) })),
  )
  http.get(
    '/api/v1/dunning/runs/:id',
    { config: read, schema: { tags, params, response: { 200: runDetailSchema, ...no } } },
    (request) => query(ground, request, (context) => loadRunDetail(context, request.params.id)),
  )
  http.post(
    '/api/v1/dunning/runs/:id/repeat',
    {
      config: write,
      schema: {
        tags,
        params,
        description: 'Tries once more the letters of the run that failed: no new letter is written.',
        response: { 200: z.object({ repeated: z.int() }), ...no },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 200,
        body: { repeated: await repeatFailed(context, request.params.id) },
      })),
  )
  for (const act of ['pause', 'resume', 'stop'] as const) {
    http.post(
      `/api/v1/dunning/runs/:id/${act}`,
      { config: write, schema: { tags, params, response: { 200: runSchema, ...no } } },
      async (request, reply) => {
        const answer = await command(ground, request, reply, async (context) => ({
          status: 200,
          body: await steerRun(context, request.params.id, act),
        }))
        if (act === 'resume') await ask(jobs, request.principal.tenantId, answer.id)
        return answer
      },
    )
  }
}

async function ask(jobs: Pick<Jobs, 'send'>, tenantId: string, runId: string): Promise<void> {
  await jobs.send(WORK_RUN, { tenantId, runId }, runId)
}

function noticeRoutes(http: Http, ground: Ground, askForLetters: DunningParts['askForLetters']): void {
  http.get(
    '/api/v1/notices',
    { config: read, schema: { tags, querystring: noticeQuerySchema, response: { 200: noticePageSchema, ...no } } },
    (request) => query(ground, request, (context) => listNotices(context, request.query)),
  )
  http.get(
    '/api/v1/notices/summary',
    {
      config: read,
      schema: { tags, querystring: noticeFilterSchema, response: { 200: noticeSummarySchema, ...no } },
    },
    (request) => query(ground, request, (context) => summarizeNotices(context, request.query)),
  )
  http.get(
    '/api/v1/notices/:id',
    { config: read, schema: { tags, params, response: { 200: noticeSchema, ...no } } },
    (request) => query(ground, request, (context) => loadNotice(context, request.params.id)),
  )
  http.get(
    '/api/v1/invoices/:id/dunning',
    { config: read, schema: { tags, params, response: { 200: invoiceDunningSchema, ...no } } },
    (request) => query(ground, request, (context) => invoiceDunning(context, request.params.id, localeOf(request))),
  )
  http.post(
    '/api/v1/invoices/:id/notice',
    {
      config: { right: 'invoices.write' },
      schema: {
        tags,
        params,
        description: 'The next letter of this one invoice, now.',
        body: z.object({
          early: z.boolean().default(false).describe('Confirmed that it goes out before its day'),
          version: z
            .int()
            .min(1)
            .optional()
            .describe('The state that was seen; refused where it is no longer the state'),
        }),
        response: { 201: noticeSchema, ...no },
      },
    },
    async (request, reply) => {
      const notice = await command(ground, request, reply, async (context) => ({
        status: 201,
        body: await loadNotice(context, await writeNotice(context, request.params.id, request.body, localeOf(request))),
      }))
      await askForLetters(request.principal.tenantId)
      return notice
    },
  )
}
