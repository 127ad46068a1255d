// Invoices as the API tells them. Amounts are minor units of the invoice's currency, days are ISO days.

import { z } from 'zod'
import { debtorSchema } from '../debtors/index.ts'
import { VIEWS } from './list/query.ts'

const day = z.iso.date()
const amount = z.int()

export const markerSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('hold'), until: day, note: z.string().max(1_000).default('') }),
    z.object({ kind: z.literal('disputed'), note: z.string().max(1_000).default('') }),
    z.object({ kind: z.literal('clarification'), note: z.string().max(1_000).default('') }),
    z.object({ kind: z.literal('promised'), by: day, note: z.string().max(1_000).default('') }),
  ])
  .meta({ id: 'Marker', description: 'What a person noted about an invoice.' })

export const statusSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['cancelled', 'written_off', 'paid', 'disputed', 'clarification', 'due_today']) }),
    z.object({ kind: z.literal('in_collection'), partner: z.string() }),
    z.object({ kind: z.literal('promised'), by: day }),
    z.object({ kind: z.literal('hold'), until: day }),
    z.object({ kind: z.enum(['final_notice', 'reminded']), level: z.int() }),
    z.object({ kind: z.literal('partly_paid'), paid: amount }),
    z.object({ kind: z.literal('overdue'), days: z.int() }),
    z.object({ kind: z.literal('due_later'), on: day }),
  ])
  .meta({ id: 'InvoiceStatus' })

export const nextStepSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['none', 'return_overpayment', 'ready_for_collection', 'answer_dispute', 'clarify']) }),
    z.object({ kind: z.enum(['payment_due', 'last_period', 'hold_ends', 'promise_due', 'promise_broken']), on: day }),
    z.object({
      kind: z.literal('next_notice'),
      level: z.int(),
      last: z.boolean().describe('After it comes collection'),
    }),
    z.object({ kind: z.literal('level_stop'), level: z.int() }),
    z.object({ kind: z.literal('debtor_held'), reason: z.string(), on: day.optional() }),
    z.object({ kind: z.enum(['answer_question', 'wait_for_partner']), partner: z.string(), on: day.optional() }),
  ])
  .meta({ id: 'NextStep' })

export const readinessSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ready'), warnings: z.array(z.enum(['notices_missing', 'no_notice'])).readonly() }),
    z.object({
      kind: z.literal('missing'),
      what: z.array(z.enum(['debtor_name', 'street', 'post_code', 'city', 'country'])).readonly(),
    }),
    z.object({
      kind: z.literal('not_yet'),
      why: z.enum([
        'nothing_open',
        'cancelled',
        'not_overdue',
        'disputed',
        'clarification',
        'promised',
        'hold',
        'debtor_hold',
        'no_connection',
        'connection_not_active',
        'below_minimum',
        'country_not_covered',
        'currency_not_covered',
      ]),
      until: day.optional(),
    }),
    z.object({ kind: z.literal('already'), partner: z.string() }),
  ])
  .meta({ id: 'Readiness', description: 'Whether the invoice can be handed to the active partner now.' })

export const amountsSchema = z
  .object({ principal: amount, charges: amount, interest: amount, costs: amount })
  .meta({ id: 'Amounts', description: 'By component, in minor units.' })

const invoiceFields = {
  id: z.uuid(),
  practiceId: z.uuid(),
  debtorId: z.uuid(),
  debtorName: z.string(),
  number: z.string(),
  invoiceDate: day,
  dueDate: day,
  serviceDate: day.optional(),
  daysOverdue: z.int().optional(),
  currency: z.string(),
  amount,
  open: amount,
  overpaid: amount,
  writtenOff: amount,
  state: z.enum(['open', 'collection', 'paid', 'written_off', 'cancelled']),
  marker: markerSchema,
  dunningLevel: z.int(),
  lastNoticeOn: day.optional(),
  status: statusSchema,
  nextStep: nextStepSchema,
  readiness: readinessSchema,
  hold: z
    .object({ reason: z.string(), until: day.optional() })
    .optional()
    .describe('The stop on its debtor that holds today'),
  partner: z.string().optional(),
  partnerCaseNumber: z.string().optional(),
  caseId: z.uuid().optional(),
  version: z.int(),
}

export const invoiceRowSchema = z.object(invoiceFields).meta({ id: 'InvoiceRow' })

export const invoicePageSchema = z
  .object({ invoices: z.array(invoiceRowSchema), nextCursor: z.string().optional() })
  .meta({ id: 'InvoicePage' })

export const totalSchema = z
  .object({ currency: z.string(), count: z.int(), open: amount, writtenOff: amount })
  .meta({ id: 'InvoiceTotal' })

export const summarySchema = z
  .object({ count: z.int(), totals: z.array(totalSchema) })
  .meta({ id: 'InvoiceSummary', description: 'One total per currency, the most frequent first.' })

export const tabsSchema = z
  .object({
    tabs: z.array(z.object({ view: z.enum(VIEWS), count: z.int(), totals: z.array(totalSchema).readonly() })),
  })
  .meta({ id: 'InvoiceTabs' })

export const historyEntrySchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    actor: z.object({ kind: z.enum(['user', 'key', 'partner', 'system']), id: z.string(), name: z.string() }),
    occurredAt: z.iso.datetime(),
  })
  .meta({ id: 'HistoryEntry' })

export const ACTIONS = [
  'change_marker',
  'undo_marker',
  'write_off',
  'undo_write_off',
  'cancel',
  'waive_charges',
  'record_payment',
  'hand_over',
] as const

export const actionSchema = z
  .object({
    action: z.enum(ACTIONS),
    allowed: z.boolean(),
    reason: z.object({ code: z.string(), title: z.string(), detail: z.string() }).optional(),
  })
  .meta({ id: 'AllowedAction', description: 'Where it is not allowed, the reason.' })

export const invoiceSchema = z
  .object({
    ...invoiceFields,
    subject: z.string(),
    source: z.enum(['file', 'table', 'manual', 'api', 'demo']),
    openByComponent: amountsSchema,
    debtor: debtorSchema,
    payments: z.array(
      z.object({
        id: z.uuid(),
        receivedBy: z.string(),
        method: z.string(),
        amount,
        receivedOn: day,
        recordedAt: z.string(),
        report: z.string().nullable(),
        reportedAt: z.string().nullable(),
        reversedAt: z.string().nullable(),
      }),
    ),
    documents: z.array(
      z.object({ id: z.uuid(), kind: z.string(), name: z.string(), mediaType: z.string(), createdAt: z.string() }),
    ),
    history: z.array(historyEntrySchema),
    actions: z.array(actionSchema),
  })
  .meta({ id: 'Invoice' })
