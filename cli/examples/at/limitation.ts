import { AUSTRIA } from '@mahnwerk/core/countries/at'
import type { LimitationEvent } from '@mahnwerk/core/limitation'
import { z } from 'zod'
import { category } from '../example.ts'
import { isoDay } from '../inputs.ts'

const KINDS = [
  'acknowledgement',
  'part_payment',
  'court_action',
  'action',
  'suit',
  'claim',
  'payment_order',
  'judgment',
  'title',
  'negotiation',
  'reminder',
] as const

const INTERRUPTION = z.object({
  kind: z.enum(KINDS),
  date: isoDay,
})

export const limitationExample = category(
  z.object({
    due_on: isoDay,
    interruptions: z.array(INTERRUPTION).default([]),
    reminders_sent: z.array(isoDay).default([]),
  }),
  ({ due_on, interruptions, reminders_sent }) => {
    const reminders = reminders_sent.map((on): LimitationEvent => ({ kind: 'written_reminder', on }))
    const events = [...reminders, ...interruptions.map(eventOf)]
    const { lastDay } = AUSTRIA.limitation({ claim: 'contract', arisenOn: due_on, events })
    return { last_day_to_sue: lastDay ?? null }
  },
)

function eventOf({ kind, date }: z.infer<typeof INTERRUPTION>): LimitationEvent {
  switch (kind) {
    case 'acknowledgement':
    case 'part_payment':
      return { kind, on: date }
    case 'negotiation':
      return { kind, from: date }
    case 'reminder':
      return { kind: 'written_reminder', on: date }
    case 'judgment':
    case 'title':
      return { kind: 'title', finalOn: date }
    case 'court_action':
    case 'action':
    case 'suit':
    case 'claim':
    case 'payment_order':
      return { kind: 'suit', filedOn: date, servedSoon: true }
  }
}
