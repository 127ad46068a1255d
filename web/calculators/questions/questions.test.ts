// Every calculator's question of every country, and what each makes of an example.

import { claimStatement, explained } from '@mahnwerk/core/calculations'
import { day } from '@mahnwerk/core/calendar'
import { COUNTRIES } from '@mahnwerk/core/countries'
import { explainStatement } from '@mahnwerk/core/statement'
import { describe, expect, it } from 'vitest'
import { type Given, givenFrom } from '../form/given.ts'
import { CLAIM_EXAMPLE, COSTS_EXAMPLE, COURT_EXAMPLE, LIMITATION_EXAMPLE, PLAN_EXAMPLE } from '../pages/examples.ts'
import { claimQuestion } from './claim-question.ts'
import { costsQuestion } from './costs-question.ts'
import { courtQuestion } from './court-question.ts'
import { limitationQuestion } from './limitation-question.ts'
import { planFor, planQuestion } from './plan-question.ts'
import { settingsIn } from './settings.ts'

const TODAY = day('2026-06-01')
const given = (words: Readonly<Record<string, string>>): Given =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [name, [word]]))

describe.each(COUNTRIES.map((country) => [country.code, country] as const))('the calculators of %s', (_, country) => {
  const settings = settingsIn({}, country)
  const trusting = settingsIn(givenFrom('#ungesichert=ja'), country)

  it('take the settings of the country where nothing is chosen', () => {
    expect(settings).toEqual({ ...country.settings, trust: { provisional: false, lowConfidence: false } })
  })

  it('answer the example of a claim, in both languages', () => {
    const asked = claimQuestion(given(CLAIM_EXAMPLE), country, TODAY)
    if (!asked.ready) throw new Error(asked.missing.join())
    const answer = claimStatement(country, asked.question, trusting)
    if (!answer.ok) throw new Error(answer.refusal.code)
    const { balance, total } = answer.value.statement
    expect(balance.interest + balance.flat).toBeGreaterThan(0)
    const tree = explainStatement(answer.value.statement)
    expect(tree.amount).toBe(total)
    for (const language of ['de', 'en'] as const)
      expect(explained(tree, country, language).lines.length).toBeGreaterThan(1)
  })

  it('answer or refuse the other examples, never throw', () => {
    const costs = costsQuestion(given(COSTS_EXAMPLE), country, TODAY)
    const court = courtQuestion(given(COURT_EXAMPLE), country, TODAY)
    const limitation = limitationQuestion(given(LIMITATION_EXAMPLE), country)
    const plan = planQuestion(given(PLAN_EXAMPLE), country, TODAY)
    if (!costs.ready || !court.ready || !limitation.ready || !plan.ready) throw new Error('an example is incomplete')
    const lines = [country.limitation(limitation.question).why]
    const note = country.collectionCosts(costs.question, settings)
    if (note.ok) lines.push(note.value.why)
    const procedure = country.courtCosts(court.question, settings)
    if (procedure.ok) lines.push(procedure.value.why)
    const found = planFor(plan.question, country, trusting)
    if (!found.ok) throw new Error(found.refusal.code)
    expect(found.value.instalments).toHaveLength(6)
    for (const line of lines) expect(explained(line, country, 'de').text).not.toBe('')
  })
})

describe('a question', () => {
  const [country] = COUNTRIES
  if (country === undefined) throw new Error('no country')

  it('names what is missing and guesses none of it', () => {
    const asked = claimQuestion(givenFrom('#betrag=100.00'), country, TODAY)
    expect(asked).toEqual({ ready: false, missing: ['faellig', 'schuldner'] })
  })

  it('takes a tick for provisional figures as trust in them', () => {
    expect(settingsIn(givenFrom('#vorlaeufig=ja'), country).trust).toEqual({ provisional: true, lowConfidence: false })
  })

  it('leaves out rows that are not complete', () => {
    const words = 'betrag=100.00&faellig=2026-01-01&schuldner=verbraucher'
    const asked = claimQuestion(
      givenFrom(`#${words}&eintrag=zahlung,,5.00&eintrag=mahnkosten,2026-02-01,2.50`),
      country,
      TODAY,
    )
    if (!asked.ready) throw new Error(asked.missing.join())
    expect(asked.question.entries).toEqual([{ kind: 'charge', on: '2026-02-01', amount: 250, part: 'charges' }])
  })
})
