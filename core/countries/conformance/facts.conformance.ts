// The facts behind a country: series in order without gaps, sources named, known as long as the country says, and settings that
// answer every open question.

import { expect, test } from 'vitest'
import { addDays } from '../../calendar/index.ts'
import { factOn } from '../../facts/index.ts'
import type { Country } from '../country.ts'

const TRUSTING = { lowConfidence: true, provisional: true }

export function factsHold(country: Country): void {
  test('has series of its own names, newest first, each fact with its source', () => {
    const names = country.series.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(0)
    for (const { name, facts } of country.series) {
      const days = facts.map(({ from }) => from)
      expect({ name, days }).toEqual({ name, days: [...new Set(days)].toSorted().toReversed() })
      expect({ name, days }).not.toEqual({ name, days: [] })
      expect({ name, unsourced: facts.filter(({ citation }) => citation.trim() === '') }).toEqual({
        name,
        unsourced: [],
      })
    }
  })

  test('has no gap in any series: each fact holds to the day before its successor', () => {
    for (const series of country.series) {
      const oldestFirst = series.facts.toReversed()
      oldestFirst.forEach((fact, index) => {
        const until = oldestFirst[index + 1]
        const last = until === undefined ? fact.from : addDays(until.from, -1)
        for (const on of [fact.from, last]) {
          expect({ of: series.name, found: factOn(series, on, TRUSTING) }).toMatchObject({
            of: series.name,
            found: { ok: true, value: { fact } },
          })
        }
      })
    }
  })

  test('is known as long as its series are: none ends before its newest fact', () => {
    const ending = country.series.filter(({ facts, knownUntil = '9999-12-31' }) => knownUntil < (facts[0]?.from ?? ''))
    expect(ending.map(({ name }) => name)).toEqual([])
  })

  test('answers each of its open questions, by default with the first answer', () => {
    expect(Object.keys(country.settings.choices).toSorted()).toEqual(
      country.openQuestions.map(({ key }) => key).toSorted(),
    )
    for (const { key, answers } of country.openQuestions) expect(country.settings.choices[key]).toBe(answers[0])
    expect(country.settings.trust).toEqual({ lowConfidence: false, provisional: false })
  })

  test('has holidays in each of its regions, fewer than working days', () => {
    for (const region of [undefined, ...Object.keys(country.regions)]) {
      const isHoliday = country.holidaysOf(region)
      const year = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01' as never, index)) // days of one year
      const count = year.filter(isHoliday).length
      expect({ region, plausible: count > 3 && count < 25 }).toEqual({ region, plausible: true })
    }
  })
}
