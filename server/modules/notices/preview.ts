// A letter as it would go out today for an invoice, in any step, language and words: real data, nothing kept, no number used.

import { sql } from 'kysely'
import { z } from 'zod'
import { addDays } from '@mahnwerk/core/calendar'
import { LEVEL_MAX } from '@mahnwerk/core/dunning'
import { dunningLetterOf, mailOf } from '@mahnwerk/core/letters'
import { ZERO, add } from '@mahnwerk/core/money'
import { type Context, refused } from '../../http/index.ts'
import { renderLetter } from '../../letters/index.ts'
import { loadDebtor } from '../debtors/index.ts'
import { interestUpTo } from '../dunning/index.ts'
import { loadInvoice } from '../invoices/index.ts'
import { loadCreditor, refusalOf, wordsSchema } from '../letter-templates/index.ts'
import { type LetterOffice, letterFacts, openOffice, whichLetter } from './office.ts'
import type { StoredNotice } from './stored.ts'

export const previewSchema = z
  .object({
    invoiceId: z.uuid(),
    level: z.int().min(0).max(LEVEL_MAX),
    language: z.enum(['de', 'en', 'nl']).optional().describe("Absent: the debtor's country's"),
    tone: z.enum(['plain', 'firm']).optional(),
    template: wordsSchema.optional().describe('Absent: the own words, else ours'),
  })
  .meta({ id: 'LetterPreview' })

export const mailPreviewSchema = z
  .object({ subject: z.string(), text: z.string(), html: z.string() })
  .meta({ id: 'MailPreview' })

type Asked = z.output<typeof previewSchema>

async function letterOf(context: Context, { invoiceId, level, language, tone, template }: Asked) {
  const office = await openOffice(context)
  const notice = await asNotice(context, invoiceId, level, office)
  const choice = {
    ...(language === undefined ? {} : { language }),
    ...(tone === undefined ? {} : { tone }),
    ...(template === undefined ? {} : { template }),
  }
  const facts = letterFacts(notice, office, choice)
  if (!facts.ok) throw refused(facts.refusal.code, facts.refusal.facts)
  if (template !== undefined) {
    const { law } = await loadCreditor(context)
    const refusal = refusalOf(template, {
      which: whichLetter(notice, office, choice),
      law,
      on: context.today,
      locale: 'de',
    })
    if (refusal !== undefined) throw refusal
  }
  return { letter: dunningLetterOf(facts.value), number: facts.value.number }
}

export async function previewPdf(context: Context, asked: Asked): Promise<() => Promise<Uint8Array>> {
  const { letter } = await letterOf(context, asked)
  return () => renderLetter(letter)
}

export async function previewMail(context: Context, asked: Asked): Promise<z.output<typeof mailPreviewSchema>> {
  const { letter, number } = await letterOf(context, asked)
  return mailOf(letter, number)
}

/** An invoice as a notice of today, in a step of its policy. */
export async function asNotice(
  context: Context,
  invoiceId: string,
  level: number,
  office: LetterOffice,
): Promise<StoredNotice> {
  const invoice = await loadInvoice(context, invoiceId)
  const { name, address, number, email } = await loadDebtor(context, invoice.debtorId)
  const own = await ownPolicyOf(context, invoice.debtorId)
  const policy = office.policies.of({ kind: name.kind, ...own })
  const step = policy.steps.find((each) => each.level === level) ?? policy.steps.at(-1)
  const { principal, interest: booked, charges, costs } = invoice.open
  const { today } = context
  const asks = step?.level === level && step.interest
  const interest = asks ? await interestUpTo(context, invoice, today, office.language === 'en' ? 'en' : 'de') : ZERO
  return {
    id: invoiceId,
    year: Number(today.slice(0, 4)),
    number: await nextNumber(context),
    practiceId: invoice.practiceId,
    debtorId: invoice.debtorId,
    ...own,
    level,
    day: today,
    payBy: addDays(today, step?.periodDays ?? 14),
    currency: invoice.currency,
    channel: step?.channel ?? 'letter',
    debtor: { name, address, ...(number === undefined ? {} : { number }) },
    ...(email === undefined ? {} : { email }),
    items: [
      {
        number: invoice.number,
        day: invoice.invoiceDate,
        due: invoice.dueDate,
        amount: invoice.amount,
        open: principal,
        ...(invoice.subject === '' ? {} : { subject: invoice.subject }),
      },
    ],
    invoiceIds: [invoiceId],
    originals: [],
    parts: { interest: add(booked, interest), charges, costs, fee: step?.level === level ? step.fee : ZERO },
    ...(interest === ZERO ? {} : { interestUntil: today }),
  }
}

async function ownPolicyOf({ trx, tenantId }: Context, debtorId: string): Promise<Pick<StoredNotice, 'policyId'>> {
  const { rows } = await sql<{ id: string | null }>`
    SELECT dunning_policy_id AS id FROM debtors WHERE tenant_id = ${tenantId} AND id = ${debtorId}`.execute(trx)
  const id = rows[0]?.id ?? null
  return id === null ? {} : { policyId: id }
}

/** The number that would come next; another letter may take it meanwhile. */
async function nextNumber({ trx, tenantId, today }: Context): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    SELECT last FROM counters WHERE tenant_id = ${tenantId} AND kind = 'notice' AND year = ${Number(today.slice(0, 4))}`.execute(
    trx,
  )
  return (rows[0]?.last ?? 0) + 1
}
