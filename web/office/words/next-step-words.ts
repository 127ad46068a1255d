import type { NextStep } from '@mahnwerk/core/claims'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Format, Text } from '../../texts/index.ts'

export type StepWords = { readonly label: string; /** Someone here has to act. */ readonly ours: boolean }

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
      return waits(text('next.notice', { level: step.level }))
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
