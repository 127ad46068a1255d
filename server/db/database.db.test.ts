import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, inTenant } from './database.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

const TENANT = '0190b5c0-0000-7000-8000-000000000001'
let base: TestDatabase

beforeAll(async () => {
  base = await testDatabase('empty')
  const owner = createDatabase({ url: base.ownerUrl })
  await sql`create table public.counter (id integer primary key, value bigint not null)`.execute(owner)
  await sql`insert into public.counter values (1, 0), (2, 0)`.execute(owner)
  await sql`grant select, insert, update on public.counter to mahnwerk_app`.execute(owner)
  await owner.destroy()
})
afterAll(() => base.drop())

test('values arrive as the program holds them', async () => {
  const { rows } = await sql`
    select 9007199254740991::int8 as amount, count(*) as count, 0.10::numeric as rate, date '2026-11-21' as day,
      timestamptz '2026-11-21 09:00:00.123999+01' as moment, '{"a":[1]}'::jsonb as json, array[1, null]::int8[] as amounts,
      array[date '2024-02-29'] as days, array['0190b5c0-0000-7000-8000-000000000001'::uuid] as ids, interval '1 day' as span`.execute(
    base.db,
  )
  expect(rows[0]).toEqual({
    amount: 9007199254740991,
    count: 1,
    rate: '0.10',
    day: '2026-11-21',
    moment: '2026-11-21T08:00:00.123Z',
    json: { a: [1] },
    amounts: [1, null],
    days: ['2024-02-29'],
    ids: [TENANT],
    span: '1 day',
  })
})

test('an integer beyond the safe ones is a fault, alone and in an array', async () => {
  await expect(sql`select 9007199254740992::int8`.execute(base.db)).rejects.toThrow(RangeError)
  await expect(sql`select array[-9007199254740992]::int8[]`.execute(base.db)).rejects.toThrow(RangeError)
})

test('a transaction carries its tenant and leaves none behind on the connection', async () => {
  const one = createDatabase({ url: base.url, role: 'mahnwerk_app', max: 1 })
  const seen = sql<{ tenant: string | null; role: string; level: string }>`
    select current_setting('app.tenant_id', true) as tenant, current_user as role, current_setting('transaction_isolation') as level`
  const inside = await inTenant(one, TENANT, (trx) => seen.execute(trx), { isolation: 'repeatable read' })
  expect(inside.rows[0]).toEqual({ tenant: TENANT, role: 'mahnwerk_app', level: 'repeatable read' })
  expect((await seen.execute(one)).rows[0]).toEqual({ tenant: '', role: 'mahnwerk_app', level: 'read committed' })
  const plain = await inTenant(one, TENANT, async () => 0).then(() =>
    one.transaction().execute((trx) => seen.execute(trx)),
  )
  expect(plain.rows[0]?.tenant).toBe('')
  await one.destroy()
})

test('a transaction of another kind inside the work does not inherit the tenant', async () => {
  const tenant = await inTenant(base.db, TENANT, () =>
    base.db.transaction().execute(async (other) => {
      const { rows } = await sql<{
        tenant: string | null
      }>`select current_setting('app.tenant_id', true) as tenant`.execute(other)
      return rows[0]?.tenant ?? ''
    }),
  )
  expect(tenant).toBe('')
})

test('a tenant id that is none is refused before anything is sent', async () => {
  await expect(inTenant(base.db, `' or true --`, async () => 1)).rejects.toThrow(TypeError)
})

test('what the work did is undone when it throws', async () => {
  const work = inTenant(base.db, TENANT, async (trx) => {
    await sql`update counter set value = 99 where id = 1`.execute(trx)
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect((await sql`select value from counter where id = 1`.execute(base.db)).rows).toEqual([{ value: 0 }])
})

test('serializable transactions that collide are repeated until each has counted', async () => {
  const increment = () =>
    inTenant(
      base.db,
      TENANT,
      async (trx) => {
        const { rows } = await sql<{ value: number }>`select value from counter where id = 2`.execute(trx)
        await sql`update counter set value = ${(rows[0]?.value ?? 0) + 1} where id = 2`.execute(trx)
      },
      { isolation: 'serializable', attempts: 50 },
    )
  await Promise.all(Array.from({ length: 5 }, increment))
  expect((await sql`select value from counter where id = 2`.execute(base.db)).rows).toEqual([{ value: 5 }])
})

test('options in the address cannot take the role away', async () => {
  const address = new URL(base.url)
  address.searchParams.set('options', '-c role=none -c lock_timeout=77')
  const db = createDatabase({ url: address.href, role: 'mahnwerk_app' })
  const { rows } = await sql`select current_user as role, current_setting('lock_timeout') as lock`.execute(db)
  expect(rows[0]).toEqual({ role: 'mahnwerk_app', lock: '77ms' })
  await db.destroy()
})
