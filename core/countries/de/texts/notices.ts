// Sentences of German law in a creditor's reminders, for consumers and for businesses.

import type { NoticeKind } from '../../../duties/index.ts'
import type { DebtorKind } from '../../../late-payment/index.ts'
import type { Language } from '../../../letters/index.ts'

type Sentences = Readonly<Record<NoticeKind, Readonly<Record<DebtorKind, string>>>>

const NONE = { consumer: '', business: '' }

const DE: Sentences = {
  reminder: NONE,
  first: {
    consumer:
      'Spätestens mit Zugang dieser Mahnung sind Sie mit der Zahlung in Verzug (§\u00a0286 Abs.\u00a01 BGB). Ab dann können Verzugszinsen (§\u00a0288 Abs.\u00a01 BGB) und Kosten weiterer Schreiben hinzukommen.',
    business:
      'Spätestens mit Zugang dieser Mahnung sind Sie mit der Zahlung in Verzug (§\u00a0286 Abs.\u00a01 BGB). Ab dann können Verzugszinsen (§\u00a0288 Abs.\u00a02 BGB) und die Pauschale von 40\u00a0€ (§\u00a0288 Abs.\u00a05 BGB) hinzukommen.',
  },
  second: {
    consumer:
      'Sie sind mit der Zahlung in Verzug. Solange der Betrag offen ist, können Verzugszinsen (§\u00a0288 Abs.\u00a01 BGB) und Kosten weiterer Schreiben (§\u00a0280 Abs.\u00a01, 2 BGB) hinzukommen.',
    business:
      'Sie sind mit der Zahlung in Verzug. Solange der Betrag offen ist, können Verzugszinsen (§\u00a0288 Abs.\u00a02 BGB) und weiterer Verzugsschaden (§\u00a0280 Abs.\u00a01, 2 BGB) hinzukommen.',
  },
  last: {
    consumer:
      'Sie sind mit der Zahlung in Verzug. Notwendige Kosten der weiteren Rechtsverfolgung haben Sie als Verzugsschaden zu ersetzen (§\u00a0280 Abs.\u00a01, 2, §\u00a0286 BGB).',
    business:
      'Sie sind mit der Zahlung in Verzug. Notwendige Kosten der weiteren Rechtsverfolgung haben Sie als Verzugsschaden zu ersetzen (§\u00a0280 Abs.\u00a01, 2, §\u00a0286 BGB).',
  },
}

const EN: Sentences = {
  reminder: NONE,
  first: {
    consumer:
      'On receipt of this notice at the latest, you are in default (section 286 (1) BGB). From then on, late interest (section 288 (1) BGB) and the costs of further letters may be added.',
    business:
      'On receipt of this notice at the latest, you are in default (section 286 (1) BGB). From then on, late interest (section 288 (2) BGB) and the flat sum of €40 (section 288 (5) BGB) may be added.',
  },
  second: {
    consumer:
      'You are in default. As long as the sum is open, late interest (section 288 (1) BGB) and the costs of further letters (section 280 (1), (2) BGB) may be added.',
    business:
      'You are in default. As long as the sum is open, late interest (section 288 (2) BGB) and further damage caused by the delay (section 280 (1), (2) BGB) may be added.',
  },
  last: {
    consumer:
      'You are in default. The necessary costs of pursuing the claim further are damage that you have to make good (sections 280 (1), (2), 286 BGB).',
    business:
      'You are in default. The necessary costs of pursuing the claim further are damage that you have to make good (sections 280 (1), (2), 286 BGB).',
  },
}

const NL: Sentences = {
  reminder: NONE,
  first: {
    consumer:
      'Uiterlijk met de ontvangst van deze aanmaning bent u in verzuim (§\u00a0286 lid 1 BGB). Vanaf dat moment kunnen rente (§\u00a0288 lid 1 BGB) en kosten van verdere brieven erbij komen.',
    business:
      'Uiterlijk met de ontvangst van deze aanmaning bent u in verzuim (§\u00a0286 lid 1 BGB). Vanaf dat moment kunnen rente (§\u00a0288 lid 2 BGB) en de vaste vergoeding van €\u00a040 (§\u00a0288 lid 5 BGB) erbij komen.',
  },
  second: {
    consumer:
      'U bent in verzuim. Zolang het bedrag openstaat, kunnen rente (§\u00a0288 lid 1 BGB) en kosten van verdere brieven (§\u00a0280 lid 1, 2 BGB) erbij komen.',
    business:
      'U bent in verzuim. Zolang het bedrag openstaat, kunnen rente (§\u00a0288 lid 2 BGB) en verdere schade door de vertraging (§\u00a0280 lid 1, 2 BGB) erbij komen.',
  },
  last: {
    consumer:
      'U bent in verzuim. De noodzakelijke kosten om de vordering verder te innen moet u als schade vergoeden (§\u00a0280 lid 1, 2, §\u00a0286 BGB).',
    business:
      'U bent in verzuim. De noodzakelijke kosten om de vordering verder te innen moet u als schade vergoeden (§\u00a0280 lid 1, 2, §\u00a0286 BGB).',
  },
}

export const NOTICE_TEXTS: Readonly<Record<Language, Sentences>> = { de: DE, en: EN, nl: NL }
