// The statement of a stored claim: the same calculation as for everybody, on what is stored, beside what the books say.

import { z } from 'zod'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { type ClaimAnswer, besideBooks } from '@mahnwerk/core/calculations'
import type { Language } from '@mahnwerk/core/explanations'
import { type Context, Refused } from '../../http/index.ts'
import { explanation, onEach, refusalInWords, statementAnswer, statementFields, writer } from '../law/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { type StoredClaim, storedClaim } from './claim.ts'
import { factsSchema } from './facts.ts'

const amount = z.int()

export const statementSchema = z
  .object({
    invoiceId: z.uuid(),
    number: z.string(),
    ...statementFields,
    facts: factsSchema.describe('What is known of this invoice alone'),
    books: z
      .object({
        open: z.object({ principal: amount, charges: amount, interest: amount, costs: amount }),
        overpaid: amount,
        writtenOff: amount,
      })
      .describe('What the ledger holds now'),
    besideBooks: z.array(explanation).describe('Why the statement and the books differ today; empty where they do not'),
  })
  .meta({ id: 'InvoiceStatement' })

export type InvoiceStatement = z.output<typeof statementSchema>

/** A claim with its answer on a day, for those who tell it in another form. */
export type Struck = { readonly claim: StoredClaim; readonly answer: ClaimAnswer; readonly told: InvoiceStatement }

/** Throws Refused where the law of a day that is needed is not known. */
export async function strikeInvoice(
  context: Context,
  invoice: Invoice,
  on: LocalDate,
  days: readonly LocalDate[],
  language: Language,
): Promise<Struck> {
  const claim = await storedClaim(context, invoice)
  const { country, question, assumptions, books, known } = claim
  const answers = onEach(claim, question, on, days)
  if (!answers.ok) throw new Refused(refusalInWords(answers.refusal, country, language))
  const answer = answers.value.on
  const write = writer(country, language, invoice.currency)
  const { open, overpaid, writtenOff } = invoice
  // The books know today; what they say of another day would be compared with it in vain.
  const beside = on < context.today ? [] : besideBooks(answer.statement, { open, ...since(books) })
  return {
    claim,
    answer,
    told: {
      invoiceId: invoice.id,
      number: invoice.number,
      ...statementAnswer(country, invoice.currency, answers.value, assumptions, write),
      facts: known,
      books: { open: { ...open }, overpaid, writtenOff },
      besideBooks: beside.map(write),
    },
  }
}

function since({ interestNotBefore }: StoredClaim['books']) {
  return interestNotBefore === undefined ? {} : { interestNotBefore }
}
