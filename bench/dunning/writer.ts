// A process that works runs, as a worker of the server does: it is told a creditor and a day, and answers how long it took,
// how much processor time of its own, and the most memory it had.

import { systemPrincipal } from '@mahnwerk/server/auth'
import { systemClock } from '@mahnwerk/server/clock'
import { createDatabase } from '@mahnwerk/server/db'
import { type Ground, inContext } from '@mahnwerk/server/http'
import { createIds } from '@mahnwerk/server/ids'
import { startRun, workRun } from '@mahnwerk/server/modules/dunning'
import type { Told, Work } from './writing.ts'

const MICROSECONDS = 1e6
const KIB = 1024

const db = createDatabase({
  url: process.env['DATABASE_URL'] ?? '',
  role: 'mahnwerk_app',
  max: 4,
  name: 'bench writer',
})
const ground: Ground = { db, clock: systemClock, newId: createIds() }

process.on('message', (work: Work) => void answer(work))
process.on('disconnect', () => void db.destroy())

async function answer({ tenantId, day }: Work): Promise<void> {
  const before = process.cpuUsage()
  const start = performance.now()
  const runId = await inContext(ground, systemPrincipal(tenantId), (context) =>
    startRun({ ...context, today: day }, { automatic: false }),
  )
  await workRun(ground, { tenantId, runId })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const { maxRSS } = process.resourceUsage()
  const told: Told = { runId, seconds, processorSeconds: (user + system) / MICROSECONDS, peakMiB: maxRSS / KIB }
  process.send?.(told)
}
