// The status of a claim as a list shows it: word and tone. The rule which status wins stands in core.

import type { Status } from '@mahnwerk/core/claims'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Format, Text } from '../../texts/index.ts'
import type { Tone } from '../../ui/index.ts'

export type Worded = { readonly label: string; readonly tone: Tone }

export function statusWords(status: Status, text: Text, format: Format): Worded {
  switch (status.kind) {
    case 'cancelled':
      return { label: text('status.cancelled'), tone: 'neutral' }
    case 'written_off':
      return { label: text('status.writtenOff'), tone: 'neutral' }
    case 'paid':
      return { label: text('status.paid'), tone: 'good' }
    case 'in_collection':
      return { label: text('status.inCollection', { partner: status.partner }), tone: 'away' }
    case 'disputed':
      return { label: text('status.disputed'), tone: 'stop' }
    case 'clarification':
      return { label: text('status.clarification'), tone: 'neutral' }
    case 'promised':
      return { label: text('status.promised', { day: format.dayShort(status.by) }), tone: 'neutral' }
    case 'hold':
      return { label: text('status.hold', { day: format.dayShort(status.until) }), tone: 'neutral' }
    case 'final_notice':
      return { label: text('status.finalNotice'), tone: 'warn' }
    case 'reminded':
      return { label: text('status.reminded', { level: status.level }), tone: 'warn' }
    case 'partly_paid':
      return { label: text('status.partlyPaid'), tone: 'neutral' }
    case 'overdue':
      return { label: text('status.overdue'), tone: 'warn' }
    case 'due_today':
      return { label: text('status.dueToday'), tone: 'neutral' }
    case 'due_later':
      return { label: text('status.dueLater'), tone: 'neutral' }
    default:
      return assertNever(status)
  }
}
