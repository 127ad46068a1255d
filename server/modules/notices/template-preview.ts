// Words and a letterhead that nobody saved yet, looked at on real data: the mail, the page, and what is to be said of them. A
// name that is not known stands in the preview as a question; the letter itself would be refused.

import { lastLevelOf } from '@mahnwerk/core/claims'
import { sql } from 'kysely'
import { z } from 'zod'
import { type DunningTemplate, type Letter, dunningLetterOf, isPlaceholder, mailOf } from '@mahnwerk/core/letters'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import type { Locale } from '../../http/texts.ts'
import { renderLetter } from '../../letters/index.ts'
import {
  type LetterheadFields,
  type Which,
  checkFields,
  judge,
  judgementSchema,
  letterheadFieldsSchema,
  loadCreditor,
  loadLetterhead,
  loadLogo,
  senderWith,
  standardWords,
  whichSchema,
  wordsSchema,
} from '../letter-templates/index.ts'
import { type LetterOffice, letterFacts, openOffice } from './office.ts'
import { asNotice, mailPreviewSchema } from './preview.ts'
import { type StoredNotice, loadStored } from './stored.ts'

export const templatePreviewSchema = whichSchema
  .extend({
    words: wordsSchema.optional().describe('Absent: those in force'),
    letterhead: letterheadFieldsSchema.optional().describe('Absent: the one in force'),
    invoiceId: z.uuid().optional().describe('The invoice that the letter asks for'),
    noticeId: z.uuid().optional().describe('Or a letter that went out, with its own day and sums'),
  })
  .meta({ id: 'TemplatePreview' })

export const previewedSchema = z
  .object({
    judgement: judgementSchema,
    mail: mailPreviewSchema.nullable().describe('Null where neither invoice nor letter was named'),
  })
  .meta({ id: 'PreviewedTemplate' })

type Asked = z.output<typeof templatePreviewSchema>

export async function previewTemplate(
  context: Context,
  asked: Asked,
  locale: Locale,
): Promise<z.output<typeof previewedSchema>> {
  const { law } = await loadCreditor(context)
  const office = await officeFor(context, asked)
  const words = asked.words ?? office.templates.of(asked)?.words ?? standardWords(asked)
  const set = await letterOf(context, asked, office, words)
  return {
    judgement: judge(words, { which: asked, law, on: context.today, locale }),
    mail: set === undefined ? null : mailOf(set.letter, set.number),
  }
}

/** How to set the page, after the transaction. */
export async function previewTemplatePdf(context: Context, asked: Asked): Promise<() => Promise<Uint8Array>> {
  const office = await officeFor(context, asked)
  const words = asked.words ?? office.templates.of(asked)?.words ?? standardWords(asked)
  const set = await letterOf(context, asked, office, words)
  if (set === undefined) throw refused('letter_preview_of_nothing')
  return () => renderLetter(set.letter)
}

async function officeFor(context: Context, { letterhead }: Asked): Promise<LetterOffice> {
  const office = await openOffice(context)
  return letterhead === undefined ? office : { ...office, creditor: await creditorWith(context, letterhead) }
}

async function creditorWith(context: Context, letterhead: LetterheadFields): Promise<LetterOffice['creditor']> {
  checkFields(letterhead)
  const { tenant } = await loadCreditor(context)
  return senderWith(tenant, letterhead, await loadLogo(context, await loadLetterhead(context)))
}

type SetLetter = { readonly letter: Letter; readonly number: string }

async function letterOf(
  context: Context,
  asked: Asked,
  office: LetterOffice,
  words: DunningTemplate,
): Promise<SetLetter | undefined> {
  const notice = await noticeFor(context, asked, office)
  if (notice === undefined) return undefined
  const { language, kind, audience } = asked
  const facts = letterFacts(notice, office, { language, kind, audience, template: withQuestions(words) })
  if (!facts.ok) throw refused(facts.refusal.code, facts.refusal.facts)
  return { letter: dunningLetterOf(facts.value), number: facts.value.number }
}

async function noticeFor(
  context: Context,
  { noticeId, invoiceId, kind }: Asked,
  office: LetterOffice,
): Promise<StoredNotice | undefined> {
  if (noticeId !== undefined) return storedNotice(context, noticeId)
  if (invoiceId === undefined) return undefined
  return asNotice(context, invoiceId, levelOf(kind, office), office)
}

function levelOf(kind: Which['kind'], { policies }: LetterOffice): number {
  return { reminder: 0, first: 1, second: 2, last: lastLevelOf(policies.all[0]?.steps ?? []) }[kind]
}

async function storedNotice(context: Context, id: string): Promise<StoredNotice> {
  const practices = practiceFilter(context.principal)
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM notices WHERE tenant_id = ${context.tenantId} AND id = ${id}
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(context.trx)
  const [notice] = rows.length === 0 ? [] : await loadStored(context, [id])
  if (notice === undefined) throw notFound('notice')
  return notice
}

/** {summe} becomes [summe?]: it is seen that something is missing there. */
function withQuestions(words: DunningTemplate): DunningTemplate {
  const asked = (text: string): string =>
    text.replace(/\{([^{}\n]*)\}/g, (whole, name: string) => (isPlaceholder(name) ? whole : `[${name}?]`))
  const { subject, opening, next, alreadyPaid, contact } = words
  return {
    subject: asked(subject),
    opening: asked(opening),
    next: asked(next),
    alreadyPaid: asked(alreadyPaid),
    contact: asked(contact),
  }
}
