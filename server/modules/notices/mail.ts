// The mail of a notice, where it goes by mail: the letter's own words, the letter itself as a file, and the invoices that it asks
// for, as far as the creditor and its profession let them travel and one mail holds them.

import { type Letter, mailOf, noticeNumber } from '@mahnwerk/core/letters'
import { fullName } from '@mahnwerk/core/parties'
import type { NewMail } from '../mail/index.ts'
import type { LetterOffice } from './office.ts'
import { fittingMail } from './originals.ts'
import type { StoredNotice } from './stored.ts'

const BY_MAIL: ReadonlySet<string> = new Set(['email', 'email_and_letter'])

/** Undefined where it goes another way, or nobody told an address. */
export function mailOfNotice(
  notice: StoredNotice,
  letter: Letter,
  office: Pick<LetterOffice, 'creditor' | 'originals'>,
  documentId: string,
): NewMail | undefined {
  const { email, debtor, year, number } = notice
  if (email === undefined || !BY_MAIL.has(notice.channel)) return undefined
  const { subject, text, html } = mailOf(letter, noticeNumber(year, number))
  const originals = office.originals.byMail ? fittingMail(notice.originals) : []
  return {
    cause: `notice:${notice.id}`,
    practiceId: notice.practiceId,
    to: { name: fullName(debtor.name), address: email },
    subject,
    text,
    html,
    attachments: [documentId, ...originals.map((original) => original.documentId)],
    list: { name: office.creditor.name, label: 'mahnungen' },
    debtorId: notice.debtorId,
    noticeId: notice.id,
    invoiceIds: notice.invoiceIds,
  }
}
