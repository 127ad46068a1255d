// The stages of a case as a line: those reached with their day, those that may come without promising them.

import type { Instant } from '@mahnwerk/core/calendar'
import type { Stage } from '@mahnwerk/core/cases'
import { type Format, type Text, localDay } from '../../texts/index.ts'
import type { Step } from '../../ui/index.ts'
import { stageWords } from '../words/index.ts'
import type { CaseDetail } from './case-view.ts'

const USUAL: readonly Stage[] = [
  'prepared',
  'agency_letter',
  'further_demand',
  'lawyer_demand',
  'decision_needed',
  'court_order',
]

type Given = Pick<CaseDetail, 'stage' | 'stages' | 'active'>

export function caseSteps({ stage, stages, active }: Given, text: Text, format: Format): readonly Step[] {
  const reached = new Map(stages.map((entry) => [entry.stage, entry.at]))
  const line = active ? lineAhead(stage) : lineBehind(stages)
  const now = active ? line.indexOf(stage) : line.length
  return line.map((id, at) => {
    const since = reached.get(id)
    const state = at < now ? 'done' : at === now ? 'now' : 'ahead'
    const label = id === 'prepared' ? text('stage.handedOver') : stageWords(id, text)
    return { id, label, state, ...(since === undefined ? {} : { note: noteOf(since, state === 'now', text, format) }) }
  })
}

/** A stage outside the usual line (enforcement, own name) stands at its end. */
function lineAhead(stage: Stage): readonly Stage[] {
  return USUAL.includes(stage) ? USUAL : [...USUAL, stage]
}

/** An ended case shows what it went through and nothing it never reached. */
function lineBehind(stages: Given['stages']): readonly Stage[] {
  return [...new Set([...stages.map((entry) => entry.stage).filter((stage) => stage !== 'ended'), 'ended' as const])]
}

function noteOf(at: Instant, now: boolean, text: Text, format: Format): string {
  const day = format.dayShort(localDay(at))
  return now ? text('case.since', { day }) : day
}
