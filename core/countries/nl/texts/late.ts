// How late payment in the Netherlands reads.

import type { Catalogues } from '../../../explanations/index.ts'

export const LATE_TEXTS: Catalogues = {
  de: {
    'nl.late.agreed_term':
      'Die vereinbarte Zahlungsfrist endete am {due}. Ohne weitere Mahnung ist die Zahlung seit dem {from} verspätet.',
    'nl.late.refused':
      'Am {refused} wurde die Zahlung endgültig abgelehnt. Eine Mahnung ist dann nicht nötig: Die Zahlung ist seit dem {from} verspätet.',
    'nl.late.notice':
      'Die Mahnung kam am {received} an. Bis zum {last} blieb angemessen Zeit; seit dem {from} ist die Zahlung verspätet.',
    'nl.late.invoice':
      'Zwischen Unternehmen ohne vereinbarte Frist: Die Rechnung kam am {received} an, {days} Tage danach ist die Zahlung ab dem {from} verspätet.',
    'nl.late.not_yet':
      'Die Zahlung gilt noch nicht als verspätet. Dazu braucht es eine vereinbarte Frist oder eine schriftliche Mahnung mit einer Frist, hier von {days} Tagen.',
    'nl.late.not_at_fault':
      'Die Verspätung ist der Schuldnerin oder dem Schuldner nicht zuzurechnen; dann laufen keine Verzugszinsen.',
    'nl.flat.trade': 'Pauschale von {amount} für eine verspätete Zahlung zwischen Unternehmen',
    'nl.flat.not_trade': 'Keine Pauschale: Es gibt sie nur für Waren und Leistungen zwischen Unternehmen.',
    'nl.flat.old_contract': 'Keine Pauschale: Der Vertrag ist älter als die Regelung vom 16. März 2013.',
    'nl.interest.over_ecb': {
      text: 'Zinsen vom {from} bis {until} zu {rate} (EZB-Zinssatz {baseRate} + {points})',
      working: '{base} × {rate} × {days} ÷ {year} Tage = {exact}',
    },
    'nl.interest.general': 'Gesetzlicher Zinssatz der Niederlande, einmal im Jahr mit Zinseszins',
    'nl.interest.trade': 'Gesetzlicher Handelszinssatz der Niederlande, einmal im Jahr mit Zinseszins',
    'nl.interest.trade_old':
      'Gesetzlicher Handelszinssatz der Niederlande für Verträge vor dem 16. März 2013, einmal im Jahr mit Zinseszins',
    'nl.allocation.6_44': 'Eine Zahlung deckt zuerst Kosten, dann Zinsen, dann die Rechnung.',
  },
  en: {
    'nl.late.agreed_term':
      'The agreed term ended on {due}. Without any further reminder the payment is late since {from}.',
    'nl.late.refused':
      'Payment was refused for good on {refused}. No reminder is needed then: the payment is late since {from}.',
    'nl.late.notice':
      'The reminder arrived on {received}. Until {last} there was reasonable time; the payment is late since {from}.',
    'nl.late.invoice':
      'Between businesses without an agreed term: the invoice arrived on {received}; {days} days later, from {from}, the payment is late.',
    'nl.late.not_yet':
      'The payment does not count as late yet. That takes an agreed term, or a written reminder with a term, here of {days} days.',
    'nl.late.not_at_fault': 'The delay is not the debtor’s fault; no late interest runs then.',
    'nl.flat.trade': 'Flat sum of {amount} for a late payment between businesses',
    'nl.flat.not_trade': 'No flat sum: there is one only for goods and services between businesses.',
    'nl.flat.old_contract': 'No flat sum: the contract is older than the rule of 16 March 2013.',
    'nl.interest.over_ecb': {
      text: 'Interest from {from} to {until} at {rate} (ECB rate {baseRate} + {points})',
      working: '{base} × {rate} × {days} ÷ {year} days = {exact}',
    },
    'nl.interest.general': 'Statutory rate of the Netherlands, compounded once a year',
    'nl.interest.trade': 'Statutory trade rate of the Netherlands, compounded once a year',
    'nl.interest.trade_old':
      'Statutory trade rate of the Netherlands for contracts from before 16 March 2013, compounded once a year',
    'nl.allocation.6_44': 'A payment covers costs first, then interest, then the invoice.',
  },
}
