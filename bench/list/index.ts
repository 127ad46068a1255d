// `mahnwerk bench list`: the list of invoices through HTTP, and beside each request the same SQL by hand.

import type { BenchRun } from '../benches/index.ts'
import { type Spread, median, round, spread, table, timed } from '../figures/index.ts'
import { type House, openHouse } from '../house/index.ts'
import { CASES, type Case, DEEP, DEEP_PAGES, urlOf } from './cases.ts'
import { seed } from './seed.ts'
import { type ByHand, openByHand } from './statements.ts'

const GOAL_MS = 60
const WARM_UP = 3
const TIMES = 40

export const run: BenchRun = async (rows, say) => {
  const house = await openHouse()
  try {
    const [ms] = await timed(() => seed(house, rows))
    say(`${rows} Rechnungen in ${round(ms / 1000)} s angelegt (recordInvoices, Zustände durch UPDATE)`)
    const byHand = await openByHand(house)
    const measured: Measured[] = []
    for (const one of [...CASES, ...(await deepPages(house))]) measured.push(await measure(house, byHand, one))
    await byHand.close()
    for (const line of report(measured)) say(line)
    return figuresOf(rows, ms, measured)
  } finally {
    await house.close()
  }
}

type Measured = { readonly name: string; readonly ours: Spread; readonly limit: Spread; readonly ratio: number }

/** In turn, so that what else happens on the machine meets both alike. */
async function measure(house: House, byHand: ByHand, one: Case): Promise<Measured> {
  const url = urlOf(one)
  const limit = await byHand.statementsOf(url)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let time = 0; time < WARM_UP + TIMES; time += 1) {
    const [oursMs] = await timed(() => ask(house, url))
    const [limitMs] = await timed(limit)
    if (time < WARM_UP) continue
    ours.push(oursMs)
    theirs.push(limitMs)
  }
  return { name: one.name, ours: spread(ours), limit: spread(theirs), ratio: round(median(ours) / median(theirs)) }
}

async function ask({ server, key }: House, url: string): Promise<{ nextCursor?: string }> {
  const answer = await fetch(server.url + url, { headers: { authorization: `Bearer ${key}` } })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { nextCursor?: string } // our own answer
}

async function deepPages(house: House): Promise<Case[]> {
  const deep: Case[] = []
  for (const one of DEEP) {
    let query = one.query
    for (let passed = 0; passed < DEEP_PAGES; passed += 1) {
      const { nextCursor } = await ask(house, urlOf({ ...one, query }))
      if (nextCursor === undefined) break
      query = { ...one.query, cursor: nextCursor }
    }
    deep.push({ ...one, query: { ...query, limit: '50' } })
  }
  return deep
}

function report(measured: readonly Measured[]): string[] {
  const rows = measured.map(({ name, ours, limit, ratio }) => [name, ours.p50, ours.p95, limit.p50, limit.p95, ratio])
  return table([['', 'p50 ms', 'p95 ms', 'SQL p50', 'SQL p95', 'ratio'], ...rows])
}

function figuresOf(rows: number, seedMs: number, cases: readonly Measured[]) {
  const slowest = cases.toSorted((a, b) => b.ours.p95 - a.ours.p95)[0]
  return {
    rows,
    seedSeconds: round(seedMs / 1000),
    goalMs: GOAL_MS,
    missed: cases.filter(({ ours }) => ours.p95 >= GOAL_MS).map(({ name }) => name),
    slowest: slowest?.name,
    p95Highest: slowest?.ours.p95,
    p50Median: median(cases.map(({ ours }) => ours.p50)),
    p95Median: median(cases.map(({ ours }) => ours.p95)),
    ratioToLimit: median(cases.map(({ ratio }) => ratio)),
    cases,
  }
}
