import type { Catalogues } from '../../../explanations/index.ts'

/** When a debtor is late, what it costs, and how payments are spread. */
export const LATE: Catalogues = {
  de: {
    'ch.late.agreed_day':
      'Zahlungstag war der {due}. Seit dem {from} ist die Zahlung verspätet; eine Mahnung ist dafür nicht nötig.',
    'ch.late.reminder':
      'Ein Zahlungstag war nicht vereinbart. Eine Mahnung verlangte die Zahlung bis zum {on}; seit dem {from} ist sie verspätet.',
    'ch.late.not_reminded':
      'Ein Zahlungstag war nicht vereinbart, und nach dem {due} ist keine Mahnung angekommen: Die Zahlung gilt noch nicht als verspätet.',
    'ch.late.rest_day': 'Der {due} war kein Werktag: Gezahlt werden konnte bis zum {until}.',
    'ch.flat.none': 'Einen festen Betrag für verspätete Zahlung gibt es in der Schweiz nicht.',
    'ch.interest': 'Gesetzlicher Verzugszins: 5 % im Jahr',
    'ch.dunning.not_agreed': 'Eine Mahngebühr ist nicht vereinbart: Für eigene Mahnungen wird nichts verlangt.',
    'ch.dunning.agreed': 'Für eigene Mahnungen gilt der Betrag, der im Vertrag klar genannt ist.',
    'ch.allocation.statute': 'Zahlungen decken zuerst die Kosten, dann die Zinsen, dann die Hauptforderung.',
  },
  en: {
    'ch.late.agreed_day': 'Payment was due on {due}. It has been late since {from}; no reminder is needed for that.',
    'ch.late.reminder':
      'No day of payment was agreed. A reminder asked for it by {on}; the payment has been late since {from}.',
    'ch.late.not_reminded':
      'No day of payment was agreed, and no reminder arrived after {due}: the payment does not count as late yet.',
    'ch.late.rest_day': '{due} was no working day: payment was possible until {until}.',
    'ch.flat.none': 'Switzerland knows no fixed sum for late payment.',
    'ch.interest': 'Statutory late interest: 5 % a year',
    'ch.dunning.not_agreed': 'No reminder fee was agreed: nothing is demanded for the creditor’s own reminders.',
    'ch.dunning.agreed': 'For the creditor’s own reminders, the sum that the contract names clearly holds.',
    'ch.allocation.statute': 'Payments cover costs first, then interest, then the principal.',
  },
}
