import { PDFDocument } from '@cantoo/pdf-lib'
import { addDays } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type Http, createHttp } from '../../http/index.ts'
import { closeLetters } from '../../letters/index.ts'
import { readPdf } from '../../letters/testing/index.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { documentsOfInvoice, keepDocument } from '../documents/index.ts'
import { startRun, workRun } from '../dunning/index.ts'
import { recordInvoices } from '../invoices/index.ts'
import { noticeAfterMail, noticeRoutes, setLetters } from './index.ts'
import { previewMail, previewPdf } from './preview.ts'
import { choosePrint, fileOfPrint, listPool } from './print-pool.ts'
import { MAILED_MAX } from './originals.ts'
import { markPrinted } from './printed.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  await closeLetters()
})
beforeEach(async () => {
  house = await openHouse(database.db)
})

async function notices(debtors: number, channel: string): Promise<void> {
  const steps = [{ level: 1, afterDays: 7, channel, fee: 0, periodDays: 10, interest: false }]
  await house.run(async (context) => {
    const { trx, tenantId, newId, now } = context
    await sql`
      INSERT INTO dunning_policies (tenant_id, id, name, currency, steps, grouping_by, least_open, standard, created_at)
      VALUES (${tenantId}, ${newId()}, 'Probe', ${EUR}, ${JSON.stringify(steps)}, 'per_debtor', 500, true, ${now})`.execute(
      trx,
    )
    const dueDate = addDays(context.today, -20)
    const drafts = Array.from({ length: debtors * 2 }, (_, index) => {
      const at = Math.floor(index / 2)
      const dates = { dueDate, invoiceDate: addDays(dueDate, -14), amount: minor(2_000 + index) }
      const draft = draftOf(`RE-${index}`, dates)
      const debtor = { ...draft.debtor, name: { kind: 'consumer' as const, first: 'Vera', last: `Schuldner ${at}` } }
      return { ...draft, debtor: { ...debtor, email: `vera${at}@debtor.example` } }
    })
    await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, drafts)
  })
  const runId = await house.run((context) => startRun(context, { automatic: false }))
  await workRun(house.ground, { tenantId: house.tenantId, runId })
}

const set = () => setLetters(house.ground, { tenantId: house.tenantId })

type Kept = {
  readonly id: string
  readonly number: number
  readonly state: string
  readonly trouble: string | null
  readonly document: string | null
  readonly content: Buffer | null
  readonly mails: number
}

/** As the route does it; `undefined`: what waits. */
async function print(ids?: readonly string[], principal: Principal = house.owner, sides?: 'one' | 'two') {
  const job = await house.run((context) => choosePrint(context, ids), principal)
  const { bytes } = await fileOfPrint(job, sides)
  await house.run((context) => markPrinted(context, job.noticeIds, job.again), principal)
  return readPdf(bytes).then((read) => ({ ...read, bytes }))
}

/** An invoice file for every invoice, by its number. */
async function fileOriginals(make: (number: string) => Promise<Uint8Array>, mediaType = 'application/pdf') {
  await house.run(async (context) => {
    const { rows } = await sql<{ id: string; number: string }>`
      SELECT id, number FROM invoices WHERE tenant_id = ${context.tenantId} ORDER BY number`.execute(context.trx)
    for (const { id: invoiceId, number } of rows) {
      const about = { kind: 'original_invoice', name: `${number}.pdf`, mediaType, invoiceId } as const
      await keepDocument(context, { ...about, practiceId: house.practices[0], bytes: await make(number) })
    }
  })
}

async function invoicePdf(words: string, password?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage().drawText(`Original ${words}`, { x: 50, y: 700 })
  if (password !== undefined) document.encrypt({ userPassword: password, ownerPassword: password })
  return document.save()
}

const setTenant = (column: string, value: unknown) =>
  house.run(({ trx, tenantId }) =>
    sql`UPDATE tenants SET ${sql.ref(column)} = ${value} WHERE tenant_id = ${tenantId}`.execute(trx),
  )

const kept = () =>
  house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<Kept>`
      SELECT n.id, n.number::int AS number, n.state, n.trouble, n.document_id AS document, b.content,
        (SELECT count(*)::int FROM mails m WHERE m.tenant_id = n.tenant_id AND m.notice_id = n.id) AS mails
      FROM notices n LEFT JOIN documents d ON d.tenant_id = n.tenant_id AND d.id = n.document_id
        LEFT JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
      WHERE n.tenant_id = ${tenantId} ORDER BY n.number`.execute(trx)
    return rows
  })

const attached = () =>
  house.run(async ({ trx, tenantId }) => {
    const { rows } = await sql<{ kind: string; name: string }>`
      SELECT d.kind, d.name FROM mails m, jsonb_array_elements(m.attachments) a
      JOIN documents d ON d.id = (a->>'documentId')::uuid WHERE m.tenant_id = ${tenantId} ORDER BY d.kind`.execute(trx)
    return rows
  })

describe('the letters of a run', () => {
  test('are set once, by however many at a time, each with its own debtor, number and mail', async () => {
    await notices(12, 'email_and_letter')
    await Promise.all([set(), set(), set()])
    const letters = await kept()
    expect(letters.map(({ document, mails }) => [document !== null, mails])).toEqual(letters.map(() => [true, 1]))
    for (const { number, content } of letters) {
      const { text } = await readPdf(content ?? Buffer.alloc(0))
      expect(text).toContain(`M-2026-${String(number).padStart(4, '0')}`)
      expect(new Set(text.match(/Schuldner \d+/g))).toHaveLength(1)
    }
    const documents = letters.map(({ document }) => document)
    await set()
    expect((await kept()).map(({ document }) => document)).toEqual(documents)
  })

  test('say what was owed on their day, whatever was paid since, and the fee by its name', async () => {
    await notices(1, 'letter')
    await house.run(async ({ trx, tenantId }) => {
      await sql`UPDATE invoices SET principal_open = 100 WHERE tenant_id = ${tenantId}`.execute(trx)
      await sql`UPDATE notices SET fee = 120 WHERE tenant_id = ${tenantId}`.execute(trx)
    })
    await set()
    const [letter] = await kept()
    const { text } = await readPdf(letter?.content ?? Buffer.alloc(0))
    for (const said of ['20,00 €', '20,01 €', '40,01 €', 'Kosten dieses Schreibens 1,20 €', 'Zu zahlen 41,21 €'])
      expect(text).toContain(said)
  })

  test('stand among the files of their invoices', async () => {
    await notices(1, 'letter')
    await set()
    const files = await house.run(async (context) => {
      const { rows } = await sql<{ id: string }>`
        SELECT id FROM invoices WHERE tenant_id = ${context.tenantId} LIMIT 1`.execute(context.trx)
      return documentsOfInvoice(context, rows[0]?.id ?? '')
    })
    expect(files).toMatchObject([{ kind: 'dunning_letter', name: 'Mahnung-M-2026-0001.pdf' }])
  })

  test.each([
    [false, 'usual', ['dunning_letter', 'original_invoice', 'original_invoice']],
    [false, 'post', ['dunning_letter']],
    [false, 'none', ['dunning_letter']],
    [true, 'usual', ['dunning_letter']],
  ])(
    'bring their invoices along by mail, but not those of a health profession (%s, %s)',
    async (health, wish, kinds) => {
      await notices(1, 'email')
      await setTenant('health_profession', health)
      await setTenant('originals_with_letters', wish)
      await fileOriginals(async (number) => Buffer.from(number))
      await set()
      expect((await attached()).map(({ kind }) => kind)).toEqual(kinds)
    },
  )

  test('leave out of a mail what mail servers would not take', async () => {
    await notices(1, 'email')
    await fileOriginals(async (number) => Buffer.alloc(number === 'RE-0' ? MAILED_MAX + 1 : 10, number))
    await set()
    expect((await attached()).map(({ name }) => name)).toEqual(['Mahnung-M-2026-0001.pdf', 'RE-1.pdf'])
  })

  test('one that no font can write says so and holds up no other', async () => {
    await notices(2, 'letter')
    await house.run(({ trx, tenantId }) =>
      sql`
        UPDATE debtors SET last_name = '李小龍' WHERE tenant_id = ${tenantId} AND last_name = 'Schuldner 0'`.execute(
        trx,
      ),
    )
    await set()
    const letters = await kept()
    expect(letters.map(({ state }) => state).toSorted()).toEqual(['failed', 'written'])
    expect(letters.find(({ state }) => state === 'failed')).toMatchObject({
      trouble: 'unprintable: 李',
      document: null,
    })
  })

  test('become what their mail became, unless they were printed', async () => {
    await notices(1, 'email')
    await set()
    const [letter] = await kept()
    const news = { mailId: '', noticeId: letter?.id ?? '', invoiceIds: [] }
    await house.run((context) => noticeAfterMail(context, { ...news, became: 'bounced' }))
    expect(await kept()).toMatchObject([{ state: 'bounced' }])
    const { entries } = await house.run(listPool) // what did not arrive by mail can go by post
    expect(entries.map(({ id }) => id)).toEqual([letter?.id])
    await print()
    await house.run((context) => noticeAfterMail(context, { ...news, became: 'bounced' }))
    expect(await kept()).toMatchObject([{ state: 'printed' }])
  })
})

describe('the print pool', () => {
  test('is one file: a control list with count, numbers, names and sum, then each letter on a sheet of its own', async () => {
    await notices(3, 'letter')
    await set()
    expect(await house.run(listPool)).toMatchObject({ count: 3 })
    const { bytes, pages, text } = await print()
    expect(pages).toHaveLength(8) // each with its back
    const list = (pages[0] ?? []).map((placed) => placed.text)
    const said = list.join(' ').replaceAll('\u00a0', ' ')
    expect(list).toEqual(
      expect.arrayContaining(['M-2026-0001', 'M-2026-0003', 'Schuldner 0, Vera', 'Schuldner 2, Vera']),
    )
    expect(said).toContain('Briefe 3')
    expect(said).toContain('120,15 €') // 20.00 to 20.05
    for (const at of [2, 4, 6]) expect((pages[at] ?? []).map((placed) => placed.text)).toContain('Mahnung')
    expect(text.match(/Vera Schuldner/g)).toHaveLength(6) // window and salutation
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(8)
  })

  test('is emptied by printing; what is named can be printed again', async () => {
    await notices(2, 'letter')
    await set()
    await print()
    expect((await kept()).map(({ state }) => state)).toEqual(['printed', 'printed'])
    await expect(print()).rejects.toThrow('print_pool_empty')
    const [letter] = await kept()
    expect((await print([letter?.id ?? ''])).text).toContain('Briefe 1')
  })

  test('lays each invoice behind its letter, and names those that no printer takes', async () => {
    await notices(2, 'letter')
    await fileOriginals((number) => invoicePdf(number, number === 'RE-1' ? 'geheim' : undefined))
    await set()
    const { pages } = await print(undefined, house.owner, 'one')
    const said = pages.map((page) => page.map(({ text }) => text).join(' '))
    expect(said.map((page) => /Original RE-\d|Kontrollliste|Vera Schuldner \d/.exec(page)?.[0])).toEqual([
      'Kontrollliste',
      'Vera Schuldner 0',
      'Original RE-0',
      'Vera Schuldner 1',
      'Original RE-2',
      'Original RE-3',
    ])
    expect(said[0]).toContain('Nicht beigelegt: RE-1.pdf (mit Kennwort verschlüsselt)')
    expect(said[0]).toMatch(/Beigelegte Rechnungen\s+3/)
  })

  test('names invoices that are no paper', async () => {
    await notices(1, 'letter')
    await fileOriginals(async () => Buffer.from('<Invoice/>'), 'application/xml')
    await set()
    const { text } = await print(undefined, house.owner, 'one')
    expect(text).toContain('Nicht beigelegt: RE-0.pdf (elektronische Rechnung, nicht für Papier)')
  })

  test.each([
    [true, 'usual', 0],
    [true, 'post', 2],
    [false, 'none', 0],
  ])('encloses invoices of a health profession (%s) only where that is set (%s)', async (health, wish, count) => {
    await notices(1, 'letter')
    await setTenant('health_profession', health)
    await setTenant('originals_with_letters', wish)
    await fileOriginals((number) => invoicePdf(number))
    await set()
    const { text } = await print()
    expect(text.match(/Original RE-\d/g) ?? []).toHaveLength(count)
  })

  test('writes into the history of each invoice who printed, and that a second time is a copy', async () => {
    await notices(1, 'letter')
    await set()
    await print()
    const [letter] = await kept()
    await print([letter?.id ?? ''])
    const { rows } = await house.run(({ trx, tenantId }) =>
      sql<{ data: string; actor: string; version: number; last: number }>`
        SELECT e.data, e.actor, e.version, i.version AS last FROM events e JOIN invoices i ON i.id = e.stream_id
        WHERE e.tenant_id = ${tenantId} AND e.type = 'notice.printed' ORDER BY e.stream_id, e.version`.execute(trx),
    )
    expect(rows.map(({ data }): unknown => JSON.parse(data))).toMatchObject(
      [1, 2].flatMap(() => [
        { noticeId: letter?.id, number: 'M-2026-0001', level: 1, copy: false },
        { noticeId: letter?.id, number: 'M-2026-0001', level: 1, copy: true },
      ]),
    )
    expect(rows.every(({ actor }) => actor.includes(house.owner.actor.id))).toBe(true)
    expect(rows.filter(({ version, last }) => version === last)).toHaveLength(2)
  })

  test('lets no two people print the same letters', async () => {
    await notices(2, 'letter')
    await set()
    const job = await house.run((context) => choosePrint(context, undefined))
    await print()
    await expect(house.run((context) => markPrinted(context, job.noticeIds, job.again))).rejects.toThrow(
      'print_pool_changed',
    )
  })

  test('shows nothing of another practice, and prints nothing of it', async () => {
    await notices(2, 'letter')
    await set()
    const other = { ...house.limited, practices: [house.practices[1]] }
    expect(await house.run(listPool, other)).toEqual({ count: 0, entries: [] })
    const [letter] = await kept()
    await expect(print([letter?.id ?? ''], other)).rejects.toThrow('print_pool_empty')
  })
})

describe('a preview', () => {
  const asked = async () => {
    const id = await house.run(async (context) => {
      await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, [draftOf('RE-7')])
      const { rows } = await sql<{ id: string }>`SELECT id FROM invoices WHERE tenant_id = ${context.tenantId}`.execute(
        context.trx,
      )
      return rows[0]?.id ?? ''
    })
    return { invoiceId: id, level: 3 }
  }

  test('is the letter of real data in any language, and leaves nothing behind', async () => {
    const which = await asked()
    const make = await house.run((context) => previewPdf(context, { ...which, language: 'nl' }))
    const { text } = await readPdf(await make())
    for (const said of ['Laatste aanmaning', 'Jonas Weber', 'RE-7', 'M-2026-0001', '€ 184,50'])
      expect(text).toContain(said)
    expect(await kept()).toEqual([])
  })

  test('with words of one’s own is refused where they lose something', async () => {
    const which = await asked()
    const template = { subject: 'Mahnung', opening: '{summe}', next: '', alreadyPaid: 'x', contact: 'y' }
    await expect(house.run((context) => previewMail(context, { ...which, template }))).rejects.toThrow(
      'template_placeholder_mistaken',
    )
    const mail = await house.run((context) =>
      previewMail(context, { ...which, template: { ...template, opening: 'Bitte {total} {term}.' } }),
    )
    expect(mail.text).toContain('Bitte 184,50 € bis 2')
  })
})

describe('over HTTP', () => {
  let acting: Principal
  let http: Http
  beforeEach(async () => {
    acting = house.owner
    const limits = { logger: false, requestsPerMinute: 10_000, trustedProxies: [] }
    http = await createHttp({ authenticate: async () => acting, ...limits })
    noticeRoutes(http, house.ground)
  })
  afterEach(() => http.close())

  test('a letter that is not set yet is set for who asks for it, once, and is the one that is kept', async () => {
    await notices(1, 'email')
    const [notice] = await kept()
    const url = `/api/v1/notices/${notice?.id}/letter.pdf`
    const [first, second] = await Promise.all([http.inject({ url }), http.inject({ url })])
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'application/pdf'])
    const [letter] = await kept()
    expect(Buffer.compare(first.rawPayload, letter?.content ?? Buffer.alloc(0))).toBe(0)
    expect(Buffer.compare(first.rawPayload, second.rawPayload)).toBe(0)
    expect(letter?.mails).toBe(1)
    acting = { ...house.limited, practices: [house.practices[1]] }
    expect((await http.inject({ url })).statusCode).toBe(404)
  })

  test('the pool is printed as one file, and is empty then', async () => {
    await notices(2, 'letter')
    await set()
    const url = '/api/v1/dunning/print-pool'
    expect((await http.inject({ url })).json()).toMatchObject({ count: 2, entries: [{ total: 4001 }, { total: 4005 }] })
    const printed = await http.inject({ method: 'POST', url: `${url}/print`, payload: {} })
    expect((await readPdf(printed.rawPayload)).text).toContain('Briefe 2')
    const again = await http.inject({ method: 'POST', url: `${url}/print`, payload: {} })
    expect([again.statusCode, again.json().code]).toEqual([409, 'print_pool_empty'])
  })
})
