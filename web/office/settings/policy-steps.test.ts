import { LEVEL_MAX, faultsOf, standardPolicy } from '@mahnwerk/core/dunning'
import { EUR, minor } from '@mahnwerk/core/money'
import { expect, test } from 'vitest'
import { levelsAt, stepAfter, wordsAt } from './policy-steps.ts'

const standard = standardPolicy(EUR)

test('a new level is the next one, with the days, the way and the fee of the one before', () => {
  const steps = standard.steps.map((step) => (step.level === 3 ? { ...step, fee: minor(120), periodDays: 5 } : step))
  expect(stepAfter({ steps })).toEqual({ ...steps.at(-1), level: 4, fee: 120, periodDays: 5 })
})

test('levels can be added up to the ninth, and the policy stays sound', () => {
  let policy = standard
  for (let step = stepAfter(policy); step !== undefined; step = stepAfter(policy))
    policy = { ...policy, steps: [...policy.steps, step] }
  expect(policy.steps.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, LEVEL_MAX])
  expect(faultsOf(policy)).toEqual([])
})

test('a line may only have a level between its neighbours', () => {
  expect(levelsAt(standard, 1)).toEqual([1])
  expect(levelsAt(standard, 3)).toEqual([3, 4, 5, 6, 7, 8, 9])
  const [reminder, , second] = standard.steps
  if (reminder === undefined || second === undefined) throw new Error('the standard has four steps')
  expect(levelsAt({ steps: [reminder, second] }, 1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('only the last line speaks last; every one between speaks alike', () => {
  const fourth = stepAfter(standard)
  if (fourth === undefined) throw new Error('the standard has room for another level')
  const five = { steps: [...standard.steps, fourth] }
  expect([0, 1, 2, 3, 4].map((at) => wordsAt(five, at))).toEqual(['reminder', 'first', 'second', 'second', 'last'])
})
