// What the agency asks the creditor, and what the answer does.

import { addDays, addMonths, formatDay } from '@mahnwerk/core/calendar'
import type { QuestionKind } from '@mahnwerk/core/cases'
import { formatMoney, minor, subtract } from '@mahnwerk/core/money'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Answer, ProblemCode } from '@mahnwerk/connectors/protocol'
import {
  type AgencyClaim,
  type AskedQuestion,
  type Given,
  type QuestionAbout,
  type Rate,
  type Turn,
  change,
  turnOf,
} from './claim.ts'
import { totalOf } from './split.ts'
import { momentIn, workingDayFrom } from './time.ts'
import { close, goOn, hold } from './way.ts'

const RATES = 3

type Question = { readonly kind: QuestionKind; readonly days: number; readonly text: string; readonly ifSilent: string }

/** Opens a question; it runs out after its days. */
export function askCreditor(turn: Turn, given: Given, about: QuestionAbout): void {
  const { claim } = turn
  const rates = about === 'plan' ? ratesOf(claim, given) : []
  const question = questionOf(about, claim, rates)
  const questionId = `q_${claim.ref}_${Object.keys(claim.questions).length + 1}`
  const answerBy = addDays(given.today, question.days)
  change(turn, { questions: { ...claim.questions, [questionId]: { about, open: true, rates } } })
  const { kind, text, ifSilent } = question
  turn.news.push({ type: 'question.opened', questionId, kind, text, answerBy, ifSilent })
  turn.planned.push({
    at: momentIn(given.profile.zone, addDays(answerBy, 1), given.profile.letterHour),
    step: { kind: 'question_expires', questionId },
  })
}

function questionOf(about: QuestionAbout, claim: AgencyClaim, rates: readonly Rate[]): Question {
  switch (about) {
    case 'plan':
      return {
        kind: 'accept_plan',
        days: 7,
        text: `Der Schuldner bietet ${rates.length} Monatsraten an: ${ratesText(rates, claim)}. Annehmen?`,
        ifSilent: 'Das Angebot gilt als abgelehnt, das Verfahren geht weiter.',
      }
    case 'dispute':
      return {
        kind: 'answer_dispute',
        days: 14,
        text: 'Der Schuldner bestreitet die Forderung. Besteht sie? Bitte begründen oder „nein“ antworten.',
        ifSilent: 'Der Fall bleibt angehalten, bis Sie antworten.',
      }
    case 'decision':
      return {
        kind: 'yes_no',
        days: 14,
        text: 'Die außergerichtlichen Schritte sind getan. Soll der Fall in die Langzeitüberwachung? „Nein“ schließt ihn. Ein Gerichtsverfahren braucht eine gemeinsame Entscheidung.',
        ifSilent: 'Der Fall bleibt stehen. Von selbst geht nichts zu Gericht.',
      }
    default:
      return assertNever(about)
  }
}

/** Takes the creditor's answer: a turn, or why it cannot be taken. */
export function takeAnswer(claim: AgencyClaim, { questionId, answer }: Answer, given: Given): Turn | ProblemCode {
  const question = claim.questions[questionId]
  if (question === undefined) return 'question-unknown'
  if (!question.open || claim.status.is !== 'accepted') return 'question-closed'
  const yes = answer.kind === 'yes' || (question.about === 'dispute' && answer.kind !== 'no')
  if (!yes && answer.kind !== 'no') return 'answer-not-fitting'
  const turn = turnOf(claim)
  closeQuestion(turn, questionId, question)
  act(turn, given, question, yes)
  return turn
}

/** Nobody answered in time: what was announced as `ifSilent` happens. */
export function expire(turn: Turn, given: Given, questionId: string): void {
  const question = turn.claim.questions[questionId]
  if (question?.about !== 'plan') return // the others stay open, and the case waits
  closeQuestion(turn, questionId, question)
  goOn(turn, given)
}

function act(turn: Turn, given: Given, { about, rates }: AskedQuestion, yes: boolean): void {
  switch (about) {
    case 'plan':
      return yes ? agreePlan(turn, given, rates) : goOn(turn, given)
    case 'dispute':
      if (!yes) return close(turn, 'disputed', 'Die Forderung wird nicht weiter verfolgt.')
      turn.news.push({ type: 'case.resumed' })
      return goOn(turn, given)
    case 'decision':
      if (!yes) return close(turn, 'uneconomical')
      turn.news.push({ type: 'case.stage_changed', stage: 'long_term' })
      return
    default:
      return assertNever(about)
  }
}

function agreePlan(turn: Turn, given: Given, rates: readonly Rate[]): void {
  hold(turn)
  turn.news.push({ type: 'debtor.plan_agreed', rates })
  for (const [index, rate] of rates.entries()) {
    const on = workingDayFrom(rate.on, given.profile.isHoliday)
    const step = { kind: 'rate', amount: rate.amount, last: index === rates.length - 1 } as const
    turn.planned.push({ at: momentIn(given.profile.zone, on, 11), step })
  }
}

// Equal rates; the last one takes the cents that cannot be shared.
function ratesOf(claim: AgencyClaim, given: Given): readonly Rate[] {
  const total = totalOf(claim.open)
  const count = Math.min(RATES, total)
  const each = minor(Math.floor(total / count))
  const first = addDays(given.today, given.profile.stepDays)
  return Array.from({ length: count }, (_, index) => ({
    on: addMonths(first, index),
    amount: index === count - 1 ? subtract(total, minor(each * (count - 1))) : each,
  }))
}

function ratesText(rates: readonly Rate[], claim: AgencyClaim): string {
  const { currency } = claim.package.claim
  return rates.map((rate) => `${formatMoney(rate.amount, currency)} am ${formatDay(rate.on)}`).join(', ')
}

function closeQuestion(turn: Turn, questionId: string, question: AskedQuestion): void {
  change(turn, { questions: { ...turn.claim.questions, [questionId]: { ...question, open: false } } })
  turn.news.push({ type: 'question.closed', questionId })
}
