// One moment: the program works, the partner's days pass, and in the middle of it the server is killed; then everything is
// given time to end, and both books are compared.
import { setTimeout as sleep } from 'node:timers/promises'
import { actAll } from './acts.ts'
import { chanceOf } from '../killing/chance.ts'
import type { Played } from '../killing/run.ts'
import { faults, settled } from './compare.ts'
import type { House } from './house.ts'

const LATEST_MS = 450
const STARTUP_MS = 900
const PATIENCE_MS = 30_000

export async function playMoment(house: House, seed: string, index: number): Promise<Played> {
  const chance = chanceOf(`${seed} ${index}`)
  const killedAfterMs = chance.below(LATEST_MS)
  const days = 1 + chance.below(6)
  const acting = actAll(house.client, `M${index}`, chance)
  const passing = sleep(chance.below(LATEST_MS)).then(() => house.simulator.advance(house.connectionId, days))
  await sleep(killedAfterMs)
  await house.server.kill()
  await house.server.start()
  // Every fourth time it is killed once more while it starts.
  if (chance.below(4) === 0) {
    await sleep(chance.below(STARTUP_MS))
    await house.server.kill()
    await house.server.start()
  }
  await house.server.ready()
  const done = await acting
  await passing
  const late = await settled(house, PATIENCE_MS)
  const found = await faults(house, done)
  const { handovers, payments, repeated } = done
  const what = `${handovers.length} handovers, ${payments.length} payments, ${repeated} requests repeated`
  return {
    what: `killed after ${killedAfterMs} ms, ${what}`,
    faults: late === undefined ? found : [late, ...found],
  }
}
