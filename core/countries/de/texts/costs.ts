// The wording of collection costs and fee notes. What the statute calls a fee keeps its German name in English, in brackets.

import type { Catalogues, Wording } from '../../../explanations/index.ts'

const PRODUCT = '{rate} × {unit}'

const de = {
  'de.costs.total': 'Kosten der Beitreibung aus einem Wert von {value}',
  'de.costs.nothing': 'Nichts ist offen, also kostet die Beitreibung nichts',
  'de.costs.fee': { text: '{fee} aus einem Wert von {value}', working: PRODUCT },
  'de.costs.fee_minimum': {
    text: '{fee} aus einem Wert von {value}; keine Gebühr ist niedriger als {minimum}',
    working: `${PRODUCT}, mindestens {minimum}`,
  },
  'de.costs.fee_parts': {
    text: '{fee} aus einem Wert von {value}; mit der anderen Gebühr zusammen höchstens {most}',
    working: `${PRODUCT}, gekürzt`,
  },
  'de.costs.fee_simple': {
    text: '{fee} aus einem Wert von {value}. Wer innerhalb von zwei Wochen nach dem ersten Schreiben zahlt, schuldet nur die halbe Gebühr',
    working: PRODUCT,
  },
  'de.costs.fee_usual': {
    text: '{fee} aus einem Wert von {value} für eine Forderung, der niemand widersprochen hat',
    working: PRODUCT,
  },
  'de.costs.fee_disputed': {
    text: '{fee} aus einem Wert von {value} für eine Forderung, der vor dem Auftrag widersprochen wurde',
    working: PRODUCT,
  },
  'de.costs.fee_extensive': {
    text: '{fee} aus einem Wert von {value}, höchstens, weil die Sache besonders umfangreich oder schwierig war',
    working: PRODUCT,
  },
  'de.costs.fee_plan': {
    text: '{fee} für die Ratenzahlung; dafür zählt ein Teil der Forderung: {value}',
    working: PRODUCT,
  },
  'de.costs.fee_settlement': {
    text: '{fee} für die Einigung, die den Streit beendet hat, aus einem Wert von {value}',
    working: PRODUCT,
  },
  'de.costs.credit': { text: 'Angerechnet: {fee} aus einem Wert von {value}', working: PRODUCT },
  'de.costs.credit_half': {
    text: 'Angerechnet: die Hälfte der {fee}, die vor dem Verfahren entstanden ist, aus einem Wert von {value}',
    working: `${PRODUCT} ÷ 2`,
  },
  'de.costs.flat_expenses': {
    text: 'Auslagen für Post und Telefon, pauschal, höchstens {most}',
    working: '{share}\u00a0% von {of}',
  },
  'de.costs.other_expenses': 'Weitere Auslagen laut Beleg',
  'de.costs.vat': {
    text: 'Umsatzsteuer, weil der Gläubiger sie nicht als Vorsteuer abziehen kann',
    working: '{rate}\u00a0% von {net}',
  },
  'de.costs.flat_credit': 'Die Pauschale von {flat} wird auf die Kosten angerechnet',
  'de.vv.1000': 'Einigungsgebühr',
  'de.vv.1003': 'Einigungsgebühr im Verfahren',
  'de.vv.2300': 'Geschäftsgebühr',
  'de.vv.2301': 'Gebühr für ein einfaches Schreiben',
  'de.vv.3100': 'Verfahrensgebühr',
  'de.vv.3104': 'Terminsgebühr',
  'de.vv.3305': 'Gebühr für den Antrag auf den Mahnbescheid',
  'de.vv.3306': 'Gebühr für den nicht gestellten Antrag auf den Mahnbescheid',
  'de.vv.3307': 'Gebühr für den Widerspruch',
  'de.vv.3308': 'Gebühr für den Antrag auf den Vollstreckungsbescheid',
  'de.vv.3309': 'Gebühr für die Zwangsvollstreckung',
  'de.vv.other': 'Gebühr',
} as const

const en: Readonly<Record<keyof typeof de, Wording>> = {
  'de.costs.total': 'Cost of collecting, from a value of {value}',
  'de.costs.nothing': 'Nothing is owed, so collecting costs nothing',
  'de.costs.fee': { text: '{fee} from a value of {value}', working: PRODUCT },
  'de.costs.fee_minimum': {
    text: '{fee} from a value of {value}; no fee is lower than {minimum}',
    working: `${PRODUCT}, at least {minimum}`,
  },
  'de.costs.fee_parts': {
    text: '{fee} from a value of {value}; together with the other fee at most {most}',
    working: `${PRODUCT}, cut`,
  },
  'de.costs.fee_simple': {
    text: '{fee} from a value of {value}. Whoever pays within two weeks of the first letter owes half a fee only',
    working: PRODUCT,
  },
  'de.costs.fee_usual': { text: '{fee} from a value of {value} for a claim that nobody disputed', working: PRODUCT },
  'de.costs.fee_disputed': {
    text: '{fee} from a value of {value} for a claim that was disputed before collection began',
    working: PRODUCT,
  },
  'de.costs.fee_extensive': {
    text: '{fee} from a value of {value}, at most, because the matter was specially extensive or difficult',
    working: PRODUCT,
  },
  'de.costs.fee_plan': { text: '{fee} for the instalments; part of the claim counts: {value}', working: PRODUCT },
  'de.costs.fee_settlement': {
    text: '{fee} for the agreement that ended the dispute, from a value of {value}',
    working: PRODUCT,
  },
  'de.costs.credit': { text: 'Credited: {fee} from a value of {value}', working: PRODUCT },
  'de.costs.credit_half': {
    text: 'Credited: half of the {fee} that arose before the procedure, from a value of {value}',
    working: `${PRODUCT} ÷ 2`,
  },
  'de.costs.flat_expenses': {
    text: 'Post and telephone, in one sum, at most {most}',
    working: '{share}\u00a0% of {of}',
  },
  'de.costs.other_expenses': 'Further expenses with receipts',
  'de.costs.vat': {
    text: 'Value added tax, because the creditor cannot deduct it',
    working: '{rate}\u00a0% of {net}',
  },
  'de.costs.flat_credit': 'The flat compensation of {flat} counts towards the costs',
  'de.vv.1000': 'settlement fee (Einigungsgebühr)',
  'de.vv.1003': 'settlement fee in court (Einigungsgebühr)',
  'de.vv.2300': 'fee for work out of court (Geschäftsgebühr)',
  'de.vv.2301': 'fee for a simple letter',
  'de.vv.3100': 'fee for the suit (Verfahrensgebühr)',
  'de.vv.3104': 'fee for the hearing (Terminsgebühr)',
  'de.vv.3305': 'fee for applying for the order for payment',
  'de.vv.3306': 'fee for an application for the order for payment that was not filed',
  'de.vv.3307': 'fee for the objection',
  'de.vv.3308': 'fee for applying for the enforcement order',
  'de.vv.3309': 'fee for enforcement',
  'de.vv.other': 'fee',
}

export const COST_TEXTS: Catalogues = { de, en }
