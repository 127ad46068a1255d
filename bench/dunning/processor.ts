// The processor time of PostgreSQL: of its first process and all that it has started, the ended ones among them.

import { readFile, readdir } from 'node:fs/promises'

/** The kernel counts in hundredths of a second. */
const TICKS = 100

/** `backend`: the process of any connection. Seconds since the server started. */
export async function databaseSeconds(backend: number): Promise<number> {
  const first = (await statOf(backend))?.parent
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, stat: await statOf(pid) })))
  return stats.reduce((sum, { pid, stat }) => {
    if (stat === undefined || (pid !== first && stat.parent !== first)) return sum
    return sum + stat.own + (pid === first ? stat.ended : 0)
  }, 0)
}

type Stat = { readonly parent: number; readonly own: number; readonly ended: number }

/** Undefined where the process has gone. */
async function statOf(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number) // the name before may hold anything
  const at = (place: number): number => fields[place] ?? 0
  return { parent: at(1), own: (at(11) + at(12)) / TICKS, ended: (at(13) + at(14)) / TICKS }
}
