// What the pages about reminding show, whatever the API calls it.

import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import type { Channel, DunningPolicy, NotReminded } from '@mahnwerk/core/dunning'
import type { Money } from '@mahnwerk/core/money'
import type { InvoiceRow } from '../invoices/invoice-row.ts'

export type PolicyGround = 'own' | 'kind' | 'all' | 'built_in'

export const NOTICE_STATES = ['written', 'sent', 'printed', 'failed', 'bounced'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/** A letter as the list shows it. */
export type NoticeRow = {
  readonly id: string
  readonly number: string
  readonly debtorId: string
  readonly debtorName: string
  readonly level: number
  /** The last one by the policy that holds for its debtor. */
  readonly last: boolean
  readonly day: LocalDate
  readonly payBy: LocalDate
  /** What the letter asks for, its fee included. */
  readonly asked: Money
  readonly fee: Money
  readonly channel: Channel
  readonly state: NoticeState
  /** The letter itself. */
  readonly href: string
  readonly items: number
  /** The oldest invoice of the letter: the row's status and functions are its. */
  readonly invoice?: InvoiceRow | undefined
}

export type LetterItemView = {
  readonly invoiceId: string
  readonly number: string
  readonly dueDate: LocalDate
  readonly daysOverdue: number
  /** The working day from which its step is due. */
  readonly ripeOn: LocalDate
  readonly level: number
  readonly open: Money
}

/** A letter that the next run would write. */
export type LetterView = {
  readonly debtorId: string
  /** Tells letters of one debtor apart where each invoice has its own. */
  readonly id: string
  readonly debtorName: string
  readonly level: number
  readonly channel: Channel
  readonly payBy: LocalDate
  readonly open: Money
  readonly fee: Money
  /** Late interest that it demands. */
  readonly interest: Money
  /** Its level is the last one of the policy. */
  readonly last: boolean
  readonly changed: boolean
  readonly free: boolean
  /** What it would be had nobody changed it. */
  readonly usual: { readonly level: number; readonly channel: Channel }
  readonly policy: string
  readonly ground: PolicyGround
  /** Of the policy. */
  readonly steps: readonly { readonly level: number; readonly fee: number; readonly channel: Channel }[]
  readonly items: readonly LetterItemView[]
}

/** Why an invoice gets no letter, and what would change that; the sentences are the server's, in the reader's language. */
export type Why = { readonly kind: WhyKind; readonly reason: string; readonly remedy: string }

export type WhyKind = NotReminded['why']['kind'] | 'other_currency'

export type OtherView = {
  readonly invoiceId: string
  readonly debtorName: string
  readonly number: string
  readonly debtorId: string
  readonly open: Money
  readonly why: Why
}

/** A claim that is ripe for collection, and why. */
export type SuggestionView = {
  readonly invoice: InvoiceRow
  readonly reason: {
    readonly daysOverdue: number
    readonly level: number
    readonly last: boolean
    readonly open: Money
  }
  /** What stands against handing it over as it is; the sentences are the server's. */
  readonly against: readonly { readonly title: string; readonly detail: string }[]
}

/** So many letters of a level; what is the last one for one debtor may be none for another. */
export type LevelCount = { readonly level: number; readonly last: boolean; readonly letters: number }

/** Sums of one currency. */
export type CurrencySums = {
  readonly letters: number
  readonly claims: number
  readonly asked: Money
  readonly fees: Money
  readonly interest: Money
}

/** What a run would write; sums of several currencies stand side by side. */
export type RunTotals = {
  readonly letters: number
  readonly claims: number
  readonly sums: readonly CurrencySums[]
}

export type RunState = 'running' | 'paused' | 'stopped' | 'done'

export type RunView = {
  readonly letters: number
  readonly claims: number
  readonly sums: readonly { readonly asked: Money; readonly fees: Money; readonly interest: Money }[]
  /** Debtors in all, and those that were looked at. */
  readonly debtors: number
  readonly walked: number
  readonly failed: number
  readonly repeatable: number
  readonly id: string
  readonly day: LocalDate
  readonly state: RunState
  readonly automatic: boolean
  readonly startedAt: Instant
  readonly endedAt?: Instant | undefined
}

/** What the law says against a setting; `step` counts from 0. */
export type PolicyRemark = { readonly step?: number | undefined; readonly title: string; readonly detail: string }

/** What the settings page shows and changes. */
export type PolicyEdit = {
  readonly policy: DunningPolicy
  readonly automatic: boolean
}
