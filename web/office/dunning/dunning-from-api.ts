// The API's letters, runs and reasons as the pages show them.

import type {
  CollectionSuggestion,
  DunningPreview,
  DunningPreviewSummary,
  DunningRunDetail,
  InvoiceDunning,
  Notice,
  NotReminded,
  PlannedLetter,
} from '@mahnwerk/client/api'
import { type LocalDate, daysBetween, instant } from '@mahnwerk/core/calendar'
import type { Channel } from '@mahnwerk/core/dunning'
import { dayOf, momentOrNone, moneyOf } from '../api/money.ts'
import { invoiceRowOf } from '../invoices/invoice-from-api.ts'
import type { NextLetter } from './dun-dialog.tsx'
import type { LetterView, NoticeRow, OtherView, RunTotals, RunView, SuggestionView, Why } from './dunning-view.ts'
import type { InvoiceDunningView } from './invoice-dunning.tsx'

export function noticeRowOf(told: Notice): NoticeRow {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  const [oldest] = told.items.toSorted((a, b) => (a.invoice.dueDate < b.invoice.dueDate ? -1 : 1))
  return {
    id: told.id,
    number: told.number,
    debtorId: told.debtorId,
    debtorName: told.debtorName,
    level: told.level,
    last: told.last,
    day: dayOf(told.day),
    payBy: dayOf(told.payBy),
    asked: sum(told.total),
    fee: sum(told.fee),
    channel: told.channel as Channel, // the server keeps only these words
    state: told.state,
    href: `/api/v1/notices/${told.id}/letter.pdf`,
    items: told.items.length,
    invoice: oldest === undefined ? undefined : invoiceRowOf(oldest.invoice),
  }
}

export function letterOf(told: PlannedLetter, today: LocalDate): LetterView {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  return {
    id: told.items.map(({ invoiceId }) => invoiceId).join(),
    debtorId: told.debtorId,
    debtorName: told.debtorName,
    level: told.level,
    channel: told.channel as Channel, // the server keeps only these words
    payBy: dayOf(told.payBy),
    open: sum(told.open),
    fee: sum(told.fee),
    interest: sum(told.interest),
    last: told.last,
    changed: told.changed,
    free: told.free,
    usual: { level: told.usual.level, channel: told.usual.channel as Channel }, // the server keeps only these words
    policy: told.policy,
    ground: told.ground,
    steps: told.steps.map((step) => ({ ...step, channel: step.channel as Channel })), // the server keeps only these words
    items: told.items.map((item) => ({
      invoiceId: item.invoiceId,
      number: item.number,
      dueDate: dayOf(item.dueDate),
      daysOverdue: daysBetween(dayOf(item.dueDate), today),
      ripeOn: dayOf(item.ripeOn),
      level: item.level,
      open: sum(item.open),
    })),
  }
}

export function otherOf(told: DunningPreview['notReminded'][number]): OtherView {
  const { invoiceId, debtorId, debtorName, number, open, currency, why } = told
  return { invoiceId, debtorId, debtorName, number, open: moneyOf(open, currency), why: whyOf(why) }
}

export function whyOf({ kind, title, detail }: NotReminded): Why {
  return { kind, reason: title, remedy: detail }
}

export function suggestionOf({ invoice, reason, against }: CollectionSuggestion): SuggestionView {
  const open = moneyOf(reason.open, invoice.currency)
  return { invoice: invoiceRowOf(invoice), reason: { ...reason, open }, against }
}

export function totalsOf({ letters, totals }: DunningPreviewSummary): RunTotals {
  return {
    letters,
    claims: totals.reduce((all, { claims }) => all + claims, 0),
    sums: totals.map(({ currency, open, fees, interest, ...counts }) => ({
      ...counts,
      asked: moneyOf(open, currency),
      fees: moneyOf(fees, currency),
      interest: moneyOf(interest, currency),
    })),
  }
}

export function runOf(told: DunningRunDetail): RunView {
  return {
    id: told.id,
    day: dayOf(told.day),
    state: told.state,
    automatic: told.automatic,
    letters: told.letters,
    claims: told.claims,
    sums: told.totals.map(({ currency, asked, fees, interest }) => ({
      asked: moneyOf(asked, currency),
      fees: moneyOf(fees, currency),
      interest: moneyOf(interest, currency),
    })),
    debtors: told.progress.debtors,
    walked: told.progress.walked,
    failed: told.failed,
    repeatable: told.repeatable,
    startedAt: instant(told.startedAt),
    endedAt: momentOrNone(told.endedAt),
  }
}

export function invoiceDunningOf(
  { invoiceId, debtorId, level }: { readonly invoiceId: string; readonly debtorId: string; readonly level: number },
  told: InvoiceDunning,
): InvoiceDunningView {
  const { next, due, why } = told
  return {
    invoiceId,
    debtorId,
    level,
    policy: told.policy,
    ground: told.ground,
    lastLevel: told.lastLevel,
    letters: told.notices.map(noticeRowOf),
    // What stands against it is said below; a next step beside it would contradict.
    next:
      next === null || (due === null && why?.kind !== 'not_yet')
        ? undefined
        : { level: next.level, on: dayOf(next.on), ripe: due !== null },
    not: why === null ? undefined : whyOf(why),
  }
}

/** What the yellow triangle may write now. */
export function nextLetterOf(
  told: InvoiceDunning,
  open: NextLetter['open'],
): NextLetter | { readonly not: Why } | undefined {
  const step = told.due ?? told.next
  if (step === null || !told.early.allowed) return told.early.why === null ? undefined : { not: whyOf(told.early.why) }
  return {
    level: step.level,
    last: step.level === told.lastLevel,
    channel: step.channel as Channel, // the server keeps only these words
    open,
    fee: { ...open, amount: step.fee as typeof open.amount }, // whole minor units by the API
    interest: { ...open, amount: told.early.interest as typeof open.amount }, // the same
    payBy: told.due === null ? undefined : dayOf(told.due.payBy),
    usuallyOn: told.due !== null || told.next === null ? undefined : dayOf(told.next.on),
  }
}
