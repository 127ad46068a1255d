import { describe, expect, it } from 'vitest'
import { type Line, type Ours, compare, notThere } from './compare.ts'

const AMOUNTS = { openPrincipal: 9000, openCharges: 500, openInterest: 0, openCosts: 2000 }
const ours: Ours = { ...AMOUNTS, id: 'c', practiceId: 'p', active: true, quiet: true, lastSequence: 4 }
const line: Line = { ...AMOUNTS, claimRef: 'c', lastSequence: 4 }

describe('two books of one claim', () => {
  it('that agree have no difference', () => {
    expect(compare(ours, line)).toEqual([])
  })

  it('that do not agree have one per amount', () => {
    expect(compare(ours, { ...line, openPrincipal: 8000, openCosts: 0 })).toMatchObject([
      { what: 'openPrincipal', here: 9000, there: 8000 },
      { what: 'openCosts', here: 2000, there: 0 },
    ])
  })

  it('are not comparable while a message of ours is on its way, or news came after they were written', () => {
    expect(compare({ ...ours, quiet: false }, { ...line, openPrincipal: 1 })).toBeUndefined()
    expect(compare({ ...ours, lastSequence: 5 }, { ...line, openPrincipal: 1 })).toBeUndefined()
  })

  it('differ where news is missing here, whatever the amounts', () => {
    expect(compare({ ...ours, quiet: false }, { ...line, lastSequence: 6 })).toMatchObject([
      { what: 'lastSequence', here: 4, there: 6 },
    ])
  })

  it('are not held against each other once the partner is done', () => {
    expect(compare({ ...ours, active: false }, { ...line, openPrincipal: 1 })).toEqual([])
  })

  it('name a claim that is there and not here, and a case that is here and not there', () => {
    expect(compare(undefined, line)).toMatchObject([{ what: 'unknown_case' }])
    const all = new Map([
      ['c', ours],
      ['d', { ...ours, id: 'd' }],
      ['e', { ...ours, id: 'e', quiet: false }],
    ])
    expect(notThere(all, [line])).toMatchObject([{ caseId: 'd', what: 'missing_case', here: 1, there: 0 }])
  })
})
