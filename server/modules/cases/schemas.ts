import { z } from 'zod'

export const caseRowSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    debtorName: z.string(),
    invoiceId: z.uuid(),
    invoiceNumber: z.string(),
    partner: z.string(),
    partnerCaseNumber: z.string().nullable(),
    stage: z.string(),
    processing: z.string(),
    payment: z.string(),
    responsible: z.string(),
    active: z.boolean(),
    currency: z.string(),
    total: z.int(),
    paid: z.int(),
    open: z.int(),
    questionsOpen: z.int(),
    nextStepOn: z.string().nullable(),
    openedAt: z.string(),
    closedAt: z.string().nullable(),
  })
  .meta({ id: 'CaseRow' })

const amounts = z.object({ principal: z.int(), charges: z.int(), interest: z.int(), costs: z.int() })

const timelineSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  actor: z.object({ kind: z.string(), name: z.string() }),
  occurredAt: z.string(),
})

const ledgerLineSchema = z.object({
  eventId: z.uuid(),
  on: z.string(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Change of what is owed, by component: positive more, negative less. */
  change: amounts,
  overpaid: z.int(),
  openAfter: z.int(),
  transfers: z.array(z.object({ debit: z.string(), credit: z.string(), amount: z.int() })),
})

const questionSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  text: z.string(),
  answerBy: z.string().nullable(),
  ifSilent: z.string().nullable(),
  openedAt: z.string(),
  answer: z.string().nullable(),
  answerNote: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  closedAt: z.string().nullable(),
})

export const caseSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    version: z.int(),
    invoiceId: z.uuid(),
    invoiceNumber: z.string(),
    invoiceState: z.string(),
    /** `name` as lists sort it, `fullName` as in a sentence. */
    debtor: z.object({ id: z.uuid(), name: z.string(), fullName: z.string() }),
    partner: z.object({
      id: z.uuid(),
      name: z.string(),
      caseNumber: z.string().nullable(),
      earlierCaseNumbers: z.array(z.string()),
      portalUrl: z.string().nullable(),
    }),
    kind: z.enum(['regular', 'attempt']),
    stage: z.string(),
    processing: z.object({ kind: z.string() }).loose(),
    payment: z.string(),
    responsible: z.string(),
    active: z.boolean(),
    currency: z.string(),
    total: amounts,
    open: amounts,
    overpaid: z.int(),
    paid: z.int(),
    nextStepOn: z.string().nullable(),
    openedAt: z.string(),
    acceptedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    ifIdle: z.object({ kind: z.string() }).loose(),
    courtOnlyByDecision: z.boolean(),
    stages: z.array(z.object({ stage: z.string(), at: z.string() })),
    questions: z.array(questionSchema),
    timeline: z.array(timelineSchema),
    ledger: z.array(ledgerLineSchema),
    /** Direct payments carry how far their report to the partner is. */
    payments: z.array(
      z.object({
        id: z.uuid(),
        amount: z.int(),
        receivedOn: z.string(),
        receivedBy: z.string(),
        method: z.string(),
        report: z.enum(['not_needed', 'pending', 'reported', 'rejected']),
        reportedAt: z.string().nullable(),
        reversedAt: z.string().nullable(),
      }),
    ),
    documents: z.array(
      z.object({ id: z.uuid(), kind: z.string(), name: z.string(), mediaType: z.string(), createdAt: z.string() }),
    ),
    packageSha256: z.string(),
    /** What still has to reach the partner, with the last failure if there was one. */
    outgoing: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        state: z.string(),
        attempts: z.int(),
        lastError: z.string().nullable(),
        createdAt: z.string(),
        deliveredAt: z.string().nullable(),
      }),
    ),
    /** Messages of the partner that wait for an earlier one. */
    waitingNews: z.int(),
  })
  .meta({ id: 'Case' })

export type CaseAnswer = z.infer<typeof caseSchema>
