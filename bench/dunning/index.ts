// `mahnwerk bench dunning`: a day's run over open invoices of five a debtor, to level 1, some time later to level 2, and the
// same day again with nothing to do; beside it the limit, one statement on bare tables of the same server that does the least of
// it. What our run writes more (history, fees, numbers) is part of its figure. Three sizes tell how it grows; ours and the limit
// take turns, on a new creditor each round.

import { type LocalDate, addDays, weekday } from '@mahnwerk/core/calendar'
import { EUR } from '@mahnwerk/core/money'
import { systemPrincipal } from '@mahnwerk/server/auth'
import { type Context, inContext } from '@mahnwerk/server/http'
import { sql } from 'kysely'
import type { BenchRun } from '../benches/index.ts'
import { median, quantile, round, table } from '../figures/index.ts'
import { type Creditor, type House, openCreditor, openHouse } from '../house/index.ts'
import { type Limit, openLimit } from './limit.ts'
import { databaseSeconds } from './processor.ts'
import { seedInvoices, tidy } from './seed.ts'
import { visit } from './visitor.ts'
import { type Writer, startWriter } from './writing.ts'

const STEPS = [1, 2, 3].map((level) => ({
  level,
  afterDays: level > 1 ? 14 : 7,
  channel: 'email_and_letter',
  fee: level > 1 ? 120 : 0,
  periodDays: 7,
  interest: false,
}))

const SIZES = 3
const LEAST = 1_000
/** Rounds of a size: the small ones are quick and vary the more. */
const roundsOf = (rows: number): number => (rows > 200_000 ? 2 : 3)

type Time = { readonly seconds: number; readonly processorSeconds: number }
type Pair = { readonly ours: Time & { readonly peakMiB: number }; readonly limit: Time }
type Round = { readonly level1: Pair; readonly level2: Pair; readonly idle: Pair; readonly pages: readonly number[] }

export const run: BenchRun = async (rows, say) => {
  const house = await openHouse({ role: 'web' })
  const writer = startWriter(house.database.url)
  try {
    // A Monday: what falls due on a weekend is written on the next working day.
    const firstDay = await house.run(async ({ today }) => addDays(today, 8 - weekday(today)))
    const sizes = [...new Set(Array.from({ length: SIZES }, (_, index) => Math.max(LEAST, rows / 10 ** index)))]
      .map(Math.round)
      .toSorted((a, b) => a - b)
    const measured: { readonly size: number; readonly rounds: readonly Round[] }[] = []
    for (const size of sizes) {
      const rounds: Round[] = []
      for (let index = 0; index < roundsOf(size); index++) {
        rounds.push(await measure(house, writer, size, firstDay, index))
        say(`${size.toLocaleString('de')}: Runde ${index + 1} von ${roundsOf(size)}`)
      }
      measured.push({ size, rounds })
    }
    return report(measured, await house.server.memory(), say)
  } finally {
    await writer.stop()
    await house.close()
  }
}

async function measure(house: House, writer: Writer, size: number, firstDay: LocalDate, index: number): Promise<Round> {
  const creditor = await openCreditor(house.ground)
  await inContext(house.ground, systemPrincipal(creditor.tenantId), keepPolicy)
  await seedInvoices(house, creditor, size, firstDay)
  const limit = await openLimit(house.database.ownerUrl, size, firstDay)
  // The law wants more time between the letters than the limit's levels leave.
  const days = { level2: addDays(firstDay, 14), limit2: addDays(firstDay, 7) }
  const pair = async (day: LocalDate, limitDay: LocalDate, number: number, due: number): Promise<Pair> => {
    const ours = () => runOurs(house, creditor, writer, limit, day, due)
    const bare = () => runLimit(limit, limitDay, number, due)
    if ((index + number) % 2 === 0) return { ours: await ours(), limit: await bare() }
    const first = await bare()
    return { ours: await ours(), limit: first }
  }
  const office = visit(house.server.url, creditor.key)
  const level1 = await pair(firstDay, firstDay, 1, size).finally(office.leave)
  const pages = await office.pages
  await tidy(house)
  const level2 = await pair(days.level2, days.limit2, 2, size)
  const idle = await pair(days.level2, days.limit2, 9, 0)
  await limit.close()
  return { level1, level2, idle, pages }
}

async function runOurs(
  house: House,
  { tenantId }: Creditor,
  writer: Writer,
  { backend }: Limit,
  day: LocalDate,
  due: number,
): Promise<Pair['ours']> {
  const before = await databaseSeconds(backend)
  const told = await writer.run({ tenantId, day })
  const spent = (await databaseSeconds(backend)) - before
  const written = await inContext(house.ground, systemPrincipal(tenantId), async ({ trx }) => {
    const { rows } = await sql<{ claims: number }>`
      SELECT coalesce(sum(items), 0)::bigint AS claims FROM notices WHERE tenant_id = ${tenantId} AND run_id = ${told.runId}`.execute(
      trx,
    )
    return rows[0]?.claims
  })
  if (written !== due) throw new Error(`our run reminded of ${written} instead of ${due}`)
  return { seconds: told.seconds, processorSeconds: told.processorSeconds + spent, peakMiB: told.peakMiB }
}

async function runLimit(limit: Limit, day: LocalDate, number: number, due: number): Promise<Time> {
  const before = await databaseSeconds(limit.backend)
  const { seconds, raised } = await limit.run(day, number)
  if (raised !== due) throw new Error(`the limit raised ${raised} instead of ${due}`)
  return { seconds, processorSeconds: (await databaseSeconds(limit.backend)) - before }
}

async function keepPolicy({ trx, tenantId, newId, now }: Context): Promise<void> {
  await sql`
    INSERT INTO dunning_policies (tenant_id, id, name, currency, steps, grouping_by, least_open, standard, created_at)
    VALUES (${tenantId}, ${newId()}, 'Bench', ${EUR}, ${JSON.stringify(STEPS)}, 'per_debtor', 0, true, ${now})`.execute(
    trx,
  )
}

const PARTS = { level1: 'Stufe 1', level2: 'Stufe 2', idle: 'nichts zu tun' } as const

function report(
  measured: readonly { readonly size: number; readonly rounds: readonly Round[] }[],
  { peak }: { readonly peak: number },
  say: (line: string) => void,
) {
  const lines: (readonly (string | number)[])[] = [
    ['', '', 'unser Lauf, s', 'am wenigsten', 'Grenze, s', 'am wenigsten', 'Verhältnis', 'CPU, s', 'CPU der Grenze'],
  ]
  const figures: Record<string, number> = {}
  const ratios: number[] = []
  for (const { size, rounds } of measured) {
    for (const part of ['level1', 'level2', 'idle'] as const) {
      const of = (read: (pair: Pair) => number): number[] => rounds.map((each) => read(each[part]))
      const ours = of((pair) => pair.ours.seconds)
      const bare = of((pair) => pair.limit.seconds)
      const ratio = median(of((pair) => pair.ours.seconds / pair.limit.seconds))
      if (part !== 'idle' && size >= 100_000) ratios.push(ratio)
      lines.push([
        size.toLocaleString('de'),
        PARTS[part],
        round(median(ours)),
        round(Math.min(...ours)),
        round(median(bare)),
        round(Math.min(...bare)),
        round(ratio),
        round(median(of((pair) => pair.ours.processorSeconds))),
        round(median(of((pair) => pair.limit.processorSeconds))),
      ])
      figures[`${part}Seconds${size}`] = round(median(ours))
      figures[`${part}Ratio${size}`] = round(ratio)
    }
    const pages = rounds.flatMap((each) => each.pages)
    const p95 = round(quantile(pages, 0.95))
    const peakMiB = Math.round(Math.max(...rounds.map((each) => each.idle.ours.peakMiB)))
    say(`${size.toLocaleString('de')}: Seiten der Liste während des Laufs p95 ${p95} ms (${pages.length} Seiten)`)
    say(`${size.toLocaleString('de')}: Speicher des Prozesses bis hierher höchstens ${peakMiB} MiB`)
    figures[`pagesP95Ms${size}`] = p95
    figures[`peakMiB${size}`] = peakMiB
  }
  for (const line of table(lines)) say(line)
  for (const part of ['level1', 'level2'] as const) {
    const growth = round(
      growthOf(measured.map(({ size, rounds }) => ({ size, rounds: rounds.map((each) => each[part]) }))),
    )
    say(`${PARTS[part]} wächst mit dem Exponenten ${growth}`)
    figures[`${part}Growth`] = growth
  }
  say(`Speicher des Servers, der die Seiten gab, höchstens ${peak} MiB`)
  const rows = measured.at(-1)?.size ?? 0
  return { rows, ratioToLimit: round(Math.max(...ratios, 0)), ...figures }
}

/** By how much a run of ten times the size takes longer, as a power of ten: between the least and the largest size. */
function growthOf(sizes: readonly { readonly size: number; readonly rounds: readonly Pair[] }[]): number {
  const [least, most] = [sizes[0], sizes.at(-1)]
  if (least === undefined || most === undefined || least.size === most.size) return Number.NaN
  const seconds = ({ rounds }: typeof least): number => median(rounds.map((pair) => pair.ours.seconds))
  return Math.log(seconds(most) / seconds(least)) / Math.log(most.size / least.size)
}
