// `mahnwerk bench import`: a table of invoices and a folder of e-invoices through the API, and the memory of the server.
// Beside them: the same files read and judged, and nothing kept.

import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchRun } from '../benches/index.ts'
import { median, round, table, timed } from '../figures/index.ts'
import { type House, openHouse } from '../house/index.ts'
import { readEInvoices, readTable } from './bare.ts'
import { type File, csv, eInvoices } from './files.ts'

const ROUNDS = 3
const E_INVOICES = 500
const GOAL_SECONDS_PER_10_000 = 10
const PATIENCE_MS = 300_000

export const run: BenchRun = async (rows, say) => {
  const house = await openHouse()
  try {
    const idle = await house.server.memory()
    await importTable(house, csv(100, 99))
    const rounds: Round[] = []
    for (let number = 1; number <= ROUNDS; number += 1) rounds.push(await measure(house, rows, number))
    const { peak } = await house.server.memory()
    for (const line of report(rounds)) say(line)
    say(`Speicher des Servers: nach dem Start ${idle.now} MiB, höchstens ${peak} MiB`)
    return { ...figuresOf(rows, rounds), memoryAtStartMiB: idle.now, memoryPeakMiB: peak }
  } finally {
    await house.close()
  }
}

type Round = {
  readonly tableSeconds: number
  readonly tableReadSeconds: number
  readonly eInvoiceSeconds: number
  readonly eInvoiceReadSeconds: number
}

async function measure(house: House, rows: number, number: number): Promise<Round> {
  const [file, files] = [csv(rows, number), await eInvoices(E_INVOICES, number)]
  const [tableMs, accepted] = await timed(() => importTable(house, file))
  const [tableReadMs, read] = await timed(() => readTable(file))
  const [eInvoiceMs, taken] = await timed(() => upload(house, files).then(([one]) => one?.accepted))
  const [eInvoiceReadMs, readToo] = await timed(() => readEInvoices(files))
  const counts = [accepted, read, taken, readToo].join()
  if (counts !== [rows, rows, E_INVOICES, E_INVOICES].join()) throw new Error(`not everything came in: ${counts}`)
  const seconds = (ms: number): number => round(ms / 1000)
  return {
    tableSeconds: seconds(tableMs),
    tableReadSeconds: seconds(tableReadMs),
    eInvoiceSeconds: seconds(eInvoiceMs),
    eInvoiceReadSeconds: seconds(eInvoiceReadMs),
  }
}

type Import = {
  readonly id: string
  readonly state: string
  readonly accepted: number
  readonly table?: { readonly mapping: object }
}

/** As a person does it: the file, its columns as they were suggested, the start, and the end. Returns how many came in. */
async function importTable(house: House, file: File): Promise<number> {
  const [waiting] = await upload(house, [file])
  if (waiting?.table === undefined) throw new Error(`${file.name} is not waiting: ${JSON.stringify(waiting)}`)
  await call(house, 'PUT', `/${waiting.id}/mapping`, JSON.stringify(waiting.table.mapping))
  await call(house, 'POST', `/${waiting.id}/run`)
  const limit = Date.now() + PATIENCE_MS
  while (Date.now() < limit) {
    const now = (await call(house, 'GET', `/${waiting.id}?limit=1`)) as Import // our own answer
    if (now.state === 'done') return now.accepted
    await sleep(50)
  }
  throw new Error(`${file.name} has not come to its end`)
}

async function upload(house: House, files: readonly File[]): Promise<readonly Import[]> {
  const form = new FormData()
  for (const { name, bytes } of files) form.append('files', new Blob([bytes]), name)
  return ((await call(house, 'POST', '', form)) as { imports: readonly Import[] }).imports // our own answer
}

async function call({ server, key }: House, method: string, path: string, body?: string | FormData): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/v1/imports${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body }),
  })
  if (!answer.ok) throw new Error(`imports${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

function report(rounds: readonly Round[]): string[] {
  const rows = rounds.map((one, index) => [
    `Runde ${index + 1}`,
    one.tableSeconds,
    one.tableReadSeconds,
    one.eInvoiceSeconds,
    one.eInvoiceReadSeconds,
  ])
  return table([['', 'Tabelle s', 'nur gelesen s', `${E_INVOICES} E-Rechnungen s`, 'nur gelesen s'], ...rows])
}

function figuresOf(rows: number, rounds: readonly Round[]) {
  const of = (read: (one: Round) => number): number => round(median(rounds.map(read)))
  return {
    rows,
    goalSeconds: round((GOAL_SECONDS_PER_10_000 * rows) / 10_000),
    tableSeconds: of((one) => one.tableSeconds),
    tablePerSecond: of((one) => rows / one.tableSeconds),
    tableRatioToRead: of((one) => one.tableSeconds / one.tableReadSeconds),
    eInvoices: E_INVOICES,
    eInvoiceSeconds: of((one) => one.eInvoiceSeconds),
    eInvoicesPerSecond: of((one) => E_INVOICES / one.eInvoiceSeconds),
    eInvoiceRatioToRead: of((one) => one.eInvoiceSeconds / one.eInvoiceReadSeconds),
    ratioToLimit: of((one) => one.tableSeconds / one.tableReadSeconds),
    rounds,
  }
}
