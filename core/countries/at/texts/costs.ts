import type { Catalogues } from '../../../explanations/index.ts'

/** What collecting may cost at most, step by step. */
export const COSTS: Catalogues = {
  de: {
    'at.costs.note':
      'Höchstens so viel dürfen die Schritte des Inkassobüros kosten. Geschuldet ist davon nur, was notwendig war und in einem angemessenen Verhältnis zur Forderung steht.',
    'at.costs.share': { text: '{step}: Höchstbetrag', working: '{rate} von {base}' },
    'at.costs.text_amount': { text: '{step}: Höchstbetrag der Verordnung', working: '{text} × {factor}' },
    'at.costs.indexed': {
      text: '{step}: Höchstbetrag mit der Teuerung bis {year}',
      working: '{text} × {factor}',
    },
    'at.costs.vat': { text: 'Umsatzsteuer', working: '{rate} von {net}' },
    'at.costs.no_vat': 'Keine Umsatzsteuer: Wer die Rechnung stellt, kann sie als Vorsteuer abziehen.',
    'at.costs.flat_credit': 'Der feste Betrag für die verspätete Zahlung wird angerechnet.',
    'at.step.processing': 'Bearbeitung',
    'at.step.first_reminder': 'Erste Mahnung',
    'at.step.further_reminder': 'Weitere Mahnung',
    'at.step.phone_call': 'Telefonisches Inkasso',
    'at.step.instalment_plan': 'Ratenvereinbarung',
    'at.step.settlement': 'Vergleich',
    'at.step.file_keeping': 'Evidenzhaltung für ein Vierteljahr',
    'at.step.address_search': 'Suche der Anschrift in derselben Gemeinde, ohne Auslagen',
    'at.step.income_inquiry': 'Erhebung von Einkommen und Vermögen, ohne Auslagen',
    'at.dunning.consumer':
      'Für eigene Mahnungen nennt das Gesetz keinen Betrag. Verlangt werden darf nur, was notwendig war und zur Höhe der Forderung passt.',
    'at.dunning.business':
      'Zwischen Unternehmen deckt der feste Betrag für die verspätete Zahlung die eigenen Mahnungen. Mehr steht nur zu, wenn es nachgewiesen wird.',
    'at.dunning.no_fault': 'Trifft den Schuldner an der Verspätung keine Schuld, kosten eigene Mahnungen nichts.',
    'at.collection_costs': 'Höchstbeträge für Inkassobüros',
    'at.price_index_1986': 'Verbraucherpreisindex 1986',
  },
  en: {
    'at.costs.note':
      'The collection agency’s steps may cost this much at most. Of that, only what was necessary and in proportion to the claim is owed.',
    'at.costs.share': { text: '{step}: maximum', working: '{rate} of {base}' },
    'at.costs.text_amount': { text: '{step}: maximum of the ordinance', working: '{text} × {factor}' },
    'at.costs.indexed': { text: '{step}: maximum with prices of {year}', working: '{text} × {factor}' },
    'at.costs.vat': { text: 'VAT', working: '{rate} of {net}' },
    'at.costs.no_vat': 'No VAT: the creditor deducts it as input tax.',
    'at.costs.flat_credit': 'The fixed sum for the late payment is credited.',
    'at.step.processing': 'Processing',
    'at.step.first_reminder': 'First reminder',
    'at.step.further_reminder': 'Further reminder',
    'at.step.phone_call': 'Collection by telephone',
    'at.step.instalment_plan': 'Instalment agreement',
    'at.step.settlement': 'Settlement',
    'at.step.file_keeping': 'File keeping for a quarter',
    'at.step.address_search': 'Search for the address in the same municipality, without outlays',
    'at.step.income_inquiry': 'Inquiry into income and assets, without outlays',
    'at.dunning.consumer':
      'The law names no sum for the creditor’s own reminders. Only what was necessary and fits the size of the claim may be demanded.',
    'at.dunning.business':
      'Between businesses, the fixed sum for the late payment covers the creditor’s own reminders. More is due only against proof.',
    'at.dunning.no_fault': 'Where the delay is not the debtor’s fault, the creditor’s own reminders cost nothing.',
    'at.collection_costs': 'Maxima for collection agencies',
    'at.price_index_1986': 'Consumer price index 1986',
  },
}
