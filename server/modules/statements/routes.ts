import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { PARTS } from '@mahnwerk/core/allocation'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { type Context, type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { balance, day as daySchema, marks } from '../law/index.ts'
import { loadInvoice } from '../invoices/index.ts'
import { changeFacts, factsChangeSchema, factsSchema } from './facts.ts'
import { type CaseOfClaim, loadCase } from './invoice.ts'
import { type Pdf, statementPdf } from './pdf.ts'
import { type InvoiceStatement, statementSchema, strikeInvoice } from './statement.ts'

const no = { '4xx': problemSchema }
const params = z.object({ id: z.uuid() })

const pdfSchema = z.instanceof(Buffer).meta({ type: 'string', format: 'binary' })

const asked = z.object({
  on: daySchema.optional().describe('Absent: today'),
  days: z
    .string()
    .max(400)
    .optional()
    .describe('Up to 31 days, separated by commas: what is owed if paid on each')
    .transform((text) => (text === undefined || text === '' ? [] : text.split(',')))
    .pipe(z.array(daySchema).max(31)),
})

const pdfAsked = z.object({ on: daySchema.optional(), language: z.enum(['de', 'en']).optional() })

const caseStatementSchema = z
  .object({
    caseId: z.uuid(),
    number: z.string(),
    on: z.iso.date(),
    currency: z.string(),
    parts: balance,
    total: z.int(),
    overpaid: z.int(),
    perDay: z.int(),
    marks,
    statements: z.array(statementSchema),
  })
  .meta({ id: 'CaseStatement', description: 'The sum of the statements of its invoices.' })

export function statementRoutes(http: Http, ground: Ground): void {
  invoiceRoutes(http, ground)
  caseRoutes(http, ground)
}

function invoiceRoutes(http: Http, ground: Ground): void {
  const config = { right: 'invoices.read' } as const
  const tags = ['invoices']
  http.get(
    '/api/v1/invoices/:id/statement',
    { config, schema: { tags, params, querystring: asked, response: { 200: statementSchema, ...no } } },
    (request) =>
      query(ground, request, async (context) => {
        const { on = context.today, days } = request.query
        const invoice = await loadInvoice(context, request.params.id)
        return (await strikeInvoice(context, invoice, on, days, localeOf(request))).told
      }),
  )
  http.get(
    '/api/v1/invoices/:id/statement.pdf',
    { config, schema: { tags, params, querystring: pdfAsked, response: { 200: pdfSchema, ...no } } },
    async (request, reply) => {
      const { on, language = localeOf(request) } = request.query
      const pdf = await query(ground, request, async (context) =>
        statementPdf(context, await loadInvoice(context, request.params.id), on ?? context.today, language),
      )
      return sent(reply, await pdf())
    },
  )
  http.patch(
    '/api/v1/invoices/:id/facts',
    {
      config: { right: 'invoices.write' },
      schema: { tags, params, body: factsChangeSchema, response: { 200: factsSchema, ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 200,
        body: await changeFacts(context, request.params.id, request.body),
      })),
  )
}

function caseRoutes(http: Http, ground: Ground): void {
  const config = { right: 'cases.read' } as const
  const tags = ['cases']
  http.get(
    '/api/v1/cases/:id/statement',
    { config, schema: { tags, params, querystring: asked, response: { 200: caseStatementSchema, ...no } } },
    (request) =>
      query(ground, request, async (context) => {
        const { on = context.today, days } = request.query
        const found = await loadCase(context, request.params.id)
        const statements: InvoiceStatement[] = []
        for (const invoice of found.invoices)
          statements.push((await strikeInvoice(context, invoice, on, days, localeOf(request))).told)
        return together(found, on, statements)
      }),
  )
  http.get(
    '/api/v1/cases/:id/statement.pdf',
    { config, schema: { tags, params, querystring: pdfAsked, response: { 200: pdfSchema, ...no } } },
    async (request, reply) => {
      const { on, language = localeOf(request) } = request.query
      const pdf = await query(ground, request, (context) => casePdf(context, request.params.id, on, language))
      return sent(reply, await pdf())
    },
  )
}

async function casePdf(context: Context, id: string, on: LocalDate = context.today, language: 'de' | 'en' = 'de') {
  const { number, invoices } = await loadCase(context, id)
  const [invoice] = invoices
  if (!invoice) throw new Error(`case ${id} without an invoice`)
  return statementPdf(context, invoice, on, language, number)
}

function together(
  { id, number }: CaseOfClaim,
  on: LocalDate,
  statements: readonly InvoiceStatement[],
): z.output<typeof caseStatementSchema> {
  const added = (of: (each: InvoiceStatement) => number): number => statements.reduce((all, each) => all + of(each), 0)
  return {
    caseId: id,
    number,
    on,
    currency: statements[0]?.currency ?? '',
    parts: Object.fromEntries(
      PARTS.map((part) => [part, added(({ parts }) => parts[part])]),
    ) as InvoiceStatement['parts'], // one entry per part
    total: added(({ total }) => total),
    overpaid: added(({ overpaid }) => overpaid),
    perDay: added(({ perDay }) => perDay),
    marks: [...new Set(statements.flatMap((each) => each.marks))],
    statements: [...statements],
  }
}

function sent(reply: FastifyReply, { name, bytes }: Pdf): Buffer {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  void reply.headers({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
  })
  return Buffer.from(bytes)
}
