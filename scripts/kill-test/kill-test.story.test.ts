import { expect, it } from 'vitest'
import { runMoments } from '../killing/run.ts'
import { KILL_TEST } from './index.ts'

it('loses nothing and does nothing twice when the server is killed at any moment', { timeout: 120_000 }, async () => {
  const said: string[] = []
  const outcome = await runMoments(KILL_TEST, { last: 5, seed: 'tests' }, (line) => said.push(line))
  expect(said.filter((line) => !line.startsWith('passed'))).toEqual([])
  expect(outcome).toEqual({ passed: 5, failed: 0 })
})
