// Sentences of Swiss law in a creditor's reminders.

import type { NoticeKind } from '../../../duties/index.ts'
import type { Language } from '../../../letters/index.ts'

const DE =
  'Mit dieser Mahnung sind Sie in Verzug (Art. 102 OR). Ab dann ist ein Verzugszins von 5\u00a0% im Jahr geschuldet (Art. 104 OR).'
const EN =
  'This notice puts you in default (Art. 102 Code of Obligations). From then on, late interest of 5% a year is owed (Art. 104 Code of Obligations).'
const NL =
  'Met deze aanmaning bent u in verzuim (art. 102 OR). Vanaf dat moment is een rente van 5% per jaar verschuldigd (art. 104 OR).'

const of = (text: string): Readonly<Record<NoticeKind, string>> => ({
  reminder: '',
  first: text,
  second: text,
  last: text,
})

export const NOTICE_TEXTS: Readonly<Record<Language, Readonly<Record<NoticeKind, string>>>> = {
  de: of(DE),
  en: of(EN),
  nl: of(NL),
}
