// The sentences of a country: each in every language, with the same quantities, and one for everything that any answer says.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueOf, claimStatement, explainClaim, explained } from '../../calculations/index.ts'
import type { Language, Line, Wording } from '../../explanations/index.ts'
import type { FuzzCase } from '../../fuzz/index.ts'
import type { Country } from '../country.ts'
import { anyCase } from './drawn.conformance.ts'

const LANGUAGES: readonly Language[] = ['de', 'en']

export function textsHold(country: Country): void {
  const { de, en } = country.texts
  const own = country.code.toLowerCase()

  test('has the same keys in both languages, all of its own name', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(de).toSorted())
    for (const key of Object.keys(de)) expect(key).toMatch(new RegExp(`^(choice\\.)?${own}\\.`))
  })

  test('names the same quantities in both languages', () => {
    for (const [key, wording] of Object.entries(de)) {
      expect({ key, quantities: quantitiesIn(en[key]) }).toEqual({ key, quantities: quantitiesIn(wording) })
      const empty = [wording, en[key]].filter((each) => textOf(each).trim() === '')
      expect({ key, empty }).toEqual({ key, empty: [] })
    }
  })

  test('has words for its open questions and duties', () => {
    const choices = country.openQuestions.flatMap(({ key, answers }) =>
      answers.map((answer) => `choice.${own}.${key}.${answer}`),
    )
    const duties = country.duties.map(({ statement }) => statement)
    for (const key of [...choices, ...duties]) expect(Object.keys(de)).toContain(key)
  })

  test('gives each duty a source, and an end after its beginning', () => {
    const wrong = country.duties.filter(
      ({ source, from, until = '9999-12-31' }) => source.citation === '' || until < from,
    )
    expect(wrong).toEqual([])
  })

  test('can say everything that it answers, in every language', () => {
    fc.assert(
      fc.property(anyCase(country), (one) => {
        for (const of of linesOf(one)) {
          for (const language of LANGUAGES)
            expect(explained(of, country, language).text).not.toMatch(/\{\w+\}|undefined/)
        }
        for (const name of namesIn(one)) {
          for (const language of LANGUAGES) expect(Object.keys(catalogueOf(country, language))).toContain(name)
        }
      }),
      { numRuns: 400 },
    )
  })
}

function textOf(wording: Wording | undefined): string {
  if (wording === undefined) return ''
  return typeof wording === 'string' ? wording : `${wording.text} ${wording.working}`
}

function quantitiesIn(wording: Wording | undefined): string[] {
  const found = [...textOf(wording).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return [...new Set(found)].toSorted()
}

/** Every explanation that the answers to a case hold. */
export function linesOf({ country, settings, claim, collection, court, limitation }: FuzzCase): readonly Line[] {
  const costs = country.collectionCosts(collection, settings)
  const suit = country.courtCosts(court, settings)
  const answer = claimStatement(country, claim, settings)
  const end = country.limitation(limitation)
  const region = claim.facts.region === undefined ? {} : { region: claim.facts.region }
  const competent = country.orderForPaymentCourt({ ...region, postCode: '10115' })
  return [
    country.lateFrom(claim.facts, settings).why,
    country.flatCompensation(claim.facts, settings).why,
    country.dunningFeeLimit(claim.facts, settings).why,
    end.why,
    ...end.moves,
    ...(costs.ok ? [costs.value.why] : []),
    ...(suit.ok ? [suit.value.why] : []),
    ...(competent === undefined ? [] : [competent.why]),
    ...(answer.ok ? [explainClaim(answer.value)] : []),
  ]
}

function namesIn({ country, settings, claim }: FuzzCase): readonly string[] {
  const rule = country.interest(claim.facts, settings)
  return rule.ok ? [rule.value.name] : []
}
