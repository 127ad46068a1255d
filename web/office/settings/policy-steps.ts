// Lines of a policy while it is edited: what a new one begins with, and which levels a line may have.

import { type DunningPolicy, type DunningStep, LEVEL_MAX } from '@mahnwerk/core/dunning'
import { type NoticeKind } from '@mahnwerk/core/duties'
import { noticeKindOf } from '@mahnwerk/core/letters'
import { ZERO } from '@mahnwerk/core/money'

type Steps = Pick<DunningPolicy, 'steps'>

const FIRST: DunningStep = {
  level: 0,
  afterDays: 14,
  channel: 'email_and_letter',
  fee: ZERO,
  periodDays: 10,
  interest: false,
}

/** One level higher than the last line and else like it; undefined where no level is left. */
export function stepAfter({ steps }: Steps): DunningStep | undefined {
  const last = steps.at(-1)
  if (last === undefined) return FIRST
  return last.level >= LEVEL_MAX ? undefined : { ...last, level: last.level + 1 }
}

/** The levels that a line may have without standing before the one above it or behind the one below. */
export function levelsAt({ steps }: Steps, at: number): readonly number[] {
  const [above, own, below] = [steps[at - 1], steps[at], steps[at + 1]]
  return Array.from({ length: LEVEL_MAX + 1 }, (_, level) => level).filter(
    (level) => level === own?.level || (level > (above?.level ?? -1) && level < (below?.level ?? LEVEL_MAX + 1)),
  )
}

/** In whose words the letter of a line goes out. */
export function wordsAt({ steps }: Steps, at: number): NoticeKind {
  const level = steps[at]?.level ?? 0
  return noticeKindOf(level, steps.at(-1)?.level ?? level)
}
