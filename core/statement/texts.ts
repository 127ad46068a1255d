// How statements read: the sentences of every statement's explanation, whatever the country.

import type { Catalogues } from '../explanations/index.ts'

export const STATEMENT_TEXTS: Catalogues = {
  de: {
    'statement.total': 'Offen, wenn am {day} bezahlt wird',
    'statement.overpaid': 'Zu viel bezahlt',
    'statement.invoice': 'Rechnungsbetrag',
    'statement.part.principal': 'Hauptforderung',
    'statement.part.interest': 'Verzugszinsen',
    'statement.part.flat': 'Verzugspauschale',
    'statement.part.charges': 'Mahnkosten',
    'statement.part.costs': 'Inkassokosten',
    'statement.part.court': 'Gerichtskosten',
    'statement.charge.interest': 'Zinsen, gebucht am {day}',
    'statement.charge.flat': 'Verzugspauschale ab {day}',
    'statement.charge.charges': 'Mahnkosten vom {day}',
    'statement.charge.costs': 'Inkassokosten vom {day}',
    'statement.charge.court': 'Gerichtskosten vom {day}',
    'statement.paid': 'Davon bezahlt mit der Zahlung vom {day} über {whole}',
    'statement.credited': 'Gutschrift vom {day}',
    'interest.span': 'Zinsen vom {from} bis {until}',
    'interest.stretch': {
      text: 'Zinsen vom {from} bis {until} zu {rate}',
      working: '{base} × {rate} × {days} ÷ {year} Tage = {exact}',
    },
    'interest.stretch.over_base': {
      text: 'Zinsen vom {from} bis {until} zu {rate} (Basiszins {baseRate} + {points})',
      working: '{base} × {rate} × {days} ÷ {year} Tage = {exact}',
    },
    'interest.joined': 'Ab dem {day} werden die bis dahin offenen Zinsen von {unpaid} mitverzinst.',
    'interest.agreed': 'Vereinbarter Zinssatz',
  },
  en: {
    'statement.total': 'Owed if paid on {day}',
    'statement.overpaid': 'Paid too much',
    'statement.invoice': 'Amount of the invoice',
    'statement.part.principal': 'Principal',
    'statement.part.interest': 'Late interest',
    'statement.part.flat': 'Flat compensation',
    'statement.part.charges': 'Dunning fees',
    'statement.part.costs': 'Collection costs',
    'statement.part.court': 'Court costs',
    'statement.charge.interest': 'Interest booked on {day}',
    'statement.charge.flat': 'Flat compensation from {day}',
    'statement.charge.charges': 'Dunning fee of {day}',
    'statement.charge.costs': 'Collection costs of {day}',
    'statement.charge.court': 'Court costs of {day}',
    'statement.paid': 'Of which paid by the payment of {day} of {whole}',
    'statement.credited': 'Credit of {day}',
    'interest.span': 'Interest from {from} to {until}',
    'interest.stretch': {
      text: 'Interest from {from} to {until} at {rate}',
      working: '{base} × {rate} × {days} ÷ {year} days = {exact}',
    },
    'interest.stretch.over_base': {
      text: 'Interest from {from} to {until} at {rate} (base rate {baseRate} + {points})',
      working: '{base} × {rate} × {days} ÷ {year} days = {exact}',
    },
    'interest.joined': 'From {day} the interest left unpaid until then, {unpaid}, bears interest, too.',
    'interest.agreed': 'Agreed interest rate',
  },
}
