import { z } from 'zod'
import type { Marker } from '@mahnwerk/core/claims'
import { day } from '@mahnwerk/core/calendar'
import { AMOUNT_MAX, minor } from '@mahnwerk/core/money'
import { type Context, type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { invoiceAnswer, oneRowAnswer, rowAnswers } from './answer.ts'
import {
  type OnInvoice,
  cancelInvoice,
  setMarker,
  undoMarker,
  undoWriteOff,
  waiveCharges,
  writeOff,
} from './commands.ts'
import { enterInvoice } from './enter.ts'
import { newInvoiceSchema } from './entry-schema.ts'
import { readHistory } from './history.ts'
import { readPage } from './list/page.ts'
import { filterSchema, listQuerySchema } from './list/query.ts'
import { readSummary, readTabs } from './list/totals.ts'
import type { Invoice } from './row.ts'
import {
  historyEntrySchema,
  invoicePageSchema,
  invoiceRowSchema,
  invoiceSchema,
  markerSchema,
  summarySchema,
  tabsSchema,
} from './schemas.ts'

const no = {
  400: problemSchema,
  401: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  422: problemSchema,
}
const params = z.object({ id: z.uuid() })
const tags = ['invoices']
const version = z.int().min(1).optional().describe('The state that was seen; refused where it is no longer the state')
const reason = z.string().trim().max(1_000).default('')

export function invoiceRoutes(http: Http, ground: Ground): void {
  listRoutes(http, ground)
  oneRoutes(http, ground)
  commandRoutes(http, ground)
}

function listRoutes(http: Http, ground: Ground): void {
  const config = { right: 'invoices.read' } as const
  http.get(
    '/api/v1/invoices',
    { config, schema: { tags, querystring: listQuerySchema, response: { 200: invoicePageSchema, ...no } } },
    (request) =>
      query(ground, request, async (context) => {
        const { rows, ...next } = await readPage(context, request.query)
        return { invoices: await rowAnswers(context, rows), ...next }
      }),
  )
  http.get(
    '/api/v1/invoices/summary',
    { config, schema: { tags, querystring: filterSchema, response: { 200: summarySchema, ...no } } },
    (request) =>
      query(ground, request, async (context) => {
        const totals = await readSummary(context, request.query)
        return { count: totals.reduce((count, total) => count + total.count, 0), totals }
      }),
  )
  http.get(
    '/api/v1/invoices/tabs',
    {
      config,
      schema: {
        tags,
        querystring: z.object({ practiceId: z.uuid().optional() }),
        response: { 200: tabsSchema, ...no },
      },
    },
    (request) =>
      query(ground, request, async (context) => ({ tabs: await readTabs(context, request.query.practiceId) })),
  )
}

function oneRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/invoices/:id',
    { config: { right: 'invoices.read' }, schema: { tags, params, response: { 200: invoiceSchema, ...no } } },
    (request) => query(ground, request, (context) => invoiceAnswer(context, request.params.id, localeOf(request))),
  )
  http.get(
    '/api/v1/invoices/:id/history',
    {
      config: { right: 'history.read' },
      schema: { tags, params, response: { 200: z.object({ history: z.array(historyEntrySchema) }), ...no } },
    },
    (request) =>
      query(ground, request, async (context) => {
        const { id } = await oneRowAnswer(context, request.params.id)
        return { history: await readHistory(context, id) }
      }),
  )
  http.post(
    '/api/v1/invoices',
    {
      config: { right: 'invoices.write' },
      schema: { tags, body: newInvoiceSchema, response: { 201: invoiceRowSchema, ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        const id = await enterInvoice(context, request.body)
        return { status: 201, body: await oneRowAnswer(context, id) }
      }),
  )
}

type Act<Body> = (context: Context, on: OnInvoice, body: Body) => Promise<Invoice>

function commandRoutes(http: Http, ground: Ground): void {
  const withVersion = z.object({ version }).nullish()
  const withReason = z.object({ reason, version }).nullish()
  const withAmount = z.object({ amount: z.int().min(1).max(AMOUNT_MAX).optional(), reason, version }).nullish()
  const withMarker = z.object({ marker: markerSchema, version })
  const writeOffRight = { config: { right: 'invoices.write_off' } } as const
  const writeRight = { config: { right: 'invoices.write' } } as const
  const respond = { 200: invoiceRowSchema, ...no }

  const act =
    <Body extends { readonly version?: number | undefined } | null | undefined>(work: Act<Body>) =>
    (context: Context, id: string, body: Body) =>
      work(context, { id, version: body?.version }, body).then(async () => ({
        status: 200,
        body: await oneRowAnswer(context, id),
      }))
  const mark = act((context, on, body: z.output<typeof withMarker>) => setMarker(context, on, markerOf(body.marker)))
  const unmark = act(undoMarker)
  const giveUp = act((context, on, body: z.output<typeof withReason>) => writeOff(context, on, body?.reason ?? ''))
  const takeBack = act(undoWriteOff)
  const cancel = act((context, on, body: z.output<typeof withReason>) => cancelInvoice(context, on, body?.reason ?? ''))

  const waive = act((context, on, body: z.output<typeof withAmount>) =>
    waiveCharges(context, on, body?.reason ?? '', body?.amount === undefined ? undefined : minor(body.amount)),
  )

  http.patch(
    '/api/v1/invoices/:id/marker',
    { ...writeRight, schema: { tags, params, body: withMarker, response: respond } },
    (request, reply) => command(ground, request, reply, (context) => mark(context, request.params.id, request.body)),
  )
  http.post(
    '/api/v1/invoices/:id/marker/undo',
    { ...writeRight, schema: { tags, params, body: withVersion, response: respond } },
    (request, reply) => command(ground, request, reply, (context) => unmark(context, request.params.id, request.body)),
  )
  http.post(
    '/api/v1/invoices/:id/write-off',
    { ...writeOffRight, schema: { tags, params, body: withReason, response: respond } },
    (request, reply) => command(ground, request, reply, (context) => giveUp(context, request.params.id, request.body)),
  )
  http.post(
    '/api/v1/invoices/:id/write-off/undo',
    { ...writeOffRight, schema: { tags, params, body: withVersion, response: respond } },
    (request, reply) =>
      command(ground, request, reply, (context) => takeBack(context, request.params.id, request.body)),
  )
  http.post(
    '/api/v1/invoices/:id/waive-charges',
    { ...writeOffRight, schema: { tags, params, body: withAmount, response: respond } },
    (request, reply) => command(ground, request, reply, (context) => waive(context, request.params.id, request.body)),
  )
  http.post(
    '/api/v1/invoices/:id/cancel',
    { ...writeOffRight, schema: { tags, params, body: withReason, response: respond } },
    (request, reply) => command(ground, request, reply, (context) => cancel(context, request.params.id, request.body)),
  )
}

function markerOf(marker: z.output<typeof markerSchema>): Marker {
  switch (marker.kind) {
    case 'hold':
      return { ...marker, until: day(marker.until) }
    case 'promised':
      return { ...marker, by: day(marker.by) }
    default:
      return marker
  }
}
