// A stop (Mahnsperre) and each of those who send: a run, a single letter, a mail that waits, the print pool, the handover by hand
// and the one by itself. None of them sends while it holds; the day after its last one each goes on, without anybody's doing. What
// is at the partner already: rest.story.test.ts.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as email from '@mahnwerk/connectors/channels/email'
import { type Instant, type LocalDate, addDays, day, instant } from '@mahnwerk/core/calendar'
import { createSecrets } from '../auth/index.ts'
import { type Database, createDatabase } from '../db/database.ts'
import { type TestDatabase, testDatabase } from '../db/testing.ts'
import { type Context, type Ground, inContext } from '../http/index.ts'
import { closeLetters } from '../letters/index.ts'
import { setHold } from '../modules/debtors/index.ts'
import { changeSettings, handOverRipe, startRun, workRun, writeNotice } from '../modules/dunning/index.ts'
import { confirmHandover } from '../modules/handover/index.ts'
import { loadInvoice, lockInvoice, setMarker } from '../modules/invoices/index.ts'
import { type MailWorker, changeMailSettings, startMail } from '../modules/mail/index.ts'
import { choosePrint, listPool, setLetters } from '../modules/notices/index.ts'
import { connected, recorded } from '../testing/at-partner.ts'
import { type House, NOW, draftOf, openHouse } from '../testing/house.ts'
import { sql } from 'kysely'

const secrets = createSecrets('a secret for tests that is long enough')
let database: TestDatabase
let workerDb: Database
beforeAll(async () => {
  database = await testDatabase()
  workerDb = createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 1, name: 'test worker' })
})
afterAll(async () => {
  await workerDb.destroy()
  await database.drop()
  await closeLetters()
})

let house: House
let ground: Ground
let time: Instant
let post: ReturnType<typeof email.fakeEmail>
let mail: MailWorker
beforeEach(async () => {
  house = await openHouse(database.db)
  time = instant(NOW) // a Wednesday
  ground = { ...house.ground, clock: { now: () => time } }
  post = email.fakeEmail()
  const office = { road: { ...email, openEmail: post.open }, secrets }
  const onError = (error: unknown): void => {
    throw error
  }
  mail = startMail({ ground, workerDb, office, after: async () => {}, onError, tickMs: 2 ** 31 - 1, sends: true })
})
afterEach(async () => {
  await mail.stop()
  // The next house has a mailbox of its own, the worker sees all.
  await run(({ trx, tenantId }) => sql`UPDATE mails SET state = 'failed' WHERE tenant_id = ${tenantId}`.execute(trx))
})

const run = <Value>(work: (context: Context) => Promise<Value>): Promise<Value> => inContext(ground, house.owner, work)

const pass = (days: number): void => {
  time = instant(new Date(Date.parse(time) + days * 86_400_000).toISOString())
}

async function overdue(dunned?: { readonly level: number; readonly lastNoticeOn: LocalDate }): Promise<string> {
  const draft = draftOf('R-1')
  const debtor = { ...draft.debtor, email: 'jonas@example.org' }
  return recorded(house, 'R-1', { debtor, ...(dunned === undefined ? {} : { dunned }) })
}

/** The two ways of stopping, each until the day after tomorrow. */
const STOPS = [
  [
    'on the debtor',
    async (id: string): Promise<void> =>
      run(async (context) => {
        const { debtorId } = await loadInvoice(context, id)
        await setHold(context, debtorId, { reason: 'hardship', note: '', until: addDays(context.today, 2) })
      }),
  ],
  [
    'noted on the invoice',
    async (id: string): Promise<void> =>
      run(async (context) => {
        await setMarker(context, { id }, { kind: 'hold', until: addDays(context.today, 2), note: '' })
      }),
  ],
] as const

async function dunningRun(): Promise<number> {
  const runId = await run((context) => startRun(context, { automatic: false }))
  await workRun(ground, { tenantId: house.tenantId, runId })
  return run(async ({ trx, tenantId }) => {
    const { rows } = await sql`SELECT FROM notices WHERE tenant_id = ${tenantId} AND run_id = ${runId}`.execute(trx)
    return rows.length
  })
}

async function setUpMail(): Promise<void> {
  const settings = { host: 'smtp.praxis.example', port: 587, security: 'starttls', user: 'p', password: 'p' } as const
  const sender = { fromName: 'Praxis', fromAddress: 'p@praxis.example', replyTo: null, bounceAddress: null } as const
  await run((context) =>
    changeMailSettings(context, { secrets }, { ...settings, ...sender, bounceTokens: false, version: 0 }),
  )
}

describe.each(STOPS)('a stop %s', (_where, stop) => {
  test('keeps a run from writing, until the day after its last one', async () => {
    const id = await overdue()
    await stop(id)
    expect(await dunningRun()).toBe(0)
    pass(2)
    expect(await dunningRun()).toBe(0)
    pass(3) // over a weekend
    expect(await dunningRun()).toBe(1)
  })

  test('refuses the single letter with its reason', async () => {
    const id = await overdue()
    await stop(id)
    const notice = () => run((context) => writeNotice(context, id, { early: true }))
    await expect(notice()).rejects.toMatchObject({
      refusal: { code: expect.stringMatching(/^notice_(debtor_)?hold$/) },
    })
    pass(3)
    expect(await notice()).toEqual(expect.any(String))
  })

  test('keeps a mail waiting that is written already', async () => {
    await setUpMail()
    const id = await overdue()
    await dunningRun()
    await setLetters(ground, { tenantId: house.tenantId })
    await stop(id)
    await mail.sendDue()
    expect(post.taken).toHaveLength(0)
    pass(3)
    await mail.sendDue()
    expect(post.taken).toHaveLength(1)
  })

  test('reaches a mail whose sender has taken it up: nothing leaves', async () => {
    await setUpMail()
    const id = await overdue()
    await dunningRun()
    await setLetters(ground, { tenantId: house.tenantId })
    await mail.stop()
    const between: email.OpenEmail = (settings) => {
      const channel = post.open(settings)
      const late = async (before: () => Promise<boolean>): Promise<boolean> => {
        await stop(id)
        return before()
      }
      return { ...channel, send: (envelope, raw, before) => channel.send(envelope, raw, () => late(before)) }
    }
    const office = { road: { ...email, openEmail: between }, secrets }
    const onError = (): void => {}
    mail = startMail({ ground, workerDb, office, after: async () => {}, onError, tickMs: 2 ** 31 - 1, sends: true })
    await mail.sendDue()
    expect(post.taken).toHaveLength(0)
  })

  test('takes a letter out of what is to be printed, and refuses to print it by name', async () => {
    const id = await overdue()
    await dunningRun()
    await setLetters(ground, { tenantId: house.tenantId })
    const [entry] = (await run(listPool)).entries
    await stop(id)
    expect((await run(listPool)).count).toBe(0)
    const byName = () => run((context) => choosePrint(context, [entry?.id ?? '']))
    await expect(byName()).rejects.toMatchObject({ refusal: { code: 'notice_print_stopped' } })
    pass(3)
    expect((await run(listPool)).count).toBe(1)
    expect((await byName()).noticeIds).toEqual([entry?.id])
  })

  test('refuses the handover by hand and the one by itself', async () => {
    await connected(house)
    const id = await overdue({ level: 3, lastNoticeOn: day('2026-09-20') })
    await run(async (context) => {
      const { trx, tenantId } = context
      await sql`UPDATE tenants SET email = 'praxis@example.org' WHERE tenant_id = ${tenantId}`.execute(trx)
      await changeSettings(context, 1, { automaticHandover: true, declared: true })
    })
    await stop(id)
    const byHand = run(async (context) => {
      const { version } = await lockInvoice(context, id)
      const answers = { disputed: false, obligationFulfilled: true }
      return confirmHandover(context, id, { changes: {}, answers, version })
    })
    await expect(byHand).rejects.toMatchObject({ refusal: { code: 'invoice_on_hold' } })
    await handOverRipe(ground, { tenantId: house.tenantId })
    expect(await run((context) => loadInvoice(context, id))).toMatchObject({ state: 'open' })
    pass(5) // over a weekend
    await handOverRipe(ground, { tenantId: house.tenantId })
    expect(await run((context) => loadInvoice(context, id))).toMatchObject({ state: 'collection' })
  })
})
