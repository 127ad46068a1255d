// The statement as the debtor's cost sheet. Everything is read in the transaction; the sheet is set after it, since a letter may
// take longer than a connection should be held.

import { type LocalDate } from '@mahnwerk/core/calendar'
import { catalogueOf } from '@mahnwerk/core/calculations'
import type { Language } from '@mahnwerk/core/explanations'
import { statementLetterOf } from '@mahnwerk/core/letters'
import { type Context } from '../../http/index.ts'
import { renderStatement } from '../../letters/index.ts'
import { loadDebtor } from '../debtors/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { loadSender } from '../letter-templates/index.ts'
import { loadTenant } from '../settings/index.ts'
import { strikeInvoice } from './statement.ts'

export type Pdf = { readonly name: string; readonly bytes: Uint8Array }

/** `file`: the number under which it is kept, a case's. Throws Refused as the statement does. */
export async function statementPdf(
  context: Context,
  invoice: Invoice,
  on: LocalDate,
  language: Language,
  file?: string,
): Promise<() => Promise<Pdf>> {
  const { claim, answer } = await strikeInvoice(context, invoice, on, [], language)
  const { name, address, number } = await loadDebtor(context, invoice.debtorId)
  const { sender: creditor } = await loadSender(context, await loadTenant(context))
  const letter = statementLetterOf(answer, {
    language,
    day: context.today,
    creditor,
    debtor: { name, address, ...(number === undefined ? {} : { number }) },
    ...(file === undefined ? {} : { file }),
    invoices: [
      {
        number: invoice.number,
        day: invoice.invoiceDate,
        due: invoice.dueDate,
        amount: invoice.amount,
        ...(invoice.subject === '' ? {} : { subject: invoice.subject }),
      },
    ],
    reference: file ?? invoice.number,
    catalogue: catalogueOf(claim.country, language),
  })
  const title = language === 'de' ? 'Forderungsaufstellung' : 'Statement'
  return async () => ({ name: `${title} ${invoice.number} ${on}.pdf`, bytes: await renderStatement(letter) })
}
