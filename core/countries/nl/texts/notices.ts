// Sentences of Dutch law in a creditor's reminders: the fourteen-day letter with its term, its consequence and its exact costs.

import type { DebtorKind } from '../../../late-payment/index.ts'
import type { Language } from '../../../letters/index.ts'

type Sentences = {
  readonly interest: Readonly<Record<DebtorKind, string>>
  readonly fourteenDays: string
  readonly fourteenDaysVat: string
  readonly business: string
}

export const NOTICE_TEXTS: Readonly<Record<Language, Sentences>> = {
  nl: {
    interest: {
      consumer: 'Over de tijd dat u te laat bent, kunnen wij wettelijke rente vragen (art. 6:119 BW).',
      business: 'Over de tijd dat u te laat bent, kunnen wij wettelijke handelsrente vragen (art. 6:119a BW).',
    },
    fourteenDays:
      'U betaalt geen incassokosten als uw betaling {term}, bij ons binnen is. Is het bedrag dan niet volledig betaald, dan bent u daarnaast {gross} incassokosten verschuldigd (art. 6:96 lid 6 BW).',
    fourteenDaysVat:
      'U betaalt geen incassokosten als uw betaling {term}, bij ons binnen is. Is het bedrag dan niet volledig betaald, dan bent u daarnaast {net} incassokosten verschuldigd, verhoogd met {vat} btw omdat wij de btw niet kunnen verrekenen, samen {gross} (art. 6:96 lid 6 BW).',
    business:
      'Blijft betaling uit, dan bent u daarnaast buitengerechtelijke incassokosten verschuldigd, nu {gross} (art. 6:96 lid 4 en 5 BW).',
  },
  de: {
    interest: {
      consumer: 'Für die Zeit des Verzugs können wir gesetzliche Zinsen verlangen (Art.\u00a06:119 BW).',
      business: 'Für die Zeit des Verzugs können wir gesetzliche Handelszinsen verlangen (Art.\u00a06:119a BW).',
    },
    fourteenDays:
      'Sie zahlen keine Inkassokosten, wenn Ihre Zahlung {term}, bei uns eingeht. Ist der Betrag dann nicht vollständig bezahlt, schulden Sie zusätzlich {gross} Inkassokosten (Art.\u00a06:96 Abs.\u00a06 BW).',
    fourteenDaysVat:
      'Sie zahlen keine Inkassokosten, wenn Ihre Zahlung {term}, bei uns eingeht. Ist der Betrag dann nicht vollständig bezahlt, schulden Sie zusätzlich {net} Inkassokosten, erhöht um {vat} Mehrwertsteuer, weil wir sie nicht als Vorsteuer abziehen können, zusammen {gross} (Art.\u00a06:96 Abs.\u00a06 BW).',
    business:
      'Bleibt die Zahlung aus, schulden Sie zusätzlich außergerichtliche Inkassokosten, derzeit {gross} (Art.\u00a06:96 Abs.\u00a04 und 5 BW).',
  },
  en: {
    interest: {
      consumer: 'For the time of the delay we may ask for statutory interest (art. 6:119 BW).',
      business: 'For the time of the delay we may ask for statutory commercial interest (art. 6:119a BW).',
    },
    fourteenDays:
      'You pay no collection costs if your payment reaches us {term}. If the sum is not fully paid then, you will in addition owe collection costs of {gross} (art. 6:96 (6) BW).',
    fourteenDaysVat:
      'You pay no collection costs if your payment reaches us {term}. If the sum is not fully paid then, you will in addition owe collection costs of {net}, increased by {vat} VAT because we cannot deduct it, together {gross} (art. 6:96 (6) BW).',
    business:
      'If payment does not arrive, you will in addition owe extrajudicial collection costs, at present {gross} (art. 6:96 (4), (5) BW).',
  },
}
