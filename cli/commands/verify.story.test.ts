import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase } from '../../server/db/database.ts'
import { handedOver } from '../../server/stories/acts.ts'
import { type Stage, openStage } from '../../server/stories/stage.ts'

const LAUNCHER = join(import.meta.dirname, '../mahnwerk.mjs')
let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  await handedOver(stage, 'R-1', { word: 'zahlt' })
  await stage.pass({ days: 30 })
})
afterAll(() => stage.close())

function verify(...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, DATABASE_URL: stage.url, DATABASE_OWNER_URL: stage.ownerUrl, MAHNWERK_DATA: tmpdir() }
  return new Promise((resolve) => {
    execFile(process.execPath, [LAUNCHER, 'verify', ...args], { env }, (error, out) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out })
    })
  })
}

it('says that all is well', async () => {
  expect(await verify()).toEqual({ code: 0, out: '1 Mandant geprüft, alles stimmt.\n' })
})

it('names each difference with its tenant, counts, and fails', async () => {
  const owner = createDatabase({ url: stage.ownerUrl, max: 1 })
  await sql`ALTER TABLE invoices NO FORCE ROW LEVEL SECURITY`.execute(owner)
  await sql`UPDATE invoices SET overpaid = 100`.execute(owner)
  const { code, out } = await verify()
  await sql`UPDATE invoices SET overpaid = 0`.execute(owner)
  await owner.destroy()
  expect(code).toBe(1)
  expect(out.split('\n')).toEqual([
    expect.stringMatching(
      /^Stadtpark: Rechnung R-1: Überzahlung steht auf 1,00\s€; nach den Buchungen sind es 0,00\s€\.$/,
    ),
    '1 Mandant geprüft, 1 Abweichung.',
    '',
  ])
})

it('takes nothing else', async () => {
  expect((await verify('etwas')).code).toBe(2)
})
