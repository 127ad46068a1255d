// The API's case as the page shows it: amounts as money, events as sentences.

import type { Case as ApiCase, CaseRow as ApiCaseRow } from '@mahnwerk/client/api'
import { type LocalDate, instant } from '@mahnwerk/core/calendar'
import type { Case, IfIdle, PaymentAxis, PaymentMethod, QuestionKind, Responsible, Stage } from '@mahnwerk/core/cases'
import type { Format, Text } from '../../texts/index.ts'
import { dayOf, dayOfMoment, dayOrNone, moneyOf } from '../api/money.ts'
import { eventWords } from '../words/index.ts'
import type { PaymentLine } from '../payments/payment-line.ts'
import type { CaseRow } from './case-row.ts'
import type { CaseDetail, LedgerLine, MoneyFlowSums } from './case-view.ts'

// Stage, processing, payment axis and responsible are closed words of core; the API writes them as text.
export function caseRowOf(told: ApiCaseRow): CaseRow {
  return {
    id: told.id,
    number: told.number,
    debtorName: told.debtorName,
    invoiceNumber: told.invoiceNumber,
    partner: told.partner,
    partnerCaseNumber: told.partnerCaseNumber ?? undefined,
    stage: told.stage as Stage,
    processing: told.processing as Case['processing']['kind'],
    payment: told.payment as PaymentAxis,
    active: told.active,
    total: moneyOf(told.total, told.currency),
    open: moneyOf(told.open, told.currency),
    questionsOpen: told.questionsOpen,
    nextStepOn: dayOrNone(told.nextStepOn),
    openedOn: dayOfMoment(told.openedAt),
  }
}

export function caseDetailOf(told: ApiCase, text: Text, format: Format): CaseDetail {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  const { total, open, partner } = told
  const around = { text, format, currency: sum(0).currency, partner: partner.name, debtor: told.debtor.fullName }
  return {
    id: told.id,
    number: told.number,
    invoiceId: told.invoiceId,
    invoiceNumber: told.invoiceNumber,
    debtorName: told.debtor.fullName,
    partner: {
      name: partner.name,
      caseNumber: partner.caseNumber ?? undefined,
      portalUrl: partner.portalUrl ?? undefined,
    },
    stage: told.stage as Stage,
    processing: told.processing as unknown as Case['processing'],
    payment: told.payment as PaymentAxis,
    responsible: told.responsible as Responsible,
    active: told.active,
    attempt: told.kind === 'attempt',
    courtOnlyByDecision: told.courtOnlyByDecision,
    sums: {
      principal: sum(total.principal),
      side: sum(total.charges + total.interest),
      costs: sum(total.costs),
      paid: sum(told.paid),
      open: sum(open.principal + open.charges + open.interest + open.costs),
    },
    nextStepOn: dayOrNone(told.nextStepOn),
    ifIdle: told.ifIdle as unknown as IfIdle,
    stages: told.stages.map(({ stage, at }) => ({ stage: stage as Stage, at: instant(at) })),
    questions: told.questions
      .filter((question) => question.answeredAt === null && question.closedAt === null)
      .map((question) => ({
        id: question.id,
        kind: question.kind as QuestionKind,
        text: question.text,
        answerBy: dayOrNone(question.answerBy),
      })),
    timeline: told.timeline.map((event) => {
      const { sentence, note, tone } = eventWords(event, around)
      return { id: event.id, at: { moment: instant(event.occurredAt) }, text: sentence, note, tone }
    }),
    ledger: told.ledger.map((line, at) => ledgerLine(line, at, told, text, format)),
    flow: flowOf(told),
    payments: told.payments.map((payment) => paymentOf(payment, told)),
    documents: told.documents.map((document) => ({
      id: document.id,
      name: document.name,
      on: dayOfMoment(document.createdAt),
      href: `/api/v1/documents/${document.id}/content`,
    })),
    packageSha256: told.packageSha256,
    outgoing: told.outgoing
      .filter((message) => message.state === 'pending' || message.state === 'dead')
      .map((message) => ({
        id: message.id,
        kind: message.kind,
        state: message.state === 'dead' ? 'dead' : 'pending',
        attempts: message.attempts,
        lastError: message.lastError ?? undefined,
      })),
  }
}

function paymentOf(payment: ApiCase['payments'][number], told: ApiCase): PaymentLine {
  const waiting = told.outgoing.find(({ kind, state }) => kind === 'payment.report' && state === 'pending')
  return {
    id: payment.id,
    on: dayOf(payment.receivedOn),
    amount: moneyOf(payment.amount, told.currency),
    method: payment.method as PaymentMethod,
    partner: payment.receivedBy === 'creditor' ? undefined : told.partner.name,
    invoiceId: told.invoiceId,
    invoiceNumber: told.invoiceNumber,
    debtorName: told.debtor.name,
    caseId: told.id,
    report: payment.report,
    reportedAt: payment.reportedAt === null ? undefined : instant(payment.reportedAt),
    lastError: payment.report === 'pending' ? (waiting?.lastError ?? undefined) : undefined,
    reversed: payment.reversedAt !== null,
  }
}

function ledgerLine(
  line: ApiCase['ledger'][number],
  at: number,
  told: ApiCase,
  text: Text,
  format: Format,
): LedgerLine {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  const { principal, charges, interest, costs } = line.change
  // The same event in the history knows who did it.
  const actor = told.timeline.find(({ id }) => id === line.eventId)?.actor ?? {
    kind: 'system',
    name: told.partner.name,
  }
  const event = { type: line.type, data: line.data, actor }
  return {
    id: `${line.eventId}-${at}`,
    on: line.on as LocalDate,
    text: eventWords(event, {
      text,
      format,
      currency: sum(0).currency,
      partner: told.partner.name,
      debtor: told.debtor.fullName,
    }).sentence,
    change: { principal: sum(principal), charges: sum(charges), interest: sum(interest), costs: sum(costs) },
    openAfter: sum(line.openAfter),
  }
}

/** Who paid whom, from the account lines: a payment lowers what is owed; its event says who received it. */
function flowOf(told: ApiCase): MoneyFlowSums {
  const sum = (amount: number) => moneyOf(amount, told.currency)
  const paid = (type: string) => told.ledger.filter((line) => line.type === type)
  const whole = (lines: ApiCase['ledger']): number =>
    lines.reduce(
      (all, { change, overpaid }) =>
        all - change.principal - change.charges - change.interest - change.costs + overpaid,
      0,
    )
  const costs = (lines: ApiCase['ledger']): number => lines.reduce((all, { change }) => all - change.costs, 0)
  const [direct, partner] = [paid('payment.recorded'), paid('payment.reported')]
  return {
    direct: sum(whole(direct)),
    toPartner: sum(whole(partner)),
    keptForCosts: sum(costs(partner)),
    forCreditor: sum(whole(partner) - costs(partner)),
  }
}
