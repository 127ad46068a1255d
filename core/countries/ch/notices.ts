// A creditor's own reminders by Swiss law: a notice puts into default (Art. 102 OR) and says what that brings (Art. 104 OR).

import type { NoticeLaw } from '../../duties/index.ts'
import { accept } from '../../refusals/index.ts'
import { NOTICE_TEXTS } from './texts/notices.ts'

export const NOTICES: NoticeLaw = {
  language: 'de',
  occasionOf: () => 'dunning_letter',
  madeByForm: [],
  madeBySentences: () => [],
  wordsOf: ({ kind }, _, language) => {
    const text = NOTICE_TEXTS[language][kind]
    return accept({ sentences: text === '' ? [] : [{ text, statements: [] }] })
  },
  isFaultyTerm: () => false,
}
