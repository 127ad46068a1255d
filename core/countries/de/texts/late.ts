// How it reads since when a debtor is in default, and what own dunning letters may cost.

import type { Catalogues } from '../../../explanations/index.ts'

export const LATE_TEXTS: Catalogues = {
  de: {
    'de.late.calendar':
      'Als Zahlungstag war der {due} vereinbart. Wer danach nicht gezahlt hat, ist ab dem {from} in Verzug, auch ohne Mahnung.',
    'de.late.reminder': 'Die Mahnung kam am {day} an und brachte den Verzug. Zinsen laufen ab dem {interestFrom}.',
    'de.late.reminder.term': 'Die Mahnung gab Zeit bis zum {payBy}. Verzug besteht ab dem {from}.',
    'de.late.thirty_days':
      'Nach Fälligkeit und Empfang, gezählt ab dem {event}, waren 30 Tage Zeit, bis zum {last}. Verzug besteht ab dem {from}.',
    'de.late.refusal': 'Am {day} wurde die Zahlung endgültig abgelehnt. Zinsen laufen ab dem {interestFrom}.',
    'de.late.refusal.early':
      'Die Zahlung wurde schon am {refused} endgültig abgelehnt, fällig war sie am {due}. Verzug besteht ab dem {from}.',
    'de.late.moved': 'Der {counted} ist kein Werktag: Bis zum {last} war noch Zeit.',
    'de.late.moved.holiday': 'Der {counted} ist ein Feiertag ({holiday}): Bis zum {last} war noch Zeit.',
    'de.late.no_fault': 'Kein Verzug: Der Schuldner kann nichts dafür, dass die Zahlung ausbleibt.',
    'de.late.no_reminder': 'Noch kein Verzug: Es braucht eine Mahnung nach dem Fälligkeitstag.',
    'de.late.no_notice':
      'Noch kein Verzug: Die Rechnung sagt Verbrauchern nicht, was nach 30 Tagen geschieht. Es braucht eine Mahnung.',
    'de.late.no_receipt':
      'Noch kein Verzug: Es ist nicht bekannt, wann die Rechnung ankam. Es braucht eine Mahnung oder den Tag, an dem Rechnung oder Leistung ankam.',
    'de.dunning.limit':
      'Das Gesetz nennt keinen Betrag. Bis {limit} je Brief ließen Gerichte für Papier und Porto gelten.',
    'de.dunning.actual':
      'Nur was Papier und Porto des einzelnen Briefs wirklich gekostet haben, kein Aufwand an Arbeit.',
    'de.dunning.first_free': 'Der Brief, der den Verzug erst bringt, kostet nichts.',
    'de.dunning.from': 'Briefe vom {day} an dürfen etwas kosten.',
  },
  en: {
    'de.late.calendar':
      'Payment was agreed for {due}. Who has not paid by then is in default from {from}, without any reminder.',
    'de.late.reminder': 'The reminder arrived on {day} and brought about default. Interest runs from {interestFrom}.',
    'de.late.reminder.term': 'The reminder gave time until {payBy}. Default begins on {from}.',
    'de.late.thirty_days':
      'After the due day and receipt, counted from {event}, there were 30 days to pay, until {last}. Default begins on {from}.',
    'de.late.refusal': 'On {day} payment was refused for good. Interest runs from {interestFrom}.',
    'de.late.refusal.early':
      'Payment was refused for good on {refused} already; it was due on {due}. Default begins on {from}.',
    'de.late.moved': '{counted} is no working day: there was time until {last}.',
    'de.late.moved.holiday': '{counted} is a holiday ({holiday}): there was time until {last}.',
    'de.late.no_fault': 'No default: it is not the debtor’s fault that payment is missing.',
    'de.late.no_reminder': 'No default yet: it needs a reminder after the due day.',
    'de.late.no_notice':
      'No default yet: the invoice does not tell consumers what happens after 30 days. It needs a reminder.',
    'de.late.no_receipt':
      'No default yet: nobody knows when the invoice arrived. It needs a reminder, or the day on which the invoice or the goods were received.',
    'de.dunning.limit': 'The law names no sum. Courts have let pass up to {limit} a letter for paper and postage.',
    'de.dunning.actual': 'Only what paper and postage of the single letter really cost, no work.',
    'de.dunning.first_free': 'The letter that first brings about default costs nothing.',
    'de.dunning.from': 'Letters from {day} on may cost something.',
  },
}
