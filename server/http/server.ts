// The HTTP edge: schemas in and out, who is asking, what they may, and every error as problem details.

import Fastify, { type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from 'fastify'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type ZodTypeProvider,
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Principal } from '../auth/principal.ts'
import type { Right } from '../auth/rights.ts'
import { documentOf, isPage, servePages } from './pages.ts'
import { sendInvalidInput, sendProblem } from './problem.ts'
import { Refused, refused } from './refused.ts'

/** `right`: what a caller must hold; 'public' needs no sign-in; 'partner' is proven by the message's own signature. */
export type Access = Right | 'public' | 'partner'

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal
  }
  interface FastifyContextConfig {
    right?: Access
  }
}

export type Http = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** `address`: where the request came from, for the log of sign-ins. */
export type Authenticate = (headers: Headers, address?: string) => Promise<Principal | undefined>

export type HttpOptions = {
  readonly authenticate: Authenticate
  readonly logger: FastifyBaseLogger | boolean
  readonly requestsPerMinute: number
  /** Without one, every client of a reverse proxy would share one address and so one limit. */
  readonly trustedProxies: readonly string[]
  /** Where the built web application lies; absent for an API alone. */
  readonly pages?: string
}

const BODY_LIMIT = 32 * 1024 * 1024

export async function createHttp(options: HttpOptions): Promise<Http> {
  const http: Http = Fastify({
    ...(typeof options.logger === 'boolean' ? { logger: options.logger } : { loggerInstance: options.logger }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    genReqId: () => crypto.randomUUID(),
  }).withTypeProvider<ZodTypeProvider>()
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.decorateRequest('principal')
  await http.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY, hsts: false })
  await http.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, context) =>
      refused('too_many_requests', { seconds: Math.ceil(context.ttl / 1000) }, { status: 429 }),
  })
  await http.register(multipart, { limits: { fileSize: BODY_LIMIT, files: 500 } })
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Mahnwerk',
        version: '1',
        description: 'Receivables: invoices, handover to a partner, and what comes back.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'mahnwerk.session_token' },
          apiKey: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { apiKey: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  guard(http, options.authenticate)
  answerErrors(http, options.pages !== undefined)
  if (options.pages !== undefined) await servePages(http, options.pages)
  return http
}

// Everything comes from this origin; styles are set by the component library at run time.
const CONTENT_SECURITY = {
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    // A letter that was just made is shown beside its words.
    frameSrc: ["'self'", 'blob:'],
    upgradeInsecureRequests: null,
  },
}

function guard(http: Http, authenticate: Authenticate): void {
  http.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && route.config?.right === undefined) {
      throw new Error(`route ${String(route.method)} ${route.url} names no right`)
    }
  })
  http.addHook('onRequest', async (request) => {
    const right = request.routeOptions.config.right
    if (right === undefined || right === 'public' || right === 'partner') return
    const principal = await authenticate(new Headers(Object.entries(request.headers).flatMap(headerPairs)), request.ip)
    if (!principal) throw refused('not_signed_in', {}, { status: 401 })
    if (!principal.rights.has(right)) {
      throw refused(principal.session?.passwordChangeDue ? 'password_change_due' : 'not_allowed', {}, { status: 403 })
    }
    request.principal = principal
  })
}

function headerPairs([name, value]: [string, string | string[] | undefined]): [string, string][] {
  if (value === undefined) return []
  return Array.isArray(value) ? value.map((one): [string, string] => [name, one]) : [[name, value]]
}

function answerErrors(http: Http, hasPages: boolean): void {
  http.setNotFoundHandler((request, reply) => {
    if (hasPages && isPage(request)) return reply.sendFile(documentOf(request))
    return sendProblem(request, reply, refused('route_not_found', {}, { status: 404 }))
  })
  http.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    if (error instanceof Refused) return sendProblem(request, reply, error)
    if (hasZodFastifySchemaValidationErrors(error)) return sendInvalidInput(request, reply, error.validation)
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE') {
      return sendProblem(request, reply, refused('body_too_large', {}, { status: 413 }))
    }
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      return sendInvalidInput(request, reply, [{ instancePath: '/', message: error.message }])
    }
    request.log.error({ err: error }, 'unexpected error')
    if (isDatabaseAway(error)) return sendProblem(request, reply, refused('unavailable', {}, { status: 503 }))
    return sendProblem(request, reply, refused('internal', { requestId: request.id }, { status: 500 }))
  })
}

// Connection failures of the driver and PostgreSQL's classes 57P (operator intervention) and 53 (out of resources).
function isDatabaseAway(error: { readonly code?: string }): boolean {
  return /^(ECONN|EPIPE|ENOENT|57P|53)/.test(error.code ?? '')
}
