import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { type TestDatabase, testDatabase } from '../db/testing.ts'
import { type House, NOW, openHouse } from '../testing/house.ts'
import { inContext } from './context.ts'
import { type Http, command, createHttp, refused } from './index.ts'

let database: TestDatabase
let house: House
let http: Http
let acting: Principal
/** How often the command's work has begun. */
let begun = 0
/** What the work waits for, once it has begun. */
let gate: Promise<void> = Promise.resolve()

// A command that counts: each run leaves a practice behind, as any effect would be left.
function counterRoute(): void {
  http.post(
    '/api/v1/counter/:name',
    {
      config: { right: 'invoices.write' },
      schema: { params: z.object({ name: z.string() }), body: z.object({ by: z.int(), note: z.string().optional() }) },
    },
    (request, reply) =>
      command(house.ground, request, reply, async ({ trx, tenantId, newId }) => {
        begun += 1
        await gate
        const id = newId()
        await sql`
          INSERT INTO practices (tenant_id, id, name, position) VALUES (${tenantId}, ${id}, ${request.params.name}, 9)`.execute(
          trx,
        )
        if (request.body.by < 0) throw refused('amount_not_positive')
        return { status: 201, body: { id, by: request.body.by } }
      }),
  )
}

beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  http = await createHttp({
    authenticate: async () => acting,
    logger: false,
    requestsPerMinute: 10_000,
    trustedProxies: [],
  })
  counterRoute()
})
beforeEach(() => {
  acting = house.owner
  begun = 0
  gate = Promise.resolve()
})
afterAll(async () => {
  await http.close()
  await database.drop()
})

async function count(name: string, key: string | undefined, payload: object = { by: 1 }) {
  const headers = key === undefined ? {} : { 'idempotency-key': key }
  const { statusCode, body } = await http.inject({ method: 'POST', url: `/api/v1/counter/${name}`, headers, payload })
  return { status: statusCode, body: JSON.parse(body) as { id?: string; code?: string } } // an answer or a problem
}

async function effects(name: string): Promise<number> {
  const { rows } = await house.run(({ trx, tenantId }) =>
    sql<{
      count: number
    }>`SELECT count(*) AS count FROM practices WHERE tenant_id = ${tenantId} AND name = ${name}`.execute(trx),
  )
  return rows[0]?.count ?? -1
}

describe('a command with a key', () => {
  test('said twice is done once, and both get the same answer', async () => {
    const first = await count('twice', 'k-twice', { by: 1, note: 'a' })
    const second = await count('twice', 'k-twice', { note: 'a', by: 1 })
    expect(first.status).toBe(201)
    expect(second).toEqual(first)
    expect([await effects('twice'), begun]).toEqual([1, 1])
  })

  test('said by several at the same moment is done once; the others wait and get the answer', async () => {
    let open = (): void => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    const answers = Promise.all([1, 2, 3, 4].map(() => count('parallel', 'k-parallel')))
    await expect.poll(async () => (await waiting()) + begun, { timeout: 5_000 }).toBe(4)
    expect(begun).toBe(1)
    open()
    const [first, ...others] = await answers
    expect(first?.status).toBe(201)
    for (const other of others) expect(other).toEqual(first)
    expect([await effects('parallel'), begun]).toEqual([1, 1])
  })

  test('with other content, or for another thing, is refused and does nothing', async () => {
    await count('other', 'k-other')
    for (const again of [await count('other', 'k-other', { by: 2 }), await count('another', 'k-other')]) {
      expect(again).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
    }
    expect([await effects('other'), await effects('another'), begun]).toEqual([1, 0, 1])
  })

  test('that was refused is not kept: nothing is done, and the same key works once it is mended', async () => {
    expect(await count('refused', 'k-refused', { by: -1 })).toMatchObject({
      status: 422,
      body: { code: 'amount_not_positive' },
    })
    expect(await effects('refused')).toBe(0)
    expect((await count('refused', 'k-refused', { by: 1 })).status).toBe(201)
    expect(await effects('refused')).toBe(1)
  })

  test('belongs to who said it: another person, or another tenant, has the key for themselves', async () => {
    const first = await count('own', 'k-own')
    acting = { ...house.owner, actor: { kind: 'key', id: 'anna', name: 'Programm' } }
    const second = await count('own', 'k-own')
    acting = (await openHouse(database.db)).owner
    const third = await count('own', 'k-own')
    expect([first, second, third].map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set([first, second, third].map(({ body }) => body.id)).size).toBe(3)
  })
})

test('a command without a key is done as often as it is said', async () => {
  await count('keyless', undefined)
  await count('keyless', undefined)
  expect(await effects('keyless')).toBe(2)
})

test('a tenant whose time has travelled acts then; the record keeps when it really was', async () => {
  const traveller = await openHouse(database.db)
  await traveller.run(({ trx, tenantId }) =>
    sql`UPDATE tenants SET clock_offset_seconds = ${40 * 86_400} WHERE tenant_id = ${tenantId}`.execute(trx),
  )
  const seen = await inContext(traveller.ground, traveller.owner, async (context) => context)
  expect(seen).toMatchObject({ now: '2026-11-23T08:00:00.000Z', today: '2026-11-23', recordedAt: NOW })
})

/** Sessions that wait for another’s row. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND locktype = 'transactionid' AND datname = current_database()`.execute(database.db)
  return rows[0]?.count ?? 0
}
