// A creditor's own reminders by Austrian law: costs of collecting stand item by item beside the claim (§ 6 Abs. 1 Z 15 KSchG),
// which the table of a letter's parts does. Notices say what being late brings (§§ 1000, 1333 ABGB, §§ 456, 458 UGB).

import type { NoticeLaw } from '../../duties/index.ts'
import { accept } from '../../refusals/index.ts'
import { NOTICE_TEXTS } from './texts/notices.ts'

export const NOTICES: NoticeLaw = {
  language: 'de',
  occasionOf: () => 'dunning_letter',
  madeByForm: ['at.duty.costs_itemised'],
  madeBySentences: () => [],
  wordsOf: ({ kind, debtor }, _, language) => {
    const text = NOTICE_TEXTS[language][kind][debtor]
    return accept({ sentences: text === '' ? [] : [{ text, statements: [] }] })
  },
  isFaultyTerm: () => false,
}
