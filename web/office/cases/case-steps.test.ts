import { instant } from '@mahnwerk/core/calendar'
import { describe, expect, it } from 'vitest'
import de from '../../texts/de.json' with { type: 'json' }
import { makeFormat } from '../../texts/format.ts'
import { makeText } from '../../texts/text.ts'
import { caseSteps } from './case-steps.ts'

const text = makeText(de, 'de')
const format = makeFormat('de')
const stages = [
  { stage: 'prepared' as const, at: instant('2026-10-02T14:38:00Z') },
  { stage: 'agency_letter' as const, at: instant('2026-10-04T22:30:00Z') },
]

describe('the stages of a case', () => {
  it('tell what is done, where it stands and what may come', () => {
    const steps = caseSteps({ stage: 'agency_letter', stages, active: true }, text, format)
    expect(steps.map(({ state }) => state)).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead', 'ahead'])
    // Half past midnight in Berlin is still the day before in UTC.
    expect(steps[1]?.note).toBe('seit 05.10.')
  })

  it('put a stage outside the usual line at its end', () => {
    const steps = caseSteps({ stage: 'enforcement', stages, active: true }, text, format)
    expect(steps.at(-1)).toMatchObject({ id: 'enforcement', state: 'now' })
  })

  it('show only what was reached once the case has ended', () => {
    const steps = caseSteps({ stage: 'ended', stages, active: false }, text, format)
    expect(steps.map(({ id }) => id)).toEqual(['prepared', 'agency_letter', 'ended'])
    expect(steps.every(({ state }) => state === 'done')).toBe(true)
  })
})
