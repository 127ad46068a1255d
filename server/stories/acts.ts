// What people and programs do in the stories, over the same HTTP as everybody.

import { addDays } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import type { Caller } from '../auth/testing.ts'
import { dayOf } from '../clock.ts'
import { recordInvoices } from '../modules/invoices/index.ts'
import type { Stage } from './stage.ts'

export type Answered = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

type Kind = { readonly word?: string; readonly amount?: number; readonly country?: string }

/** An overdue invoice whose debtor has the temperament of the word (see simulator/agency/temperament.ts). Returns its id. */
export async function overdueInvoice(
  stage: Stage,
  number: string,
  { word = 'schweigt', amount = 10_000, country = 'DE' }: Kind = {},
): Promise<string> {
  return stage.run(async (context) => {
    const [outcome] = await recordInvoices(context, { practiceId: stage.practiceId, source: 'api' }, [
      {
        sellerKey: 'stadtpark',
        number,
        invoiceDate: addDays(context.today, -60),
        dueDate: addDays(context.today, -46),
        currency: EUR,
        amount: minor(amount),
        subject: 'Wartung',
        debtor: {
          number: `K-${number}`,
          name: { kind: 'consumer', first: 'Jonas', last: `Weber ${number}` },
          address: { street: 'Lindenweg 4', postCode: '10115', city: 'Berlin', country },
          email: `jonas.weber+${word}@example.org`,
        },
        dunned: { level: 3, lastNoticeOn: addDays(context.today, -5) },
      },
    ])
    if (outcome?.outcome !== 'accepted') throw new Error(`not recorded: ${JSON.stringify(outcome)}`)
    return outcome.invoiceId
  })
}

export async function handOver(stage: Stage, invoiceId: string, key?: string, call = stage.call): Promise<Answered> {
  const { rows } = await stage.run(({ trx }) =>
    sql<{ version: number }>`SELECT version FROM invoices WHERE id = ${invoiceId}`.execute(trx),
  )
  const answers = { disputed: false, obligationFulfilled: true }
  return post(call, `/api/v1/invoices/${invoiceId}/handover`, { version: rows[0]?.version, changes: {}, answers }, key)
}

/** Records an invoice and hands it over. Throws where that is refused. Returns the ids of both. */
export async function handedOver(stage: Stage, number: string, kind?: Kind) {
  const invoiceId = await overdueInvoice(stage, number, kind)
  const { status, body } = await handOver(stage, invoiceId)
  if (status !== 201) throw new Error(`handover of ${number}: ${JSON.stringify(body)}`)
  return { invoiceId, caseId: String(body['caseId']) }
}

/** "Zahlung empfangen": the debtor paid the creditor, today, by bank. */
export async function receivePayment(stage: Stage, invoiceId: string, amount: number, key?: string, call = stage.call) {
  const on = dayOf(stage.now())
  return post(call, `/api/v1/invoices/${invoiceId}/payments`, { amount, on, method: 'transfer' }, key)
}

/** How an invoice stands in the books. */
export async function invoiceOf(stage: Stage, id: string) {
  const { rows } = await stage.run(({ trx }) =>
    sql<{ state: string; open: number; overpaid: number; costs: number }>`
      SELECT state, open, overpaid, costs_open AS costs FROM invoices WHERE id = ${id}`.execute(trx),
  )
  if (!rows[0]) throw new Error('no such invoice')
  return rows[0]
}

export type ShownCase = Readonly<Record<string, unknown>> & {
  readonly timeline: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[]
}

export const caseOf = (stage: Stage, id: string): Promise<ShownCase> => read(stage, `/api/v1/cases/${id}`)

export async function taskKinds(stage: Stage): Promise<string[]> {
  const { tasks } = await read<{ tasks: { kind: string }[] }>(stage, '/api/v1/tasks')
  return tasks.map(({ kind }) => kind)
}

export async function post(call: Caller, url: string, body: object, key?: string): Promise<Answered> {
  const answer = await call('POST', url, body, key === undefined ? {} : { 'idempotency-key': key })
  return { status: answer.statusCode, body: answer.body === '' ? {} : (JSON.parse(answer.body) as Answered['body']) } // problems and answers are objects
}

export async function read<Body>(stage: Stage, url: string): Promise<Body> {
  const answer = await stage.call('GET', url)
  if (answer.statusCode !== 200) throw new Error(`GET ${url}: ${answer.statusCode} ${answer.body}`)
  return JSON.parse(answer.body) as Body // the caller names the parts it looks at
}
