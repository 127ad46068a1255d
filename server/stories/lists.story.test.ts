// The invoice list and the dunning list, from the first letter to the handover: both show the same state and the same flag, and
// whoever came with letters from before is no worse off.

import { afterEach, beforeEach, expect, it } from 'vitest'
import { handOver, receivePayment } from './acts.ts'
import { AMOUNT, type Diary, openDiary } from './dunning-diary.ts'

const VERA = { kind: 'consumer', first: 'Vera', last: 'Schuld' } as const

let diary: Diary
beforeEach(async () => {
  diary = await openDiary({
    country: 'DE',
    steps: [1, 2, 3].map((level) => ({ level, afterDays: 7, fee: 0 })),
  })
})
afterEach(() => diary.close())

type Row = { readonly id: string; readonly number: string; readonly open: number; readonly status: object } & Readonly<
  Record<string, unknown>
>

const invoices = async (view: string): Promise<readonly Row[]> =>
  (await diary.ask('GET', `/invoices?view=${view}&limit=200`)).body['invoices'] as readonly Row[]

/** The rows of the dunning list: each letter's invoices as they stand now. */
async function inDunningList(id: string): Promise<Row | undefined> {
  const { notices } = (await diary.ask('GET', '/notices?limit=200')).body as {
    readonly notices: readonly { readonly items: readonly { readonly invoice: Row }[] }[]
  }
  return notices.flatMap(({ items }) => items.map(({ invoice }) => invoice)).find((row) => row.id === id)
}

const inInvoiceList = async (id: string): Promise<Row | undefined> =>
  (await invoices('all')).find((row) => row.id === id)

it('shows what is outstanding, each in its own state: expected, paid, overdue', async () => {
  const [expected, paid, overdue] = [
    await diary.invoice('R-1', '2026-12-04', VERA),
    await diary.invoice('R-2', '2026-12-01', VERA),
    await diary.invoice('R-3', '2026-11-18', VERA),
  ]
  await receivePayment(diary.stage, paid, AMOUNT)
  expect(new Map((await invoices('open')).map(({ id, open }) => [id, open]))).toEqual(
    new Map([
      [expected, AMOUNT],
      [overdue, AMOUNT],
    ]),
  )
  expect(await inInvoiceList(expected)).toMatchObject({ status: { kind: 'due_later', on: '2026-12-04' } })
  expect(await inInvoiceList(paid)).toMatchObject({ status: { kind: 'paid' }, open: 0 })
  expect(await inInvoiceList(overdue)).toMatchObject({ status: { kind: 'overdue', days: 2 } })
})

it('warns before the last letter that some are missing, and frees the handover after its period', async () => {
  const id = await diary.invoice('R-1', '2026-11-20', VERA)
  await diary.until('2026-11-27')
  expect(await inInvoiceList(id)).toMatchObject({
    status: { kind: 'reminded', level: 1 },
    readiness: { kind: 'ready', warnings: ['notices_missing'] },
  })
  await diary.until('2026-12-21')
  expect(await inInvoiceList(id)).toMatchObject({
    status: { kind: 'final_notice', level: 3 },
    readiness: { kind: 'ready', warnings: [] },
  })
  expect(await diary.suggested()).toEqual([])
  await diary.until('2026-12-22')
  expect(await diary.suggested()).toMatchObject([{ invoice: { id }, reason: { level: 3 } }])
})

it('shows the same state and flag in both lists, whichever of them it was changed in', async () => {
  const id = await diary.invoice('R-1', '2026-11-20', VERA)
  await diary.until('2026-11-27')
  expect(await inDunningList(id)).toEqual(await inInvoiceList(id))
  const marker = { kind: 'disputed', note: 'war nicht da' }
  expect(await diary.ask('PATCH', `/invoices/${id}/marker`, { marker })).toMatchObject({ status: 200 })
  expect(await inDunningList(id)).toMatchObject({ status: { kind: 'disputed' }, readiness: { why: 'disputed' } })
  expect(await inDunningList(id)).toEqual(await inInvoiceList(id))
  await diary.ask('PATCH', `/invoices/${id}/marker`, { marker: { kind: 'none' } })
  expect((await handOver(diary.stage, id)).status).toBe(201)
  expect(await inDunningList(id)).toMatchObject({ status: { kind: 'in_collection' }, readiness: { kind: 'already' } })
  expect(await inDunningList(id)).toEqual(await inInvoiceList(id))
})

it('lets a claim with letters from before be handed over; the last of them goes along', async () => {
  const entered = await diary.ask('POST', '/invoices', {
    practiceId: diary.stage.practiceId,
    number: 'R-9',
    invoiceDate: '2026-09-01',
    dueDate: '2026-09-15',
    amount: 100_000,
    currency: 'EUR',
    subject: 'Wartung',
    debtor: {
      name: VERA,
      address: { street: 'Gasse 1', postCode: '10115', city: 'Berlin', country: 'DE' },
      email: 'vera@example.org',
    },
    dunned: { level: 3, lastNoticeOn: '2026-10-30' },
  })
  expect(entered).toMatchObject({ status: 201, body: { status: { kind: 'final_notice', level: 3 } } })
  const id = String(entered.body['id'])
  const overview = await diary.ask('POST', `/invoices/${id}/handover/overview`, {})
  expect(overview).toMatchObject({ body: { blockers: [], warnings: [], editable: { noticeDate: '2026-10-30' } } })
  const { status, body } = await handOver(diary.stage, id)
  expect(status).toBe(201)
  await diary.stage.settle()
  const sent = diary.stage.world.record(diary.stage.connectionId, String(body['caseId']))
  expect(sent?.claim.package.claim).toMatchObject({ noticeDate: '2026-10-30' })
})
