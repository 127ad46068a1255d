// What a partner's news does to a case, its money and the people who must know. Pure: the state before, the news, and the
// state after with transfers and effects. Amounts that the partner's books and ours see differently never bend the ledger:
// what exceeds the open part is kept as overpaid and named in a task.

import type { LocalDate } from '../calendar/index.ts'
import {
  type Account,
  type Amounts,
  COMPONENTS,
  type Component,
  type Transfer,
  fromDebtor,
  transfer,
} from '../ledger/index.ts'
import { type Minor, ZERO, add, least, subtract, sum } from '../money/index.ts'
import { type Allocation, increase, reduce } from '../payments/index.ts'
import { assertNever } from '../refusals/index.ts'
import { type Case, type Processing, type Responsible, isActive } from './case.ts'
import type { NewsBody, PaymentSplit, Stage } from './news.ts'

export type CaseMoney = { readonly open: Amounts; readonly overpaid: Minor }

/** A payment that is on record and that the news speaks of. */
export type KnownPayment = {
  /** Recorded by the creditor itself: the partner only acknowledges what was taken back here. */
  readonly own: boolean
  readonly id: string
  readonly amount: Minor
  /** As it is booked now. */
  readonly allocation: Allocation
  readonly reversed: boolean
}

export type Effect =
  | {
      readonly kind: 'record_payment'
      readonly news: Extract<NewsBody, { type: 'payment.reported' }>
      readonly allocation: Allocation
    }
  | { readonly kind: 'reverse_payment'; readonly paymentId: string; readonly reason: string }
  | { readonly kind: 'acknowledge_payment'; readonly paymentId: string }
  | { readonly kind: 'open_question'; readonly news: Extract<NewsBody, { type: 'question.opened' }> }
  | { readonly kind: 'close_question'; readonly partnerQuestionId: string }
  /** The case is over: what waited for the creditor's word, questions and the decision, waits no more. */
  | { readonly kind: 'stop_waiting' }
  | {
      readonly kind: 'raise_task'
      readonly task: TaskKind
      readonly facts: Readonly<Record<string, string | number>>
      readonly dueOn?: LocalDate
    }

export type TaskKind =
  | 'case_rejected'
  | 'question_open'
  | 'debtor_disputed'
  | 'debtor_insolvent'
  | 'debtor_deceased'
  | 'decision_needed'
  | 'amounts_differ'
  | 'unknown_news'

export type NewsOutcome = {
  readonly case: Case
  readonly money: CaseMoney
  readonly transfers: readonly Transfer[]
  readonly effects: readonly Effect[]
}

type Before = {
  readonly case: Case
  readonly money: CaseMoney
  readonly today: LocalDate
  readonly knownPayment?: KnownPayment
  /** What was added under the cost's id when it was told first. */
  readonly knownCost?: Minor
  readonly knownQuestion?: { readonly open: boolean }
  /** Another case of the same invoice is with a partner: this one cannot come back to life beside it. */
  readonly otherActive?: boolean
}

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

type Change = { readonly [K in keyof Case]?: Case[K] | undefined }

function changed(before: Before, change: Change, effects: readonly Effect[] = []): NewsOutcome {
  return { case: merge(before.case, change), money: before.money, transfers: [], effects }
}

// A key given as undefined is taken away; only optional keys are ever given so.
function merge(state: Case, change: Change): Case {
  const next: Record<string, unknown> = { ...state, ...change }
  for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key]
  return next as Case // every required key of `state` is kept or replaced by a value of its type
}

function task(kind: TaskKind, facts: Readonly<Record<string, string | number>>, dueOn?: LocalDate): Effect {
  return { kind: 'raise_task', task: kind, facts, ...(dueOn === undefined ? {} : { dueOn }) }
}

function accepted(before: Before, body: Extract<NewsBody, { type: 'case.accepted' }>): NewsOutcome {
  return works(before, body.type, body.caseNumber)
}

// The partner works on the case. Where the invoice has gone another way meanwhile, a person must look: two partners, or
// one twice, would demand the same money.
function works(before: Before, told: NewsBody['type'], caseNumber: string): NewsOutcome {
  const { processing, stage } = before.case
  if (!isActive(processing) && before.otherActive === true) {
    return changed(before, {}, [task('unknown_news', { type: told })])
  }
  const stageNow = isActive(processing) ? stage : processing.kind === 'ended' ? processing.stageBefore : undefined
  const resumedAt = stageNow ?? 'prepared'
  return changed(before, {
    processing: { kind: 'accepted', caseNumber },
    stage: resumedAt,
    responsible: actsAt(resumedAt),
  })
}

// Who acts at a stage of a case that the partner has accepted.
function actsAt(stage: Stage): Responsible {
  switch (stage) {
    case 'decision_needed':
      return 'creditor'
    case 'lawyer_demand':
      return 'lawyer'
    case 'court_order':
    case 'enforcement':
      return 'court'
    case 'prepared':
    case 'agency_letter':
    case 'further_demand':
    case 'long_term':
    case 'own_name':
    case 'ended':
      return 'partner'
    default:
      return assertNever(stage)
  }
}

function rejected(before: Before, body: Extract<NewsBody, { type: 'case.rejected' }>): NewsOutcome {
  const { reason, text, repairable } = body
  return finished(before, { processing: { kind: 'rejected', reason, text, repairable }, responsible: 'creditor' }, [
    task('case_rejected', { reason, text }),
  ])
}

function finished(before: Before, change: Change, effects: readonly Effect[] = []): NewsOutcome {
  return changed(before, { ...change, stage: 'ended', nextStepOn: undefined, questionsOpen: 0 }, [
    { kind: 'stop_waiting' },
    ...effects,
  ])
}

function stageChanged(before: Before, body: Extract<NewsBody, { type: 'case.stage_changed' }>): NewsOutcome {
  const { stage, nextStepOn } = body
  const { processing, responsible } = before.case
  const taken = processing.kind === 'accepted' || processing.kind === 'paused'
  return changed(
    before,
    { stage, nextStepOn, responsible: taken ? actsAt(stage) : responsible },
    stage === 'decision_needed' && isActive(processing) ? [task('decision_needed', {})] : [],
  )
}

function paused(processing: Processing, body: { readonly reason: string; readonly until?: LocalDate }): Processing {
  if (processing.kind !== 'accepted' && processing.kind !== 'paused') return processing
  const { caseNumber } = processing
  return { kind: 'paused', caseNumber, reason: body.reason, ...(body.until === undefined ? {} : { until: body.until }) }
}

// A pause is over; or a case that was closed as paid goes on because the money went back.
function resumed(before: Before): NewsOutcome {
  const { processing } = before.case
  if (processing.kind !== 'paused' && processing.kind !== 'ended') return changed(before, {})
  if (processing.caseNumber === undefined) return changed(before, {})
  return works(before, 'case.resumed', processing.caseNumber)
}

function ended({ processing, stage }: Case, reason: Extract<Processing, { kind: 'ended' }>['reason']): Processing {
  if (processing.kind === 'ended') return { ...processing, reason }
  const known = 'caseNumber' in processing ? { caseNumber: processing.caseNumber } : {}
  return { kind: 'ended', reason, ...(stage === 'ended' ? {} : { stageBefore: stage }), ...known }
}

// Told again in another message it is one question; what was closed stays closed. Of a case that is over nobody takes an
// answer: the question is kept as closed, and a person looks.
function questionOpened(before: Before, body: Extract<NewsBody, { type: 'question.opened' }>): NewsOutcome {
  if (before.knownQuestion) return changed(before, {})
  if (!isActive(before.case.processing)) {
    return changed(before, {}, [
      { kind: 'open_question', news: body },
      { kind: 'close_question', partnerQuestionId: body.questionId },
      task('unknown_news', { type: body.type }),
    ])
  }
  return changed(before, { questionsOpen: before.case.questionsOpen + 1 }, [
    { kind: 'open_question', news: body },
    task('question_open', { question: body.text, questionId: body.questionId }, body.answerBy),
  ])
}

function questionClosed(before: Before, questionId: string): NewsOutcome {
  if (before.knownQuestion?.open !== true) return changed(before, {})
  return changed(before, { questionsOpen: before.case.questionsOpen - 1 }, [
    { kind: 'close_question', partnerQuestionId: questionId },
  ])
}

const only = (component: Component, amount: Minor): Amounts => ({
  principal: ZERO,
  charges: ZERO,
  interest: ZERO,
  costs: ZERO,
  [component]: amount,
})

// What the partner demands for itself becomes owed by the debtor and claimed by the partner; it is no income of the creditor.
function costAdded(before: Before, amount: Minor, on: LocalDate): NewsOutcome {
  const known = before.knownCost
  // Told again in another message: it is one cost.
  if (known !== undefined)
    return changed(before, {}, known === amount ? [] : [task('amounts_differ', { told: amount, open: known })])
  const { invoiceId, connectionId, currency, total } = before.case
  const costs: Account = { kind: 'debtor', component: 'costs', invoiceId }
  return {
    case: { ...before.case, total: increase(total, only('costs', amount)) },
    money: { ...before.money, open: increase(before.money.open, only('costs', amount)) },
    transfers: transfer(costs, { kind: 'partner_costs', connectionId }, amount, currency, on),
    effects: [],
  }
}

function costWaived(before: Before, amount: Minor): NewsOutcome {
  const { invoiceId, connectionId, currency, total } = before.case
  const waived = least(least(amount, before.money.open.costs), total.costs)
  return {
    case: { ...before.case, total: reduce(total, only('costs', waived)) },
    money: { ...before.money, open: reduce(before.money.open, only('costs', waived)) },
    transfers: transfer(
      { kind: 'partner_costs', connectionId },
      { kind: 'debtor', component: 'costs', invoiceId },
      waived,
      currency,
      before.today,
    ),
    effects: waived === amount ? [] : [task('amounts_differ', { told: amount, open: waived })],
  }
}

/** Fits a partner's split to what is open here; the surplus is overpaid. The parts sum to the payment. */
export function fitSplit(split: PaymentSplit, amount: Minor, open: Amounts): Allocation {
  const parts: Record<Component, Minor> = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }
  for (const component of COMPONENTS) parts[component] = least(split[component], open[component])
  return { ...parts, overpaid: subtract(amount, sum(Object.values(parts))) }
}

// The creditor's parts are now held by the partner; the partner's own costs are settled with it.
function receiverAtPartner(connectionId: string): (component: Component) => Account {
  return (component) =>
    component === 'costs' ? { kind: 'partner_costs', connectionId } : { kind: 'held_by_partner', connectionId }
}

function paymentReported(before: Before, body: Extract<NewsBody, { type: 'payment.reported' }>): NewsOutcome {
  const known = before.knownPayment
  // Told again in another message: it is one payment.
  if (known)
    return changed(
      before,
      {},
      known.amount === body.amount ? [] : [task('amounts_differ', { told: body.amount, open: known.amount })],
    )
  const { invoiceId, connectionId, currency } = before.case
  const allocation = fitSplit(body.split, body.amount, before.money.open)
  const differs = allocation.overpaid !== body.split.overpaid
  return {
    case: { ...before.case, paid: add(before.case.paid, body.amount) },
    money: { open: reduce(before.money.open, allocation), overpaid: add(before.money.overpaid, allocation.overpaid) },
    transfers: [
      ...fromDebtor(invoiceId, allocation, receiverAtPartner(connectionId), currency, body.on),
      ...transfer(
        { kind: 'held_by_partner', connectionId },
        { kind: 'overpaid', invoiceId },
        allocation.overpaid,
        currency,
        body.on,
      ),
    ],
    effects: [
      { kind: 'record_payment', news: body, allocation },
      ...(differs ? [task('amounts_differ', { told: body.split.overpaid, open: allocation.overpaid })] : []),
    ],
  }
}

// The partner has booked our payment by what it knew. Where its costs were still on their way when we booked, our surplus is
// what it took for them: the surplus moves there. A split that differs only because two payments crossed comes out even.
function directAcknowledged(
  before: Before,
  body: Extract<NewsBody, { type: 'payment.direct_acknowledged' }>,
): NewsOutcome {
  const { knownPayment: known, money } = before
  const effect: Effect = { kind: 'acknowledge_payment', paymentId: body.paymentId }
  if (!known?.own || known.reversed || body.split === undefined) return changed(before, {}, [effect])
  const { split } = body
  let rest = least(
    subtract(known.allocation.overpaid, least(split.overpaid, known.allocation.overpaid)),
    money.overpaid,
  )
  const moved: Record<Component, Minor> = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }
  for (const component of COMPONENTS) {
    const missing = subtract(split[component], least(split[component], known.allocation[component]))
    moved[component] = least(rest, least(missing, money.open[component]))
    rest = subtract(rest, moved[component])
  }
  const { invoiceId, currency } = before.case
  return {
    case: before.case,
    money: { open: reduce(money.open, moved), overpaid: subtract(money.overpaid, sum(Object.values(moved))) },
    transfers: fromDebtor(invoiceId, moved, () => ({ kind: 'overpaid', invoiceId }), currency, before.today),
    effects: [effect],
  }
}

// A reversal answers the payment as it was booked here, whatever is open now.
function paymentReversed(before: Before, body: Extract<NewsBody, { type: 'payment.reversed' }>): NewsOutcome {
  const known = before.knownPayment
  if (known?.own && known.reversed) return changed(before, {})
  if (!known || known.own || known.reversed)
    return changed(before, {}, [task('amounts_differ', { told: body.reverses, open: 0 })])
  const { invoiceId, connectionId, currency } = before.case
  const { allocation } = known
  // Its surplus was used or returned: a person must say where the money comes from.
  if (before.money.overpaid < allocation.overpaid) {
    return changed(before, {}, [task('amounts_differ', { told: body.reverses, open: before.money.overpaid })])
  }
  const back = fromDebtor(invoiceId, allocation, receiverAtPartner(connectionId), currency, body.on)
  const over = transfer(
    { kind: 'held_by_partner', connectionId },
    { kind: 'overpaid', invoiceId },
    allocation.overpaid,
    currency,
    body.on,
  )
  return {
    case: { ...before.case, paid: subtract(before.case.paid, known.amount) },
    money: {
      open: increase(before.money.open, allocation),
      overpaid: subtract(before.money.overpaid, allocation.overpaid),
    },
    transfers: [...back, ...over].map((one) => ({ ...one, debit: one.credit, credit: one.debit })),
    effects: [{ kind: 'reverse_payment', paymentId: known.id, reason: body.reason }],
  }
}
