// What had to be assumed to answer, because nobody said it: told beside each answer, never silently.

import type { LocalDate } from '../calendar/index.ts'
import { type Catalogues, type Line, inNumber, line, onDay } from '../explanations/index.ts'

export type Assumption =
  /** The day of the contract is not known; day. */
  | 'contract_when_due'
  | 'contract_when_served'
  | 'contract_when_invoiced'
  /** A reminder reached the debtor so many days after it was sent; day, days. */
  | 'reminder_post'
  /** Of several reminders only the last is on record; day. */
  | 'reminder_last_only'

export function assumed(what: Assumption, { day, days }: { day: LocalDate; days?: number }): Line {
  return line(`assumption.${what}`, {
    quantities: { day: onDay(day), ...(days === undefined ? {} : { days: inNumber(days) }) },
  })
}

export const ASSUMPTION_TEXTS: Catalogues = {
  de: {
    'assumption.contract_when_due':
      'Wann der Vertrag geschlossen wurde, ist nicht angegeben. Wir rechnen mit dem Tag der Fälligkeit, dem {day}.',
    'assumption.contract_when_served':
      'Wann der Vertrag geschlossen wurde, ist nicht angegeben. Wir rechnen mit dem Tag der Leistung, dem {day}.',
    'assumption.contract_when_invoiced':
      'Wann der Vertrag geschlossen wurde, ist nicht angegeben. Wir rechnen mit dem Tag der Rechnung, dem {day}.',
    'assumption.reminder_post': 'Eine Mahnung vom {day} gilt nach {days} Tagen Postlauf als zugegangen.',
    'assumption.reminder_last_only':
      'Von mehreren Mahnungen kennen wir nur den Tag der letzten, den {day}. Wir rechnen mit ihm, also mit dem spätesten.',
  },
  en: {
    'assumption.contract_when_due': 'The day of the contract is not given. We calculate with the due day, {day}.',
    'assumption.contract_when_served':
      'The day of the contract is not given. We calculate with the day of the service, {day}.',
    'assumption.contract_when_invoiced':
      'The day of the contract is not given. We calculate with the day of the invoice, {day}.',
    'assumption.reminder_post': 'A reminder of {day} counts as received after {days} days in the post.',
    'assumption.reminder_last_only':
      'Of several reminders we know only the day of the last, {day}. We calculate with it, the latest possible.',
  },
}
