// A person pauses or stops the run while the server is killed; what they asked for holds afterwards, and the rest is written when they
// wish it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '../killing/chance.ts'
import type { House } from './house.ts'
import type { Part } from './moment.ts'
import { progressOf, until } from './watch.ts'

const LATEST_MS = 1_400
const REACTION_MS = 60
const STILL_MS = 1_500

type Run = { readonly id: string; readonly state: string }

/** The latest run of the part; in a moment it is the one that was just started. */
async function latest({ creditor }: Part): Promise<Run> {
  const { json } = await creditor.ask('GET', '/dunning/runs?limit=1')
  const [run] = (json as { readonly runs: readonly Run[] }).runs // as the route's schema has it
  if (run === undefined) throw new Error('a run was started')
  return run
}

export const steer = {
  /** Asks for it at a seeded time, as often as needed until it is answered. */
  act(house: House, part: Part, act: 'pause' | 'stop', chance: Chance) {
    const [waitMs, reactionMs] = [chance.below(LATEST_MS), chance.below(REACTION_MS)]
    const asked = (async () => {
      const { id } = await latest(part)
      await sleep(waitMs)
      const { running, notices } = await progressOf(house, part.creditor, part.before)
      const answered = part.creditor.client.post(`/api/v1/dunning/runs/${id}/${act}`, {}, `${act} ${id}`)
      await sleep(reactionMs)
      return { answered, where: `${act} (${running > 0 ? 'running' : 'run over'}, ${notices} written)` }
    })()
    return { atTheKill: asked.then(({ where }) => where), answered: asked.then(({ answered }) => answered) }
  },

  /** Sees that a paused run stands still, and resumes it; after a stopped one another is started. */
  async toTheEnd(house: House, part: Part, moment: string): Promise<void> {
    const { creditor, claims } = part
    const { id, state } = await latest(part)
    if (state === 'paused') {
      const before = await progressOf(house, creditor, part.before)
      await sleep(STILL_MS)
      const after = await progressOf(house, creditor, part.before)
      if (after.notices !== before.notices || after.paused !== 1) throw new Error('a paused run went on')
      await creditor.client.post(`/api/v1/dunning/runs/${id}/resume`, {}, `resume ${id}`)
    }
    if (state === 'stopped') {
      const body = { excluded: claims.excluded }
      const { status } = await creditor.client.post('/api/v1/dunning/runs', body, `${moment} rest`)
      if (status !== 202) throw new Error(`after a stopped run another is refused: ${status}`)
    }
    await until(async () => (await progressOf(house, creditor, part.before)).runs > 0, 10_000)
  },
}
