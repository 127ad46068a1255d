import { z } from 'zod'
import { FIELDS } from '@mahnwerk/formats/invoices'

const refusalSchema = z
  .object({
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    place: z.string().optional(),
  })
  .meta({ id: 'ImportRefusal', description: 'Place: the business term of an e-invoice or the heading of a column.' })

const outcomes = ['accepted', 'refused', 'already_there', 'waiting'] as const

const lineSchema = z
  .object({
    position: z.int().describe('Place among the files dropped, or the row as a spreadsheet counts it'),
    name: z.string().describe('Name of the file, or number of the invoice'),
    outcome: z.enum(outcomes),
    refusals: z.array(refusalSchema),
    dueFromTerms: z.boolean().describe('No due date was told: it follows from the terms of payment in the settings'),
    invoiceId: z.uuid().optional(),
    invoiceNumber: z.string().optional(),
    debtorName: z.string().optional(),
    documentId: z.uuid().optional(),
  })
  .meta({ id: 'ImportLine' })

export const importRowSchema = z
  .object({
    id: z.uuid(),
    practiceId: z.uuid(),
    kind: z.enum(['files', 'table']),
    name: z.string(),
    state: z.enum(['waiting', 'running', 'done']),
    total: z.int(),
    worked: z.int(),
    accepted: z.int(),
    refused: z.int(),
    alreadyThere: z.int(),
    startedBy: z.string(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'ImportRow' })

const marks = z.partialRecord(z.enum(FIELDS), z.enum(['comma', 'point']))
const orders = z.partialRecord(z.enum(FIELDS), z.enum(['day-first', 'month-first']))

export const mappingSchema = z
  .object({
    columns: z.partialRecord(z.enum(FIELDS), z.int().min(0).max(1_000)).describe('Column by field, counted from 0'),
    decimalMarks: marks.optional(),
    dayOrders: orders.optional(),
    given: z
      .object({
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional(),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
      })
      .optional()
      .describe('What holds for all rows where the table has no column for it'),
  })
  .meta({ id: 'ImportMapping' })

const questionSchema = z.object({
  code: z.enum(['which_column', 'which_decimal_mark', 'which_day_order', 'which_currency', 'which_country']),
  field: z.string().optional(),
  column: z.int().optional(),
  sample: z.string().optional(),
})

const previewRowSchema = z.object({
  row: z.int(),
  name: z.string(),
  ok: z.boolean(),
  debtorName: z.string().optional(),
  invoiceDate: z.string().optional(),
  dueDate: z.string().optional(),
  dueFromTerms: z.boolean().optional(),
  amount: z.int().optional(),
  currency: z.string().optional(),
  refusals: z.array(refusalSchema).optional(),
})

const tableSchema = z
  .object({
    fields: z.array(z.string()).describe('Everything a column can mean'),
    header: z.array(z.string()),
    sample: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
    mapping: mappingSchema,
    suggested: z.boolean().describe('Nobody has changed the mapping yet'),
    questions: z.array(questionSchema),
    preview: z.object({
      rows: z.int(),
      ready: z.int(),
      refused: z.int(),
      dueFromTerms: z.int(),
      first: z.array(previewRowSchema),
      firstRefused: z.array(previewRowSchema),
    }),
  })
  .meta({ id: 'ImportTable' })

export const importSchema = importRowSchema
  .extend({
    lines: z.array(lineSchema),
    /** Behind the last line given; absent where no more follow. */
    nextAfter: z.int().optional(),
    table: tableSchema.optional(),
  })
  .meta({ id: 'Import' })

export const lineQuerySchema = z.object({
  outcome: z.enum(outcomes).optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
})

/** What the parts of an upload are. The parts are read as they arrive, so this only describes them. */
export const filesBody = z.unknown().meta({
  id: 'ImportFiles',
  type: 'object',
  properties: {
    files: {
      type: 'array',
      items: { type: 'string', format: 'binary' },
      minItems: 1,
      description:
        'E-invoices (XML, PDF) and tables (CSV, XLSX); every part with a file name is one, whatever its name',
    },
  },
  required: ['files'],
})

/** The other headers pass. */
export const keyHeader = z.looseObject({ 'idempotency-key': z.string().min(1).max(255).optional() })
