// One claim, four roads: the statement of the stored invoice, the calculation without storing, the terminal and the debtor's cost
// sheet. Fifty claims by a seed; every road shows the same figures, to the cent.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalDate, addDays, day } from '@mahnwerk/core/calendar'
import { EUR, formatMoney, minor } from '@mahnwerk/core/money'
import { run as calc } from '../../cli/commands/calc.ts'
import { type TestDatabase, testDatabase } from '../db/testing.ts'
import { createHttp } from '../http/index.ts'
import { closeLetters } from '../letters/index.ts'
import { readPdf } from '../letters/testing/read-pdf.ts'
import { calculationRoutes } from '../modules/calculations/index.ts'
import { paymentRoutes } from '../modules/payments/index.ts'
import { settingsRoutes } from '../modules/settings/index.ts'
import { statementRoutes } from '../modules/statements/index.ts'
import { atPartner, connected, recorded, says } from '../testing/at-partner.ts'
import { type House, openHouse } from '../testing/house.ts'

const CLAIMS = { DE: 30, AT: 10, NL: 10 } as const
const SEED = 20_261_014

type Part = 'principal' | 'interest' | 'flat' | 'charges' | 'costs' | 'court'
type Line = {
  readonly text: string
  readonly working?: string
  readonly amount?: number
  readonly lines: readonly Line[]
}
type Statement = {
  readonly on: string
  readonly parts: Readonly<Record<Part, number>>
  readonly total: number
  readonly overpaid: number
  readonly perDay: number
  readonly late: { readonly interestFrom?: string }
  readonly explanation: Line
}
type Question = { readonly claim: object; readonly entries: readonly object[]; readonly on: string }

let database: TestDatabase
let house: House
let http: Awaited<ReturnType<typeof createHttp>>
let connection: string
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse(database.db)
  connection = await connected(house)
  folder = await mkdtemp(join(tmpdir(), 'mahnwerk-figures-'))
  http = await createHttp({
    authenticate: async () => house.owner,
    logger: false,
    requestsPerMinute: 100_000,
    trustedProxies: [],
  })
  for (const routes of [statementRoutes, paymentRoutes, settingsRoutes]) routes(http, house.ground)
  calculationRoutes(http, { requestsPerMinute: 100_000 })
})
afterAll(async () => {
  await http.close()
  await closeLetters()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function ask<Body>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<Body> {
  const answer = await http.inject({ method, url: `/api/v1${path}`, ...(payload === undefined ? {} : { payload }) })
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`)
  return answer.json<Body>()
}

/** Numbers that look drawn and are the same in every run (mulberry32). */
function drawing(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

type Drawn = { readonly invoiceId: string; readonly question: Question }

/** Stores a claim with what happened to it, and says the same as a question of the calculation. */
async function drawClaim(number: string, draw: (below: number) => number): Promise<Drawn> {
  const debtor = draw(2) === 0 ? 'consumer' : 'business'
  const principal = 5_000 + draw(500_000)
  const dueOn = addDays(day('2025-06-01'), draw(420))
  const invoiceDate = addDays(dueOn, -14)
  const dueAgreed = draw(3) > 0
  const lastNoticeOn = addDays(dueOn, 10 + draw(20))
  const invoiceId = await recorded(house, number, {
    invoiceDate,
    dueDate: dueOn,
    amount: minor(principal),
    dunned: { level: 1, lastNoticeOn },
    debtor: {
      name:
        debtor === 'consumer'
          ? { kind: 'consumer', first: 'Jonas', last: `Weber ${number}` }
          : { kind: 'business', company: `Weber ${number} GmbH` },
      address: { street: 'Lindenweg 4', postCode: '10115', city: 'Berlin', country: 'DE' },
    },
  })
  const agreed = draw(6) === 0 ? { agreedRate: '3.50' } : {}
  const facts = { dueAgreed, contractOn: addDays(invoiceDate, -20), ...agreed }
  await ask('PATCH', `/invoices/${invoiceId}/facts`, facts)
  const paid = await drawPayments(invoiceId, principal, dueOn, draw)
  const costs = draw(5) === 0 ? await drawCosts(invoiceId, 2_000 + draw(9_000)) : []
  const on = addDays(day('2026-10-14'), draw(60))
  const claim = { debtor, principal, dueOn, ...facts, remindersReceivedOn: [addDays(lastNoticeOn, 3)] }
  return { invoiceId, question: { claim, entries: [...paid, ...costs], on } }
}

async function drawPayments(invoiceId: string, principal: number, dueOn: LocalDate, draw: (below: number) => number) {
  const entries: object[] = []
  let left = principal
  for (let count = draw(5); count > 0; count--) {
    const on = addDays(dueOn, draw(80))
    const amount = 1 + draw(Math.floor(left / 2))
    left -= amount
    await ask('POST', `/invoices/${invoiceId}/payments`, { amount, on, method: 'transfer' })
    // The creditor books what comes straight to it on the invoice.
    entries.push({ kind: 'payment', on, amount, named: ['principal'] })
  }
  return entries
}

async function drawCosts(invoiceId: string, amount: number) {
  const on = day('2026-10-14')
  const caseId = await atPartner(house, invoiceId)
  await says(house, connection, caseId, [
    { type: 'case.accepted', caseNumber: `K-${caseId}` },
    { type: 'cost.added', costId: 'c1', kind: 'collection_fee', amount: minor(amount), on, text: 'Vergütung' },
  ])
  return [{ kind: 'charge', on, amount, part: 'costs' }]
}

/** What everybody sees: figures, and each line with its working. Where a payment's place comes from differs by road. */
function figuresOf({ on, parts, total, overpaid, perDay, late, explanation }: Statement) {
  return { on, parts, total, overpaid, perDay, interestFrom: late.interestFrom, lines: linesOf(explanation) }
}

function linesOf({ text, working, amount, lines }: Line): unknown {
  return { text, working, amount, lines: lines.map(linesOf) }
}

async function byTerminal(question: object, ...args: string[]): Promise<string> {
  const path = join(folder, 'question.json')
  await writeFile(path, JSON.stringify(question))
  const lines: string[] = []
  const code = await calc(['statement', ...args, path], {
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(line),
  })
  if (code !== 0) throw new Error(lines.join('\n'))
  return lines.join('\n')
}

const money = (amount: number): string => formatMoney(minor(amount), EUR, 'de').replace(/\u00a0/g, ' ')

async function sheetOf(invoiceId: string, on: string): Promise<string> {
  const { rawPayload } = await http.inject({ url: `/api/v1/invoices/${invoiceId}/statement.pdf?on=${on}` })
  return (await readPdf(rawPayload)).text.replace(/\u00a0/g, ' ')
}

const NAMES: Readonly<Record<Part, string>> = {
  principal: 'Hauptforderung',
  interest: 'Verzugszinsen',
  flat: 'Verzugspauschale',
  charges: 'Mahnkosten',
  costs: 'Inkassokosten',
  court: 'Gerichtskosten',
}

test.each(Object.entries(CLAIMS))(
  '%s: the stored claim, the calculation, the terminal and the cost sheet show the same figures (%i claims)',
  { timeout: 120_000 },
  async (country, count) => {
    const { version } = await ask<{ version: number }>('GET', '/settings/law')
    const flatDemanded = true
    await ask('PATCH', '/settings/law', { country, flatDemanded, choices: {}, version })
    const draw = drawing(SEED + count)
    let withInterest = 0
    for (let index = 0; index < count; index++) {
      const { invoiceId, question } = await drawClaim(`${country}-${index}`, draw)
      const asked = { country, flatDemanded, ...question }
      const stored = await ask<Statement>('GET', `/invoices/${invoiceId}/statement?on=${question.on}`)
      const calculated = await ask<Statement>('POST', '/calculations/statement', asked)
      expect(figuresOf(stored)).toEqual(figuresOf(calculated))
      expect(JSON.parse(await byTerminal(asked, '--json'))).toEqual(calculated)
      const table = (await byTerminal(asked)).replace(/\u00a0/g, ' ')
      const sheet = await sheetOf(invoiceId, question.on)
      expect(sheet).toContain(money(stored.total))
      expect(table.split('\n')[0]).toMatch(new RegExp(` ${escaped(money(stored.total))}$`))
      for (const [part, amount] of Object.entries(stored.parts) as [Part, number][]) {
        if (amount === 0) continue
        expect(table).toMatch(new RegExp(`^ {2}${NAMES[part]} +${escaped(money(amount))}$`, 'm'))
        // Claimed, paid and open stand in a row.
        expect(sheet).toMatch(new RegExp(`${NAMES[part]} [\\d.,]+ € [\\d.,]+ € ${escaped(money(amount))}`))
      }
      if (stored.parts.interest > 0) withInterest += 1
    }
    expect(withInterest).toBeGreaterThan(count / 2)
  },
)

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
