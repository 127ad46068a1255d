// Sentences of Austrian law in a creditor's reminders, for consumers and for businesses.

import type { NoticeKind } from '../../../duties/index.ts'
import type { DebtorKind } from '../../../late-payment/index.ts'
import type { Language } from '../../../letters/index.ts'

type ByDebtor = Readonly<Record<DebtorKind, string>>
type Sentences = Readonly<Record<NoticeKind, ByDebtor>>

const NONE = { consumer: '', business: '' }

const of = (interest: ByDebtor, costs: ByDebtor): Sentences => ({
  reminder: NONE,
  first: interest,
  second: interest,
  last: {
    consumer: `${interest.consumer} ${costs.consumer}`,
    business: `${interest.business} ${costs.business}`,
  },
})

const COSTS_DE =
  'Notwendige Kosten zweckentsprechender Betreibung sind zu ersetzen, soweit sie in einem angemessenen Verhältnis zur Forderung stehen (§\u00a01333 Abs.\u00a02 ABGB).'
const COSTS_EN =
  'Necessary costs of appropriate collection are to be made good as far as they are in a fair proportion to the claim (§\u00a01333 (2) ABGB).'
const COSTS_NL =
  'Noodzakelijke kosten van een passende inning moeten worden vergoed voor zover zij in een redelijke verhouding tot de vordering staan (§\u00a01333 lid 2 ABGB).'

export const NOTICE_TEXTS: Readonly<Record<Language, Sentences>> = {
  de: of(
    {
      consumer:
        'Für die Zeit des Zahlungsverzugs stehen uns gesetzliche Verzugszinsen zu (§§\u00a01000, 1333 Abs.\u00a01 ABGB).',
      business:
        'Für die Zeit des Zahlungsverzugs stehen uns gesetzliche Verzugszinsen (§\u00a0456 UGB) und ein Pauschalbetrag von 40\u00a0€ für Betreibungskosten (§\u00a0458 UGB) zu.',
    },
    { consumer: COSTS_DE, business: COSTS_DE },
  ),
  en: of(
    {
      consumer: 'For the time of the delay we are entitled to statutory interest (§§\u00a01000, 1333 (1) ABGB).',
      business:
        'For the time of the delay we are entitled to statutory interest (§\u00a0456 UGB) and a flat sum of €40 for collection costs (§\u00a0458 UGB).',
    },
    { consumer: COSTS_EN, business: COSTS_EN },
  ),
  nl: of(
    {
      consumer:
        'Over de periode van de vertraging hebben wij recht op wettelijke rente (§§\u00a01000, 1333 lid 1 ABGB).',
      business:
        'Over de periode van de vertraging hebben wij recht op wettelijke rente (§\u00a0456 UGB) en op een vast bedrag van €\u00a040 voor inningskosten (§\u00a0458 UGB).',
    },
    { consumer: COSTS_NL, business: COSTS_NL },
  ),
}
