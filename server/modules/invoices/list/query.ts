// What a list of invoices can be asked for. The same filters serve the rows, their sums and the counts of the tabs.

import { LEVEL_MAX } from '@mahnwerk/core/dunning'
import { z } from 'zod'

export const VIEWS = ['all', 'open', 'overdue', 'collection', 'paid', 'written_off'] as const
export type View = (typeof VIEWS)[number]

export const SORTS = [
  'debtor',
  'number',
  'invoiceDate',
  'dueDate',
  'daysOverdue',
  'amount',
  'open',
  'level',
  'status',
] as const
export type SortKey = (typeof SORTS)[number]

const minorUnits = z.coerce.number().int().min(0).max(1e15)

export const filterSchema = z.object({
  view: z.enum(VIEWS).default('all'),
  q: z
    .string()
    .trim()
    .max(200)
    .default('')
    .describe('Words that all must occur in name, number or file number, or equal an amount'),
  overdueDaysMin: z.coerce.number().int().min(1).max(36_500).optional(),
  amountMin: minorUnits.optional().describe('In minor units'),
  amountMax: minorUnits.optional().describe('In minor units'),
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  practiceId: z.uuid().optional(),
  debtorId: z.uuid().optional(),
  marker: z.enum(['none', 'hold', 'disputed', 'clarification', 'promised']).optional(),
  level: z.coerce.number().int().min(0).max(LEVEL_MAX).optional(),
  partner: z.string().max(200).optional().describe('Name of the partner'),
})

export const listQuerySchema = filterSchema.extend({
  sort: z.enum(SORTS).default('dueDate'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  cursor: z
    .string()
    .max(2_000)
    .optional()
    .describe('`nextCursor` of the page before, with the same sort and direction'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export type Filter = z.output<typeof filterSchema>
export type ListQuery = z.output<typeof listQuerySchema>
