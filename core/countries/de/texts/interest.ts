// How rules of interest, the flat compensation and the order of payments read.

import type { Catalogues } from '../../../explanations/index.ts'

export const INTEREST_TEXTS: Catalogues = {
  de: {
    'de.interest.consumer': '5 Prozentpunkte über dem Basiszinssatz, weil Verbraucher schulden',
    'de.interest.business': '9 Prozentpunkte über dem Basiszinssatz, weil ein Unternehmen einen Preis schuldet',
    'de.interest.business_old': '8 Prozentpunkte über dem Basiszinssatz: Der Vertrag ist älter als der 29.07.2014',
    'de.interest.other': '5 Prozentpunkte über dem Basiszinssatz: Es geht nicht um den Preis einer Leistung',
    'de.interest.mortgage': '2,5 Prozentpunkte über dem Basiszinssatz: Der Kredit ist durch ein Grundstück gesichert',
    'de.flat.due': 'Pauschale, weil ein Unternehmen zu spät zahlt',
    'de.flat.consumer': 'Keine Pauschale: Verbraucher schulden sie nicht.',
    'de.flat.no_price': 'Keine Pauschale: Es gibt sie nur, wenn es um den Preis einer Leistung geht.',
    'de.flat.old_contract': 'Keine Pauschale: Der Vertrag ist älter als der 29.07.2014.',
    'de.flat.not_late': 'Noch keine Pauschale: Der Schuldner ist nicht in Verzug.',
    'de.allocation.general': 'Zahlungen decken zuerst die Kosten, dann die Zinsen, dann die Hauptforderung.',
    'de.allocation.consumer_loan':
      'Bei Verbraucherkrediten decken Zahlungen zuerst die Kosten, dann den geschuldeten Betrag, zuletzt die Zinsen.',
  },
  en: {
    'de.interest.consumer': '5 points above the base rate, because a consumer owes',
    'de.interest.business': '9 points above the base rate, because a business owes a price',
    'de.interest.business_old': '8 points above the base rate: the contract is older than 29 July 2014',
    'de.interest.other': '5 points above the base rate: it is not the price of goods or services',
    'de.interest.mortgage': '2.5 points above the base rate: the credit is secured by land',
    'de.flat.due': 'Flat compensation, because a business pays late',
    'de.flat.consumer': 'No flat compensation: consumers do not owe it.',
    'de.flat.no_price': 'No flat compensation: it exists only for the price of goods or services.',
    'de.flat.old_contract': 'No flat compensation: the contract is older than 29 July 2014.',
    'de.flat.not_late': 'No flat compensation yet: the debtor is not in default.',
    'de.allocation.general': 'Payments cover costs first, then interest, then the principal.',
    'de.allocation.consumer_loan':
      'With consumer credit, payments cover costs first, then the amount owed, interest last.',
  },
}
