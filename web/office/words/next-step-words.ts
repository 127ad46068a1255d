import type { LocalDate } from '@mahnwerk/core/calendar'
import type { NextStep } from '@mahnwerk/core/claims'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Format, Text } from '../../texts/index.ts'

export type StepWords = { readonly label: string; /** Someone here has to act. */ readonly ours: boolean }

/** "Mahnsperre: Ratenzahlung bis 12.05." */
export function holdWords(
  { reason, until }: { reason: string; until?: LocalDate | undefined },
  text: Text,
  format: Format,
): string {
  const why = holdReasonWords(reason, text)
  return until === undefined ? text('next.held', { why }) : text('next.heldUntil', { why, day: format.dayShort(until) })
}

export function holdReasonWords(reason: string, text: Text): string {
  const known = HOLD_REASONS.find((each) => each === reason)
  return known === undefined ? reason : text(`hold.reason.${known}`)
}

/** Why reminding of a debtor can rest. */
export const HOLD_REASONS = ['dispute', 'promise', 'plan', 'hardship', 'insolvency', 'death', 'bank'] as const

function noticeWords({ level, last }: { level: number; last: boolean }, text: Text): string {
  if (level === 0) return text('next.reminder')
  return last ? text('next.lastNotice') : text('next.notice', { level })
}

export function nextStepWords(step: NextStep, text: Text, format: Format): StepWords {
  const waits = (label: string): StepWords => ({ label, ours: false })
  const ours = (label: string): StepWords => ({ label, ours: true })
  switch (step.kind) {
    case 'none':
      return waits('–')
    case 'return_overpayment':
      return ours(text('next.returnOverpayment'))
    case 'payment_due':
      return waits(text('next.paymentDue', { day: format.day(step.on) }))
    case 'next_notice':
      return waits(noticeWords(step, text))
    case 'last_period':
      return waits(text('next.lastPeriod', { day: format.dayShort(step.on) }))
    case 'level_stop':
      return waits(text('next.levelStop'))
    case 'debtor_held':
      return waits(holdWords({ reason: step.reason, until: step.on }, text, format))
    case 'ready_for_collection':
      return ours(text('next.ready'))
    case 'hold_ends':
      return waits(text('next.holdEnds', { day: format.dayShort(step.on) }))
    case 'answer_dispute':
      return ours(text('next.answerDispute'))
    case 'clarify':
      return ours(text('next.clarify'))
    case 'promise_due':
      return waits(text('next.promiseDue', { day: format.dayShort(step.on) }))
    case 'promise_broken':
      return ours(text('next.promiseBroken', { day: format.dayShort(step.on) }))
    case 'answer_question':
      return ours(
        step.on === undefined ? text('next.answer') : text('next.answerBy', { day: format.dayShort(step.on) }),
      )
    case 'wait_for_partner':
      return waits(
        step.on === undefined
          ? text('next.waits', { partner: step.partner })
          : text('next.waitsUntil', { partner: step.partner, day: format.dayShort(step.on) }),
      )
    default:
      return assertNever(step)
  }
}
