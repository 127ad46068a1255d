import { z } from 'zod'
import { type Ground, type Http, command, notFound, problemSchema, query } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { listTemplates, readTemplate, templateListSchema, templateSchema, wantedSchema } from './answer.ts'
import { changeLetterhead, changeLogo, removeLogo } from './change-letterhead.ts'
import { letterheadChangeSchema, letterheadSchema, logoChangeSchema, readLetterhead } from './letterhead-answer.ts'
import { loadLetterhead, loadLogo } from './letterhead.ts'
import { resetTemplate, saveTemplate } from './save.ts'
import { whichSchema } from './which.ts'

const no = { '4xx': problemSchema }
const tags = ['letters']
const read = { right: 'settings.read' } as const
const write = { right: 'settings.write' } as const

export function letterTemplateRoutes(http: Http, ground: Ground): void {
  templateRoutes(http, ground)
  letterheadRoutes(http, ground)
}

function templateRoutes(http: Http, ground: Ground): void {
  const url = '/api/v1/letter-templates/:language/:kind/:audience'
  http.get(
    '/api/v1/letter-templates',
    { config: read, schema: { tags, response: { 200: templateListSchema, ...no } } },
    (request) => query(ground, request, listTemplates),
  )
  http.get(
    url,
    { config: read, schema: { tags, params: whichSchema, response: { 200: templateSchema, ...no } } },
    (request) => query(ground, request, (context) => readTemplate(context, request.params, localeOf(request))),
  )
  http.put(
    url,
    {
      config: write,
      schema: { tags, params: whichSchema, body: wantedSchema, response: { 200: templateSchema, ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await saveTemplate(context, request.params, request.body, localeOf(request))
        return { status: 200, body: await readTemplate(context, request.params, localeOf(request)) }
      }),
  )
  http.delete(
    url,
    {
      config: write,
      schema: {
        tags,
        description: 'Back to the standard; the own words stay among the versions.',
        params: whichSchema,
        response: { 200: templateSchema, ...no },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await resetTemplate(context, request.params)
        return { status: 200, body: await readTemplate(context, request.params, localeOf(request)) }
      }),
  )
}

const TYPES = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const

function letterheadRoutes(http: Http, ground: Ground): void {
  const url = '/api/v1/settings/letterhead'
  http.get(url, { config: read, schema: { tags, response: { 200: letterheadSchema, ...no } } }, (request) =>
    query(ground, request, readLetterhead),
  )
  http.put(
    url,
    { config: write, schema: { tags, body: letterheadChangeSchema, response: { 200: letterheadSchema, ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        const { version, ...fields } = request.body
        await changeLetterhead(context, version, fields)
        return { status: 200, body: await readLetterhead(context) }
      }),
  )
  http.get(
    `${url}/logo`,
    {
      config: read,
      schema: { tags, response: { 200: z.instanceof(Buffer).meta({ type: 'string', format: 'binary' }), ...no } },
    },
    async (request, reply) => {
      const logo = await query(ground, request, async (context) => loadLogo(context, await loadLetterhead(context)))
      if (logo === undefined) throw notFound('logo')
      void reply.headers({
        'content-type': TYPES[logo.format],
        'x-content-type-options': 'nosniff',
        // Opened by itself, a drawing is a page: nothing in it may run or be fetched.
        'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        'cache-control': 'private, no-store',
      })
      return Buffer.from(logo.bytes)
    },
  )
  http.put(
    `${url}/logo`,
    { config: write, schema: { tags, body: logoChangeSchema, response: { 200: letterheadSchema, ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        const { content, version } = request.body
        await changeLogo(context, version, Buffer.from(content, 'base64'))
        return { status: 200, body: await readLetterhead(context) }
      }),
  )
  http.delete(
    `${url}/logo`,
    { config: write, schema: { tags, response: { 200: letterheadSchema, ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await removeLogo(context)
        return { status: 200, body: await readLetterhead(context) }
      }),
  )
}
