import { EUR, ZERO, minor } from '@mahnwerk/core/money'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type House, draftOf, openHouse } from '../../testing/house.ts'
import { loadInvoice, recordInvoices } from '../invoices/index.ts'
import { changeLaw } from '../settings/index.ts'
import { type Policies, listPolicies, loadPolicies } from './policy.ts'
import { type WantedPolicy, addPolicy, assignPolicy, changePolicy } from './save-policy.ts'

let database: TestDatabase
let house: House
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  house = await openHouse(database.db)
})

const step = (level: number, fee = 0) =>
  ({ level, afterDays: 14, channel: 'letter', fee: minor(fee), periodDays: 10, interest: false }) as const

const wanted = (changes: Partial<WantedPolicy> = {}): WantedPolicy => ({
  name: 'Standard',
  currency: EUR,
  steps: [step(1), step(2, 120)],
  grouping: 'per_debtor',
  leastOpen: ZERO,
  audience: 'all',
  standard: true,
  ...changes,
})

const add = (changes: Partial<WantedPolicy> = {}) => house.run((context) => addPolicy(context, wanted(changes)))
const policies = (): Promise<Policies> => house.run(loadPolicies)

test('without a policy ours holds, which charges nothing', async () => {
  const ours = (await policies()).of({ kind: 'consumer' })
  expect(ours.steps.map(({ fee }) => fee)).toEqual([0, 0, 0, 0])
})

test('a debtor’s own policy holds before the standard of its kind, and that before the standard of all', async () => {
  await add()
  await add({ name: 'Firmen', audience: 'business' })
  const { policy: own } = await add({ name: 'Eigener', standard: false })
  const { of } = await policies()
  expect(of({ kind: 'consumer' }).name).toBe('Standard')
  expect(of({ kind: 'business' }).name).toBe('Firmen')
  expect(of({ kind: 'business', policyId: own.id }).name).toBe('Eigener')
})

test('a new standard takes the place of the one before', async () => {
  await add()
  await add({ name: 'Neu' })
  const kept = await house.run((context) => listPolicies(context))
  expect(kept.map(({ name, standard }) => [name, standard])).toEqual([
    ['Neu', true],
    ['Standard', false],
  ])
})

test.each([
  ['a fee above the limit', { steps: [step(1), step(2, 250)] }, 'dunning_fee_above_law', { letter: 2, allowed: 120 }],
  [
    'a fee for the letter that begins default',
    { steps: [step(0), step(1, 120)] },
    'letter_must_be_free',
    { letter: 2 },
  ],
  [
    'a fee within the period of the letter before',
    { steps: [step(1), { ...step(2, 120), afterDays: 7 }] },
    'letter_must_be_free',
    { letter: 2 },
  ],
  ['no step', { steps: [] }, 'policy_without_steps', {}],
  ['levels that do not rise', { steps: [step(2), step(1)] }, 'policy_levels_disordered', { step: 2 }],
])('is refused with %s', async (_what, changes, code, facts) => {
  await expect(add(changes)).rejects.toMatchObject({ refusal: { code, facts } })
})

test('what the law asks for beside it is told', async () => {
  const told = (await add({ steps: [step(0)] })).warnings.map(({ code }) => code)
  expect(told).toEqual(expect.arrayContaining(['policy_invoice_silent', 'policy_without_default']))
  await house.run((context) => changeLaw(context, 1, { invoiceNotice: true }))
  expect((await add({ name: 'Zwei' })).warnings).toEqual([])
})

test('is changed on the state that was read, under a name of its own', async () => {
  const { policy } = await add()
  const change = (version: number | undefined, changes: Partial<WantedPolicy> = {}) =>
    house.run((context) => changePolicy(context, policy.id, version, wanted(changes)))
  expect((await change(1, { name: 'Anders' })).policy).toMatchObject({ name: 'Anders', version: 2 })
  await expect(change(1)).rejects.toMatchObject({ status: 409 })
  await expect(change(undefined)).rejects.toMatchObject({ status: 428 })
  await expect(change(2, { standard: false })).rejects.toMatchObject({ refusal: { code: 'policy_standard_needed' } })
  await expect(add({ name: 'Anders' })).rejects.toMatchObject({ refusal: { code: 'policy_name_taken' } })
})

test('is given to debtors of its kind alone', async () => {
  await add()
  const { policy } = await add({ name: 'Firmen', audience: 'business' })
  const debtorId = await house.run(async (context) => {
    const [outcome] = await recordInvoices(context, { practiceId: house.practices[0], source: 'api' }, [draftOf('P-1')])
    if (outcome?.outcome !== 'accepted') throw new Error('not recorded')
    return (await loadInvoice(context, outcome.invoiceId)).debtorId
  })
  await expect(house.run((context) => assignPolicy(context, debtorId, policy.id))).rejects.toMatchObject({
    refusal: { code: 'policy_for_others' },
  })
})
