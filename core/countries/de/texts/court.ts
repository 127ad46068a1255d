// The wording of court costs, of representation in court, of the court that is competent, and of the bailiff's acts.

import type { Catalogues, Wording } from '../../../explanations/index.ts'

const PRODUCT = '{rate} × {unit}'

const de = {
  'de.court.total.order_for_payment': 'Kosten des Mahnverfahrens bei einem Wert von {value}',
  'de.court.total.suit': 'Kosten der Klage bei einem Wert von {value}',
  'de.court.total.enforcement': 'Kosten der Zwangsvollstreckung bei einem Wert von {value}',
  'de.court.fee': 'Gerichtskosten',
  'de.court.representation': 'Kosten der Vertretung',
  'de.court.kv_1100': { text: 'Gebühr für den Mahnbescheid aus einem Wert von {value}', working: PRODUCT },
  'de.court.kv_1100_minimum': {
    text: 'Gebühr für den Mahnbescheid aus einem Wert von {value}, mindestens {minimum}',
    working: `${PRODUCT}, mindestens {minimum}`,
  },
  'de.court.kv_1210': { text: 'Gebühr für die Klage aus einem Wert von {value}', working: PRODUCT },
  'de.court.kv_1210_minimum': {
    text: 'Gebühr für die Klage aus einem Wert von {value}, mindestens {minimum}',
    working: `${PRODUCT}, mindestens {minimum}`,
  },
  'de.court.kv_1211': {
    text: 'Gebühr für die Klage, die ohne Urteil endete, aus einem Wert von {value}',
    working: PRODUCT,
  },
  'de.court.kv_1211_minimum': {
    text: 'Gebühr für die Klage, die ohne Urteil endete, aus einem Wert von {value}, mindestens {minimum}',
    working: `${PRODUCT}, mindestens {minimum}`,
  },
  'de.court.kv_other': { text: 'Gerichtsgebühr aus einem Wert von {value}', working: PRODUCT },
  'de.court.kv_other_minimum': {
    text: 'Gerichtsgebühr aus einem Wert von {value}, mindestens {minimum}',
    working: `${PRODUCT}, mindestens {minimum}`,
  },
  'de.court.kv_2111': 'Pfändungs- und Überweisungsbeschluss',
  'de.court.credit_1100': 'Angerechnet: die Gebühr für den Mahnbescheid',
  'de.court.collector_cap':
    'Vertretung durch ein Inkassounternehmen; mehr war für das Mahnverfahren nicht zu erstatten',
  'de.court.competent': 'Zuständig ist das Gericht am Sitz des Gläubigers, nicht des Schuldners: {court}',
  'de.bailiff.total': 'Kosten des Gerichtsvollziehers',
  'de.bailiff.service_in_person': 'Persönliche Zustellung',
  'de.bailiff.service_electronic': 'Elektronische Zustellung',
  'de.bailiff.service_by_post': 'Zustellung durch die Post',
  'de.bailiff.advance_notice': 'Zustellung der Vorpfändung',
  'de.bailiff.attachment': 'Pfändung beweglicher Sachen',
  'de.bailiff.takeover': 'Übernahme beweglicher Sachen zum Verkauf',
  'de.bailiff.settlement_attempt': 'Versuch einer gütlichen Erledigung',
  'de.bailiff.settlement_attempt_joined': 'Versuch einer gütlichen Erledigung neben einem anderen Auftrag',
  'de.bailiff.taking_away': 'Wegnahme beweglicher Sachen',
  'de.bailiff.eviction': 'Räumung',
  'de.bailiff.eviction_only': 'Räumung ohne Wegschaffen der Sachen',
  'de.bailiff.asset_disclosure': 'Abnahme der Vermögensauskunft',
  'de.bailiff.asset_list': 'Übermittlung eines vorhandenen Vermögensverzeichnisses',
  'de.bailiff.affidavit': 'Abnahme der eidesstattlichen Versicherung',
  'de.bailiff.arrest': 'Verhaftung',
  'de.bailiff.receipt': 'Entgegennahme einer Zahlung',
  'de.bailiff.data_query': 'Abfrage bei einer fremden Stelle',
  'de.bailiff.address_query': 'Abfrage der Anschrift beim Meldeamt',
  'de.bailiff.data_passed_on': 'Weitergabe vorhandener Daten',
  'de.bailiff.service_failed': 'Zustellung, die nicht gelang',
  'de.bailiff.act_failed': 'Amtshandlung, die nicht gelang',
  'de.bailiff.travel': 'Wegegeld bei {km} km',
  'de.bailiff.expenses': {
    text: 'Auslagen, pauschal, mindestens {least} und höchstens {most}',
    working: '{share}\u00a0% von {of}',
  },
} as const

const en: Readonly<Record<keyof typeof de, Wording>> = {
  'de.court.total.order_for_payment': 'Cost of the order for payment at a value of {value}',
  'de.court.total.suit': 'Cost of the suit at a value of {value}',
  'de.court.total.enforcement': 'Cost of enforcement at a value of {value}',
  'de.court.fee': 'Court fees',
  'de.court.representation': 'Cost of representation',
  'de.court.kv_1100': { text: 'Fee for the order for payment from a value of {value}', working: PRODUCT },
  'de.court.kv_1100_minimum': {
    text: 'Fee for the order for payment from a value of {value}, at least {minimum}',
    working: `${PRODUCT}, at least {minimum}`,
  },
  'de.court.kv_1210': { text: 'Fee for the suit from a value of {value}', working: PRODUCT },
  'de.court.kv_1210_minimum': {
    text: 'Fee for the suit from a value of {value}, at least {minimum}',
    working: `${PRODUCT}, at least {minimum}`,
  },
  'de.court.kv_1211': {
    text: 'Fee for a suit that ended without judgement, from a value of {value}',
    working: PRODUCT,
  },
  'de.court.kv_1211_minimum': {
    text: 'Fee for a suit that ended without judgement, from a value of {value}, at least {minimum}',
    working: `${PRODUCT}, at least {minimum}`,
  },
  'de.court.kv_other': { text: 'Court fee from a value of {value}', working: PRODUCT },
  'de.court.kv_other_minimum': {
    text: 'Court fee from a value of {value}, at least {minimum}',
    working: `${PRODUCT}, at least {minimum}`,
  },
  'de.court.kv_2111': 'Attachment and transfer order',
  'de.court.credit_1100': 'Credited: the fee for the order for payment',
  'de.court.collector_cap': 'Representation by a collector; no more could be recovered for the order for payment',
  'de.court.competent': "The court at the creditor's seat is competent, not the debtor's: {court}",
  'de.bailiff.total': 'Cost of the bailiff',
  'de.bailiff.service_in_person': 'Service in person',
  'de.bailiff.service_electronic': 'Electronic service',
  'de.bailiff.service_by_post': 'Service by post',
  'de.bailiff.advance_notice': 'Service of the advance notice of attachment',
  'de.bailiff.attachment': 'Attachment of movables',
  'de.bailiff.takeover': 'Taking over movables for sale',
  'de.bailiff.settlement_attempt': 'Attempt at an amicable settlement',
  'de.bailiff.settlement_attempt_joined': 'Attempt at an amicable settlement beside another order',
  'de.bailiff.taking_away': 'Taking movables away',
  'de.bailiff.eviction': 'Eviction',
  'de.bailiff.eviction_only': 'Eviction without removing movables',
  'de.bailiff.asset_disclosure': 'Taking the asset disclosure',
  'de.bailiff.asset_list': 'Sending an existing list of assets',
  'de.bailiff.affidavit': 'Taking an affidavit',
  'de.bailiff.arrest': 'Arrest',
  'de.bailiff.receipt': 'Receiving a payment',
  'de.bailiff.data_query': 'Query at another authority',
  'de.bailiff.address_query': 'Query of the address at the register',
  'de.bailiff.data_passed_on': 'Passing on data at hand',
  'de.bailiff.service_failed': 'Service that did not succeed',
  'de.bailiff.act_failed': 'Act that did not succeed',
  'de.bailiff.travel': 'Travel at {km} km',
  'de.bailiff.expenses': {
    text: 'Expenses in one sum, at least {least} and at most {most}',
    working: '{share}\u00a0% of {of}',
  },
}

export const COURT_TEXTS: Catalogues = { de, en }
