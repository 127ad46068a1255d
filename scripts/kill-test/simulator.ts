// The pretended partner as a process, and its books as its control side shows them.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPart } from '../start/child.ts'

export type TheirClaim = {
  readonly claimRef: string
  readonly open: Readonly<Record<'principal' | 'charges' | 'interest' | 'costs', number>>
  readonly paidTotal: number
  readonly directPayments: Readonly<Record<string, { readonly reversed: boolean }>>
  readonly package: { readonly claim: { readonly invoiceNumber: string } }
  readonly news: readonly {
    readonly sequence: number
    readonly body: { readonly type: string; readonly paymentId?: string }
  }[]
}

export type Overview = { readonly claims: number; readonly webhooksWaiting: number; readonly now: string }

export type Simulator = {
  readonly url: string
  readonly connect: (connectionId: string, settings: object) => Promise<void>
  /** The partner's time goes on by so many days: it writes letters, debtors pay. Webhooks that waited are sent. */
  readonly advance: (connectionId: string, days: number) => Promise<void>
  readonly overview: (connectionId: string) => Promise<Overview>
  readonly claim: (connectionId: string, claimRef: string) => Promise<TheirClaim | undefined>
  readonly stop: () => Promise<void>
}

const SECONDS_A_DAY = 86_400

export async function startSimulator(port: number, folder: string): Promise<Simulator> {
  const token = 'control-of-the-kill-test'
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    SIMULATOR_PORT: String(port),
    SIMULATOR_CONTROL_TOKEN: token,
    SIMULATOR_JOURNAL: join(folder, 'simulator.journal'),
  }
  const part = await startPart({
    name: 'simulator',
    command: ['simulator/main.ts'],
    env,
    logFile: join(folder, 'simulator.log'),
  })
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/control/connections/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (answer.status === 404) return undefined
    if (!answer.ok) throw new Error(`simulator: ${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  // The simulator's own answers, as its control side writes them.
  const overview = async (id: string) => (await call('GET', id)) as Overview
  await reachable(url, part.isRunning)
  return {
    url,
    connect: async (id, settings) => void (await call('PUT', id, settings)),
    async advance(id, days) {
      const { now } = await overview(id)
      await call('POST', `${id}/advance`, { to: new Date(Date.parse(now) + days * SECONDS_A_DAY * 1000).toISOString() })
    },
    overview,
    claim: async (id, claimRef) => (await call('GET', `${id}/claims/${claimRef}`)) as TheirClaim | undefined,
    stop: part.stop,
  }
}

async function reachable(url: string, isRunning: () => boolean): Promise<void> {
  while (isRunning()) {
    if ((await fetch(`${url}/health`).catch(() => undefined))?.ok === true) return
    await sleep(20)
  }
  throw new Error('the simulator has ended at its start')
}
