import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AllocationRule, PARTS, type Part } from '../../allocation/index.ts'
import { addDays, day } from '../../calendar/index.ts'
import { type Language, line, onDay } from '../../explanations/index.ts'
import { SURE } from '../../facts/index.ts'
import { testRule } from '../../interest/testing.ts'
import { EUR, minor } from '../../money/index.ts'
import { type Entry, type Obligation, STATEMENT_TEXTS, type Statement, strike } from '../../statement/index.ts'
import { aStatement } from '../testing/index.ts'
import { type StatementLetter, statementAsLetter, statementLetterOf } from './index.ts'

const COSTS_FIRST: AllocationRule = {
  name: 'costs_first',
  order: PARTS,
  source: { citation: '§ 367 Abs. 1 BGB', confidence: 'high' },
}
const RATES = [
  ['2020-01-01', '4.12'],
  ['2026-01-01', '6.27'],
] as const

function struck(entries: readonly Entry[], on = '2026-11-22', parts: Partial<Obligation> = {}): Statement {
  const result = strike(
    {
      currency: EUR,
      principal: minor(120_000),
      interestFrom: day('2025-11-01'),
      interest: testRule(RATES, {}, day('2026-12-31')),
      allocation: COSTS_FIRST,
      paymentDayCounts: true,
      entries,
      trust: { ...SURE, provisional: true },
      ...parts,
    },
    day(on),
  )
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

function letterOf(statement: Statement, language: Language = 'de', payBy?: Statement): StatementLetter {
  const { creditor, debtor, invoices, reference } = aStatement()
  return statementLetterOf(
    { statement, perDay: minor(13), late: { why: line('late', { quantities: { day: onDay(day('2025-11-01')) } }) } },
    {
      language,
      day: statement.on,
      creditor,
      debtor,
      invoices,
      reference,
      catalogue: { ...STATEMENT_TEXTS[language], late: 'Seit dem {day} in Verzug.' },
      ...(payBy === undefined ? {} : { payBy }),
    },
  )
}

const ENTRIES: readonly Entry[] = [
  {
    kind: 'charge',
    on: day('2025-12-01'),
    amount: minor(500),
    part: 'charges',
    source: { citation: '§ 280 Abs. 1 BGB', confidence: 'high' },
  },
  { kind: 'payment', on: day('2026-01-15'), amount: minor(20_000) },
  { kind: 'credit', on: day('2026-02-01'), amount: minor(10_000), part: 'principal' },
  { kind: 'payment', on: day('2026-03-01'), amount: minor(5000), named: ['principal'] },
]

describe('the cost sheet of a struck statement', () => {
  const statement = struck(ENTRIES)
  const letter = letterOf(statement, 'de', struck(ENTRIES, '2026-12-06'))

  test('has the rows of the explanation, what was credited taken off the claim, what was paid apart', () => {
    expect(letter.rows.filter(({ depth }) => depth === 0).map(({ text, amount }) => [text, amount])).toEqual([
      ['Hauptforderung', 110_000],
      ['Verzugszinsen', 420 + 716 + 297 + 441 + 3959],
      ['Mahnkosten', 500],
    ])
    expect(letter.rows.slice(1, 3).map(({ text, amount }) => [text, amount])).toEqual([
      ['Rechnungsbetrag', 120_000],
      ['Gutschrift vom 01.02.2026', -10_000],
    ])
    expect(JSON.stringify(letter.rows)).not.toContain('Davon bezahlt')
  })

  test('gives each row its working and its source, the source once', () => {
    const stretch = letter.rows.find(({ text }) => text.startsWith('Zinsen vom 16.01.2026'))
    expect(stretch).toMatchObject({ basis: expect.stringContaining('6,27\u00a0% × ') })
    expect(stretch).not.toHaveProperty('source')
    expect(letter.rows.find(({ text }) => text === 'Verzugszinsen')?.source).toBe('§\u00a01 Testgesetz')
    expect(letter.rows.find(({ text }) => text.startsWith('Mahnkosten vom'))?.source).toBe('§\u00a0280 Abs.\u00a01 BGB')
  })

  test('tells of each payment where it went, and where the debtor determined it', () => {
    expect(
      letter.payments.map(({ day: on, parts, determined }) => [on, parts.map(({ text }) => text), determined]),
    ).toEqual([
      ['2026-01-15', ['Mahnkosten', 'Verzugszinsen', 'Hauptforderung'], undefined],
      ['2026-03-01', ['Hauptforderung'], true],
    ])
    expect(letter.allocation).toBe(
      'Zahlungen wurden, wo Sie nichts anderes bestimmt haben, in dieser Reihenfolge verrechnet: ' +
        'Mahnkosten, Verzugszinsen, Hauptforderung (§\u00a0367 Abs.\u00a01 BGB).',
    )
  })

  test('asks for what will be open on the day of payment', () => {
    expect(letter.payBy).toEqual({ day: '2026-12-06', amount: struck(ENTRIES, '2026-12-06').total })
    expect(letter.perDay).toBe(13)
    expect(letter.reasons).toEqual([{ text: 'Seit dem 01.11.2025 in Verzug.' }])
  })

  test('marks figures that rest on a rate which is not published yet', () => {
    expect(letterOf(struck([], '2027-02-01')).notes).toEqual([expect.stringMatching(/^Vorläufig: /)])
    expect(letter.notes).toEqual([])
  })

  test('tells what was paid too much', () => {
    const much: Entry = { kind: 'payment', on: day('2026-01-15'), amount: minor(200_000) }
    const paid = letterOf(struck([much]))
    expect([paid.total, paid.overpaid]).toEqual([0, paid.payments[0]?.surplus])
    expect(JSON.stringify(statementAsLetter(paid))).toContain('zu viel bezahlt')
  })
})

const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(day('2021-02-01'), days))
const anyCents = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 1e10 })).map(minor)
const anyAddedTo = fc.constantFrom<Exclude<Part, 'principal'>[]>('costs', 'charges', 'court', 'flat', 'interest')
const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ kind: fc.constant('payment' as const), on: anyDay, amount: anyCents, named: fc.subarray([...PARTS]) }),
  fc.record({ kind: fc.constant('charge' as const), on: anyDay, amount: anyCents, part: anyAddedTo }),
  fc.record({ kind: fc.constant('credit' as const), on: anyDay, amount: anyCents, part: fc.constantFrom(...PARTS) }),
)

test('any statement becomes a sheet whose figures agree, in German and English', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 10 }), anyDay, anyCents, (entries, on, principal) => {
      const statement = struck(entries, on, { principal, interestFrom: day('2021-03-01') })
      for (const language of ['de', 'en'] as const) {
        const letter = letterOf(statement, language)
        statementAsLetter(letter) // throws where they do not
        expect(letter.total).toBe(statement.total)
      }
    }),
  )
})
