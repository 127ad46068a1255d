import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Http, createHttp } from '../../http/index.ts'
import { calculationRoutes } from './index.ts'
import { TESTLAND } from './testing.ts'

let http: Http

async function open(requestsPerMinute: number): Promise<Http> {
  const made = await createHttp({
    authenticate: () => Promise.reject(new Error('nobody is asked who they are')),
    logger: false,
    requestsPerMinute: 1000,
    trustedProxies: [],
  })
  calculationRoutes(made, { requestsPerMinute, countries: [TESTLAND] })
  await made.ready()
  return made
}

beforeAll(async () => {
  http = await open(1000)
})
afterAll(() => http.close())

/** What answers in these tests may say. Which of it one says, its test expects. */
type Said = {
  readonly code: string
  readonly title: string
  readonly facts: object
  readonly total: number
  readonly owedBefore: number
  readonly cost: number
  readonly interest: number
  readonly marks: readonly string[]
  readonly complete: boolean
  readonly parts: { readonly interest: number }
  readonly assumptions: readonly { readonly text: string }[]
  readonly days: readonly { readonly on: string; readonly total: number }[]
  readonly instalments: readonly { readonly amount: number; readonly left: number }[]
  readonly explanation: { readonly lines: readonly { readonly lines: readonly Figure[] }[] }
}
type Figure = { readonly working: string; readonly sources: readonly object[] }

async function asked(name: string, payload: object, headers: Record<string, string> = {}) {
  const answer = await http.inject({ method: 'POST', url: `/api/v1/calculations/${name}`, payload, headers })
  return { status: answer.statusCode, body: answer.json<Said>() }
}

const claim = { debtor: 'consumer', principal: 10_000, dueOn: '2026-01-01', dueAgreed: true }
const question = { country: 'XX', claim, on: '2026-01-11' }

describe('the statement of a claim, asked without signing in', () => {
  test('tells each part, the total, the next day, from when the debtor is late, and why', async () => {
    const { status, body } = await asked('statement', question)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      country: 'XX',
      currency: 'EUR',
      on: '2026-01-11',
      parts: { principal: 10_000, interest: 10, flat: 0, charges: 0, costs: 0, court: 0 },
      total: 10_010,
      overpaid: 0,
      perDay: 1,
      marks: [],
      late: { late: true, from: '2026-01-02', interestFrom: '2026-01-02', explanation: { text: 'In Verzug' } },
      flat: { amount: 0 },
      explanation: { text: 'Offen, wenn am 11.01.2026 bezahlt wird', amount: 10_010 },
      days: [],
    })
    const interest = body.explanation.lines[1]?.lines[0]
    expect(interest?.working).toMatch(/^100,00\u00a0€ × 3,65\u00a0% × 10 ÷ 365 Tage = 0,1000$/)
    expect(interest?.sources).toEqual([{ citation: '§ 1 Testgesetz', confidence: 'high' }])
  })

  test('counts payments, charges and credits on their days, whatever their order', async () => {
    const entries = [
      { kind: 'payment', on: '2026-01-11', amount: 5_010 },
      { kind: 'charge', on: '2026-01-05', amount: 500, part: 'charges' },
      { kind: 'credit', on: '2026-01-11', amount: 1_000, part: 'principal' },
    ]
    const forwards = await asked('statement', { ...question, entries })
    const backwards = await asked('statement', { ...question, entries: entries.toReversed() })
    expect(forwards.body.parts).toMatchObject({ principal: 4_500, interest: 0, charges: 0 })
    expect(backwards.body).toEqual(forwards.body)
  })

  test('answers for up to 31 days at once, each as if it were asked alone', async () => {
    const days = ['2026-01-12', '2026-02-11']
    const { body } = await asked('statement', { ...question, days })
    const alone = await asked('statement', { ...question, on: '2026-02-11' })
    expect(body.days.map(({ on, total }) => [on, total])).toEqual([
      ['2026-01-12', 10_011],
      ['2026-02-11', alone.body.total],
    ])
    expect((await asked('statement', { ...question, days: Array(32).fill('2026-01-12') })).status).toBe(400)
  })

  test('says what it had to assume, and nothing where all is given', async () => {
    const { body } = await asked('statement', question, { 'accept-language': 'en' })
    expect(body.assumptions.map(({ text }) => text)).toEqual([
      'The day of the contract is not given. We calculate with the due day, 1 Jan 2026.',
    ])
    const known = await asked('statement', { ...question, claim: { ...claim, contractOn: '2025-12-01' } })
    expect(known.body.assumptions).toEqual([])
  })

  test('takes settings that differ from the country’s, and leaves the others', async () => {
    const { body } = await asked('statement', { ...question, settings: { paymentDayCounts: false } })
    expect(body.parts.interest).toBe(9)
  })

  test('demands the flat compensation and forgoes interest as it is told', async () => {
    const business = { ...question, claim: { ...claim, debtor: 'business' } }
    expect((await asked('statement', business)).body).toMatchObject({ parts: { flat: 0 }, flat: { amount: 4000 } })
    const other = await asked('statement', { ...business, flatDemanded: true, interestDemanded: false })
    expect(other.body.parts).toMatchObject({ flat: 4000, interest: 0 })
  })

  test('is refused with a sentence where the law of a day is not known, and marked where that is trusted', async () => {
    const late = { ...question, on: '2031-01-11' }
    const { status, body } = await asked('statement', late)
    expect([status, body.code, body.title]).toEqual([
      422,
      'law_not_known_yet',
      'Dieser Satz ist noch nicht veröffentlicht',
    ])
    expect(body.facts).toMatchObject({ series: 'Zinssatz des Testlands', key: 'xx.rate', last: '2030-12-31' })
    const english = await asked('statement', { ...late, language: 'en' })
    expect(english.body.title).not.toBe(body.title)
    const trusted = await asked('statement', { ...late, settings: { provisional: true } })
    expect(trusted.body.marks).toEqual(['provisional'])
  })

  test.each([
    ['a country without rules', { country: 'ZZ' }, 422, 'law_country_unknown'],
    [
      'a choice that the law does not leave open',
      { settings: { choices: { rounding: 'down' } } },
      422,
      'law_choice_unknown',
    ],
    ['a region that the country does not have', { claim: { ...claim, region: 'Probe' } }, 422, 'law_region_unknown'],
    ['an amount with decimals', { claim: { ...claim, principal: 100.5 } }, 400, 'invalid_input'],
    ['an amount beyond the greatest', { claim: { ...claim, principal: 1e12 + 1 } }, 400, 'invalid_input'],
    ['a day that does not exist', { on: '2026-02-30' }, 400, 'invalid_input'],
    ['a day beyond all law', { on: '9999-12-31' }, 400, 'invalid_input'],
    ['a payment of nothing', { entries: [{ kind: 'payment', on: '2026-01-02', amount: 0 }] }, 400, 'invalid_input'],
  ])('is refused for %s', async (_what, change, status, code) => {
    const answer = await asked('statement', { ...question, ...change })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })
})

describe('the other calculations', () => {
  test('late payment: from when, at which rates, with what else', async () => {
    const { body } = await asked('late-payment', { country: 'XX', claim: { ...claim, debtor: 'business' } })
    expect(body).toMatchObject({
      late: { late: true, from: '2026-01-02' },
      flat: { amount: 4000 },
      dunningFee: { perLetter: 250, freeLetters: 1, explanation: { text: '1 freie Schreiben' } },
      interest: { periods: [{ from: '2000-01-01', rate: '7.30' }], knownUntil: '2030-12-31' },
    })
  })

  test('collection costs, or why there are none', async () => {
    const collection = {
      principals: [10_000, 5_000],
      debtor: 'consumer',
      engagedOn: '2026-02-01',
      on: '2026-02-01',
      creditorDeductsVat: true,
    }
    expect((await asked('collection-costs', { country: 'XX', collection })).body).toMatchObject({
      net: 1500,
      gross: 1500,
    })
    const lawyer = await asked('collection-costs', {
      country: 'XX',
      collection: { ...collection, collector: 'lawyer' },
    })
    expect([lawyer.status, lawyer.body.code]).toEqual([422, 'costs_no_tariff'])
  })

  test('court costs, with the court where the creditor sits', async () => {
    const procedure = {
      act: 'order_for_payment',
      value: 10_000,
      filedOn: '2026-02-01',
      claimant: 'company',
      creditorDeductsVat: true,
    }
    const { body } = await asked('court-costs', { country: 'XX', procedure, creditor: { region: 'N', postCode: '1' } })
    expect(body).toMatchObject({ courtFee: 3600, total: 3600, competentCourt: { city: 'Nordstadt' } })
    expect((await asked('court-costs', { country: 'XX', procedure })).body).not.toHaveProperty('competentCourt')
  })

  test('limitation, with how near it is', async () => {
    const { body } = await asked('limitation', { country: 'XX', arisenOn: '2026-01-01', on: '2028-12-15' })
    expect(body).toMatchObject({ lastDay: '2029-01-01', warning: 'within_30', explanation: { text: 'Drei Jahre' } })
  })

  test('a plan: its payments sum to what is owed, its cost and its interest', async () => {
    const by = { kind: 'count', count: 3 }
    const plan = { country: 'XX', claim, agreedOn: '2026-01-11', firstOn: '2026-02-01', by }
    const { body } = await asked('plan', plan)
    const paid = body.instalments.map(({ amount }) => amount)
    expect(paid).toHaveLength(3)
    expect(paid.reduce((total, each) => total + each, 0)).toBe(body.total)
    expect(body.total).toBe(body.owedBefore + body.cost + body.interest)
    expect(body.instalments.at(-1)?.left).toBe(0)
    const early = await asked('plan', { ...plan, firstOn: '2026-01-01' })
    expect([early.status, early.body.code]).toEqual([422, 'plan_starts_before'])
  })

  test('a letter: what it owes its reader, kept and missing', async () => {
    const letter = { sender: 'creditor', occasion: 'dunning_letter', debtor: 'consumer', on: '2026-02-01' }
    const { body } = await asked('letter-check', { country: 'XX', letter })
    expect(body).toMatchObject({
      complete: false,
      duties: [{ statement: 'xx.duty.contact', text: 'Anschrift des Gläubigers', kept: false }],
    })
    const full = await asked('letter-check', { country: 'XX', letter: { ...letter, statements: ['xx.duty.contact'] } })
    expect(full.body.complete).toBe(true)
  })

  test('a letter that demands more than the law allows: what, by which rule, and what is allowed', async () => {
    const letter = { sender: 'creditor', occasion: 'dunning_letter', debtor: 'consumer', on: '2026-02-01' }
    const within = { claim, interest: { rate: '3.65', from: '2026-01-02', until: '2026-02-01' } }
    expect((await asked('letter-check', { country: 'XX', letter, demand: within })).body).toMatchObject({
      lawful: true,
      findings: [],
    })
    const above = { ...within, interest: { ...within.interest, rate: '3.66' } }
    expect((await asked('letter-check', { country: 'XX', letter, demand: above })).body).toMatchObject({
      lawful: false,
      findings: [{ code: 'interest_above_law', title: 'Zinssatz zu hoch', facts: { rule: '§ 1 Testgesetz' } }],
    })
  })
})

describe('the countries', () => {
  test('are listed with their settings and what their law leaves open', async () => {
    const { countries } = (await http.inject('/api/v1/calculations/countries')).json()
    expect(countries).toEqual([
      expect.objectContaining({
        code: 'XX',
        knownUntil: '2030-12-31',
        regions: [{ code: 'N', name: 'Nord' }],
        settings: {
          yearBasis: 'act/365',
          paymentDayCounts: true,
          lowConfidence: false,
          provisional: false,
          choices: { rounding: 'up' },
        },
        openQuestions: [{ key: 'rounding', text: 'rounding', answers: [{ key: 'up', text: 'aufrunden' }] }],
      }),
    ])
  })

  test('show every fact with its day and source', async () => {
    const { series } = (await http.inject('/api/v1/calculations/countries/XX/facts')).json()
    expect(series).toEqual([
      {
        name: 'xx.rate',
        title: 'Zinssatz des Testlands',
        knownUntil: '2030-12-31',
        facts: [{ from: '2000-01-01', value: 36_500, citation: '§ 1 Testgesetz', confidence: 'high' }],
      },
    ])
    expect((await http.inject('/api/v1/calculations/countries/ZZ/facts')).statusCode).toBe(404)
  })
})

test('who asks too often from one address must wait', async () => {
  const limited = await open(2)
  const ask = () => limited.inject({ method: 'POST', url: '/api/v1/calculations/statement', payload: question })
  const statuses = [(await ask()).statusCode, (await ask()).statusCode, (await ask()).statusCode]
  expect(statuses).toEqual([200, 200, 429])
  await limited.close()
})
