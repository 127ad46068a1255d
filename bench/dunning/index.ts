// `mahnwerk bench dunning`: a day's run over open invoices of five a debtor, to level 1, a week later to level 2, and the same day
// again with nothing to do; beside it the limit, one statement on bare tables of the same server. What our run writes more
// (history, fees, numbers) is part of its figure.

import { type LocalDate, addDays, weekday } from '@mahnwerk/core/calendar'
import { EUR } from '@mahnwerk/core/money'
import { systemPrincipal } from '@mahnwerk/server/auth'
import { type Context, inContext } from '@mahnwerk/server/http'
import { startRun, workRun } from '@mahnwerk/server/modules/dunning'
import { sql } from 'kysely'
import type { BenchRun } from '../benches/index.ts'
import { round, table } from '../figures/index.ts'
import { type House, openHouse } from '../house/index.ts'
import { openLimit } from './limit.ts'
import { seedInvoices } from './seed.ts'

const STEPS = [1, 2, 3].map((level) => ({
  level,
  afterDays: level > 1 ? 14 : 7,
  channel: 'email_and_letter',
  fee: level > 1 ? 120 : 0,
  periodDays: 7,
  interest: false,
}))

export const run: BenchRun = async (rows, say) => {
  const house = await openHouse()
  try {
    // A Monday: what falls due on a weekend is written on the next working day.
    const firstDay = await house.run(async ({ today }) => addDays(today, 8 - weekday(today)))
    await house.run(keepPolicy)
    await seedInvoices(house, rows, firstDay)
    const limit = await openLimit(house.database.ownerUrl, rows, firstDay)
    const days = [firstDay, addDays(firstDay, 14)]
    const lines: (readonly (string | number)[])[] = [['', 'unser Lauf, s', 'Grenze, s', 'Verhältnis', 'je Sekunde']]
    const ratios: number[] = []
    const figures: Record<string, number> = {}
    for (const [index, day] of days.entries()) {
      const bare = await limit.run(day, index + 1)
      const ours = await dun(house, day)
      if (ours.claims !== rows || bare.raised !== rows)
        throw new Error(`raised ${ours.claims} and ${bare.raised} of ${rows}`)
      ratios.push(ours.seconds / bare.seconds)
      lines.push([
        `Stufe ${index + 1}`,
        round(ours.seconds),
        round(bare.seconds),
        round(ours.seconds / bare.seconds),
        Math.round(rows / ours.seconds),
      ])
      figures[`level${index + 1}Seconds`] = round(ours.seconds)
      figures[`level${index + 1}LimitSeconds`] = round(bare.seconds)
    }
    const idle = await dun(house, days[1] ?? firstDay)
    const idleBare = await limit.run(days[1] ?? firstDay, 9)
    lines.push([
      'nichts zu tun',
      round(idle.seconds),
      round(idleBare.seconds),
      round(idle.seconds / idleBare.seconds),
      '',
    ])
    await limit.close()
    for (const line of table(lines)) say(line)
    const peak = round(process.resourceUsage().maxRSS / 1024)
    say(`Speicher dieses Prozesses höchstens ${peak} MiB`)
    const ratioToLimit = round(Math.max(...ratios))
    return { rows, ratioToLimit, ...figures, idleSeconds: round(idle.seconds), memoryPeakMiB: peak }
  } finally {
    await house.close()
  }
}

async function keepPolicy({ trx, tenantId, newId, now }: Context): Promise<void> {
  await sql`
    INSERT INTO dunning_policies (tenant_id, id, name, currency, steps, grouping_by, least_open, standard, created_at)
    VALUES (${tenantId}, ${newId()}, 'Bench', ${EUR}, ${JSON.stringify(STEPS)}, 'per_debtor', 0, true, ${now})`.execute(
    trx,
  )
}

async function dun(house: House, day: LocalDate): Promise<{ readonly seconds: number; readonly claims: number }> {
  const { ground, tenantId } = house
  const start = performance.now()
  const runId = await inContext(ground, systemPrincipal(tenantId), (context) =>
    startRun({ ...context, today: day }, { automatic: false }),
  )
  await workRun(ground, { tenantId, runId })
  const seconds = (performance.now() - start) / 1000
  const claims = await house.run(async ({ trx }) => {
    const { rows } = await sql<{ claims: number }>`
      SELECT claims FROM dunning_runs WHERE tenant_id = ${tenantId} AND id = ${runId}`.execute(trx)
    return rows[0]?.claims ?? 0
  })
  return { seconds, claims }
}
