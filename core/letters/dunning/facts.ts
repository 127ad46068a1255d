// What a reminder is made from: everything that stands on its day, already decided and already summed.

import type { LocalDate } from '../../calendar/index.ts'
import type { NoticeKind, NoticeWords } from '../../duties/index.ts'
import { type Currency, type Minor, add, sum } from '../../money/index.ts'
import type { Address, PartyName } from '../../parties/index.ts'
import type { Sender } from '../sender.ts'
import type { Language } from '../texts.ts'
import type { DunningTemplate } from './template.ts'

export type DunningLetterFacts = {
  readonly language: Language
  readonly kind: NoticeKind
  /** Of the notice, 0 for a reminder: from the second on the letters between are told apart by it. */
  readonly level: number
  readonly template: DunningTemplate
  /** What the country's law wants said: Country.notices. */
  readonly law: NoticeWords
  readonly day: LocalDate
  readonly payBy: LocalDate
  /** "M-2026-0123" */
  readonly number: string
  readonly creditor: Sender
  /** Words that tell of somebody's health are kept out of what is printed. */
  readonly healthProfession: boolean
  readonly debtor: { readonly name: PartyName; readonly address: Address; readonly number?: string }
  readonly currency: Currency
  /** The oldest due day first. */
  readonly items: readonly DunningItem[]
  /** Beside the items' own amounts. */
  readonly parts: DunningParts
  /** The day up to which the interest was calculated; absent where the books hold all of it. */
  readonly interestUntil?: LocalDate
  /** To whom the claim goes if nothing is paid, where that is the creditor's policy: a name, or any agency. */
  readonly handover?: { readonly partner?: string }
}

export type DunningItem = {
  readonly number: string
  readonly day: LocalDate
  readonly due: LocalDate
  readonly subject?: string
  readonly amount: Minor
  /** Of the invoice's own amount. */
  readonly open: Minor
}

export type DunningParts = {
  readonly interest: Minor
  /** Of earlier letters. */
  readonly charges: Minor
  /** Of this one. */
  readonly fee: Minor
  readonly costs: Minor
}

export function principalOf({ items }: Pick<DunningLetterFacts, 'items'>): Minor {
  return sum(items.map(({ open }) => open))
}

/** What the letter asks for. */
export function totalOf(facts: Pick<DunningLetterFacts, 'items' | 'parts'>): Minor {
  const { interest, charges, fee, costs } = facts.parts
  return add(principalOf(facts), sum([interest, charges, fee, costs]))
}

/** "M-2026-0123", as letters, pages and transfers name a notice. */
export function noticeNumber(year: number, number: number): string {
  return `M-${year}-${String(number).padStart(4, '0')}`
}

/** A policy's last step speaks last, a single notice never does: nobody's first notice is the last. */
export function noticeKindOf(level: number, lastLevel: number): NoticeKind {
  if (level === 0) return 'reminder'
  if (level > 1 && level >= lastLevel) return 'last'
  return level === 1 ? 'first' : 'second'
}
