// Until when a claim can be enforced, and what would move that day.

import { z } from 'zod'
import { limitationWarning } from '@mahnwerk/core/limitation'
import { accept } from '@mahnwerk/core/refusals'
import { explanation, writer } from './answers.ts'
import { calculation } from './calculation.ts'
import { asked, day } from './fields.ts'

const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['acknowledgement', 'part_payment', 'written_reminder', 'enforcement']), on: day }),
  z.object({
    kind: z.enum(['order_for_payment', 'suit', 'insolvency_filing']),
    filedOn: day,
    servedOn: day.exactOptional(),
    servedSoon: z.boolean().default(false),
    lastActOn: day.exactOptional(),
  }),
  z.object({ kind: z.literal('negotiation'), from: day, until: day.exactOptional() }),
  z.object({ kind: z.literal('title'), finalOn: day }),
])

export const limitation = calculation({
  name: 'limitation',
  summary: 'Until when a claim can be enforced, and what would move the end',
  question: z
    .object({
      ...asked,
      claim: z.enum(['contract', 'consumer_sale', 'other']).default('contract'),
      arisenOn: day.describe('As a rule the due day'),
      knownOn: day.exactOptional().describe('Creditor knew claim and debtor from this day'),
      events: z.array(event).max(200).default([]),
      on: day.describe('The day of asking: how near the end is'),
    })
    .meta({ id: 'LimitationQuestion' }),
  answer: z
    .object({
      country: z.string(),
      lastDay: z.iso.date().exactOptional().describe('Absent while the period stands still'),
      warning: z.enum(['none', 'within_180', 'within_90', 'within_30', 'barred']),
      explanation,
      moves: z.array(explanation),
    })
    .meta({ id: 'LimitationAnswer' }),
  work: ({ claim, arisenOn, knownOn, events, on }, { country, language }) => {
    const known = knownOn === undefined ? {} : { knownOn }
    const end = country.limitation({ claim, arisenOn, ...known, events })
    const write = writer(country, language, country.currency)
    return accept({
      country: country.code,
      ...(end.lastDay === undefined ? {} : { lastDay: end.lastDay }),
      warning: limitationWarning(end, on),
      explanation: write(end.why),
      moves: end.moves.map(write),
    })
  },
})
