import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalDate, day } from '@mahnwerk/core/calendar'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import { minor } from '@mahnwerk/core/money'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { closeLetters } from '../../letters/index.ts'
import { atPartner, connected, recorded, says } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { invoiceRoutes } from '../invoices/index.ts'
import { paymentRoutes } from '../payments/index.ts'
import { settingsRoutes } from '../settings/index.ts'
import { type InvoiceStatement } from './statement.ts'
import { statementRoutes } from './index.ts'

let database: TestDatabase
let house: House
let door: Door
let connection: string
// The house's day is 14 October 2026; its invoices fall due on 16 August 2026, a Sunday.
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  door = await openDoor(house, statementRoutes, paymentRoutes, settingsRoutes, invoiceRoutes)
  connection = await connected(house)
})
afterAll(async () => {
  await door.close()
  await closeLetters()
  await database.drop()
})

const dunned: Partial<InvoiceDraft> = { dunned: { level: 2, lastNoticeOn: day('2026-09-01') } }
const statement = async (invoiceId: string, query = ''): Promise<InvoiceStatement> =>
  (await door.ask<InvoiceStatement>('GET', `/invoices/${invoiceId}/statement${query}`)).body
const pay = (invoiceId: string, amount: number, on = '2026-10-01') =>
  door.ask<{ id: string }>('POST', `/invoices/${invoiceId}/payments`, { amount, on, method: 'transfer' })
const texts = (lines: InvoiceStatement['assumptions']): string[] => lines.map(({ text }) => text)

describe('the statement of a stored invoice', () => {
  test('without a reminder and without an agreed due day bears no interest, and says so', async () => {
    const told = await statement(await recorded(house, 'S-1'))
    expect(told).toMatchObject({
      on: '2026-10-14',
      total: 18_450,
      late: { late: false },
      books: { open: { principal: 18_450 } },
      besideBooks: [],
    })
  })

  test('counts the last reminder as received three days after it was sent, and names what it assumed', async () => {
    const told = await statement(await recorded(house, 'S-2', dunned))
    // 4 September to 14 October at the consumer's rate: interest from the day after the reminder came.
    expect(told.late).toMatchObject({ late: true, from: '2026-09-04', interestFrom: '2026-09-05' })
    expect(told.total).toBe(18_450 + told.parts.interest)
    expect(told.parts.interest).toBeGreaterThan(0)
    expect(texts(told.assumptions)).toEqual([
      'Wann der Vertrag geschlossen wurde, ist nicht angegeben. Wir rechnen mit dem Tag der Rechnung, dem 02.08.2026.',
      'Von mehreren Mahnungen kennen wir nur den Tag der letzten, den 01.09.2026. Wir rechnen mit ihm, also mit dem spätesten.',
      'Eine Mahnung vom 01.09.2026 gilt nach 3 Tagen Postlauf als zugegangen.',
    ])
    expect(texts(told.besideBooks)).toEqual(['Verzugszinsen, die berechnet, aber nicht gebucht sind'])
    expect(told.besideBooks[0]?.amount).toBe(told.parts.interest)
  })

  test('says for several days what is owed if paid then, as if each were asked alone', async () => {
    const invoiceId = await recorded(house, 'S-3', dunned)
    const told = await statement(invoiceId, '?on=2026-10-14&days=2026-10-31,2026-11-30')
    const alone = await statement(invoiceId, '?on=2026-11-30')
    expect(told.days.map(({ on }) => on)).toEqual(['2026-10-31', '2026-11-30'])
    expect(told.days[1]?.total).toBe(alone.total)
    expect((await door.ask('GET', `/invoices/${invoiceId}/statement?on=2026-02-30`)).status).toBe(400)
  })

  test('follows what is noted of the invoice alone, and the history has it', async () => {
    const invoiceId = await recorded(house, 'S-4')
    const change = { dueAgreed: true, contractOn: '2026-07-01', agreedRate: '10.00' }
    expect((await door.ask('PATCH', `/invoices/${invoiceId}/facts`, change)).body).toEqual({
      ...change,
      receivedOn: null,
    })
    const told = await statement(invoiceId)
    // Due on a Sunday: late after Monday the 17th.
    expect(told.late.interestFrom).toBe('2026-08-18')
    expect(told.parts.interest).toBe(Math.round((18_450 * 0.1 * 58) / 365))
    expect(told.assumptions).toEqual([])
    const { history } = (await door.ask<{ history: { type: string }[] }>('GET', `/invoices/${invoiceId}/history`)).body
    expect(history[0]?.type).toBe('invoice.facts_changed')
    expect((await door.ask('PATCH', `/invoices/${invoiceId}/facts`, { agreedRate: 'zehn' })).status).toBe(400)
  })

  test('of another practice is not there', async () => {
    const invoiceId = await recorded(house, 'S-5', {}, house.practices[1])
    for (const road of ['statement', 'statement.pdf'])
      expect((await door.ask('GET', `/invoices/${invoiceId}/${road}`, undefined, house.limited)).status).toBe(404)
    expect((await door.ask('PATCH', `/invoices/${invoiceId}/facts`, {}, house.limited)).status).toBe(404)
  })
})

/** What the books hold open, and what is named beside it. */
function explained({ books, besideBooks }: InvoiceStatement): number {
  const amounts = [...Object.values(books.open), ...besideBooks.map(({ amount }) => amount ?? 0)]
  return amounts.reduce((all, each) => all + each, 0)
}

describe('statement and books', () => {
  /** Nobody posted interest: what the statement says of the principal is what the ledger says of it. */
  async function agree(invoiceId: string): Promise<InvoiceStatement> {
    const told = await statement(invoiceId)
    expect(told.parts).toMatchObject({
      principal: told.books.open.principal,
      charges: told.books.open.charges,
      costs: told.books.open.costs,
    })
    expect(told.overpaid).toBe(told.books.overpaid)
    expect(explained(told)).toBe(told.total)
    return told
  }

  test('agree after payments in parts: the principal was paid, and interest stays', async () => {
    const invoiceId = await recorded(house, 'B-1', dunned)
    await pay(invoiceId, 10_000, '2026-09-20')
    expect((await agree(invoiceId)).parts.principal).toBe(8_450)
    await pay(invoiceId, 8_450, '2026-10-01')
    const told = await agree(invoiceId)
    expect(told.parts.principal).toBe(0)
    expect(told.total).toBe(told.parts.interest)
    expect(told.parts.interest).toBeGreaterThan(0)
  })

  test('agree where too much was paid: the surplus is not used for interest that nobody booked', async () => {
    const invoiceId = await recorded(house, 'B-2', dunned)
    await pay(invoiceId, 20_000)
    const told = await agree(invoiceId)
    expect(told.overpaid).toBe(1_550)
    expect(told.explanation.amount).toBe(told.total - 1_550)
  })

  test('agree after a payment was taken back: as if it had never come', async () => {
    const invoiceId = await recorded(house, 'B-3', dunned)
    const before = await statement(invoiceId)
    const { body } = await pay(invoiceId, 10_000, '2026-09-20')
    await door.ask('POST', `/payments/${body.id}/reverse`, { reason: 'Rücklastschrift' })
    expect(await agree(invoiceId)).toEqual(before)
  })

  test('agree while a partner works: its costs, its payments by its own split, a cost told after the payment that met it', async () => {
    const invoiceId = await recorded(house, 'B-4', dunned)
    const caseId = await atPartner(house, invoiceId)
    const split = {
      principal: minor(5_000),
      charges: minor(0),
      interest: minor(0),
      costs: minor(2_000),
      overpaid: minor(0),
    }
    await says(house, connection, caseId, [
      { type: 'case.accepted', caseNumber: 'K-1' },
      {
        type: 'cost.added',
        costId: 'c1',
        amount: minor(3_000),
        on: day('2026-10-12'),
        kind: 'fee',
        text: 'Vergütung',
      } as never,
      {
        type: 'payment.reported',
        paymentId: 'p1',
        amount: minor(7_000),
        on: day('2026-10-10'),
        receivedBy: 'partner',
        method: 'transfer',
        split,
      },
    ])
    const told = await agree(invoiceId)
    expect(told.parts).toMatchObject({ principal: 13_450, costs: 1_000 })
    const ofCase = await door.ask<{ total: number; statements: InvoiceStatement[] }>(
      'GET',
      `/cases/${caseId}/statement`,
    )
    expect(ofCase.body.total).toBe(told.total)
    expect(ofCase.body.statements).toEqual([told])
  })

  test('differ by what was written off, which the debtor still owes', async () => {
    const invoiceId = await recorded(house, 'B-5', dunned)
    await door.ask('POST', `/invoices/${invoiceId}/write-off`, { reason: 'verjährt' })
    const told = await statement(invoiceId)
    expect([told.parts.principal, told.books.open.principal, told.books.writtenOff]).toEqual([18_450, 0, 18_450])
    expect(texts(told.besideBooks)).toContain('Ausgebucht, vom Schuldner aber weiter geschuldet')
    expect(explained(told)).toBe(told.total)
  })

  test('agree on a cancelled invoice: it was never owed, and bore no interest', async () => {
    const invoiceId = await recorded(house, 'B-6', dunned)
    await door.ask('POST', `/invoices/${invoiceId}/cancel`, { reason: 'falsch' })
    expect(await agree(invoiceId)).toMatchObject({ total: 0, besideBooks: [] })
  })

  test('never count interest twice: where some is booked, it is calculated from the day after', async () => {
    const invoiceId = await recorded(house, 'B-7', dunned)
    await door.ask('PATCH', `/invoices/${invoiceId}/facts`, { agreedRate: '10.00' })
    await bookInterest(invoiceId, 55, day('2026-10-04'))
    const told = await statement(invoiceId)
    expect(told.parts.interest).toBe(55 + Math.round((18_450 * 0.1 * 10) / 365))
    expect(texts(told.besideBooks).at(-1)).toBe(
      'Bis dahin sind Zinsen gebucht; berechnet werden sie erst ab dem 05.10.2026.',
    )
    const before = await statement(invoiceId, '?on=2026-10-04')
    expect(before.parts.interest).toBe(55)
  })
})

async function bookInterest(invoiceId: string, amount: number, on: LocalDate): Promise<void> {
  await house.run(async ({ trx, tenantId, newId }) => {
    await sql`
      INSERT INTO transfers (tenant_id, id, event_id, debit, credit, amount, currency, value_on, invoice_id)
      SELECT ${tenantId}, ${newId()}, id, ${`debtor:interest:${invoiceId}`}, 'revenue', ${amount}, 'EUR', ${on}, ${invoiceId}
      FROM events WHERE tenant_id = ${tenantId} AND stream_id = ${invoiceId} LIMIT 1`.execute(trx)
    await sql`UPDATE invoices SET interest_open = ${amount} WHERE tenant_id = ${tenantId} AND id = ${invoiceId}`.execute(
      trx,
    )
  })
}

describe('the cost sheet', () => {
  test('is a PDF that is not kept anywhere', async () => {
    const invoiceId = await recorded(house, 'P-1', dunned)
    await pay(invoiceId, 1_000)
    const http = await openRaw()
    const answer = await http(`/invoices/${invoiceId}/statement.pdf?on=2026-10-14`)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-disposition']).toContain('Forderungsaufstellung%20P-1%202026-10-14.pdf')
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })
})

async function openRaw() {
  const { createHttp } = await import('../../http/index.ts')
  const http = await createHttp({
    authenticate: async () => house.owner,
    logger: false,
    requestsPerMinute: 100,
    trustedProxies: [],
  })
  statementRoutes(http, house.ground)
  return (path: string) => http.inject({ method: 'GET', url: `/api/v1${path}` })
}

describe('the settings of law and interest', () => {
  test('begin with the careful answers, and are changed on the state that was read', async () => {
    const { body } = await door.ask<{ version: number }>('GET', '/settings/law')
    expect(body).toEqual({
      region: null,
      country: null,
      countryInForce: 'DE',
      yearBasis: null,
      paymentDayCounts: null,
      provisional: false,
      lowConfidence: false,
      choices: {},
      interestDemanded: true,
      flatDemanded: false,
      dueAgreed: false,
      invoiceNotice: false,
      postalDays: 3,
      version: 1,
    })
    const changed = await door.ask('PATCH', '/settings/law', {
      postalDays: 5,
      choices: { dunning_fee: 'actual_cost' },
      version: 1,
    })
    expect(changed).toMatchObject({ status: 200, body: { postalDays: 5, version: 2 } })
    expect((await door.ask('PATCH', '/settings/law', { postalDays: 6, version: 1 })).status).toBe(409)
    expect((await door.ask('PATCH', '/settings/law', { postalDays: 6 })).status).toBe(428)
    const told = await statement(await recorded(house, 'L-1', dunned))
    expect(told.late.from).toBe('2026-09-06')
  })

  test.each([
    [{ country: 'ZZ' }, 'law_country_unknown'],
    [{ choices: { dunning_fee: 'double' } }, 'law_choice_unknown'],
    [{ choices: { colour: 'red' } }, 'law_choice_unknown'],
  ])('refuse %j', async (change, code) => {
    const { version } = (await door.ask<{ version: number }>('GET', '/settings/law')).body
    const { status, body } = await door.ask<{ code: string }>('PATCH', '/settings/law', { ...change, version })
    expect([status, body.code]).toEqual([422, code])
  })

  test('with interest forgone: none is calculated', async () => {
    const { version } = (await door.ask<{ version: number }>('GET', '/settings/law')).body
    await door.ask('PATCH', '/settings/law', { interestDemanded: false, version })
    expect((await statement(await recorded(house, 'L-2', dunned))).total).toBe(18_450)
    await door.ask('PATCH', '/settings/law', { interestDemanded: true, version: version + 1 })
  })
})
