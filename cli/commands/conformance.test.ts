import { expect, it } from 'vitest'
import { createHttp } from '@mahnwerk/simulator/http'
import { createWorld, trueNow } from '@mahnwerk/simulator/world'
import { run } from './conformance.ts'
import { startReceiver } from './conformance-receiver.ts'

const TOKEN = 'partner-token'
const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='

async function called(...args: readonly string[]): Promise<{ code: number; lines: readonly string[] }> {
  const lines: string[] = []
  const code = await run(args, { out: (line) => lines.push(line), err: (line) => lines.push(line) })
  return { code, lines }
}

// A free port: taken for a moment, given back for the command.
async function freePort(): Promise<number> {
  const receiver = await startReceiver({ port: 0, secret: SECRET })
  await receiver.close()
  return receiver.port
}

it('checks a partner over sockets, its webhooks too, and counts in the last line', async () => {
  const listen = await freePort()
  const world = createWorld({ fetch, now: trueNow })
  const webhookUrl = `http://127.0.0.1:${listen}/`
  await world.connect('c1', { token: TOKEN, webhookUrl, webhookSecret: SECRET, profile: 'kranich', seed: 's' })
  const http = createHttp(world)
  const url = await http.listen({ port: 0, host: '127.0.0.1' })
  const ticking = setInterval(() => world.tick(), 50)
  try {
    const base = `${url}/partners/c1/v1`
    const good = await called(base, '--token', TOKEN, '--listen', String(listen), '--secret', SECRET)
    expect(good.lines.filter((line) => line.startsWith('failed'))).toEqual([])
    expect(good.lines.at(-1)).toMatch(/^3\d passed, 0 failed$/)
    expect(good.code).toBe(0)
    const bad = await called(base, '--token', 'wrong-token', '--patience', '0')
    expect(bad.lines.at(-1)).toMatch(/^\d+ passed, [1-9]\d* failed$/)
    expect(bad.code).toBe(1)
  } finally {
    clearInterval(ticking)
    await http.close()
  }
})

it('checks every connector against its stand-in', async () => {
  const { code, lines } = await called('--all-connectors')
  expect(lines.at(-1)).toMatch(/^[1-9]\d* passed, 0 failed$/)
  expect(code).toBe(0)
})

it.each([
  [[]],
  [['not a url', '--token', 't']],
  [['http://127.0.0.1:1/v1', '--no-such-option']],
  [['http://127.0.0.1:1/v1', '--token', 't', '--listen', '1']],
])('says how it is called for %j', async (args) => {
  const { code, lines } = await called(...args)
  expect(code).toBe(2)
  expect(lines[0]).toContain('mahnwerk conformance URL')
})
