// The creditor's webhook for one run of the conformance suite: keeps what arrives, answers as the suite wants.

import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { instant } from '@mahnwerk/core/calendar'
import type { WebhookReceiver } from '@mahnwerk/connectors/protocol/conformance'

type Received = ReturnType<WebhookReceiver['received']>[number]

/** Listens on all addresses of this machine, since the partner may be elsewhere. */
export async function startReceiver(given: {
  readonly port: number
  readonly secret: string
}): Promise<WebhookReceiver & { readonly port: number; close(): Promise<void> }> {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer((request, response) => void take(request, response))
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await text(request)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    received.push({ headers, rawBody, receivedAt: instant(new Date().toISOString()) })
    response.writeHead(answers.shift() ?? 200).end()
  }
  await once(server.listen(given.port), 'listening')
  const address = server.address()
  return {
    secret: given.secret,
    port: typeof address === 'object' && address !== null ? address.port : given.port,
    received: () => received,
    answerNext: (status, times) => void answers.push(...Array.from({ length: times }, () => status)),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
