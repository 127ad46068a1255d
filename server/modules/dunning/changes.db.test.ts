import { addDays } from '@mahnwerk/core/calendar'
import { EUR, ZERO, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { loadInvoice, recordInvoices, rowsOf } from '../invoices/index.ts'
import { type Change, setChanges } from './changes.ts'
import { startRun, workRun } from './index.ts'
import { listNotices, noticeQuerySchema, summarizeNotices } from './notice-list.ts'
import { previewPage } from './preview.ts'
import { loadRunDetail } from './run-detail.ts'
import { listPolicies } from './policy.ts'
import { addPolicy, assignPolicy, changePolicy, deletePolicy, setLevelMax } from './save-policy.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  house = await openHouse(database.db)
})

const step = (level: number, fee = ZERO) =>
  ({ level, afterDays: 14, channel: 'letter', fee, periodDays: 10, interest: false }) as const

const NO_CHANGE: Change = { notBefore: null, stopped: false, level: null, channel: null, free: false }

/** Three debtors, each with an invoice that is ripe for its second notice. */
async function ripe(): Promise<readonly string[]> {
  return house.run(async (context) => {
    await addPolicy(context, {
      name: 'Ablauf',
      currency: EUR,
      steps: [step(1), step(2, minor(120))],
      grouping: 'per_debtor',
      leastOpen: ZERO,
      audience: 'all',
      standard: true,
    })
    const dueDate = addDays(context.today, -60)
    const drafts = [1, 2, 3].map((at) => {
      const draft = draftOf(`C-${at}`, { dueDate, invoiceDate: addDays(dueDate, -14), amount: minor(1_000 * at) })
      const name = { kind: 'consumer', first: 'Vera', last: `Schuld ${at}` } as const
      const dunned = { level: 1, lastNoticeOn: addDays(context.today, -20) }
      return { ...draft, dunned, debtor: { ...draft.debtor, name } }
    })
    const outcomes = await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, drafts)
    return outcomes.map((outcome) => {
      if (outcome.outcome !== 'accepted') throw new Error(outcome.outcome)
      return outcome.invoiceId
    })
  })
}

const preview = () => house.run((context) => previewPage(context, { limit: 50 }, 'de'))
const change = (invoiceId: string, more: Partial<Change> | null) =>
  house.run((context) => setChanges(context, [{ invoiceId, change: more && { ...NO_CHANGE, ...more } }]))

async function run(): Promise<string> {
  const id = await house.run((context) => startRun(context, { automatic: false }))
  await workRun(house.ground, { tenantId: house.tenantId, runId: id })
  return id
}

test('the run writes what was changed, to the letter', async () => {
  const [moved = '', stopped = '', lower = ''] = await ripe()
  const { today } = await house.run(async (context) => context)
  await change(moved, { notBefore: addDays(today, 3) })
  await change(stopped, { stopped: true })
  await change(lower, { level: 1, channel: 'portal' })
  const seen = await preview()
  expect(seen.letters).toMatchObject([{ level: 1, fee: 0, channel: 'portal', changed: true, last: false }])
  expect(new Map(seen.notReminded.map(({ invoiceId, why }) => [invoiceId, why.kind]))).toEqual(
    new Map([
      [moved, 'moved'],
      [stopped, 'stopped'],
    ]),
  )
  const id = await run()
  const { notices } = await house.run((context) => listNotices(context, noticeQuerySchema.parse({ runId: id })))
  expect(notices).toMatchObject([{ level: 1, fee: 0, channel: 'portal' }])
  const detail = await house.run((context) => loadRunDetail(context, id))
  expect(detail).toMatchObject({
    totals: [{ currency: 'EUR', letters: 1, asked: 3_000, fees: 0 }],
    progress: { debtors: 3, walked: 3 },
    failed: 0,
  })
})

test('what held before undoes a change', async () => {
  const [id = ''] = await ripe()
  await change(id, { free: true })
  const before = await change(id, { stopped: true })
  expect(before).toEqual([{ invoiceId: id, change: { ...NO_CHANGE, free: true } }])
  await house.run((context) => setChanges(context, before))
  expect((await preview()).letters.map(({ fee }) => fee).toSorted((a, b) => a - b)).toEqual([0, 120, 120])
  await change(id, null)
  expect((await preview()).letters.map(({ fee }) => fee)).toEqual([120, 120, 120])
})

test('a change is spent with its letter', async () => {
  const [id = ''] = await ripe()
  await change(id, { level: 1, free: true })
  await run()
  const again = await house.run((context) => previewPage(context, { limit: 50, day: addDays(context.today, 30) }, 'de'))
  expect(again.letters).toMatchObject([{ level: 2, fee: 120, changed: false, last: true }])
})

test.each([
  [{ level: 2 }, 'change_level_not_lower'],
  [{ level: 0 }, 'change_level_not_lower'],
  [{ notBefore: '2020-01-01' }, 'change_day_not_later'],
])('%j is refused: %s', async (more, code) => {
  const [id = ''] = await ripe()
  await expect(change(id, more)).rejects.toMatchObject({ refusal: { code } })
})

test('a debtor gets no letter above its highest level', async () => {
  const [id = ''] = await ripe()
  const { debtorId } = await house.run((context) => loadInvoice(context, id))
  await house.run((context) => setLevelMax(context, debtorId, 1))
  const seen = await preview()
  expect(seen.letters).toHaveLength(2)
  expect(seen.notReminded).toMatchObject([{ invoiceId: id, why: { kind: 'level_stop', level: 1 } }])
})

test('what is kept of a claim follows the policy: its last level, whoever writes it and when that changes', async () => {
  const [id = ''] = await ripe()
  await run()
  const standing = async () => {
    const { rows } = await house.run((context) =>
      sql<{ standing: string }>`
        SELECT standing FROM invoices WHERE tenant_id = ${house.tenantId} AND id = ${id}`.execute(context.trx),
    )
    return rows[0]?.standing
  }
  const status = async () => (await house.run((context) => rowsOf(context, [id])))[0]
  expect(await standing()).toBe('final_notice')
  expect(await status()).toMatchObject({ status: { kind: 'final_notice' }, nextStep: { kind: 'last_period' } })
  const [policy] = await house.run((context) => listPolicies(context))
  if (policy === undefined) throw new Error('the policy is there')
  const longer = { ...policy, steps: [...policy.steps, step(3)] }
  await house.run((context) => changePolicy(context, policy.id, policy.version, longer))
  expect(await standing()).toBe('reminded')
  expect(await status()).toMatchObject({ nextStep: { kind: 'next_notice', level: 3, last: true } })
  const { policy: short } = await house.run((context) =>
    addPolicy(context, { ...policy, name: 'Kurz', standard: false }),
  )
  const { debtorId } = await house.run((context) => loadInvoice(context, id))
  await house.run((context) => assignPolicy(context, debtorId, short.id))
  expect(await standing()).toBe('final_notice')
  const gone = house.run((context) => deletePolicy(context, short.id))
  await expect(gone).rejects.toMatchObject({ refusal: { code: 'policy_in_use', facts: { debtors: 1 } } })
  await house.run((context) => assignPolicy(context, debtorId, null))
  expect(await standing()).toBe('reminded')
  await house.run((context) => deletePolicy(context, short.id))
  const standard = house.run((context) => deletePolicy(context, policy.id))
  await expect(standard).rejects.toMatchObject({ refusal: { code: 'policy_is_standard' } })
})

test('the list of notices goes by any column, page by page, and tells what all of them ask for', async () => {
  await ripe()
  await run()
  for (const direction of ['asc', 'desc'] as const) {
    const asked: number[] = []
    let cursor: string | undefined
    do {
      const page = await house.run((context) =>
        listNotices(context, noticeQuerySchema.parse({ sort: 'asked', direction, limit: 1, cursor })),
      )
      asked.push(...page.notices.map(({ total }) => total))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    const upwards = [1_120, 2_120, 3_120]
    expect(asked).toEqual(direction === 'asc' ? upwards : upwards.toReversed())
  }
  const summary = await house.run((context) => summarizeNotices(context, { q: 'schuld' }))
  expect(summary).toEqual({ count: 3, totals: [{ currency: 'EUR', count: 3, asked: 6_360, fees: 360 }] })
  const other = noticeQuerySchema.parse({ sort: 'fee', cursor: Buffer.from('{}').toString('base64url') })
  await expect(house.run((context) => listNotices(context, other))).rejects.toMatchObject({
    refusal: { code: 'cursor_not_usable' },
  })
})
