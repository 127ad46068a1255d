// A letter as it would go out today for an invoice, in any step, language and words: real data, nothing kept, no number used.

import { sql } from 'kysely'
import { z } from 'zod'
import { addDays } from '@mahnwerk/core/calendar'
import { type TemplateFault, dunningLetterOf, faultsInTemplate, mailOf } from '@mahnwerk/core/letters'
import { ZERO } from '@mahnwerk/core/money'
import { type Context, refused } from '../../http/index.ts'
import { renderLetter } from '../../letters/index.ts'
import { loadDebtor } from '../debtors/index.ts'
import { loadInvoice } from '../invoices/index.ts'
import { type LetterOffice, letterFacts, openOffice } from './office.ts'
import type { StoredNotice } from './stored.ts'

const line = z.string().max(200)
const paragraph = z.string().max(4000)

export const templateSchema = z
  .object({ subject: line, opening: paragraph, next: paragraph, alreadyPaid: paragraph, contact: paragraph })
  .meta({
    id: 'DunningTemplate',
    description: 'Words of a letter; {invoices}, {total}, {term}, {legal} … stand for what differs.',
  })

export const previewSchema = z
  .object({
    invoiceId: z.uuid(),
    level: z.int().min(0).max(9),
    language: z.enum(['de', 'en', 'nl']).optional().describe("Absent: the debtor's country's"),
    tone: z.enum(['plain', 'firm']).optional(),
    template: templateSchema.optional().describe('Absent: our own words'),
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
  const { country, healthProfession } = office
  const asked = {
    kind: facts.value.kind,
    country,
    debtor: notice.debtor.name.kind,
    on: context.today,
    healthProfession,
  }
  const [fault] = template === undefined ? [] : faultsInTemplate(template, asked)
  if (fault !== undefined) throw refusedFor(fault)
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

function refusedFor(fault: TemplateFault) {
  switch (fault.kind) {
    case 'statement_missing':
      return refused('template_statement_missing', {
        statement: fault.duty.statement,
        rule: fault.duty.source.citation,
      })
    case 'placeholder_unknown':
      return refused('template_placeholder_unknown', { name: fault.name })
    case 'text_missing':
      return refused('template_text_missing', { field: fault.field })
    case 'term_not_lawful':
      return refused('template_term_not_lawful')
    case 'health_words':
      return refused('template_health_words', { words: fault.words.join(', ') })
  }
}

async function asNotice(
  context: Context,
  invoiceId: string,
  level: number,
  office: LetterOffice,
): Promise<StoredNotice> {
  const invoice = await loadInvoice(context, invoiceId)
  const { name, address, number, email } = await loadDebtor(context, invoice.debtorId)
  const policy = office.policies.of({ kind: name.kind })
  const step = policy.steps.find((each) => each.level === level) ?? policy.steps.at(-1)
  const { principal, interest, charges, costs } = invoice.open
  return {
    id: invoiceId,
    year: Number(context.today.slice(0, 4)),
    number: await nextNumber(context),
    practiceId: invoice.practiceId,
    debtorId: invoice.debtorId,
    level,
    day: context.today,
    payBy: addDays(context.today, step?.periodDays ?? 14),
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
    parts: { interest, charges, costs, fee: step?.level === level ? step.fee : ZERO },
  }
}

/** The number that would come next; another letter may take it meanwhile. */
async function nextNumber({ trx, tenantId, today }: Context): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    SELECT last FROM counters WHERE tenant_id = ${tenantId} AND kind = 'notice' AND year = ${Number(today.slice(0, 4))}`.execute(
    trx,
  )
  return (rows[0]?.last ?? 0) + 1
}
