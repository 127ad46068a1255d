import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Principal } from '../../auth/principal.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type Http, createHttp } from '../../http/index.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { keepDocument } from './keep.ts'
import { documentRoutes } from './routes.ts'

let database: TestDatabase
let house: House
let http: Http
let acting: Principal
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  http = await createHttp({
    authenticate: async () => acting,
    logger: false,
    requestsPerMinute: 10_000,
    trustedProxies: [],
  })
  documentRoutes(http, house.ground)
})
afterAll(async () => {
  await http.close()
  await database.drop()
})

const keep = (name: string, mediaType: string, content: string, practiceId = house.practices[0]) =>
  house.run((context) =>
    keepDocument(context, { bytes: Buffer.from(content), kind: 'other', name, mediaType, practiceId }),
  )

async function get(path: string, as = house.owner) {
  acting = as
  return http.inject({ method: 'GET', url: `/api/v1/documents/${path}` })
}

test('a file comes back byte for byte, with what is known of it', async () => {
  const content = '%PDF-1.7\n\u0000\u00ff'
  const id = await keep('Rechnung Ü.pdf', 'application/pdf', content)
  const known = await get(id)
  expect(known.json()).toMatchObject({
    name: 'Rechnung Ü.pdf',
    mediaType: 'application/pdf',
    size: Buffer.byteLength(content),
  })
  const answer = await get(`${id}/content`)
  expect(answer.rawPayload).toEqual(Buffer.from(content))
  expect(answer.headers['content-type']).toBe('application/pdf')
  expect(answer.headers['content-disposition']).toBe(
    `inline; filename="Rechnung _.pdf"; filename*=UTF-8''Rechnung%20%C3%9C.pdf`,
  )
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect(answer.headers['content-security-policy']).toContain('sandbox')
})

test('XML is shown as text, so that nothing in it runs', async () => {
  const id = await keep('r.xml', 'application/xml', '<script/>')
  const answer = await get(`${id}/content`)
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(answer.headers['content-disposition']).toMatch(/^inline/)
})

test.each(['text/html', 'image/svg+xml', 'application/x-shockwave-flash'])(
  '%s is only ever a download of bytes',
  async (type) => {
    const answer = await get(`${await keep('x', type, `<b>${type}</b>`)}/content`)
    expect(answer.headers['content-type']).toBe('application/octet-stream')
    expect(answer.headers['content-disposition']).toMatch(/^attachment/)
  },
)

test('a name with quotes and line breaks stays a name', async () => {
  const id = await keep('a"\r\nset-cookie: x=1.pdf', 'application/pdf', 'x')
  const answer = await get(`${id}/content`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('the same bytes are stored once', async () => {
  await keep('one', 'text/plain', 'same')
  await keep('two', 'text/plain', 'same')
  const { rows } = await house.run((context) =>
    sql<{ count: number }>`
      SELECT count(*) AS count FROM blobs WHERE tenant_id = ${context.tenantId} AND content = ${Buffer.from('same')}`.execute(
      context.trx,
    ),
  )
  expect(rows[0]?.count).toBe(1)
})

test('another practice and another tenant find nothing', async () => {
  const id = await keep('geheim', 'text/plain', 'geheim', house.practices[1])
  const stranger = (await openHouse(database.db)).owner
  for (const as of [house.limited, stranger]) {
    expect((await get(id, as)).statusCode).toBe(404)
    expect((await get(`${id}/content`, as)).statusCode).toBe(404)
  }
})
