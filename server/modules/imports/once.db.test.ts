import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type Http, createHttp } from '../../http/index.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { listImports } from './import.ts'
import { uploadOnce } from './once.ts'
import type { Upload } from './receive.ts'
import { importRoutes } from './routes.ts'

let database: TestDatabase
let house: House
let http: Http
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  http = await createHttp({
    authenticate: async () => house.owner,
    logger: false,
    requestsPerMinute: 10_000,
    trustedProxies: [],
  })
  importRoutes(http, house.ground, { send: async () => {} })
})
afterAll(async () => {
  await http.close()
  await database.drop()
})

const LIST = 'Rechnungsnummer;Betrag\nA-1;10,00\n'

async function upload(key: string | undefined, text = LIST, name = 'liste.csv') {
  const payload = [
    `--grenze\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n`,
    `${text}\r\n--grenze--\r\n`,
  ].join('\r\n')
  const { statusCode, body } = await http.inject({
    method: 'POST',
    url: `/api/v1/imports?practiceId=${house.practices[0]}`,
    payload,
    headers: {
      'content-type': 'multipart/form-data; boundary=grenze',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  })
  return { status: statusCode, body: JSON.parse(body) as { code?: string; imports?: { id: string; name: string }[] } } // what the route answers
}

const imports = (): Promise<number> => house.run(async (context) => (await listImports(context, 100)).length)

test('without a key each upload is one of its own', async () => {
  const before = await imports()
  expect((await upload(undefined)).status).toBe(201)
  expect((await upload(undefined)).status).toBe(201)
  expect(await imports()).toBe(before + 2)
})

test('a repeat under its key gets the first answer and makes no second import', async () => {
  const first = await upload('k1')
  const before = await imports()
  expect(first).toMatchObject({ status: 201, body: { imports: [{ name: 'liste.csv' }] } })
  expect(await upload('k1')).toEqual(first)
  expect(await imports()).toBe(before)
})

test.each([
  ['another content', 'Rechnungsnummer;Betrag\nA-1;10,01\n', 'liste.csv'],
  ['another name', LIST, 'andere.csv'],
])('a key is refused for %s', async (_what, text, name) => {
  await upload('k2')
  const before = await imports()
  expect(await upload('k2', text, name)).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  expect(await imports()).toBe(before)
})

test('while the first is at work, a second is told so; a first one taken for dead is followed', async () => {
  const gate = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  async function* slow(): AsyncGenerator<Upload> {
    begun.resolve()
    await gate.promise
    yield { name: 'liste.csv', bytes: Buffer.from(LIST) }
  }
  const asked = { principal: house.owner, key: 'k3', url: '/x', files: slow() }
  const first = uploadOnce(house.ground, asked, async (files) => ({ status: 201, body: await count(files) }))
  await begun.promise
  expect(await upload('k3')).toMatchObject({ status: 409, body: { code: 'idempotency_key_in_use' } })
  await house.run(({ trx }) =>
    sql`UPDATE idempotency_keys SET created_at = created_at - interval '11 minutes' WHERE key = 'k3'`.execute(trx),
  )
  expect((await upload('k3')).status).toBe(201)
  gate.resolve()
  await first
})

test('what broke off frees its key', async () => {
  async function* broken(): AsyncGenerator<Upload> {
    yield { name: 'liste.csv', bytes: Buffer.from(LIST) }
    throw new Error('connection lost')
  }
  const asked = { principal: house.owner, key: 'k4', url: '/x', files: broken() }
  const failed = uploadOnce(house.ground, asked, async (files) => ({ status: 201, body: await count(files) }))
  await expect(failed).rejects.toThrow('connection lost')
  expect((await upload('k4')).status).toBe(201)
})

test('a key of one caller is no key of another', async () => {
  await upload('k5')
  const principal = { ...house.owner, actor: { ...house.owner.actor, id: house.ground.newId() } }
  const asked = { principal, key: 'k5', url: '/x', files: none() }
  expect(await uploadOnce(house.ground, asked, async () => ({ status: 201, body: 'own' }))).toMatchObject({
    body: 'own',
  })
})

async function count(files: AsyncIterable<Upload>): Promise<number> {
  let found = 0
  for await (const { bytes } of files) found += bytes.length
  return found
}

async function* none(): AsyncGenerator<Upload> {}
