// The process itself: started, spoken to over a socket, killed and started again.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createProtocolClient } from '@mahnwerk/connectors/protocol'
import { sampleClaim } from '@mahnwerk/connectors/protocol/conformance'
import { trueNow } from './world/index.ts'

const CONTROL = 'control-token'
const TOKEN = 'partner-token'
const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='

let folder = ''
let creditor: Server
let delivered: string[] = []
const started: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'))
  delivered = []
  creditor = createServer((request, response) => {
    delivered.push(String(request.headers['webhook-id']))
    request.resume().on('end', () => response.end())
  })
  await once(creditor.listen(0, '127.0.0.1'), 'listening')
})

afterEach(async () => {
  for (const child of started) child.kill('SIGKILL')
  creditor.close()
  await rm(folder, { recursive: true })
})

async function start(env: Record<string, string> = {}): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, SIMULATOR_CONTROL_TOKEN: CONTROL, SIMULATOR_JOURNAL: join(folder, 'journal.jsonl'), ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  started.push(child)
  if (child.stdout === null) throw new Error('the child has no output')
  const first: unknown = (await once(createInterface(child.stdout), 'line'))[0]
  const { port } = JSON.parse(String(first)) as { port: number } // the first line of main.ts
  return { child, url: `http://127.0.0.1:${port}` }
}

function control(url: string, method: string, path: string, content?: object): Promise<Response> {
  return fetch(`${url}/control/connections/c1${path}`, {
    method,
    headers: { authorization: `Bearer ${CONTROL}`, 'content-type': 'application/json' },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  })
}

async function connect(url: string): Promise<ReturnType<typeof createProtocolClient>> {
  const address = creditor.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const settings = {
    token: TOKEN,
    webhookUrl: `http://127.0.0.1:${port}/`,
    webhookSecret: SECRET,
    profile: 'kranich',
    seed: 's',
  }
  expect((await control(url, 'PUT', '', settings)).status).toBe(200)
  return createProtocolClient({ baseUrl: `${url}/partners/c1/v1`, token: TOKEN, fetch })
}

it('answers over a socket, moves its clock by control, and survives being killed', async () => {
  const first = await start()
  const client = await connect(first.url)
  expect((await client.submitClaim(sampleClaim('a', trueNow()), 'k')).outcome).toBe('accepted')
  const next = (await (await control(first.url, 'GET', '/next')).json()) as { next: string } // the control side's answer
  await control(first.url, 'POST', '/advance', { to: next.next })
  expect(delivered).toEqual(['evt_a_1', 'evt_a_2'])
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await start()
  const ledger = await (await control(second.url, 'GET', '/claims/a')).json()
  expect(ledger).toMatchObject({ claimRef: 'a', caseNumber: '77-204518', open: { principal: 18_450 } })
  expect(await (await fetch(`${second.url}/health`)).json()).toEqual({ status: 'ok', connections: 1, claims: 1 })
  expect(delivered).toEqual(['evt_a_1', 'evt_a_2'])
})

it('accepts a claim after three seconds without anybody moving the clock', { timeout: 15_000 }, async () => {
  const { url } = await start()
  const client = await connect(url)
  await client.submitClaim(sampleClaim('a', trueNow()), 'k')
  await vi.waitFor(() => expect(delivered).toEqual(['evt_a_1', 'evt_a_2']), { timeout: 8000, interval: 100 })
})

it('breaks the connection when it is told to be down, and keeps strangers from its control side', async () => {
  const { url } = await start()
  const client = await connect(url)
  await control(url, 'POST', '/faults', { down: 'refused' })
  expect((await client.capabilities()).outcome).toBe('unknown')
  await control(url, 'POST', '/faults', { down: 'unavailable' })
  expect(await client.capabilities()).toMatchObject({ outcome: 'unavailable', retryAfterSeconds: 30 })
  expect((await control(url, 'POST', '/faults', { lose: 2 })).status).toBe(400)
  expect((await control(url, 'POST', '/faults', {})).status).toBe(200)
  expect((await client.capabilities()).outcome).toBe('accepted')
  const stranger = await fetch(`${url}/control/connections/c1`, { headers: { authorization: 'Bearer other-token' } })
  expect(stranger.status).toBe(401)
})

it('ends when it is asked to, and when its parent goes away', async () => {
  const asked = await start()
  asked.child.kill('SIGTERM')
  expect(await once(asked.child, 'exit')).toEqual([0, null])
  const orphan = await start({ SIMULATOR_EXIT_WITH_PARENT: '1' })
  orphan.child.stdin?.end()
  expect(await once(orphan.child, 'exit')).toEqual([0, null])
})

it('says what is missing and does not start without a control token', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, SIMULATOR_CONTROL_TOKEN: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const chunk: unknown = (await once(child.stderr, 'data'))[0]
  expect(String(chunk)).toContain('SIMULATOR_CONTROL_TOKEN')
  expect(await once(child, 'exit')).toEqual([1, null])
})
