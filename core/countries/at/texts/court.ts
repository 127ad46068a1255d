import type { Catalogues } from '../../../explanations/index.ts'

/** Court fees and the order-for-payment procedure. */
export const COURT: Catalogues = {
  de: {
    'at.court.note': 'Gebühren des Gerichts',
    'at.court.fee': 'Pauschalgebühr für eine Klage oder Mahnklage über {value}',
    'at.court.already_paid': 'Die Gebühr der Mahnklage deckt auch das Verfahren nach einem Einspruch.',
    'at.court_fees': 'Pauschalgebühren der ersten Instanz',
    'at.procedure.mandatory':
      'Eine Klage auf Geld bis {most} läuft im Mahnverfahren: Das Gericht erlässt einen Zahlungsbefehl.',
    'at.procedure.too_high':
      'Über {most} gibt es kein Mahnverfahren: {value} sind im ordentlichen Verfahren zu klagen.',
    'at.procedure.abroad': 'Gegen Schuldner im Ausland gibt es kein Mahnverfahren.',
    'at.procedure.not_money': 'Das Mahnverfahren gibt es nur für Geldforderungen.',
    'at.procedure.periods':
      'Der Zahlungsbefehl wurde am {served} zugestellt: Gezahlt werden kann bis zum {pay}, Einspruch ist bis zum {object} möglich.',
  },
  en: {
    'at.court.note': 'Court fees',
    'at.court.fee': 'Flat fee for a suit or an order-for-payment claim over {value}',
    'at.court.already_paid': 'The fee of the order-for-payment claim covers the proceedings after an objection, too.',
    'at.court_fees': 'Flat fees of the first instance',
    'at.procedure.mandatory':
      'A suit for money up to {most} takes the order-for-payment procedure: the court issues an order to pay.',
    'at.procedure.too_high':
      'Above {most} there is no order-for-payment procedure: {value} are to be sued for in ordinary proceedings.',
    'at.procedure.abroad': 'There is no order-for-payment procedure against debtors abroad.',
    'at.procedure.not_money': 'The order-for-payment procedure is for claims for money only.',
    'at.procedure.periods':
      'The order to pay was served on {served}: payment is possible until {pay}, an objection until {object}.',
  },
}
