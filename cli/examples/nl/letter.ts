// Worked examples about the fourteen-day letter: whether its wording holds, when it counts as delivered, and its days.

import { z } from 'zod'
import { judgeWording, letterTerm, presumedDelivery, readTerm } from '@mahnwerk/core/countries/nl'
import { type Answer, anyOf, category } from '../example.ts'
import { isoDay } from './values.ts'
import type { LocalDate } from '@mahnwerk/core/calendar'

const words = z
  .object({ wording: z.string().optional(), letter_term_text: z.string().optional(), term_text: z.string().optional() })
  .refine((of) => of.wording !== undefined || of.letter_term_text !== undefined || of.term_text !== undefined)

const wording = category(words, (asked) => {
  const term = readTerm(asked.wording ?? asked.letter_term_text ?? asked.term_text ?? '')
  return { letter_valid: term !== undefined && judgeWording(term).verdict === 'valid' }
})

const received = category(z.object({ received_on: isoDay }), ({ received_on }) => daysFrom(received_on))

const posted = category(
  z.object({ posted_on: isoDay, channel: z.enum(['ordinary mail', 'mail', 'post']).default('ordinary mail') }),
  ({ posted_on }) => {
    const delivered = presumedDelivery(posted_on)
    return { presumed_delivery: delivered, ...daysFrom(delivered) }
  },
)

function daysFrom(receivedOn: LocalDate): Answer {
  const { firstDay, lastDay, costsDueFrom } = letterTerm(receivedOn)
  return { term_first_day: firstDay, term_last_day: lastDay, costs_due_from: costsDueFrom }
}

export const deadline = anyOf(wording, received, posted)
