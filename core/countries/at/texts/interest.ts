import type { Catalogues } from '../../../explanations/index.ts'

/** Names of the rules by which interest runs and payments are spread, and of the series behind the figures. */
export const INTEREST: Catalogues = {
  de: {
    'at.interest.general': 'Gesetzliche Verzugszinsen: 4 % im Jahr',
    'at.interest.business': 'Verzugszinsen zwischen Unternehmen: 9,2 Prozentpunkte über dem Basiszinssatz, je Halbjahr',
    'at.interest.business_old':
      'Verzugszinsen zwischen Unternehmen für Verträge vor dem 16.03.2013: 8 Prozentpunkte über dem Basiszinssatz, je Halbjahr',
    'at.base_rate': 'Basiszinssatz der Oesterreichischen Nationalbank',
    'at.flat': 'Fester Betrag für verspätete Zahlung zwischen Unternehmen',
    'at.allocation.statute': 'Zahlungen decken zuerst die Zinsen, dann die Hauptforderung, dann die Kosten.',
    'at.allocation.costs_first':
      'Zahlungen decken zuerst die Kosten, dann die Zinsen, dann die Hauptforderung, wie es in der Praxis üblich ist.',
    'at.allocation.agreed':
      'Zahlungen decken zuerst die Kosten, dann die Zinsen, dann die Hauptforderung, wie es vereinbart ist.',
  },
  en: {
    'at.interest.general': 'Statutory late interest: 4 % a year',
    'at.interest.business': 'Late interest between businesses: 9.2 points over the base rate, half-year by half-year',
    'at.interest.business_old':
      'Late interest between businesses for contracts before 16 March 2013: 8 points over the base rate, half-year by half-year',
    'at.base_rate': 'Base rate of the Austrian National Bank',
    'at.flat': 'Fixed sum for late payment between businesses',
    'at.allocation.statute': 'Payments cover interest first, then the principal, then costs.',
    'at.allocation.costs_first':
      'Payments cover costs first, then interest, then the principal, as is usual in practice.',
    'at.allocation.agreed': 'Payments cover costs first, then interest, then the principal, as agreed.',
  },
}
