import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { changeLaw, lawChangeSchema, lawSchema, loadLaw } from './law.ts'
import {
  addPractice,
  changePractice,
  listPractices,
  newPracticeSchema,
  practiceChangeSchema,
  practiceSchema,
} from './practices.ts'
import { changeTenant, loadTenant, tenantChangeSchema, tenantSchema } from './tenant.ts'

const no = { '4xx': problemSchema }
const tags = ['settings']

export function settingsRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/settings/tenant',
    { config: { right: 'settings.read' }, schema: { tags, response: { 200: tenantSchema, ...no } } },
    async (request, reply) => tagged(reply, await query(ground, request, (context) => loadTenant(context))),
  )
  http.patch(
    '/api/v1/settings/tenant',
    {
      config: { right: 'settings.write' },
      schema: {
        tags,
        // Loose: the other headers stay readable.
        headers: z.looseObject({ 'if-match': z.string().optional() }),
        body: tenantChangeSchema,
        response: { 200: tenantSchema, ...no },
      },
    },
    async (request, reply) => {
      const { version, ...change } = request.body
      const expected = versionOf(request.headers['if-match']) ?? version
      const body = await command(ground, request, reply, async (context) => ({
        status: 200,
        body: await changeTenant(context, expected, change),
      }))
      return tagged(reply, body)
    },
  )
  http.get(
    '/api/v1/settings/law',
    { config: { right: 'settings.read' }, schema: { tags, response: { 200: lawSchema, ...no } } },
    async (request, reply) => tagged(reply, await query(ground, request, (context) => loadLaw(context))),
  )
  http.patch(
    '/api/v1/settings/law',
    {
      config: { right: 'settings.write' },
      schema: {
        tags,
        headers: z.looseObject({ 'if-match': z.string().optional() }),
        body: lawChangeSchema,
        response: { 200: lawSchema, ...no },
      },
    },
    async (request, reply) => {
      const { version, ...change } = request.body
      const expected = versionOf(request.headers['if-match']) ?? version
      const body = await command(ground, request, reply, async (context) => ({
        status: 200,
        body: await changeLaw(context, expected, change),
      }))
      return tagged(reply, body)
    },
  )
  http.get(
    '/api/v1/settings/practices',
    {
      config: { right: 'settings.read' },
      schema: { tags, response: { 200: z.object({ practices: z.array(practiceSchema) }), ...no } },
    },
    (request) => query(ground, request, async (context) => ({ practices: await listPractices(context) })),
  )
  http.post(
    '/api/v1/settings/practices',
    {
      config: { right: 'settings.write' },
      schema: { tags, body: newPracticeSchema, response: { 201: practiceSchema, ...no } },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 201,
        body: await addPractice(context, request.body),
      })),
  )
  http.patch(
    '/api/v1/settings/practices/:id',
    {
      config: { right: 'settings.write' },
      schema: {
        tags,
        params: z.object({ id: z.uuid() }),
        body: practiceChangeSchema,
        response: { 200: practiceSchema, ...no },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 200,
        body: await changePractice(context, request.params.id, request.body),
      })),
  )
}

function tagged<Settings extends { readonly version: number }>(reply: FastifyReply, settings: Settings): Settings {
  void reply.header('etag', `"${settings.version}"`)
  return settings
}

function versionOf(header: string | undefined): number | undefined {
  const match = /^"(\d+)"$/.exec(header ?? '')
  return match ? Number(match[1]) : undefined
}
