import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '@mahnwerk/core/calendar'
import type { NewsBody } from '@mahnwerk/core/cases'
import { minor } from '@mahnwerk/core/money'
import { rightsOf } from '../../auth/rights.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { atPartner, connected, recorded, says } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { verifyTenant } from '../../verify/index.ts'
import { caseRoutes } from './routes.ts'

let database: TestDatabase
let house: House
let door: Door
let connection: string
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  door = await openDoor(house, caseRoutes)
  connection = await connected(house)
})
afterAll(async () => {
  await door.close()
  await database.drop()
})

type Question = { readonly id: string; readonly answer: string | null; readonly closedAt: string | null }
type Shown = {
  readonly questions: readonly Question[]
  readonly open: Readonly<Record<string, number>>
  readonly outgoing: readonly { readonly kind: string }[]
  readonly timeline: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[]
}
type List = {
  readonly cases: readonly { readonly id: string; readonly questionsOpen: number }[]
  readonly next: string | null
  readonly count: number
  readonly open: number
}

const ACCEPTED: NewsBody = { type: 'case.accepted', caseNumber: '77-1' }
const ASKED: NewsBody = { type: 'question.opened', questionId: 'q', kind: 'yes_no', text: 'Raten?' }
const COST: NewsBody = {
  type: 'cost.added',
  costId: 'k',
  kind: 'collection_fee',
  amount: minor(700),
  on: day('2026-10-14'),
  text: 'Gebühr',
}

async function begun(number: string, news: readonly NewsBody[] = [ACCEPTED]): Promise<string> {
  const caseId = await atPartner(house, await recorded(house, number))
  await says(house, connection, caseId, news)
  return caseId
}
const shown = async (id: string): Promise<Shown> => (await door.ask<Shown>('GET', `/cases/${id}`)).body
const list = async (query: string): Promise<List> => (await door.ask<List>('GET', `/cases${query}`)).body
const answer = (caseId: string, questionId: string | undefined, body: object, as = house.owner) =>
  door.ask('POST', `/cases/${caseId}/questions/${questionId}/answer`, body, as)
const openTasks = (caseId: string): Promise<string[]> =>
  house.run(async ({ trx }) => {
    const { rows } = await sql<{ kind: string }>`
      SELECT kind FROM tasks WHERE link = ${`/faelle/${caseId}`} AND done_at IS NULL ORDER BY kind`.execute(trx)
    return rows.map(({ kind }) => kind)
  })
/** Tasks that only an answer of the creditor would settle. */
const waiting = async (caseId: string): Promise<string[]> =>
  (await openTasks(caseId)).filter((kind) => kind === 'question_open' || kind === 'decision_needed')

describe('what a partner tells again in another message', () => {
  test('is one cost and one question, and a question that is closed stays closed', async () => {
    const caseId = await begun('W-1', [ACCEPTED, COST, COST, ASKED, ASKED])
    expect(await shown(caseId)).toMatchObject({ open: { costs: 700 }, questions: [{ closedAt: null }] })
    expect((await list('?q=W-1')).cases).toMatchObject([{ questionsOpen: 1 }])
    await says(house, connection, caseId, [{ type: 'question.closed', questionId: 'q' }, ASKED], 6)
    expect((await list('?q=W-1')).cases).toMatchObject([{ questionsOpen: 0 }])
  })
})

describe('a question', () => {
  test('is answered once; the answer leaves for the partner', async () => {
    const caseId = await begun('F-1', [ACCEPTED, ASKED])
    const [question] = (await shown(caseId)).questions
    expect((await answer(caseId, question?.id, { answer: 'yes', text: 'gern' })).status).toBe(204)
    const after = await shown(caseId)
    expect(after.questions).toMatchObject([{ answer: 'yes', answerNote: 'gern', answeredBy: 'Anna Berger' }])
    expect(after.outgoing.map(({ kind }) => kind)).toEqual(['question.answer', 'claim.submit'])
    expect(await answer(caseId, question?.id, { answer: 'no' })).toMatchObject({
      status: 409,
      body: { code: 'question_already_answered' },
    })
  })

  test('of a case that has ended is not answered any more', async () => {
    const caseId = await begun('F-2', [ACCEPTED, ASKED, { type: 'case.closed', reason: 'recalled' }])
    const [question] = (await shown(caseId)).questions
    expect(question?.closedAt).not.toBeNull()
    expect(await answer(caseId, question?.id, { answer: 'yes' })).toMatchObject({
      status: 409,
      body: { code: 'question_of_closed_case' },
    })
  })

  test.each([
    { type: 'case.closed', reason: 'recalled' },
    { type: 'case.rejected', reason: 'abroad', text: 'Wohnsitz im Ausland', repairable: false },
  ] as const)('waits no more when the case is over ($type), and the history says so', async (end) => {
    const number = `F-3 ${end.type}`
    const caseId = await begun(number, [ACCEPTED, ASKED, { type: 'case.stage_changed', stage: 'decision_needed' }])
    expect(await waiting(caseId)).toEqual(['decision_needed', 'question_open'])
    await says(house, connection, caseId, [end], 4)
    expect(await waiting(caseId)).toEqual([])
    expect((await list(`?q=${number}&state=closed`)).cases).toMatchObject([{ questionsOpen: 0 }])
    const { timeline } = await shown(caseId)
    expect(timeline.find(({ type }) => type === end.type)?.data).toMatchObject({ questionsSettled: 1 })
  })

  test('asked of a case that is over is kept, and a person looks', async () => {
    const caseId = await begun('F-4', [ACCEPTED, { type: 'case.closed', reason: 'recalled' }, ASKED])
    expect((await shown(caseId)).questions).toMatchObject([{ closedAt: expect.any(String) }])
    expect(await waiting(caseId)).toEqual([])
    expect(await openTasks(caseId)).toEqual(['unknown_news'])
  })
})

describe('the list', () => {
  test('finds a case by its debtor, its invoice and the partner’s number, and counts what it finds', async () => {
    const caseId = await begun('L-1', [{ type: 'case.accepted', caseNumber: '88-SUCHE' }])
    for (const word of ['88-suche', 'L-1'])
      expect((await list(`?q=${word}`)).cases.map(({ id }) => id)).toEqual([caseId])
    expect(await list('?q=88-suche')).toMatchObject({ count: 1, open: 18_450, next: null })
  })

  test('tells what is active from what has ended', async () => {
    const caseId = await begun('L-2', [ACCEPTED, { type: 'case.closed', reason: 'irrecoverable' }])
    expect((await list('?q=L-2')).cases).toEqual([])
    expect((await list('?q=L-2&state=closed')).cases.map(({ id }) => id)).toEqual([caseId])
  })

  test('goes on from page to page without gap or repeat', async () => {
    const all = (await list('?state=all')).cases.map(({ id }) => id)
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: List = await list(`?state=all&limit=2${next === '' ? '' : `&before=${next}`}`)
      seen.push(...page.cases.map(({ id }) => id))
      next = page.next
    }
    expect(seen).toEqual(all)
  })
})

test('a case of another practice or tenant is neither shown, listed nor answered', async () => {
  const caseId = await begun('X-1', [ACCEPTED, ASKED])
  const [question] = (await shown(caseId)).questions
  const elsewhere = { ...house.owner, practices: [house.practices[1]] }
  const stranger = (await openHouse(database.db)).owner
  for (const as of [elsewhere, { ...stranger, rights: rightsOf('owner') }]) {
    expect((await door.ask('GET', `/cases/${caseId}`, undefined, as)).status).toBe(404)
    expect((await door.ask<List>('GET', '/cases?state=all', undefined, as)).body).toMatchObject({
      cases: [],
      count: 0,
      open: 0,
    })
    expect((await answer(caseId, question?.id, { answer: 'yes' }, as)).status).toBe(404)
  }
})

test('after all this the books agree with themselves', async () => {
  expect(await verifyTenant(house.ground, house.tenantId)).toEqual([])
})

describe('stopping a case early', () => {
  type StopCost = { readonly amount: number | null; readonly explanation: { readonly text: string } }
  const asked = (id: string, on: string) => door.ask<StopCost>('GET', `/cases/${id}/stop-cost?on=${on}`)
  const agreed = (stop: object | null) =>
    house.run(({ trx, tenantId }) =>
      sql`
        UPDATE connections SET profile = CASE WHEN ${stop === null} THEN profile - 'stop'
          ELSE jsonb_set(profile, '{stop}', ${JSON.stringify(stop ?? {})}::jsonb) END
        WHERE tenant_id = ${tenantId} AND id = ${connection}`.execute(trx),
    )

  test('costs what the contract says of what the partner has charged, and nothing is guessed where it is silent', async () => {
    const caseId = await begun('S-1', [ACCEPTED, COST])
    expect((await asked(caseId, '2026-10-20')).body.amount).toBeNull()
    await agreed({ freeDays: 14, bearsCosts: true, fee: 1500 })
    expect((await asked(caseId, '2026-10-28')).body.amount).toBe(0)
    expect((await asked(caseId, '2026-10-29')).body).toMatchObject({
      amount: 2200,
      explanation: { text: 'Kosten eines Abbruchs am 29.10.2026' },
    })
    await agreed(null)
  })
})
