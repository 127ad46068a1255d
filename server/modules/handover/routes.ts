import { z } from 'zod'
import { parseDay } from '@mahnwerk/core/calendar'
import { caseFeeOn, prepareHandover } from '@mahnwerk/core/handover'
import { fullName } from '@mahnwerk/core/parties'
import { type Ground, type Http, command, problemSchema, query } from '../../http/index.ts'
import { sentenceOf } from '../../http/texts.ts'
import { localeOf } from '../../http/problem.ts'
import { lockInvoice } from '../invoices/index.ts'
import { confirmHandover } from './confirm.ts'
import { gather } from './gather.ts'

const text = (most: number): z.ZodString => z.string().trim().max(most)

const changesSchema = z
  .object({
    subject: text(300).optional(),
    street: text(120).optional(),
    extra: text(120).optional(),
    postCode: text(12).optional(),
    city: text(80).optional(),
    email: z.union([z.email(), z.literal('')]).optional(),
    phone: text(40).optional(),
    noticeDate: z
      .string()
      .refine((value) => parseDay(value) !== undefined, 'JJJJ-MM-TT')
      .optional(),
  })
  .meta({ id: 'HandoverChanges' })

const overviewSchema = z
  .object({
    invoiceId: z.uuid(),
    invoiceNumber: z.string(),
    /** An attempt: the claim was written off. */
    kind: z.enum(['regular', 'attempt']),
    version: z.int(),
    debtorId: z.uuid(),
    debtorName: z.string(),
    /** As in a sentence: "Jonas Weber". */
    debtorFullName: z.string(),
    currency: z.string(),
    total: z.int(),
    fields: z.array(z.object({ field: z.string(), value: z.string(), amount: z.int().optional(), source: z.string() })),
    editable: z.object({
      subject: z.string(),
      street: z.string(),
      extra: z.string(),
      postCode: z.string(),
      city: z.string(),
      email: z.string(),
      phone: z.string(),
      noticeDate: z.string().nullable(),
    }),
    staysHere: z.array(z.string()),
    heldBackText: z.string().nullable(),
    blockers: z.array(z.object({ code: z.string(), title: z.string(), detail: z.string() })),
    warnings: z.array(z.object({ code: z.string(), facts: z.record(z.string(), z.string()) })),
    questions: z.array(z.enum(['disputed', 'obligationFulfilled'])),
    partner: z.object({
      id: z.uuid(),
      name: z.string(),
      acceptsWithinDays: z.int(),
      courtOnlyByDecision: z.boolean(),
      costsBorneBy: z.enum(['debtor', 'creditor']),
      creditorAdvancesCosts: z.boolean(),
      registerEntry: z.string().nullable(),
      association: z.string().nullable(),
      caseFee: z.object({
        min: z.int(),
        max: z.int(),
        free: z.boolean(),
        freeUntil: z.string().nullable(),
        laterMin: z.int(),
        laterMax: z.int(),
      }),
    }),
  })
  .meta({ id: 'HandoverOverview' })

const problems = {
  400: problemSchema,
  401: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  422: problemSchema,
}
const params = z.object({ id: z.uuid() })

export function handoverRoutes(http: Http, ground: Ground): void {
  // A POST although it changes nothing: the page's edits travel in the body.
  http.post(
    '/api/v1/invoices/:id/handover/overview',
    {
      config: { right: 'handover.prepare' },
      schema: { tags: ['handover'], params, body: changesSchema, response: { 200: overviewSchema, ...problems } },
    },
    (request) =>
      query(ground, request, async (context) => {
        const invoice = await lockInvoice(context, request.params.id)
        const { given, connection } = await gather(context, invoice, invoice.id)
        const changes = changesOf(request.body)
        const preparation = prepareHandover(given, changes)
        const { debtor, profile } = given
        const fee = caseFeeOn(profile, context.today)
        return {
          invoiceId: invoice.id,
          invoiceNumber: invoice.number,
          kind: preparation.kind,
          version: invoice.version,
          debtorId: invoice.debtorId,
          debtorName: invoice.debtorName,
          debtorFullName: fullName(debtor.name),
          currency: invoice.currency,
          total: preparation.total,
          fields: [...preparation.fields],
          editable: {
            subject: preparation.subject,
            street: changes.street ?? debtor.address.street,
            extra: changes.extra ?? debtor.address.extra ?? '',
            postCode: changes.postCode ?? debtor.address.postCode,
            city: changes.city ?? debtor.address.city,
            email: changes.email ?? debtor.email ?? '',
            phone: changes.phone ?? debtor.phone ?? '',
            noticeDate: changes.noticeDate ?? (invoice.dunningLevel > 0 ? (invoice.lastNoticeOn ?? null) : null),
          },
          staysHere: [...preparation.staysHere],
          heldBackText: preparation.staysHere.includes('service_texts') ? invoice.subject : null,
          blockers: preparation.blockers.map(({ code, facts }) => ({
            code,
            ...sentenceOf(code, facts, localeOf(request)),
          })),
          warnings: preparation.warnings.map(({ code, facts }) => ({ code, facts: { ...facts } })),
          questions: [...preparation.questions],
          partner: {
            id: connection.id,
            name: connection.name,
            acceptsWithinDays: profile.acceptsWithinDays,
            courtOnlyByDecision: profile.courtOnlyByDecision,
            costsBorneBy: profile.costsBorneBy,
            creditorAdvancesCosts: profile.creditorAdvancesCosts,
            registerEntry: profile.registerEntry ?? null,
            association: profile.association ?? null,
            caseFee: {
              ...fee,
              freeUntil: profile.caseFee.freeUntil ?? null,
              laterMin: profile.caseFee.min,
              laterMax: profile.caseFee.max,
            },
          },
        }
      }),
  )
  http.post(
    '/api/v1/invoices/:id/handover',
    {
      config: { right: 'handover.confirm' },
      schema: {
        tags: ['handover'],
        params,
        body: z
          .object({
            version: z.int().positive(),
            changes: changesSchema,
            answers: z.object({ disputed: z.boolean().optional(), obligationFulfilled: z.boolean().optional() }),
          })
          .meta({ id: 'HandoverConfirmation' }),
        response: {
          201: z.object({ caseId: z.uuid(), number: z.string(), sha256: z.string() }).meta({ id: 'HandedOver' }),
          ...problems,
        },
      },
    },
    (request, reply) =>
      command(ground, request, reply, async (context) => {
        const { version, changes, answers } = request.body
        const created = await confirmHandover(context, request.params.id, {
          version,
          changes: changesOf(changes),
          answers: withoutUndefined(answers),
        })
        return { status: 201, body: created }
      }),
  )
}

function changesOf(body: z.infer<typeof changesSchema>): Parameters<typeof prepareHandover>[1] {
  const { noticeDate, ...rest } = body
  const day = noticeDate === undefined ? undefined : parseDay(noticeDate)
  return { ...withoutUndefined(rest), ...(day === undefined ? {} : { noticeDate: day }) }
}

type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> }

function withoutUndefined<Value extends object>(value: Value): Present<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<Value> // only undefined members are gone
}
