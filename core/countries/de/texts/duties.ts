// What letters must state, as a checklist reads.

import type { Catalogues } from '../../../explanations/index.ts'

export const DUTY_TEXTS: Catalogues = {
  de: {
    'de.duty.client': 'Name und Anschrift des Auftraggebers',
    'de.duty.ground':
      'Wofür gefordert wird: Gegenstand und Datum des Vertrags, bei Schadensersatz Art und Tag des Vorfalls',
    'de.duty.interest': 'Wie die Zinsen berechnet sind: Betrag, Zinssatz und Zeitraum',
    'de.duty.higher_rate': 'Dass der Zinssatz über dem gesetzlichen liegt, und warum',
    'de.duty.costs': 'Art, Höhe und Grund der Inkassokosten',
    'de.duty.vat': 'Dass der Auftraggeber die Umsatzsteuer nicht als Vorsteuer abziehen kann',
    'de.duty.address': 'Dass die Anschrift anderswo ermittelt wurde, und wie Fehler gemeldet werden können',
    'de.duty.authority': 'Name, Anschrift und elektronische Erreichbarkeit der Aufsichtsbehörde',
    'de.duty.chamber': 'Name, Anschrift und elektronische Erreichbarkeit der Rechtsanwaltskammer',
    'de.duty.first_creditor': 'Wem die Forderung zuerst gehörte',
    'de.duty.contract': 'Die wesentlichen Umstände des Vertragsschlusses',
    'de.duty.plan_cost': 'Welche Kosten eine Ratenzahlung oder Stundung auslöst',
    'de.duty.acknowledged_parts': 'Welche Teile der Forderung anerkannt werden sollen',
    'de.duty.lost_defences': 'Welche Einwände mit dem Anerkenntnis verloren gehen, mit Beispielen',
    'de.duty.thirty_days': 'Dass ohne Zahlung nach 30 Tagen ab Fälligkeit und Empfang der Rechnung Verzug eintritt',
  },
  en: {
    'de.duty.client': 'Name and address of the client',
    'de.duty.ground': 'What is demanded for: subject and date of the contract, with damages kind and day of the event',
    'de.duty.interest': 'How interest is worked out: amount, rate and period',
    'de.duty.higher_rate': 'That the rate is above the statutory one, and why',
    'de.duty.costs': 'Kind, amount and reason of the collection costs',
    'de.duty.vat': 'That the client cannot deduct the VAT',
    'de.duty.address': 'That the address was found elsewhere, and how to point out errors',
    'de.duty.authority': 'Name, address and electronic contact of the supervisory authority',
    'de.duty.chamber': 'Name, address and electronic contact of the bar association',
    'de.duty.first_creditor': 'Who held the claim first',
    'de.duty.contract': 'The main circumstances in which the contract was made',
    'de.duty.plan_cost': 'Which costs instalments or a deferral bring',
    'de.duty.acknowledged_parts': 'Which parts of the claim are to be acknowledged',
    'de.duty.lost_defences': 'Which defences are lost by acknowledging, with examples',
    'de.duty.thirty_days': 'That without payment default begins 30 days after the due day and receipt of the invoice',
  },
}
