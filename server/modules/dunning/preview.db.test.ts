import fc from 'fast-check'
import { addDays } from '@mahnwerk/core/calendar'
import type { InvoiceDraft, Marker } from '@mahnwerk/core/claims'
import { EUR, ZERO, currency, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Context } from '../../http/index.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { setHold } from '../debtors/index.ts'
import { recordInvoices, setMarker } from '../invoices/index.ts'
import { addPolicy, startRun, workRun } from './index.ts'
import { previewPage, previewSummary } from './preview.ts'
import { assignPolicy } from './save-policy.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  house = await openHouse(database.db)
})

const step = (level: number, afterDays: number, fee = ZERO, interest = false) =>
  ({ level, afterDays, channel: 'email_and_letter', fee, periodDays: 10, interest }) as const

const POLICY = {
  name: 'Für alle',
  currency: EUR,
  steps: [step(0, 5), step(1, 14), step(2, 14, minor(120)), step(3, 14, minor(120), true)],
  grouping: 'per_debtor',
  leastOpen: minor(1_000),
  audience: 'all',
  standard: true,
} as const
const SINGLY = { ...POLICY, name: 'Einzeln', grouping: 'per_invoice', leastOpen: ZERO, standard: false } as const

type Sample = {
  readonly debtor: number
  readonly overdue: number
  readonly amount: number
  readonly level: number
  readonly noticeDays: number
  readonly marker: 'none' | 'disputed' | 'hold'
  readonly foreign: boolean
}

const sample: fc.Arbitrary<Sample> = fc.record({
  debtor: fc.nat(7),
  overdue: fc.integer({ min: -5, max: 60 }),
  amount: fc.integer({ min: 100, max: 5_000 }),
  level: fc.nat(3),
  noticeDays: fc.integer({ min: 1, max: 30 }),
  marker: fc.constantFrom('none', 'none', 'none', 'disputed', 'hold'),
  foreign: fc.integer({ max: 9, min: 0 }).map((drawn) => drawn === 0),
})

function draftFor(
  { debtor, overdue, amount, level, noticeDays, foreign }: Sample,
  index: number,
  context: Context,
): InvoiceDraft {
  const dueDate = addDays(context.today, -overdue)
  const draft = draftOf(`P-${index}`, {
    dueDate,
    invoiceDate: addDays(dueDate, -14),
    amount: minor(amount),
    currency: foreign ? currency('CHF') : EUR,
    ...(level === 0 ? {} : { dunned: { level, lastNoticeOn: addDays(context.today, -noticeDays) } }),
  })
  const name = { kind: 'consumer', first: 'Vera', last: `Schuld ${debtor}` } as const
  // The third cannot be reached.
  const address = debtor === 2 ? { ...draft.debtor.address, street: '' } : draft.debtor.address
  return { ...draft, debtor: { ...draft.debtor, name, address } }
}

function markerOf({ marker }: Sample, context: Context): Marker | undefined {
  if (marker === 'none') return undefined
  if (marker === 'disputed') return { kind: 'disputed', note: '' }
  return { kind: 'hold', until: addDays(context.today, 1), note: '' }
}

async function settle(samples: readonly Sample[]): Promise<void> {
  await house.run(async (context) => {
    const drafts = samples.map((each, index) => draftFor(each, index, context))
    const outcomes = await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, drafts)
    for (const [index, outcome] of outcomes.entries()) {
      const drawn = samples[index]
      const marker = drawn && markerOf(drawn, context)
      if (outcome.outcome === 'accepted' && marker) await setMarker(context, { id: outcome.invoiceId }, marker)
    }
    await addPolicy(context, POLICY)
    const { policy } = await addPolicy(context, SINGLY)
    const { rows } = await sql<{ id: string; name: string }>`
      SELECT id, list_name AS name FROM debtors WHERE tenant_id = ${context.tenantId}`.execute(context.trx)
    for (const { id, name } of rows) {
      if (name.includes('Schuld 1')) await assignPolicy(context, id, policy.id)
      if (name.includes('Schuld 3')) await setHold(context, id, { reason: 'hardship', note: '', until: null })
    }
  })
}

async function previewed() {
  const letters = []
  const notReminded = []
  let cursor: string | undefined
  do {
    const page = await house.run((context) => previewPage(context, { limit: 3, ...(cursor ? { cursor } : {}) }, 'de'))
    letters.push(...page.letters)
    notReminded.push(...page.notReminded)
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return { letters, notReminded, summary: await house.run((context) => previewSummary(context, undefined)) }
}

async function ran(): Promise<readonly string[]> {
  const runId = await house.run((context) => startRun(context, { automatic: false }))
  await workRun(house.ground, { tenantId: house.tenantId, runId })
  const { rows } = await house.run(({ trx, tenantId }) =>
    sql<{ text: string }>`
      SELECT concat_ws(' ', n.debtor_id, n.level, n.channel, n.currency, n.open, n.fee, n.interest, n.pay_by,
        (SELECT string_agg(concat_ws('/', o.invoice_id, o.level, o.open, o.interest), ' ' ORDER BY o.invoice_id) FROM notice_items o
          WHERE o.tenant_id = n.tenant_id AND o.notice_id = n.id)) AS text
      FROM notices n WHERE n.tenant_id = ${tenantId} AND n.run_id = ${runId} ORDER BY n.number`.execute(trx),
  )
  return rows.map(({ text }) => text)
}

test(
  'what the list shows is what the run writes, to the letter, and its sums are the run’s',
  { timeout: 120_000 },
  async () => {
    let written = 0
    let demanded = 0
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { minLength: 25, maxLength: 40, size: 'max' }), async (samples) => {
        house = await openHouse(database.db)
        await settle(samples)
        const { letters, notReminded, summary } = await previewed()
        const texts = letters.map((each) => {
          const items = each.items
            .map((item) => `${item.invoiceId}/${item.level}/${item.open}/${item.interest}`)
            .toSorted()
          return [
            each.debtorId,
            each.level,
            each.channel,
            each.currency,
            each.open,
            each.fee,
            each.interest,
            each.payBy,
            ...items,
          ].join(' ')
        })
        expect(await ran()).toEqual(texts)
        written += texts.length
        const interest = letters.reduce((sum, each) => sum + each.interest, 0)
        expect(summary.totals.reduce((sum, each) => sum + each.interest, 0)).toBe(interest)
        demanded += interest
        expect(summary.letters).toBe(letters.length)
        expect(summary.totals.reduce((sum, each) => sum + each.fees, 0)).toBe(
          letters.reduce((sum, { fee }) => sum + fee, 0),
        )
        expect(summary.notReminded.reduce((sum, each) => sum + each.claims, 0)).toBe(notReminded.length)
        // What stood against a letter still does: the same list again holds no letter.
        expect((await previewed()).letters).toEqual([])
      }),
      { numRuns: 20, seed: 20_261_014 },
    )
    expect(written).toBeGreaterThan(40)
    expect(demanded).toBeGreaterThan(0)
  },
)

test('the list says when nothing has been paid in for more than a day', async () => {
  await settle([{ debtor: 0, overdue: 30, amount: 5_000, level: 0, noticeDays: 1, marker: 'none', foreign: false }])
  expect((await previewed()).summary.payments).toEqual({ lastRecordedAt: null, stale: true })
})
