import { expect, it } from 'vitest'
import { runMoments } from '../killing/run.ts'
import { DUNNING_KILL_TEST } from './index.ts'

it(
  'writes each due invoice one notice of its level when the server is killed in a run',
  { timeout: 240_000 },
  async () => {
    const said: string[] = []
    const outcome = await runMoments(DUNNING_KILL_TEST, { last: 3, seed: 'tests' }, (line) => said.push(line))
    expect(said.filter((line) => !line.startsWith('passed'))).toEqual([])
    expect(outcome).toEqual({ passed: 3, failed: 0 })
  },
)
