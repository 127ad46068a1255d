import { expect, it } from 'vitest'
import { runKillTest } from './run.ts'

it('loses nothing and does nothing twice when the server is killed at any moment', { timeout: 120_000 }, async () => {
  const said: string[] = []
  const outcome = await runKillTest(5, 'tests', (line) => said.push(line))
  expect(said.filter((line) => !line.startsWith('passed'))).toEqual([])
  expect(outcome).toEqual({ passed: 5, failed: 0 })
})
