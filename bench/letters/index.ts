// `mahnwerk bench letters`: tagged PDFs per second by the pool of threads, and the memory of the process while it goes on.
// Beside them: the least that the engine can do, a page with an address and one sentence.

import { availableParallelism } from 'node:os'
import type { Letter } from '@mahnwerk/core/letters'
import { closeLetters, renderLetter } from '@mahnwerk/server/letters'
import type { BenchRun } from '../benches/index.ts'
import { median, round, table, timed } from '../figures/index.ts'
import { bareLetter, costSheet, reminder } from './letters.ts'

const ROUNDS = 4
const GOAL_PER_SECOND = 100
const WARM_UP = 50
/** As many letters wait at once as a job would take at a time. */
const AT_ONCE = 100

type Kind = { readonly name: string; readonly make: (index: number) => Letter }

const KINDS: readonly Kind[] = [
  { name: 'Mahnung, eine Seite', make: reminder },
  { name: 'Forderungsaufstellung', make: costSheet },
]
const BARE: Kind = { name: 'nur Anschrift und ein Satz', make: bareLetter }

export const run: BenchRun = async (rows, say) => {
  try {
    for (const kind of [BARE, ...KINDS]) await write(kind, 0, WARM_UP)
    const share = Math.ceil(rows / ROUNDS)
    const rounds: Round[] = []
    for (let number = 0; number < ROUNDS; number += 1) rounds.push(await measure(number, share))
    for (const line of report(rounds)) say(line)
    return figuresOf(rows, rounds)
  } finally {
    await closeLetters()
  }
}

type Round = {
  readonly perSecond: readonly number[]
  /** Processor time of a reminder, of all threads: what a machine that does other work too still tells. */
  readonly cpuMs: number
  readonly bare: number
  readonly kB: number
  readonly memoryMiB: number
}

async function measure(number: number, letters: number): Promise<Round> {
  const from = WARM_UP + number * letters
  const few = Math.ceil(letters / 4)
  const bare = await perSecond(BARE, from, few)
  const measured = []
  for (const kind of KINDS) measured.push(await perSecond(kind, from, letters))
  return {
    perSecond: measured.map(({ rate }) => rate),
    cpuMs: measured[0]?.cpuMs ?? 0,
    bare: bare.rate,
    kB: round((measured.at(-1)?.bytes ?? 0) / letters / 1000),
    memoryMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
  }
}

type Speed = { readonly rate: number; readonly cpuMs: number; readonly bytes: number }

async function perSecond(kind: Kind, from: number, count: number): Promise<Speed> {
  const before = process.cpuUsage()
  const [ms, bytes] = await timed(() => write(kind, from, count))
  const { user, system } = process.cpuUsage(before)
  return { rate: round(count / (ms / 1000)), cpuMs: round((user + system) / 1000 / count), bytes }
}

/** Made and rendered in portions, as a run does it. Returns the bytes of all. */
async function write({ make }: Kind, from: number, count: number): Promise<number> {
  let bytes = 0
  for (let done = 0; done < count; done += AT_ONCE) {
    const portion = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, index) => make(from + done + index))
    const made = await Promise.all(portion.map(renderLetter))
    bytes += made.reduce((all, pdf) => all + pdf.length, 0)
  }
  return bytes
}

function report(rounds: readonly Round[]): string[] {
  const rows = rounds.map((one, index) => [`Runde ${index + 1}`, ...one.perSecond, one.bare, one.cpuMs, one.memoryMiB])
  return table([
    ['PDF je Sekunde', ...KINDS.map(({ name }) => name), BARE.name, 'CPU ms je Mahnung', 'Speicher MiB'],
    ...rows,
  ])
}

function figuresOf(rows: number, rounds: readonly Round[]) {
  const of = (read: (one: Round) => number): number => round(median(rounds.map(read)))
  const [first, last] = [rounds[0]?.memoryMiB ?? 0, rounds.at(-1)?.memoryMiB ?? 0]
  return {
    rows,
    cores: availableParallelism(),
    goalPerSecond: GOAL_PER_SECOND,
    remindersPerSecond: of((one) => one.perSecond[0] ?? 0),
    costSheetsPerSecond: of((one) => one.perSecond[1] ?? 0),
    barePerSecond: of(({ bare }) => bare),
    cpuMsPerReminder: of(({ cpuMs }) => cpuMs),
    costSheetKB: of(({ kB }) => kB),
    memoryFirstRoundMiB: first,
    memoryLastRoundMiB: last,
    ratioToLimit: of((one) => (one.perSecond[0] ?? 0) / one.bare),
  }
}
