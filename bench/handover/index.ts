// `mahnwerk bench handover`: handovers confirmed through HTTP, delivered to a partner in another process, and accepted by its
// webhooks. Beside them: the same package sent to a server that does nothing with it.

import { setTimeout as sleep } from 'node:timers/promises'
import { addDays } from '@mahnwerk/core/calendar'
import { recordInvoices } from '@mahnwerk/server/modules/invoices'
import type { BenchRun } from '../benches/index.ts'
import { median, round, spread, table, timed } from '../figures/index.ts'
import { type Child, type House, dice, draft, freePort, openHouse, startChild } from '../house/index.ts'
import { type Progress, compare, packageOf, progressOf } from './books.ts'
import { type Partner, openPartner } from './partner.ts'
import { inPool } from './pool.ts'

const ROUNDS = 5
const AT_ONCE = 16
/** Every so many handovers are sent twice at the same time under one key. */
const TWICE_EVERY = 10
const PATIENCE_MS = 120_000

export const run: BenchRun = async (rows, say) => {
  const house = await openHouse({ nodeFlags: process.env['BENCH_SERVER_FLAGS']?.split(' ') ?? [] })
  const partner = await openPartner(house)
  const echo = await startEcho()
  try {
    const invoices = await seed(house, rows)
    await handOver(house, invoices.splice(0, warmUp(rows)), [])
    await settled(house, partner)
    const confirmed: string[] = []
    const rounds: Round[] = []
    const size = Math.ceil(rows / ROUNDS)
    for (let start = 0; start < rows; start += size) {
      rounds.push(await measure(house, partner, echo, invoices.slice(start, start + size), confirmed))
    }
    const compared = await compare(house, confirmed, await partner.books())
    const memory = await house.server.memory()
    for (const line of report(rounds)) say(line)
    say(
      `verloren ${compared.lost}, doppelt ${compared.doubled}, abweichend ${compared.different}; Speicher höchstens ${memory.peak} MiB`,
    )
    return { ...figuresOf(rows, rounds), ...compared, memoryPeakMiB: memory.peak }
  } finally {
    await echo.stop()
    await partner.stop()
    await house.close()
  }
}

const warmUp = (rows: number): number => Math.min(100, rows)

type Round = {
  readonly confirmedPerSecond: number
  readonly deliveredPerSecond: number
  readonly echoPerSecond: number
  /** From the first request to the last acceptance, the partner's own three seconds included. */
  readonly secondsToAccepted: number
  readonly requestMs: { readonly p50: number; readonly p95: number }
}

async function startEcho(): Promise<Child> {
  const port = await freePort()
  return startChild({ command: ['bench/handover/echo.ts'], port, env: { PORT: String(port) } })
}

type Claim = { readonly id: string }

/** Overdue and reminded, so that each may be handed over; some more than measured, to warm up. */
async function seed(house: House, rows: number): Promise<Claim[]> {
  const roll = dice(11)
  return house.run(async (context) => {
    const all = rows + warmUp(rows)
    const drafts = Array.from({ length: all }, (_, index) => {
      const one = draft(index, all, context.today, roll)
      const dueDate = addDays(context.today, -60)
      const dunned = { level: 3, lastNoticeOn: addDays(context.today, -20) }
      return { ...one, invoiceDate: addDays(dueDate, -14), dueDate, dunned }
    })
    const outcomes = await recordInvoices(context, { practiceId: house.practiceId, source: 'api' }, drafts)
    return outcomes.map((outcome) => {
      if (outcome.outcome !== 'accepted') throw new Error(`not recorded: ${JSON.stringify(outcome)}`)
      return { id: outcome.invoiceId }
    })
  })
}

async function measure(
  house: House,
  partner: Partner,
  echo: Child,
  invoices: readonly Claim[],
  confirmed: string[],
): Promise<Round> {
  const before = await progressOf(house)
  const start = performance.now()
  const since = (): number => (performance.now() - start) / 1000
  const delivered = until(house, ({ delivered: count }) => count >= before.delivered + invoices.length).then(since)
  const requestMs = await handOver(house, invoices, confirmed)
  const confirmedAfter = since()
  const deliveredAfter = await delivered
  await until(house, ({ accepted }) => accepted >= before.accepted + invoices.length)
  const acceptedAfter = since()
  await settled(house, partner)
  return {
    confirmedPerSecond: round(invoices.length / confirmedAfter),
    deliveredPerSecond: round(invoices.length / deliveredAfter),
    secondsToAccepted: round(acceptedAfter),
    echoPerSecond: round(await echoes(house, echo, invoices.length)),
    requestMs: spread(requestMs),
  }
}

/** Returns how long each request took. */
async function handOver(house: House, invoices: readonly Claim[], confirmed: string[]): Promise<number[]> {
  const took: number[] = []
  await inPool(AT_ONCE, invoices, async ({ id }, index) => {
    const [ms, caseId] = await timed(() => confirm(house, id))
    took.push(ms)
    confirmed.push(caseId)
    if (index % TWICE_EVERY === 0 && (await confirm(house, id)) !== caseId) confirmed.push(`${caseId} again`)
  })
  return took
}

async function confirm({ server, key }: House, id: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/invoices/${id}/handover`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': `hand over ${id}`,
    },
    body: JSON.stringify({ version: 1, changes: {}, answers: { disputed: false, obligationFulfilled: true } }),
  })
  if (answer.status !== 201) throw new Error(`handover of ${id}: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { caseId: string }).caseId // our own answer
}

async function echoes(house: House, echo: Child, count: number): Promise<number> {
  const body = await packageOf(house)
  const [ms] = await timed(() =>
    inPool(AT_ONCE, Array.from({ length: count }), async () => {
      const answer = await fetch(echo.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      await answer.json()
    }),
  )
  return (count * 1000) / ms
}

async function until(house: House, done: (progress: Progress) => boolean): Promise<void> {
  const limit = Date.now() + PATIENCE_MS
  for (;;) {
    const progress = await progressOf(house)
    if (done(progress)) return
    if (Date.now() > limit) throw new Error(`it stays at ${JSON.stringify(progress)}`)
    await sleep(20)
  }
}

/** Everything that was handed over is accepted, and nothing is on its way. */
async function settled(house: House, partner: Partner): Promise<void> {
  await until(house, ({ cases, delivered, accepted }) => delivered === cases && accepted === cases)
  while ((await partner.webhooksWaiting()) > 0) await sleep(20)
}

function report(rounds: readonly Round[]): string[] {
  const rows = rounds.map((one, index) => [
    `Runde ${index + 1}`,
    one.confirmedPerSecond,
    one.deliveredPerSecond,
    one.secondsToAccepted,
    one.echoPerSecond,
    one.requestMs.p50,
    one.requestMs.p95,
  ])
  return table([['', 'bestätigt/s', 'zugestellt/s', 's bis angenommen', 'Echo/s', 'p50 ms', 'p95 ms'], ...rows])
}

function figuresOf(rows: number, rounds: readonly Round[]) {
  const of = (read: (one: Round) => number): number => median(rounds.map(read))
  return {
    rows,
    atOnce: AT_ONCE,
    confirmedPerSecond: of((one) => one.confirmedPerSecond),
    deliveredPerSecond: of((one) => one.deliveredPerSecond),
    secondsToAccepted: of((one) => one.secondsToAccepted),
    echoPerSecond: of((one) => one.echoPerSecond),
    requestP50Ms: of((one) => one.requestMs.p50),
    requestP95Ms: of((one) => one.requestMs.p95),
    ratioToLimit: round(of((one) => one.deliveredPerSecond / one.echoPerSecond)),
    rounds,
  }
}
