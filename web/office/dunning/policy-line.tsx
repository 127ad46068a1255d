import type { DunningPolicy } from '@mahnwerk/core/dunning'
import { useDunningText } from '../../texts/dunning/dunning-text.ts'
import { type Step, Stepper } from '../../ui/index.ts'
import { capital, levelWords } from './dunning-words.ts'

/** The least days from the due day to each step, and to the end of the last step's period. */
export function daysOf({ steps }: Pick<DunningPolicy, 'steps'>): {
  readonly at: readonly number[]
  readonly end: number
} {
  const at: number[] = []
  for (const step of steps) at.push((at.at(-1) ?? 0) + Math.max(step.afterDays, 1))
  return { at, end: (at.at(-1) ?? 0) + (steps.at(-1)?.periodDays ?? 0) + 1 }
}

/** A policy in one line: from the due day to the point where collection is possible. */
export function PolicyLine({ policy }: { policy: Pick<DunningPolicy, 'steps'> }) {
  const text = useDunningText()
  const { at, end } = daysOf(policy)
  const day = (count: number): string => text('settings.dayCount', { day: count })
  const steps: readonly Step[] = [
    { id: 'due', label: text('settings.dueDay'), note: day(0), state: 'ahead' },
    ...policy.steps.map((step, index) => ({
      id: String(index),
      label: capital(levelWords(step.level, text, index === policy.steps.length - 1)),
      note: day(at[index] ?? 0),
      state: 'ahead' as const,
    })),
    { id: 'end', label: text('settings.collection'), note: day(end), state: 'ahead' },
  ]
  return <Stepper steps={steps} label={text('settings.pattern')} />
}
