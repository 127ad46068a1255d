// Plays so many moments on one house and counts. A moment passes when nothing was lost and nothing happened twice.
import { openHouse } from './house.ts'
import { playMoment } from './moment.ts'

export type Outcome = { readonly passed: number; readonly failed: number }

export async function runKillTest(moments: number, seed: string, say: (line: string) => void): Promise<Outcome> {
  const house = await openHouse()
  let passed = 0
  try {
    for (let index = 1; index <= moments; index += 1) {
      const started = Date.now()
      const { killedAfterMs, handovers, payments, repeated, faults } = await playMoment(house, seed, index)
      const what = `${handovers} handovers, ${payments} payments, ${repeated} requests repeated`
      say(
        `${faults.length === 0 ? 'passed' : 'FAILED'} moment ${index}: killed after ${killedAfterMs} ms, ${what}, ${Date.now() - started} ms`,
      )
      for (const fault of faults) say(`  ${fault}`)
      if (faults.length === 0) passed += 1
    }
  } finally {
    await house.close()
  }
  return { passed, failed: moments - passed }
}
