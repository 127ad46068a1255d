// The world behind Fastify: every request is carried to it as it came, and a connection that has to break is broken.

import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { PlainRequest } from '@mahnwerk/connectors/protocol/server'
import type { World } from '../world/index.ts'

const BODY_BYTES_MAX = 20_000_000

export function createHttp(world: World): FastifyInstance {
  const http = fastify({ bodyLimit: BODY_BYTES_MAX, logger: false, forceCloseConnections: true })
  http.removeAllContentTypeParsers()
  http.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  http.all('/*', async (request, reply) => {
    const answer = await world.respond(plain(request))
    if (typeof answer === 'string') {
      reply.hijack()
      request.raw.socket.destroy()
      return
    }
    return reply.code(answer.status).headers(answer.headers).send(answer.body)
  })
  return http
}

function plain(request: FastifyRequest): PlainRequest {
  const [path = '', query] = request.raw.url?.split('?', 2) ?? []
  return {
    method: request.method,
    path,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: typeof request.body === 'string' ? request.body : '',
  }
}
