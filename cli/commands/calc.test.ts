import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CALCULATIONS } from '@mahnwerk/server/modules/law'
import { flagsOf } from '../calc/flags.ts'
import { run } from './calc.ts'

async function calc(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(args, { out: (line) => void out.push(line), err: (line) => void err.push(line) })
  return { code, out, err, json: () => JSON.parse(out.join('\n')) as Record<string, unknown> }
}

const CLAIM = [
  '--country',
  'DE',
  '--principal',
  '480.00',
  '--due',
  '2026-06-15',
  '--due-agreed',
  '--debtor',
  'consumer',
]
const QUESTION = {
  country: 'DE',
  claim: { debtor: 'consumer', principal: 48_000, dueOn: '2026-06-15', dueAgreed: true },
  on: '2026-09-30',
}

async function asFile(question: object, name: string, ...args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'mahnwerk-calc-'))
  try {
    const path = join(folder, 'question.json')
    await writeFile(path, JSON.stringify(question))
    return await calc(name, ...args, path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('mahnwerk calc statement', () => {
  test('shows the tree with workings and sources, in German', async () => {
    const { code, out } = await calc('statement', ...CLAIM, '--on', '2026-09-30')
    expect(code).toBe(0)
    expect(out[0]).toMatch(/^Offen, wenn am 30\.09\.2026 bezahlt wird {2,}489,13\u00a0€$/)
    expect(out.map((line) => line.trim())).toContain('480,00\u00a0€ × 6,27\u00a0% × 15 ÷ 365 Tage = 1,2368')
    expect(out).toContain('      [§ 288 Abs. 1 BGB]')
    expect(out.at(-1)).toContain('Wir rechnen mit dem Tag der Fälligkeit')
  })

  test('speaks English where it is asked to', async () => {
    const { out } = await calc('statement', ...CLAIM, '--on', '2026-09-30', '--language', 'en')
    expect(out[0]).toMatch(/^Owed if paid on 30 Sep 2026 {2,}€489\.13$/)
    expect(out).toContain('Assumed:')
  })

  // By hand: 480.00 × 6.27 % × 15 ÷ 365 = 1.2368 and 480.00 × 6.52 % × 92 ÷ 365 = 7.8883, together 9.13.
  test('takes the API’s question from a file and answers as it does', async () => {
    const byFile = await asFile(QUESTION, 'statement', '--json')
    const byFlags = await calc('statement', '--json', ...CLAIM, '--on', '2026-09-30')
    expect(byFile.json()).toEqual(byFlags.json())
    expect(byFile.json()).toMatchObject({ total: 48_913, parts: { principal: 48_000, interest: 913 } })
  })

  test('takes payments, charges, credits and days as flags', async () => {
    const extra = [
      '--payment',
      '2026-07-01:100',
      '--charge',
      '2026-07-05:2.50',
      '--credit',
      '2026-07-06:80',
      '--day',
      '2026-10-01',
    ]
    const { json } = await calc('statement', '--json', ...CLAIM, '--on', '2026-09-30', ...extra)
    const entries = [
      { kind: 'payment', on: '2026-07-01', amount: 10_000 },
      { kind: 'charge', on: '2026-07-05', amount: 250, part: 'charges' },
      { kind: 'credit', on: '2026-07-06', amount: 8_000, part: 'principal' },
    ]
    const asked = await asFile({ ...QUESTION, entries, days: ['2026-10-01'] }, 'statement', '--json')
    expect(json()).toEqual(asked.json())
  })

  test('is refused with the sentence of the law, and ends with 1', async () => {
    const { code, err } = await calc('statement', ...CLAIM, '--on', '2033-09-30')
    expect(code).toBe(1)
    expect(err[0]).toMatch(/^Dieser Satz ist noch nicht veröffentlicht\./)
    const asJson = await calc('statement', '--json', ...CLAIM, '--on', '2033-09-30')
    expect([asJson.code, asJson.json()]).toMatchObject([1, { refused: { code: 'law_not_known_yet' } }])
  })

  test('marks what is carried beyond its day where that is allowed', async () => {
    const { code, out } = await calc('statement', ...CLAIM, '--on', '2033-09-30', '--provisional')
    expect([code, out.at(-1)?.startsWith('Vorläufig')]).toEqual([0, true])
  })
})

describe('mahnwerk calc', () => {
  test.each([
    ['late-payment', [...CLAIM], 'Zinssatz im Jahr'],
    ['plan', [...CLAIM, '--agreed', '2026-09-30', '--first', '2026-10-15', '--instalments', '3'], '3. Rate am'],
    ['plan', [...CLAIM, '--agreed', '2026-09-30', '--first', '2026-10-15', '--monthly', '200'], '3. Rate am'],
    [
      'limitation',
      ['--country', 'DE', '--arisen', '2023-05-01', '--known', '2023-05-01', '--on', '2026-11-22'],
      '31.12.2026',
    ],
    [
      'collection-costs',
      [
        '--country',
        'DE',
        '--principal',
        '480',
        '--debtor',
        'consumer',
        '--engaged',
        '2026-07-01',
        '--on',
        '2026-07-01',
        '--deducts-vat',
      ],
      'RVG',
    ],
    [
      'court-costs',
      [
        '--country',
        'DE',
        '--act',
        'order_for_payment',
        '--value',
        '480',
        '--filed',
        '2026-07-01',
        '--claimant',
        'company',
      ],
      'GKG',
    ],
    [
      'letter-check',
      [
        '--country',
        'DE',
        '--sender',
        'agency',
        '--occasion',
        'first_collection_letter',
        '--debtor',
        'consumer',
        '--on',
        '2026-07-01',
      ],
      '✗',
    ],
  ])('%s answers by flags', async (name, args, expected) => {
    const { code, out, err } = await calc(name, ...args)
    expect(err).toEqual([])
    expect(code).toBe(0)
    expect(out.join('\n')).toContain(expected)
  })

  test('has flags for every calculation, and lists them where none is named', async () => {
    const { code, err } = await calc()
    expect(code).toBe(2)
    expect(err).toHaveLength(CALCULATIONS.length)
    for (const { name } of CALCULATIONS) expect(Object.keys(flagsOf(name)).length).toBeGreaterThan(8)
  })

  test('lists the flags of a calculation with how they are written', async () => {
    const { code, err } = await calc('statement')
    expect(code).toBe(2)
    expect(err.join('\n')).toMatch(/--principal 480\.00\n[^]*--payment 2026-08-01:100\.00/)
  })

  test.each([
    ['an unknown flag', ['--colour', 'red'], '--colour'],
    ['an amount that is none', ['--principal', '480,00'], '„480,00“ ist kein Betrag'],
    ['a payment without its amount', ['--payment', '2026-07-01'], 'TAG:BETRAG'],
    ['what is missing', ['--country', 'DE'], 'claim'],
    ['a file that is not there', ['nirgends.json'], 'nirgends.json'],
  ])('says what is wrong with the call: %s', async (_what, args, said) => {
    const { code, err } = await calc('statement', ...args)
    expect(code).toBe(2)
    expect(err.join('\n')).toContain(said)
  })
})
