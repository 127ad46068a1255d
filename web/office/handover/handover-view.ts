import type { LocalDate } from '@mahnwerk/core/calendar'
import type {
  HandoverAnswers,
  HandoverChanges,
  HandoverWarning,
  OutgoingField,
  Preparation,
} from '@mahnwerk/core/handover'
import type { Money } from '@mahnwerk/core/money'
import type { Trouble } from '../../ui/index.ts'
import type { CostsByLaw } from './use-costs.ts'

/** Everything the overview page says before a claim leaves. */
export type HandoverView = {
  readonly invoiceId: string
  readonly invoiceNumber: string
  readonly debtorName: string
  readonly total: Money
  readonly fields: readonly (Pick<OutgoingField, 'field' | 'value' | 'source'> & {
    readonly amount?: Money | undefined
  })[]
  readonly editable: Readonly<Record<Exclude<keyof HandoverChanges, 'noticeDate'>, string>> & {
    readonly noticeDate: LocalDate | undefined
  }
  readonly staysHere: Preparation['staysHere']
  /** The text of the invoice that is held back for a health profession. */
  readonly heldBackText?: string | undefined
  readonly blockers: readonly { readonly code: string; readonly title: string; readonly detail: string }[]
  readonly warnings: readonly { readonly code: HandoverWarning; readonly facts: Readonly<Record<string, string>> }[]
  readonly questions: readonly (keyof HandoverAnswers)[]
  readonly partner: {
    readonly name: string
    readonly acceptsWithinDays: number
    readonly courtOnlyByDecision: boolean
    readonly costsBorneBy: 'debtor' | 'creditor'
    readonly creditorAdvancesCosts: boolean
    /** The most that the law lets the debtor pay for the first letter, where it is known. */
    readonly costsByLaw?: CostsByLaw | undefined
    readonly registerEntry?: string | undefined
    readonly association?: string | undefined
    readonly caseFee: {
      readonly min: Money
      readonly max: Money
      readonly free: boolean
      readonly freeUntil?: LocalDate | undefined
      readonly laterMin: Money
      readonly laterMax: Money
    }
  }
}

export type HandoverProps = {
  readonly view: HandoverView | undefined
  readonly answers: HandoverAnswers
  readonly busy: boolean
  readonly trouble?: Trouble | undefined
  readonly onAnswers: (answers: HandoverAnswers) => void
  readonly onChanges: (changes: HandoverChanges) => void
  readonly onConfirm: () => void
  readonly onRetry: () => void
}
