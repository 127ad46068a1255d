import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { rightsOf } from '../../auth/rights.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type Http, type Problem, createHttp } from '../../http/index.ts'
import type { InvoiceAnswer, RowAnswer } from './answer.ts'
import { invoiceRoutes } from './routes.ts'
import { type House, openHouse } from '../../testing/house.ts'

let database: TestDatabase
let house: House
let http: Http
let acting: Principal
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  acting = house.owner
  http = await createHttp({
    authenticate: async () => acting,
    logger: false,
    requestsPerMinute: 10_000,
    trustedProxies: [],
  })
  invoiceRoutes(http, house.ground)
})
afterAll(async () => {
  await http.close()
  await database.drop()
})

type Method = 'GET' | 'POST' | 'PATCH'

type Answer<Body> = { readonly status: number; readonly body: Body }

async function ask<Body = Problem>(
  method: Method,
  path: string,
  body?: object,
  as = house.owner,
): Promise<Answer<Body>> {
  acting = as
  const answer = await http.inject({
    method,
    url: `/api/v1/invoices${path}`,
    ...(body === undefined ? {} : { payload: body }),
  })
  return { status: answer.statusCode, body: answer.json<Body>() }
}

const entered = (number: string, changes: object = {}) => ({
  practiceId: house.practices[0],
  debtor: {
    name: { kind: 'consumer', first: 'Elif', last: 'Yılmaz' },
    address: { street: 'Hafenweg 2', postCode: '20457', city: 'Hamburg', country: 'DE' },
  },
  number,
  invoiceDate: '2026-08-01',
  dueDate: '2026-08-15',
  currency: 'EUR',
  amount: 9_600,
  subject: 'Beratung',
  ...changes,
})

async function enter(number: string, changes: object = {}): Promise<string> {
  const { status, body } = await ask<RowAnswer>('POST', '', entered(number, changes))
  expect(status).toBe(201)
  return body.id
}

async function historyOf(id: string): Promise<Pick<InvoiceAnswer, 'history'>> {
  return (await ask<Pick<InvoiceAnswer, 'history'>>('GET', `/${id}/history`)).body
}

function kindOf(marker: unknown): unknown {
  return marker !== null && typeof marker === 'object' && 'kind' in marker ? marker.kind : undefined
}

async function ledgerEqualsOpen(id: string): Promise<void> {
  const { booked, open } = await house.run(async (context) => {
    const { rows } = await sql<{ booked: number; open: number }>`
      SELECT i.open, coalesce((SELECT sum(CASE WHEN t.debit LIKE 'debtor:%' THEN t.amount ELSE 0 END)
        - sum(CASE WHEN t.credit LIKE 'debtor:%' THEN t.amount ELSE 0 END) FROM transfers t
        WHERE t.tenant_id = i.tenant_id AND t.invoice_id = i.id), 0)::bigint AS booked
      FROM invoices i WHERE i.tenant_id = ${context.tenantId} AND i.id = ${id}`.execute(context.trx)
    return rows[0] ?? { booked: -1, open: -2 }
  })
  expect(booked).toBe(open)
}

test('an invoice is entered, listed and shown as a whole', async () => {
  const id = await enter('H-1')
  const list = await ask<{ invoices: RowAnswer[] }>('GET', '?view=overdue&q=h-1')
  expect(list.body.invoices).toMatchObject([
    {
      id,
      debtorName: 'Yılmaz, Elif',
      open: 9_600,
      daysOverdue: 60,
      status: { kind: 'overdue', days: 60 },
      nextStep: { kind: 'next_notice', level: 0, last: false },
      readiness: { kind: 'not_yet', why: 'no_connection' },
    },
  ])
  const whole = await ask<InvoiceAnswer>('GET', `/${id}`)
  expect(whole.body).toMatchObject({
    source: 'manual',
    openByComponent: { principal: 9_600, charges: 0, interest: 0, costs: 0 },
    debtor: { address: { city: 'Hamburg' } },
    history: [{ type: 'invoice.recorded', actor: { name: 'Anna Berger' }, version: 1 }],
  })
  const possible = whole.body.actions.filter(({ allowed }) => allowed)
  expect(possible.map(({ action }) => action)).toEqual(['change_marker', 'write_off', 'cancel', 'record_payment'])
  const refusedAction = whole.body.actions.find(({ action }) => action === 'undo_marker')
  expect(refusedAction?.reason).toMatchObject({ code: 'nothing_to_undo', title: 'Nichts rückgängig zu machen' })
})

test('the same invoice entered again is refused with the way to the first one', async () => {
  const id = await enter('H-2')
  const again = await ask('POST', '', entered('H-2'))
  expect(again).toMatchObject({ status: 409, body: { code: 'invoice_already_there', repair: `/rechnungen/${id}` } })
})

test('without a due date the terms of payment hold', async () => {
  const { dueDate: _dueDate, ...without } = entered('H-3')
  const { body } = await ask<RowAnswer>('POST', '', without)
  expect(body.dueDate).toBe('2026-08-15')
  const { history } = await historyOf(body.id)
  expect(history[0]?.data).toMatchObject({ dueFromTerms: true })
})

test.each([
  [0, 'invoice_amount_not_positive'],
  [-1e12 - 1, 'invoice_amount_not_positive'],
  [1e12 + 1, 'invoice_amount_too_large'],
])('an amount of %d is refused with its reason', async (amount, code) => {
  expect(await ask('POST', '', entered('H-4', { amount }))).toMatchObject({ status: 422, body: { code } })
})

test('a marker is set, shown, and taken back; the history keeps who, what and what was before', async () => {
  const id = await enter('K-1')
  const marker = { kind: 'hold', until: '2026-11-01', note: 'Ratenzahlung' }
  expect((await ask('PATCH', `/${id}/marker`, { marker })).body).toMatchObject({
    marker,
    status: { kind: 'hold', until: '2026-11-01' },
  })
  await ask('PATCH', `/${id}/marker`, { marker: { kind: 'disputed' } })
  expect((await ask('POST', `/${id}/marker/undo`)).body).toMatchObject({ marker })
  const { history } = await historyOf(id)
  expect(history.map(({ data }) => [kindOf(data['was']), data['undo']])).toEqual([
    ['disputed', true],
    ['hold', false],
    ['none', false],
    [undefined, undefined],
  ])
})

test('a hold until yesterday is refused, and a state that is no longer so', async () => {
  const id = await enter('K-2')
  const past = await ask('PATCH', `/${id}/marker`, { marker: { kind: 'hold', until: '2026-10-13' } })
  expect(past).toMatchObject({ status: 422, body: { code: 'marker_until_past' } })
  const old = await ask('PATCH', `/${id}/marker`, { marker: { kind: 'disputed' }, version: 7 })
  expect(old).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
})

test('a write-off leaves nothing open and its undo brings all back; the ledger follows', async () => {
  const id = await enter('W-1')
  const off = await ask('POST', `/${id}/write-off`, { reason: 'unbekannt verzogen' })
  expect(off.body).toMatchObject({ open: 0, writtenOff: 9_600, state: 'written_off', status: { kind: 'written_off' } })
  await ledgerEqualsOpen(id)
  expect((await ask('POST', `/${id}/write-off`)).body).toMatchObject({ code: 'invoice_written_off' })
  const back = await ask('POST', `/${id}/write-off/undo`)
  expect(back.body).toMatchObject({ open: 9_600, writtenOff: 0, state: 'open', status: { kind: 'overdue' } })
  await ledgerEqualsOpen(id)
  expect((await ask('POST', `/${id}/write-off/undo`)).body).toMatchObject({ code: 'invoice_not_written_off' })
})

test('a cancelled invoice owes nothing and cannot be changed again', async () => {
  const id = await enter('S-1')
  expect((await ask('POST', `/${id}/cancel`, { reason: 'doppelt' })).body).toMatchObject({
    open: 0,
    status: { kind: 'cancelled' },
  })
  await ledgerEqualsOpen(id)
  expect((await ask('PATCH', `/${id}/marker`, { marker: { kind: 'disputed' } })).body).toMatchObject({
    code: 'invoice_cancelled',
  })
})

test('two people change one invoice at the same moment: both changes are in the history', async () => {
  const id = await enter('Z-1')
  await Promise.all([
    ask('PATCH', `/${id}/marker`, { marker: { kind: 'disputed', note: 'a' } }),
    ask('PATCH', `/${id}/marker`, { marker: { kind: 'clarification', note: 'b' } }),
  ])
  const { history } = await historyOf(id)
  expect(history.map(({ version }) => version)).toEqual([3, 2, 1])
})

test('invoices of another practice or tenant are not found, whatever is asked of them', async () => {
  const id = await enter('X-1', { practiceId: house.practices[1] })
  const stranger = (await openHouse(database.db)).owner
  for (const as of [house.limited, stranger]) {
    const owner = { ...as, role: 'owner' as const, rights: rightsOf('owner') }
    const answers = [
      await ask('GET', `/${id}`, undefined, owner),
      await ask('GET', `/${id}/history`, undefined, owner),
      await ask('PATCH', `/${id}/marker`, { marker: { kind: 'disputed' } }, owner),
      await ask('POST', `/${id}/marker/undo`, undefined, owner),
      await ask('POST', `/${id}/write-off`, undefined, owner),
      await ask('POST', `/${id}/write-off/undo`, undefined, owner),
      await ask('POST', `/${id}/cancel`, undefined, owner),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404])
    expect((await ask('POST', '', entered('X-2', { practiceId: house.practices[1] }), owner)).status).toBe(404)
  }
})

test('who may not write is told so, and shown so', async () => {
  const id = await enter('R-1')
  const reader = { ...house.owner, role: 'read_only' as const, rights: rightsOf('read_only') }
  expect((await ask('POST', `/${id}/write-off`, undefined, reader)).status).toBe(403)
  const { actions } = (await ask<InvoiceAnswer>('GET', `/${id}`, undefined, reader)).body
  expect(actions.every(({ allowed }) => !allowed)).toBe(true)
})

test('sums and tabs are answered with a count', async () => {
  expect((await ask('GET', '/summary?q=nirgends')).body).toEqual({ count: 0, totals: [] })
  expect((await ask('GET', '/summary?q=h-1')).body).toEqual({
    count: 1,
    totals: [{ currency: 'EUR', count: 1, open: 9_600, writtenOff: 0 }],
  })
  const { tabs } = (await ask<{ tabs: { view: string }[] }>('GET', '/tabs')).body
  expect(tabs.map(({ view }) => view)).toEqual(['all', 'open', 'overdue', 'collection', 'paid', 'written_off'])
})
