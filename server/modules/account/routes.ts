import { z } from 'zod'
import { type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { keySchema, listKeys, makeApiKey, newKeySchema, revokeKey } from './keys.ts'
import { describeMe, endOwnSession, listOwnSessions, meSchema, sessionsSchema } from './me.ts'
import { listSignIns, signInPageSchema, signInQuerySchema } from './sign-ins.ts'
import {
  addUser,
  changeUser,
  listUsers,
  newUserSchema,
  removeSecondFactor,
  renewPassword,
  userChangeSchema,
  userSchema,
} from './users.ts'

const no = { '4xx': problemSchema }
const params = z.object({ id: z.uuid() })

/** A secret is shown once: a repeat with the same Idempotency-Key finds it null, because it was never stored. */
const withPassword = z
  .object({ user: userSchema, initialPassword: z.string().nullable() })
  .meta({ id: 'UserWithInitialPassword' })
const withSecret = z.object({ key: keySchema, secret: z.string().nullable() }).meta({ id: 'ApiKeyWithSecret' })

export function accountRoutes(http: Http, ground: Ground): void {
  ownRoutes(http, ground)
  userRoutes(http, ground)
  keyRoutes(http, ground)
}

function ownRoutes(http: Http, ground: Ground): void {
  const tags = ['account']
  http.get(
    '/api/v1/me',
    { config: { right: 'account.own' }, schema: { tags, response: { 200: meSchema, ...no } } },
    (request) => query(ground, request, describeMe),
  )
  http.get(
    '/api/v1/me/sessions',
    { config: { right: 'account.own' }, schema: { tags, response: { 200: sessionsSchema, ...no } } },
    (request) => query(ground, request, listOwnSessions),
  )
  http.delete(
    '/api/v1/me/sessions/:id',
    { config: { right: 'account.own' }, schema: { tags, params, response: { 204: z.null(), ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        await endOwnSession(context, request.params.id)
        return { status: 204, body: null }
      }),
  )
  http.get(
    '/api/v1/sign-ins',
    {
      config: { right: 'users.manage' },
      schema: { tags, querystring: signInQuerySchema, response: { 200: signInPageSchema, ...no } },
    },
    (request) => query(ground, request, (context) => listSignIns(context, request.query)),
  )
}

function userRoutes(http: Http, ground: Ground): void {
  const tags = ['users']
  const config = { right: 'users.manage' } as const
  http.get(
    '/api/v1/users',
    { config, schema: { tags, response: { 200: z.object({ users: z.array(userSchema) }), ...no } } },
    (request) => query(ground, request, async (context) => ({ users: await listUsers(context) })),
  )
  http.post(
    '/api/v1/users',
    { config, schema: { tags, body: newUserSchema, response: { 201: withPassword, ...no } } },
    async (request, reply) => {
      let shown: string | null = null
      const body = await command(ground, request, reply, async (context) => {
        const { user, initialPassword } = await addUser(context, request.body)
        shown = initialPassword
        return { status: 201, body: { user } }
      })
      return { ...body, initialPassword: shown }
    },
  )
  http.patch(
    '/api/v1/users/:id',
    { config, schema: { tags, params, body: userChangeSchema, response: { 200: userSchema, ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 200,
        body: await changeUser(context, request.params.id, request.body),
      })),
  )
  http.post(
    '/api/v1/users/:id/initial-password',
    { config, schema: { tags, params, response: { 200: withPassword, ...no } } },
    async (request, reply) => {
      let shown: string | null = null
      const body = await command(ground, request, reply, async (context) => {
        const { user, initialPassword } = await renewPassword(context, request.params.id)
        shown = initialPassword
        return { status: 200, body: { user } }
      })
      return { ...body, initialPassword: shown }
    },
  )
  http.delete(
    '/api/v1/users/:id/second-factor',
    { config, schema: { tags, params, response: { 200: userSchema, ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 200,
        body: await removeSecondFactor(context, request.params.id),
      })),
  )
}

function keyRoutes(http: Http, ground: Ground): void {
  const tags = ['api-keys']
  const config = { right: 'keys.manage' } as const
  http.get(
    '/api/v1/api-keys',
    { config, schema: { tags, response: { 200: z.object({ keys: z.array(keySchema) }), ...no } } },
    (request) => query(ground, request, async (context) => ({ keys: await listKeys(context) })),
  )
  http.post(
    '/api/v1/api-keys',
    { config, schema: { tags, body: newKeySchema, response: { 201: withSecret, ...no } } },
    async (request, reply) => {
      let shown: string | null = null
      const body = await command(ground, request, reply, async (context) => {
        const { key, secret } = await makeApiKey(context, request.body)
        shown = secret
        return { status: 201, body: { key } }
      })
      return { ...body, secret: shown }
    },
  )
  http.delete(
    '/api/v1/api-keys/:id',
    { config, schema: { tags, params, response: { 200: keySchema, ...no } } },
    (request, reply) =>
      command(ground, request, reply, async (context) => ({
        status: 200,
        body: await revokeKey(context, request.params.id),
      })),
  )
}
