// The questions that German law leaves open, and their answers, as a settings page shows them.

import type { Catalogues } from '../../../explanations/index.ts'

export const CHOICE_TEXTS: Catalogues = {
  de: {
    'choice.de.loan': 'Woher die Forderungen stammen',
    'choice.de.loan.none': 'Nicht aus Krediten an Verbraucher',
    'choice.de.loan.consumer': 'Aus Krediten an Verbraucher',
    'choice.de.loan.mortgage': 'Aus Krediten an Verbraucher, durch ein Grundstück gesichert',
    'choice.de.thirty_days': 'Wenn der dreißigste Tag nach der Rechnung kein Werktag ist',
    'choice.de.thirty_days.moved': 'Zeit bis zum nächsten Werktag (vorsichtig)',
    'choice.de.thirty_days.fixed': 'Der dreißigste Tag bleibt der letzte',
    'choice.de.dunning_fee': 'Was eigene Mahnungen im Verzug kosten dürfen',
    'choice.de.dunning_fee.limit': 'Höchstens einen Betrag je Brief, den Gerichte gelten ließen',
    'choice.de.dunning_fee.actual_cost': 'Nur die nachgewiesenen Kosten des einzelnen Briefs',
  },
  en: {
    'choice.de.loan': 'Where the claims come from',
    'choice.de.loan.none': 'Not from credit to consumers',
    'choice.de.loan.consumer': 'From credit to consumers',
    'choice.de.loan.mortgage': 'From credit to consumers, secured by land',
    'choice.de.thirty_days': 'If the thirtieth day after the invoice is no working day',
    'choice.de.thirty_days.moved': 'Time until the next working day (cautious)',
    'choice.de.thirty_days.fixed': 'The thirtieth day stays the last',
    'choice.de.dunning_fee': 'What own reminders in default may cost',
    'choice.de.dunning_fee.limit': 'At most a sum per letter that courts have let pass',
    'choice.de.dunning_fee.actual_cost': 'Only the proven cost of the single letter',
  },
}
