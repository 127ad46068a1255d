import { instant } from '@mahnwerk/core/calendar'
import { expect, it } from 'vitest'
import { runConformance } from '../../protocol/conformance/index.ts'
import { fake } from './fake.ts'

it('the stand-in speaks the protocol as the conformance suite wants it', async () => {
  const now = () => instant('2026-11-20T09:00:00Z')
  const stand = fake(now)
  const { baseUrl, token } = stand.settings
  const results = await runConformance({ baseUrl, token, fetch: stand.fetch, runId: 'a', now, patienceMs: 0 })
  expect(results.filter((result) => !result.passed)).toEqual([])
})
