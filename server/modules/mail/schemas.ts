import { z } from 'zod'

const moment = z.string().nullable()

const file = z.object({
  documentId: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  size: z.int(),
})

const states = z.enum(['queued', 'sending', 'accepted', 'bounced', 'failed', 'unknown'])

const line = {
  id: z.uuid(),
  messageId: z.string(),
  toName: z.string().nullable(),
  toAddress: z.string(),
  subject: z.string(),
  state: states,
  attempts: z.int(),
  trouble: z
    .object({ code: z.string(), title: z.string(), detail: z.string() })
    .nullable()
    .describe('Why it did not leave, in plain words'),
  answer: z.string().nullable().describe("The server's own words"),
  attachments: z.array(file).readonly(),
  debtorId: z.uuid().nullable(),
  noticeId: z.uuid().nullable(),
  invoiceIds: z.array(z.uuid()).readonly(),
  queuedAt: z.string(),
  sentAt: moment,
  bouncedAt: moment,
  bounceVerdict: z.enum(['hard', 'soft']).nullable(),
  bounceReason: z.string().nullable(),
  waits: z.boolean().describe('For a person to see to it'),
}

export const mailLineSchema = z.object(line).meta({ id: 'MailLine' })

export const mailSchema = z
  .object({ ...line, text: z.string(), html: z.string().nullable(), sentFrom: z.string().nullable() })
  .meta({ id: 'Mail' })

export const mailQuerySchema = z.object({
  state: states.optional(),
  debtorId: z.uuid().optional(),
  invoiceId: z.uuid().optional(),
  before: z
    .string()
    .regex(/^[\d:.TZ-]+_[0-9a-f-]{36}$|^$/)
    .optional()
    .describe('The `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const receivedQuerySchema = mailQuerySchema.pick({ before: true, limit: true, debtorId: true }).extend({
  unfiled: z.stringbool().optional().describe('Only those that nobody could be found for'),
})

export const filingSchema = z.object({
  debtorId: z.uuid(),
  invoiceIds: z.array(z.uuid()).max(100).optional().describe("What it is about, of the debtor's invoices"),
})

export const receivedSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(['letter', 'automatic', 'bounce']),
    fromName: z.string().nullable(),
    fromAddress: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    mailId: z.uuid().nullable().describe('The mail that it answers or returns'),
    debtorId: z.uuid().nullable(),
    debtorName: z.string().nullable(),
    documentId: z.uuid().nullable(),
    invoiceIds: z.array(z.uuid()).readonly(),
    filedBy: z
      .enum(['answer', 'number', 'address', 'person'])
      .nullable()
      .describe('By which sign its debtor was found; person: somebody has said so'),
    files: z
      .array(z.object({ name: z.string(), mediaType: z.string(), size: z.int() }))
      .readonly()
      .describe('In the order in which /files/:index gives them'),
    size: z.number().nullable().describe('In bytes, as it lies in the mailbox'),
    cut: z.boolean().describe('Too large: only its headers were taken, the whole lies in the mailbox'),
    sentAt: moment,
    receivedAt: z.string(),
    waits: z.boolean().describe('For a person to read it'),
    unread: z
      .object({ why: z.enum(['head', 'structure', 'slow', 'heavy', 'ours', 'server']), words: z.string() })
      .nullable()
      .describe('It could not be read and is kept as it came: why, and what broke'),
  })
  .meta({ id: 'ReceivedMail' })
