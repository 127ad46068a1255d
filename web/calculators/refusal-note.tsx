// Why the law of a day gives no answer, as a calm sentence, and what a person can do about it.

import { parseDay } from '@mahnwerk/core/calendar'
import type { CostRefusal } from '@mahnwerk/core/collection-costs'
import type { CourtRefusal } from '@mahnwerk/core/court'
import type { PlanRefusal } from '@mahnwerk/core/plans'
import type { Refusal } from '@mahnwerk/core/refusals'
import { useFormat } from '../texts/index.ts'
import { useLawText } from '../texts/law/law-text.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { useForm } from './form/form-context.tsx'

export type LawNo = Refusal<PlanRefusal | CostRefusal | CourtRefusal>

/** The sentence; days in it are written as people write them. */
export function useRefusalWords(): (refusal: LawNo) => string {
  const text = useLawText()
  const format = useFormat()
  return ({ code, facts }) => {
    const words = Object.entries(facts).map(([name, value]) => {
      const day = parseDay(String(value))
      return [name, day === undefined ? value : format.day(day)] as const
    })
    return text(`refusal.${code}`, Object.fromEntries(words))
  }
}

const REPAIRS = {
  law_not_known_yet: ['vorlaeufig', 'refusal.goProvisional'],
  law_not_established: ['ungesichert', 'refusal.goUnsure'],
} as const

export function RefusalNote({ refusal }: { refusal: LawNo }) {
  const text = useLawText()
  const words = useRefusalWords()
  const { given, replace } = useForm()
  const { code } = refusal
  const repair = code === 'law_not_known_yet' || code === 'law_not_established' ? REPAIRS[code] : undefined
  return (
    <EmptyState
      title={text(code.startsWith('law_') ? 'refusal.title' : 'refusal.none')}
      actions={
        repair === undefined ? null : (
          <Button small onClick={() => replace({ ...given, [repair[0]]: ['ja'] })}>
            {text(repair[1])}
          </Button>
        )
      }
    >
      {words(refusal)}
    </EmptyState>
  )
}
