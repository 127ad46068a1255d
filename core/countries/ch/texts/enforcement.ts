import type { Catalogues } from '../../../explanations/index.ts'

/** Fees and periods of the enforcement offices, limitation, and the questions left open. */
export const ENFORCEMENT: Catalogues = {
  de: {
    'ch.series.payment_order_fees': 'Gebühren für Zahlungsbefehl und Konkursandrohung',
    'ch.series.seizure_fees': 'Gebühren für die Pfändung',
    'ch.fees.total': 'Gebühren des Betreibungsamts',
    'ch.fees.payment_order': 'Zahlungsbefehl über {claim}',
    'ch.fees.bankruptcy_threat': 'Konkursandrohung über {claim}',
    'ch.fees.seizure': 'Pfändung für {claim}',
    'ch.fees.further_copy': 'Weitere Ausfertigung des Zahlungsbefehls über {claim}, zur halben Gebühr',
    'ch.fees.postage': 'Porto und Zustellung',
    'ch.fees.without_postage': 'Porto und Zustellung kommen hinzu; sie sind von Amt zu Amt verschieden.',
    'ch.procedure.periods':
      'Der Zahlungsbefehl wurde am {served} zugestellt: Rechtsvorschlag ist bis zum {object} möglich, gezahlt werden kann bis zum {pay}, fortgesetzt wird die Betreibung vom {from} bis zum {until}.',
    'ch.limitation.contract':
      'Je nach Art der Forderung gelten fünf oder zehn Jahre. Vorsichtshalber zählen fünf Jahre ab dem {start}: bis zum {until}.',
    'ch.limitation.consumer_sale': 'Die Forderung verjährt fünf Jahre nach dem {start}: mit dem {until}.',
    'ch.limitation.other':
      'Je nach Art der Forderung gelten drei oder zehn Jahre. Vorsichtshalber zählen drei Jahre ab dem {start}: bis zum {until}.',
    'ch.limitation.title': 'Die Forderung ist durch Urteil festgestellt: Zehn Jahre ab dem {start}, bis zum {until}.',
    'ch.limitation.pending':
      'Die Klage vom {filed} ist bei Gericht: Bis das Verfahren endet, verjährt die Forderung nicht.',
    'ch.limitation.interrupted': 'Am {on} wurde die Frist unterbrochen: Sie beginnt neu.',
    'ch.limitation.move.interruption':
      'Anerkennung, Teilzahlung, Betreibung oder Klage vor dem Ende lassen die Frist neu beginnen.',
    'ch.limitation.move.ten_years':
      'Gilt für die Forderung die allgemeine Frist von zehn Jahren, endet sie am {until}.',
    'choice.ch.rest_day': 'Wenn der Zahlungstag auf einen Samstag, Sonntag oder Feiertag fällt',
    'choice.ch.rest_day.next_working_day': 'Es kann bis zum nächsten Werktag gezahlt werden.',
    'choice.ch.rest_day.unchanged': 'Der Zahlungstag bleibt, wie er ist.',
    'choice.ch.reminder_fee': 'Mahngebühr im Vertrag',
    'choice.ch.reminder_fee.not_agreed': 'Es ist keine vereinbart.',
    'choice.ch.reminder_fee.agreed': 'Sie ist mit einem klaren Betrag vereinbart.',
  },
  en: {
    'ch.series.payment_order_fees': 'Fees for payment orders and bankruptcy threats',
    'ch.series.seizure_fees': 'Fees for seizures',
    'ch.fees.total': 'Fees of the enforcement office',
    'ch.fees.payment_order': 'Payment order over {claim}',
    'ch.fees.bankruptcy_threat': 'Bankruptcy threat over {claim}',
    'ch.fees.seizure': 'Seizure for {claim}',
    'ch.fees.further_copy': 'Further copy of the payment order over {claim}, at half the fee',
    'ch.fees.postage': 'Postage and service',
    'ch.fees.without_postage': 'Postage and service come on top; they differ from office to office.',
    'ch.procedure.periods':
      'The payment order was served on {served}: an objection is possible until {object}, payment until {pay}; the enforcement is continued between {from} and {until}.',
    'ch.limitation.contract':
      'Depending on the claim, five or ten years hold. To be safe, five years count from {start}: until {until}.',
    'ch.limitation.consumer_sale': 'The claim lapses five years after {start}: at the end of {until}.',
    'ch.limitation.other':
      'Depending on the claim, three or ten years hold. To be safe, three years count from {start}: until {until}.',
    'ch.limitation.title': 'The claim is established by judgment: ten years from {start}, until {until}.',
    'ch.limitation.pending': 'The suit of {filed} is before the court: until it ends, the claim does not lapse.',
    'ch.limitation.interrupted': 'On {on} the period was interrupted: it begins anew.',
    'ch.limitation.move.interruption':
      'An acknowledgement, a part payment, an enforcement request or a suit before the end make the period begin anew.',
    'ch.limitation.move.ten_years': 'If the general period of ten years holds for the claim, it ends on {until}.',
    'choice.ch.rest_day': 'Where the day of payment is a Saturday, a Sunday or a holiday',
    'choice.ch.rest_day.next_working_day': 'Payment is possible until the next working day.',
    'choice.ch.rest_day.unchanged': 'The day of payment stays as it is.',
    'choice.ch.reminder_fee': 'A reminder fee in the contract',
    'choice.ch.reminder_fee.not_agreed': 'None was agreed.',
    'choice.ch.reminder_fee.agreed': 'It was agreed with a clear amount.',
  },
}
