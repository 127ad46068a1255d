// What a partner's news does to a case, its money and the people who must know. Pure: the state before, the news, and the
// state after with transfers and effects. Amounts that the partner's books and ours see differently never bend the ledger:
// what exceeds the open part is kept as overpaid and named in a task.

import { assertNever } from '../refusals/index.ts'
import type { NewsBody } from './news.ts'
import { type Before, type NewsOutcome, changed, task } from './outcome.ts'
import { costAdded, costWaived } from './partner-costs.ts'
import { directAcknowledged, paymentReported, paymentReversed } from './partner-payments.ts'
import { accepted, ended, finished, paused, rejected, resumed, stageChanged } from './progress.ts'
import { questionClosed, questionOpened } from './questions.ts'

/** Applies one piece of news. Total for every news body; news after the end (late payments) is applied like any other. */
export function applyNews(before: Before, body: NewsBody): NewsOutcome {
  const state = before.case
  switch (body.type) {
    case 'case.received':
      return changed(before, state.processing.kind === 'sent' ? { processing: { kind: 'received' } } : {})
    case 'case.accepted':
      return accepted(before, body)
    case 'case.rejected':
      return rejected(before, body)
    case 'case.stage_changed':
      return stageChanged(before, body)
    case 'case.paused':
      return changed(before, { processing: paused(state.processing, body) })
    case 'case.resumed':
      return resumed(before)
    case 'case.closed':
      return finished(before, { processing: ended(state, body.reason), responsible: 'nobody' })
    case 'cost.added':
      return costAdded(before, body.amount, body.on)
    case 'cost.waived':
      return costWaived(before, body.amount)
    case 'payment.reported':
      return paymentReported(before, body)
    case 'payment.reversed':
      return paymentReversed(before, body)
    case 'payment.direct_acknowledged':
      return directAcknowledged(before, body)
    case 'question.opened':
      return questionOpened(before, body)
    case 'question.closed':
      return questionClosed(before, body.questionId)
    case 'debtor.disputed':
      return changed(before, {}, [task('debtor_disputed', { text: body.text })])
    case 'debtor.insolvent':
      return changed(before, {}, [task('debtor_insolvent', { on: body.on })])
    case 'debtor.deceased':
      return changed(before, {}, [task('debtor_deceased', body.on === undefined ? {} : { on: body.on })])
    case 'debtor.contacted':
    case 'debtor.promise_made':
    case 'debtor.plan_agreed':
    case 'debtor.moved':
    case 'document.added':
      return changed(before, {})
    case 'unknown':
      return changed(before, {}, [task('unknown_news', { type: body.rawType })])
    default:
      return assertNever(body)
  }
}
