import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type Context,
  type Ground,
  type Http,
  command,
  notFound,
  problemSchema,
  query,
  refused,
} from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { type Locale, sentenceOf } from '../../http/texts.ts'
import { showing } from '../documents/index.ts'
import { settingsRow } from './account.ts'
import { noteArrival, noteDone, sendAgain } from './again.ts'
import { demoAnswerRoute } from './demo-answer.ts'
import { fileAway, noteRead } from './file.ts'
import { intakeRoutes } from './intake-routes.ts'
import type { Mail } from './mail.ts'
import { listMails, listReceived, loadMail, loadReceived, receivedContent } from './read.ts'
import { receiveMail } from './receive.ts'
import type { MailOffice } from './road.ts'
import {
  filingSchema,
  mailLineSchema,
  mailQuerySchema,
  mailSchema,
  receivedQuerySchema,
  receivedSchema,
} from './schemas.ts'
import type { AfterMail } from './settle.ts'
import { changeMailSettings, loadMailSettings, mailSettingsChangeSchema, mailSettingsSchema } from './settings.ts'
import { troubleCode, tryOut, tryOutSchema } from './try-out.ts'

const no = { '4xx': problemSchema }
const tags = ['mail']
const params = z.object({ id: z.uuid() })

export type MailParts = { readonly office: MailOffice; readonly after: AfterMail }

export function mailRoutes(http: Http, ground: Ground, parts: MailParts): void {
  settingsRoutes(http, ground, parts.office)
  sentRoutes(http, ground)
  receivedRoutes(http, ground)
  contentRoutes(http, ground, parts.office)
  inboundRoute(http, ground, parts)
  intakeRoutes(http, ground, { ground, ...parts })
  demoAnswerRoute(http, ground, { ground, ...parts })
}

function settingsRoutes(http: Http, ground: Ground, office: MailOffice): void {
  http.get(
    '/api/v1/settings/mail',
    { config: { right: 'settings.read' }, schema: { tags, response: { 200: mailSettingsSchema, ...no } } },
    (request) => query(ground, request, loadMailSettings),
  )
  http.put(
    '/api/v1/settings/mail',
    {
      config: { right: 'settings.write' },
      schema: { tags, body: mailSettingsChangeSchema, response: { 200: mailSettingsSchema, ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 200,
        body: await changeMailSettings(context, office, request.body),
      })),
  )
  http.post(
    '/api/v1/settings/mail/test',
    {
      config: { right: 'settings.write', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { tags, body: z.object({ to: z.email().max(320) }), response: { 200: tryOutSchema, ...no } },
    },
    (request) => tryOut(ground, office, request.principal, { to: request.body.to, locale: localeOf(request) }),
  )
}

function sentRoutes(http: Http, ground: Ground): void {
  const reading = { right: 'documents.read' } as const
  http.get(
    '/api/v1/mails',
    {
      config: reading,
      schema: {
        tags,
        querystring: mailQuerySchema,
        response: { 200: z.object({ mails: z.array(mailLineSchema), next: z.string().nullable() }), ...no },
      },
    },
    (request) =>
      query(ground, request, async (context) => {
        const { mails, next } = await listMails(context, request.query)
        return { mails: await worded(context, mails, localeOf(request)), next }
      }),
  )
  http.get(
    '/api/v1/mails/:id',
    { config: reading, schema: { tags, params, response: { 200: mailSchema, ...no } } },
    (request) =>
      query(ground, request, async (context) =>
        wordedOne(context, await loadMail(context, request.params.id), localeOf(request)),
      ),
  )
  const decide = {
    config: { right: 'invoices.write' },
    schema: { tags, params, response: { 200: mailSchema, ...no } },
  } as const
  http.post('/api/v1/mails/:id/again', decide, (request, reply) =>
    command(ground, request, reply, async (context) => ({
      status: 200,
      body: await wordedOne(context, await sendAgain(context, request.params.id), localeOf(request)),
    })),
  )
  http.post('/api/v1/mails/:id/done', decide, (request, reply) =>
    command(ground, request, reply, async (context) => ({
      status: 200,
      body: await wordedOne(context, await noteDone(context, request.params.id), localeOf(request)),
    })),
  )
  http.post('/api/v1/mails/:id/arrived', decide, (request, reply) =>
    command(ground, request, reply, async (context) => ({
      status: 200,
      body: await wordedOne(context, await noteArrival(context, request.params.id), localeOf(request)),
    })),
  )
}

function receivedRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/received-mails',
    {
      config: { right: 'documents.read' },
      schema: {
        tags,
        querystring: receivedQuerySchema,
        response: { 200: z.object({ mails: z.array(receivedSchema), next: z.string().nullable() }), ...no },
      },
    },
    (request) => query(ground, request, (context) => listReceived(context, request.query)),
  )
  http.get(
    '/api/v1/received-mails/:id',
    { config: { right: 'documents.read' }, schema: { tags, params, response: { 200: receivedSchema, ...no } } },
    (request) => query(ground, request, (context) => loadReceived(context, request.params.id)),
  )
  http.post(
    '/api/v1/received-mails/:id/file',
    {
      config: { right: 'invoices.write' },
      schema: { tags, params, body: filingSchema, response: { 200: receivedSchema, ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await fileAway(context, request.params.id, { ...request.body, by: 'person' })
        return { status: 200, body: await loadReceived(context, request.params.id) }
      }),
  )
  http.post(
    '/api/v1/received-mails/:id/done',
    { config: { right: 'invoices.write' }, schema: { tags, params, response: { 200: receivedSchema, ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await noteRead(context, request.params.id)
        return { status: 200, body: await loadReceived(context, request.params.id) }
      }),
  )
}

const bytes = z.instanceof(Buffer).meta({ type: 'string', format: 'binary' })

const asFile = z.object({ download: z.enum(['1', 'true']).optional() })

/** A mail as it came, and the files that came with it. */
function contentRoutes(http: Http, ground: Ground, { road }: MailOffice): void {
  http.get(
    '/api/v1/received-mails/:id/original',
    {
      config: { right: 'documents.read' },
      schema: { tags, params, querystring: asFile, response: { 200: bytes, ...no } },
    },
    async (request, reply) => {
      const { id } = request.params
      const content = await query(ground, request, (context) => receivedContent(context, id))
      const sha256 = createHash('sha256').update(content).digest('hex')
      const eml = { name: `${id}.eml`, mediaType: 'message/rfc822', sha256 }
      void reply.headers(showing(eml, request.query.download !== undefined))
      return content
    },
  )
  http.get(
    '/api/v1/received-mails/:id/files/:index',
    {
      config: { right: 'documents.read' },
      schema: {
        tags,
        params: params.extend({ index: z.coerce.number().int().min(0).max(999) }),
        querystring: asFile,
        response: { 200: bytes, ...no },
      },
    },
    async (request, reply) => {
      const { id, index } = request.params
      const raw = await query(ground, request, (context) => receivedContent(context, id))
      const file = (await road.readMail(raw))?.files[index]
      if (file === undefined) throw notFound('document')
      const content = Buffer.from(file.bytes)
      const sha256 = createHash('sha256').update(content).digest('hex')
      const { name, mediaType } = file
      void reply.headers(showing({ name, mediaType, sha256 }, request.query.download !== undefined))
      return content
    },
  )
}

const INBOUND = [
  'Takes one raw mail (RFC 5322), as message/rfc822 or as a file of a form: a bounce marks the mail that came back,',
  'an answer is filed to its debtor. The same mail again changes nothing.',
].join(' ')

function inboundRoute(http: Http, ground: Ground, { office, after }: MailParts): void {
  http.addContentTypeParser('message/rfc822', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  http.post(
    '/api/v1/mail/inbound',
    {
      config: { right: 'invoices.write' },
      schema: {
        tags,
        description: INBOUND,
        consumes: ['message/rfc822', 'multipart/form-data'],
        querystring: z.object({ practiceId: z.uuid().optional().describe('Whose mailbox it came to') }),
        response: { 200: receivedSchema, 201: receivedSchema, ...no },
      },
    },
    async (request, reply) => {
      const raw = await rawMail(request)
      return once(ground, request, reply, (context) =>
        receiveMail(context, { road: office.road, after }, { raw, practiceId: request.query.practiceId }),
      )
    },
  )
}

type Take = (context: Context) => ReturnType<typeof receiveMail>

function once(ground: Ground, request: FastifyRequest, reply: FastifyReply, take: Take) {
  return command(ground, request, reply, async (context) => {
    const { id, already } = await take(context)
    return { status: already ? 200 : 201, body: await loadReceived(context, id) }
  })
}

async function rawMail(request: FastifyRequest): Promise<Buffer> {
  if (Buffer.isBuffer(request.body)) return request.body
  const file = request.isMultipart() ? await request.file() : undefined
  if (file === undefined) throw refused('mail_unreadable')
  return file.toBuffer()
}

type Worded<Line> = Omit<Line, 'trouble'> & { readonly trouble: { code: string; title: string; detail: string } | null }

/** With the trouble as a sentence, about the account as it is set up now. */
async function worded<Line extends Pick<Mail, 'trouble' | 'toAddress'>>(
  context: Context,
  mails: readonly Line[],
  locale: Locale,
): Promise<Worded<Line>[]> {
  const { host = '', port = '', user } = (await settingsRow(context)) ?? {}
  return mails.map((mail) => {
    const { trouble, toAddress: to } = mail
    const facts = { to, host, port, user: user ?? '' }
    if (trouble === null) return { ...mail, trouble: null }
    return { ...mail, trouble: { code: trouble, ...sentenceOf(troubleCode(trouble), facts, locale) } }
  })
}

async function wordedOne(context: Context, mail: Mail, locale: Locale): Promise<Worded<Mail>> {
  const [told] = await worded(context, [mail], locale)
  if (told === undefined) throw new Error('one mail is one line')
  return told
}
