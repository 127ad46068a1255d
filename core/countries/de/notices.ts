// A creditor's own reminders by German law: no statement is prescribed beyond the demand itself. The first notice says that it
// puts into default (§ 286 Abs. 1 BGB), later ones what default brings (§§ 280, 288 BGB); a friendly reminder says neither.

import type { NoticeLaw } from '../../duties/index.ts'
import { accept } from '../../refusals/index.ts'
import { NOTICE_TEXTS } from './texts/notices.ts'

export const NOTICES: NoticeLaw = {
  language: 'de',
  occasionOf: () => 'dunning_letter',
  madeByForm: [],
  madeBySentences: () => [],
  wordsOf: ({ kind, debtor }, _, language) => {
    const text = NOTICE_TEXTS[language][kind][debtor]
    return accept({ sentences: text === '' ? [] : [{ text, statements: [] }] })
  },
  isFaultyTerm: () => false,
}
