// The paths of better-auth that are reachable, each by name; whatever else it offers does not exist from outside (users,
// roles and tenants are changed by our own commands, which write the history). Its errors become problem details.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { problemSchema } from '../http/problem.ts'
import { type Refused, refused } from '../http/refused.ts'
import type { Http } from '../http/server.ts'
import { PASSWORD_SHORTEST } from './better-auth.ts'
import type { Auth } from './index.ts'

const email = z.string().max(320)
const password = z.string().min(1).max(1000)
const code = z.string().min(1).max(40)
const userSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    twoFactorEnabled: z.boolean().nullish(),
    mustChangePassword: z.boolean().nullish(),
  })
  .meta({ id: 'SignedInUser' })

/** Either signed in (`user`), or the second factor is asked for (`twoFactorRedirect`). */
const signedInSchema = z
  .object({
    user: userSchema.optional(),
    twoFactorRedirect: z.boolean().optional(),
    twoFactorMethods: z.array(z.string()).optional(),
  })
  .meta({ id: 'SignedIn' })
const doneSchema = z
  .object({ status: z.boolean().optional(), success: z.boolean().optional() })
  .meta({ id: 'AuthDone' })
const enrolmentSchema = z
  .object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
  .meta({ id: 'SecondFactorEnrolment' })
const backupCodesSchema = z.object({ backupCodes: z.array(z.string()) }).meta({ id: 'BackupCodes' })
const tenantSchema = z.object({ id: z.string(), name: z.string() }).meta({ id: 'ActiveTenant' })
const sessionSchema = z
  .object({ session: z.object({ expiresAt: z.string() }), user: userSchema })
  .nullable()
  .meta({ id: 'SessionState' })

type Path = { readonly path: string; readonly summary: string; readonly body?: z.ZodType; readonly answer: z.ZodType }

const POSTS: readonly Path[] = [
  {
    path: '/sign-in/email',
    summary: 'Sign in; sets the session cookie, or asks for the second factor',
    body: z.object({ email, password, rememberMe: z.boolean().optional() }),
    answer: signedInSchema,
  },
  {
    path: '/two-factor/verify-totp',
    summary: 'The second factor of a sign-in, or the first code after enrolment',
    body: z.object({ code }),
    answer: signedInSchema,
  },
  {
    path: '/two-factor/verify-backup-code',
    summary: 'A backup code instead of the second factor; each works once',
    body: z.object({ code }),
    answer: signedInSchema,
  },
  { path: '/sign-out', summary: 'End this session', answer: doneSchema },
  {
    path: '/change-password',
    summary: 'Change the own password; all other sessions end',
    body: z.object({ currentPassword: password, newPassword: password }),
    answer: signedInSchema,
  },
  {
    path: '/two-factor/enable',
    summary: 'Begin enrolment of an authenticator app',
    body: z.object({ password }),
    answer: enrolmentSchema,
  },
  {
    path: '/two-factor/disable',
    summary: 'Remove the second factor',
    body: z.object({ password }),
    answer: doneSchema,
  },
  {
    path: '/two-factor/generate-backup-codes',
    summary: 'New backup codes; the old ones end',
    body: z.object({ password }),
    answer: backupCodesSchema,
  },
  {
    path: '/organization/set-active',
    summary: 'Work in another of the own tenants',
    body: z.object({ organizationId: z.uuid() }),
    answer: tenantSchema,
  },
]

const PREFIX = '/api/auth'
const problems = { '4xx': problemSchema }

export function authRoutes(typed: Http, auth: Auth): void {
  // better-auth's answers are given on as they are; the schemas leave out what is not named in them (the session's token).
  const http = typed as unknown as FastifyInstance // the same instance, without types for answers
  for (const { path, summary, body, answer } of POSTS) {
    http.post(
      `${PREFIX}${path}`,
      {
        config: { right: 'public' },
        schema: {
          tags: ['auth'],
          summary,
          security: [],
          ...(body ? { body } : {}),
          response: { 200: answer, ...problems },
        },
      },
      async (request, reply) => passOn(auth, request, reply),
    )
  }
  http.get(
    `${PREFIX}/get-session`,
    {
      config: { right: 'public' },
      schema: {
        tags: ['auth'],
        summary: 'The session, prolonged where due',
        security: [],
        response: { 200: sessionSchema, ...problems },
      },
    },
    async (request, reply) => passOn(auth, request, reply),
  )
}

async function passOn(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const response = await auth.handler(asRequest(request), request.ip)
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  const text = await response.text()
  if (!response.ok) throw problemOf(response, text)
  return reply.header('cache-control', 'no-store').code(200).send(JSON.parse(text))
}

function asRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length') headers.set(name, String(value))
  }
  const url = new URL(request.url, `http://${request.headers.host ?? 'localhost'}`)
  if (request.method === 'GET') return new Request(url, { headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: request.method, headers, body: JSON.stringify(request.body ?? {}) })
}

type Said = { readonly code?: string; readonly message?: string }

function problemOf(response: Response, text: string): Refused {
  const said = text.startsWith('{') ? (JSON.parse(text) as Said) : {} // better-auth's error: { code, message }
  const status = response.status
  switch (said.code) {
    case 'INVALID_EMAIL':
    case 'INVALID_EMAIL_OR_PASSWORD':
      return refused('sign_in_failed', {}, { status: 401 })
    case 'SIGN_IN_LOCKED':
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return refused('sign_in_locked', {}, { status: 429 })
    case 'NO_MEMBERSHIP':
      return refused('no_membership', {}, { status: 403 })
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return refused('second_factor_wrong', {}, { status: 401 })
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return refused('second_factor_expired', {}, { status: 401 })
    case 'TOTP_ALREADY_ENABLED':
      return refused('second_factor_enabled', {}, { status: 409 })
    case 'TOTP_NOT_ENABLED':
    case 'TWO_FACTOR_NOT_ENABLED':
    case 'BACKUP_CODES_NOT_ENABLED':
      return refused('second_factor_not_enabled', {}, { status: 409 })
    case 'INVALID_PASSWORD':
      return refused('password_wrong')
    case 'PASSWORD_TOO_SHORT':
      return refused('password_too_short', { characters: PASSWORD_SHORTEST })
    case 'PASSWORD_UNCHANGED':
      return refused('password_unchanged')
    case 'USER_IS_NOT_A_MEMBER_OF_THE_ORGANIZATION':
    case 'ORGANIZATION_NOT_FOUND':
      return refused('not_a_member', {}, { status: 404 })
    case 'INVALID_ORIGIN':
    case 'MISSING_OR_NULL_ORIGIN':
      return refused('foreign_origin', {}, { status: 403 })
    default:
      return unnamed(status, said, response.headers)
  }
}

function unnamed(status: number, said: Said, headers: Headers): Refused {
  if (status === 429)
    return refused('too_many_requests', { seconds: Number(headers.get('x-retry-after') ?? 60) }, { status })
  if (status === 401) return refused('not_signed_in', {}, { status })
  if (status >= 500) throw new Error(`sign-in failed: ${said.code ?? ''} ${said.message ?? ''}`)
  return refused('invalid_input', { place: '/', reason: said.message ?? said.code ?? '' }, { status })
}
