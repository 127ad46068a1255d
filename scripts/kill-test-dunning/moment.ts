// One moment: claims come in, the list is read, the creditors start their runs, and the server is killed where the moment aims at; it
// starts again, and when everything has come to its end, what is there is held against the list.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Chance, chanceOf } from '../killing/chance.ts'
import type { Played } from '../killing/run.ts'
import { type Aim, aimOf } from './aims.ts'
import { type Claims, recordClaims } from './claims.ts'
import type { Creditor } from './creditors.ts'
import { faultsOf } from './faults/index.ts'
import { type House } from './house.ts'
import { type Letter, type Summary, promised, promisedSums } from './list.ts'
import { mailTimePasses } from './mail-time.ts'
import { printAll, printKilled } from './printing.ts'
import { steer } from './steering.ts'
import { aimedAt } from './target.ts'
import { progressOf, runsOf, until } from './watch.ts'

/** A creditor in one moment. */
export type Part = {
  readonly creditor: Creditor
  readonly claims: Claims
  readonly letters: readonly Letter[]
  readonly sums: Summary
  /** Runs that were there before. */
  readonly before: readonly string[]
}

const PATIENCE_MS = 180_000

export async function playMoment(house: House, seed: string, index: number): Promise<Played> {
  const chance = chanceOf(`${seed} ${index}`)
  const aim = aimOf(index)
  const moment = `M${seed}-${index}`
  const parts: Part[] = []
  for (const [place, creditor] of house.creditors.entries())
    parts.push(await prepare(house, creditor, moment, aim.debtors[place] ?? 0, chance))
  const [main] = parts
  if (main === undefined) throw new Error('a house has creditors')

  const starting = Promise.all(parts.map((part) => start(part, moment)))
  const said = [await killAt(house, main, aim, chance, starting)]
  if (aim.again !== undefined) said.push(await killAgain(house, main, aim, chance))
  const restarted = Date.now()
  await starting
  await Promise.all(parts.map((part) => steer.toTheEnd(house, part, moment)))
  const late = await settled(house, parts)
  const took = Date.now() - restarted
  if (aim.phase === 'print') said.push(await printKilled(house, main, chance))
  const printed = aim.phase === 'print' ? await printAll(main.creditor) : []
  const found = await faultsOf(house, parts)
  const written = parts.reduce((total, { letters }) => total + letters.length, 0)
  return {
    what: `${said.join(', ')}; ${written} letters, all done ${took} ms after the restart`,
    faults: [...late, ...printed, ...found],
  }
}

async function prepare(
  house: House,
  creditor: Creditor,
  moment: string,
  debtors: number,
  chance: Chance,
): Promise<Part> {
  const claims = await recordClaims(house.ground(), creditor, moment, debtors, chance)
  const letters = (await promised(creditor)).filter(({ debtorId }) => !claims.excluded.includes(debtorId))
  return { creditor, claims, letters, sums: await promisedSums(creditor), before: await runsOf(house, creditor) }
}

async function start({ creditor, claims }: Part, moment: string): Promise<void> {
  const { status, body } = await creditor.client.post(
    '/api/v1/dunning/runs',
    { excluded: claims.excluded },
    `${moment} run`,
  )
  if (status !== 202) throw new Error(`a run is refused: ${status} ${JSON.stringify(body)}`)
}

async function killAt(house: House, main: Part, aim: Aim, chance: Chance, starting: Promise<unknown>): Promise<string> {
  if (aim.phase === 'pause' || aim.phase === 'stop') {
    await starting
    const acting = steer.act(house, main, aim.phase, chance)
    const where = await acting.atTheKill
    await kill(house, aim)
    await acting.answered
    return `killed at ${where}`
  }
  // The printing comes when everything else is done.
  if (aim.phase === 'print') return 'not killed in the run'
  const where = await aimedAt(house, main, aim.phase, chance)
  await kill(house, aim)
  return `killed ${where}${aim.withDatabase ? ' with its database' : ''}`
}

async function kill(house: House, { withDatabase }: Aim): Promise<void> {
  const at = Date.now()
  await house.kill(withDatabase)
  await house.restart()
  await mailTimePasses(house, at)
}

const STARTUP_MS = 1_500

async function killAgain(house: House, main: Part, aim: Aim, chance: Chance): Promise<string> {
  const { again } = aim
  if (again === undefined || again === 'start') {
    await house.kill(false)
    await house.begin()
    await sleep(chance.below(STARTUP_MS))
    await kill(house, aim)
    return 'again twice while starting'
  }
  const where = await aimedAt(house, main, again, chance)
  await kill(house, aim)
  return `again ${where}`
}

/** Waits until runs, letters and mails are at their end. Says what is not. */
async function settled(house: House, parts: readonly Part[]): Promise<string[]> {
  const left: string[] = []
  for (const { creditor, before } of parts) {
    const isDone = async (): Promise<boolean> => {
      const { runs, running, paused, unset, unsent } = await progressOf(house, creditor, before)
      return runs > 0 && running + paused + unset + unsent === 0
    }
    if (await until(isDone, PATIENCE_MS, 50)) continue
    left.push(`${creditor.name} is not done: ${JSON.stringify(await progressOf(house, creditor, before))}`)
  }
  return left
}
