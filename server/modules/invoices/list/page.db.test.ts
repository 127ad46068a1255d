import { type LocalDate, addDays, day } from '@mahnwerk/core/calendar'
import { STATUS_ORDER, daysOverdue, statusOf, totalOpen } from '@mahnwerk/core/claims'
import { minor } from '@mahnwerk/core/money'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../db/testing.ts'
import type { Context } from '../../../http/index.ts'
import { recordInvoices } from '../record.ts'
import { type Invoice, invoiceOf } from '../row.ts'
import { lockInvoice, saveInvoice } from '../save.ts'
import { type House, draftOf, openHouse } from '../../../testing/house.ts'
import { readPage } from './page.ts'
import { type ListQuery, SORTS, VIEWS, listQuerySchema } from './query.ts'
import { readSummary, readTabs } from './totals.ts'

const TODAY = day('2026-10-14')

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  await fill(240)
})
afterAll(() => database.drop())

// A seeded row of numbers: the same every run.
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

const NAMES = ['Weber', 'Öztürk', 'Müller', 'Ábel', 'Zorn', 'Weberknecht', 'ßen', 'de Vries']

/** Invoices of every state, marker, level and due date around today. */
async function fill(count: number): Promise<void> {
  const roll = dice(7)
  for (let index = 0; index < count; index += 1) {
    const invoiceDate = addDays(TODAY, -1 - roll(60))
    const draft = draftOf(`L-${String(roll(100_000))}-${index}`, {
      invoiceDate,
      dueDate: addDays(invoiceDate, Math.max(0, roll(45) - 3)),
      amount: minor(1_000 + 50 * roll(40)),
      debtor: {
        ...draftOf('x').debtor,
        number: String(roll(30)),
        name: { kind: 'consumer', first: 'A', last: NAMES[roll(8)] ?? '' },
      },
    })
    const practiceId = house.practices[roll(4) === 0 ? 1 : 0]
    await house.run(async (context) => {
      const [outcome] = await recordInvoices(context, { practiceId, source: 'api' }, [draft])
      if (outcome?.outcome === 'accepted') await shake(context, outcome.invoiceId, roll)
    })
  }
}

async function shake(context: Context, id: string, roll: (sides: number) => number): Promise<void> {
  const invoice = await lockInvoice(context, id)
  const half = { ...invoice.open, principal: minor(Math.floor(invoice.amount / 2)) }
  const none = { ...invoice.open, principal: minor(0) }
  const note = ''
  const changes = [
    {},
    { dunningLevel: 1 },
    { dunningLevel: 3 },
    { open: half },
    { state: 'paid', open: none },
    { state: 'written_off', open: none, writtenOff: invoice.amount },
    { state: 'cancelled', open: none },
    { state: 'collection', partner: 'Kranich Inkasso', partnerCaseNumber: `KI-${roll(1_000)}` },
    { marker: { kind: 'disputed', note } },
    { marker: { kind: 'clarification', note } },
    { marker: { kind: 'promised', by: addDays(TODAY, roll(9) - 4), note } },
    { marker: { kind: 'hold', until: addDays(TODAY, roll(9) - 4), note } },
    { marker: { kind: 'hold', until: addDays(TODAY, roll(5) - 4), note }, dunningLevel: roll(4) },
    { marker: { kind: 'hold', until: addDays(TODAY, -1), note }, open: half },
  ] as const
  await saveInvoice(context, invoice, changes[roll(changes.length)] ?? {}, [])
}

const ask = (query: Partial<ListQuery>): ListQuery => ({ ...listQuerySchema.parse({}), ...query })

async function everyPage(
  query: Partial<ListQuery>,
  between?: () => Promise<unknown>,
  principal = house.owner,
  foundMax?: number,
): Promise<Invoice[]> {
  const found: Invoice[] = []
  let cursor: string | undefined
  do {
    const page = await house.run((context) => readPage(context, ask({ ...query, cursor }), foundMax), principal)
    found.push(...page.rows.map(invoiceOf))
    cursor = page.nextCursor
    await between?.()
  } while (cursor !== undefined)
  return found
}

// What the list must show, computed from the claims themselves.
const sortValue: Readonly<Record<(typeof SORTS)[number], (invoice: Invoice) => string | number>> = {
  debtor: ({ debtorName }) => debtorName,
  number: ({ number }) => number,
  invoiceDate: ({ invoiceDate }) => invoiceDate,
  dueDate: ({ dueDate }) => dueDate,
  daysOverdue: (invoice) => daysOverdue(invoice, TODAY) ?? -1,
  amount: ({ amount }) => amount,
  open: totalOpen,
  level: ({ dunningLevel }) => dunningLevel,
  status: (invoice) => STATUS_ORDER.indexOf(statusOf(invoice, TODAY, 3).kind),
}

const german = new Intl.Collator('de')

function inOrder(values: readonly (string | number)[], key: string, direction: 'asc' | 'desc'): boolean {
  return values.slice(1).every((value, index) => {
    const before = values[index] ?? ''
    if (key === 'daysOverdue' && direction === 'asc' && (value === -1 || before === -1)) return value === -1
    const compared =
      key === 'debtor' ? german.compare(String(before), String(value)) : before < value ? -1 : Number(before > value)
    return direction === 'asc' ? compared <= 0 : compared >= 0
  })
}

describe.each(SORTS)('sorted by %s', (sort) => {
  test.each(['asc', 'desc'] as const)('%s: pages hold every invoice once, in order', async (direction) => {
    const rows = await everyPage({ sort, direction, limit: 17 })
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows).toHaveLength(240)
    expect(inOrder(rows.map(sortValue[sort]), sort, direction)).toBe(true)
  })
})

test.each(SORTS)('sorted by %s, rows inserted meanwhile double and hide nothing that was there', async (sort) => {
  const before = new Set((await everyPage({ sort, limit: 200 })).map(({ id }) => id))
  let added = 0
  const insert = () => {
    added += 1
    const draft = draftOf(`N-${sort}-${added}`, {
      amount: minor(500 + added),
      debtor: { ...draftOf('x').debtor, name: { kind: 'consumer', first: '', last: 'Aa' } },
    })
    return house.run((context) => recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, [draft]))
  }
  const rows = await everyPage({ sort, limit: 50 }, insert)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(rows.filter(({ id }) => before.has(id))).toHaveLength(before.size)
  await house.run(async (context) => {
    const open = { principal: minor(0), charges: minor(0), interest: minor(0), costs: minor(0) }
    for (const { id } of rows.filter(({ number }) => number.startsWith('N-')))
      await saveInvoice(context, await lockInvoice(context, id), { state: 'cancelled', open }, [])
  })
})

const inView: Readonly<Record<(typeof VIEWS)[number], (invoice: Invoice) => boolean>> = {
  all: () => true,
  open: ({ state }) => state === 'open',
  overdue: ({ state, dueDate }) => state === 'open' && dueDate < TODAY,
  collection: ({ state }) => state === 'collection',
  paid: ({ state }) => state === 'paid',
  written_off: ({ state }) => state === 'written_off',
}

test.each(VIEWS)('the view %s, its tab and its sum show the same invoices', async (view) => {
  const all = await everyPage({ limit: 200 })
  const expected = all.filter(inView[view])
  for (const sort of SORTS) {
    const rows = await everyPage({ view, sort, limit: 200 })
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
  }
  const total = {
    currency: 'EUR',
    count: expected.length,
    open: expected.reduce((sum, invoice) => sum + totalOpen(invoice), 0),
    writtenOff: expected.reduce((sum, { writtenOff }) => sum + writtenOff, 0),
  }
  expect(await house.run((context) => readSummary(context, ask({ view })))).toEqual([total])
  const tabs = await house.run((context) => readTabs(context, undefined))
  expect(tabs.find((tab) => tab.view === view)).toEqual({ view, count: expected.length, totals: [total] })
})

const filters: readonly [string, Partial<ListQuery>, (invoice: Invoice) => boolean][] = [
  ['overdue for more than some days', { overdueDaysMin: 20 }, (invoice) => (daysOverdue(invoice, TODAY) ?? 0) >= 20],
  ['amount between', { amountMin: 1_500, amountMax: 2_000 }, ({ amount }) => amount >= 1_500 && amount <= 2_000],
  [
    'due between',
    { dueFrom: '2026-10-01', dueTo: '2026-10-14' },
    ({ dueDate }) => dueDate >= '2026-10-01' && dueDate <= '2026-10-14',
  ],
  ['marker', { marker: 'hold' }, ({ marker }) => marker.kind === 'hold'],
  ['level', { level: 3 }, ({ dunningLevel }) => dunningLevel === 3],
  ['partner', { partner: 'Kranich Inkasso' }, ({ partner }) => partner === 'Kranich Inkasso'],
  ['a word in the name', { q: 'weber' }, ({ debtorName }) => debtorName.startsWith('Weber')],
  ['umlauts in any case', { q: 'ÖZTÜRK' }, ({ debtorName }) => debtorName.startsWith('Öztürk')],
  [
    'several words',
    { q: 'weber, l-1' },
    ({ debtorName, number }) => debtorName.startsWith('Weber') && number.startsWith('L-1'),
  ],
  [
    'an amount as Germans write it',
    { q: '12,50' },
    (invoice) => invoice.amount === 1_250 || totalOpen(invoice) === 1_250,
  ],
  [
    'an amount with its symbol',
    { q: '12,50 €' },
    (invoice) => invoice.amount === 1_250 || totalOpen(invoice) === 1_250,
  ],
  ['the number of the partner', { q: 'ki-' }, ({ partnerCaseNumber }) => partnerCaseNumber !== undefined],
  ['signs that mean something to SQL', { q: "%_'" }, () => false],
]

test.each(filters)('filter: %s', async (_name, query, matches) => {
  const all = await everyPage({ limit: 200 })
  const expected = new Set(all.filter(matches).map(({ id }) => id))
  for (const sort of ['dueDate', 'debtor', 'status', 'daysOverdue'] as const) {
    const rows = await everyPage({ ...query, sort, limit: 23 })
    expect(new Set(rows.map(({ id }) => id))).toEqual(expected)
    expect(rows).toHaveLength(expected.size)
  }
  // Where they are too many to be found first, each sort finds the same along its own order.
  for (const sort of SORTS) {
    const along = await everyPage({ ...query, sort, limit: 23 }, undefined, house.owner, 0)
    expect(along.map(({ id }) => id)).toEqual((await everyPage({ ...query, sort, limit: 200 })).map(({ id }) => id))
    expect(new Set(along.map(({ id }) => id))).toEqual(expected)
  }
  const [total] = await house.run((context) => readSummary(context, ask(query)))
  expect(total?.count ?? 0).toBe(expected.size)
})

test('a limited user sees the own practice alone, in rows, sums and tabs', async () => {
  const all = await everyPage({ limit: 200 })
  const own = all.filter(({ practiceId }) => practiceId === house.practices[0])
  expect(own.length).toBeLessThan(all.length)
  const rows = await everyPage({ limit: 200 }, undefined, house.limited)
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(own.map(({ id }) => id)))
  const found = await everyPage({ q: 'l-1', limit: 200 }, undefined, house.limited)
  expect(found).toHaveLength(own.filter(({ number }) => number.toLowerCase().includes('l-1')).length)
  const [total] = await house.run((context) => readSummary(context, ask({})), house.limited)
  expect(total?.count).toBe(own.length)
  const tabs = await house.run((context) => readTabs(context, undefined), house.limited)
  expect(tabs[0]?.count).toBe(own.length)
})

test('a limited user who asks for another practice by name sees nothing', async () => {
  const practiceId = house.practices[1]
  expect(await everyPage({ practiceId }, undefined, house.limited)).toEqual([])
  expect(await house.run((context) => readTabs(context, practiceId), house.limited)).toMatchObject([
    { count: 0 },
    {},
    {},
    {},
    {},
    {},
  ])
})

test('another tenant sees nothing of it', async () => {
  const other = await openHouse(database.db)
  const page = await other.run((context) => readPage(context, ask({})))
  expect(page).toEqual({ rows: [] })
})

test('a cursor of another order is refused', async () => {
  const page = await house.run((context) => readPage(context, ask({ limit: 5 })))
  const again = house.run((context) => readPage(context, ask({ sort: 'amount', cursor: page.nextCursor })))
  await expect(again).rejects.toMatchObject({ status: 400, refusal: { code: 'cursor_not_usable' } })
  const broken = house.run((context) => readPage(context, ask({ cursor: 'x' })))
  await expect(broken).rejects.toMatchObject({ status: 400 })
})

test('an invoice due today is not in the view of overdue ones (M43)', async () => {
  const draft = (number: string, dueDate: LocalDate) => draftOf(number, { dueDate })
  await house.run((context) =>
    recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, [
      draft('M43-yesterday', addDays(TODAY, -1)),
      draft('M43-today', TODAY),
    ]),
  )
  const rows = await everyPage({ view: 'overdue', q: 'm43' })
  expect(rows.map(({ number }) => number)).toEqual(['M43-yesterday'])
})
