// Serves the built web application: files with a hash in their name for a year, the page itself always fresh.

import fastifyStatic from '@fastify/static'
import type { FastifyRequest } from 'fastify'
import type { Http } from './server.ts'

const YEAR_SECONDS = 31_536_000

export async function servePages(http: Http, directory: string): Promise<void> {
  await http.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: 'index.html',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const value = path.includes('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache'
      void reply.header('cache-control', value)
    },
  })
}

/** Every address that is no file and no API is a page of the application. */
export function isPage(request: FastifyRequest): boolean {
  return request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)
}

/** The document of a page: the public calculators have one of their own, everything else is the office's. */
export function documentOf(request: FastifyRequest): string {
  return /^\/rechner(\/|\?|$)/.test(request.url) ? 'rechner/index.html' : 'index.html'
}
