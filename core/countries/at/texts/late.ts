import type { Catalogues } from '../../../explanations/index.ts'

/** When a debtor is late, and the sum in one between businesses. */
export const LATE: Catalogues = {
  de: {
    'at.late.agreed_day':
      'Zahlungstag war der {due}. Seit dem {from} ist die Zahlung verspätet; eine Mahnung ist dafür nicht nötig.',
    'at.late.demand':
      'Ein Zahlungstag war nicht vereinbart. Eine Mahnung verlangte sie bis zum {on}; seit dem {from} ist die Zahlung verspätet.',
    'at.late.not_demanded':
      'Ein Zahlungstag war nicht vereinbart, und nach dem {due} ist keine Mahnung angekommen: Die Zahlung gilt noch nicht als verspätet.',
    'at.late.rest_day': 'Der {due} war kein Werktag: Gezahlt werden konnte bis zum {until}.',
    'at.flat.due': 'Zwischen Unternehmen steht für die verspätete Zahlung ein fester Betrag von {amount} zu.',
    'at.flat.consumer': 'Von Verbrauchern wird kein fester Betrag verlangt.',
    'at.flat.old_contract': 'Der Vertrag ist älter als das Gesetz über den festen Betrag: Es wird keiner verlangt.',
    'at.flat.no_price':
      'Die Forderung ist kein Entgelt für eine Leistung: Vorsichtshalber wird kein fester Betrag verlangt.',
  },
  en: {
    'at.late.agreed_day': 'Payment was due on {due}. It has been late since {from}; no reminder is needed for that.',
    'at.late.demand':
      'No day of payment was agreed. A reminder asked for it by {on}; the payment has been late since {from}.',
    'at.late.not_demanded':
      'No day of payment was agreed, and no reminder arrived after {due}: the payment does not count as late yet.',
    'at.late.rest_day': '{due} was no working day: payment was possible until {until}.',
    'at.flat.due': 'Between businesses, a fixed sum of {amount} is due for the late payment.',
    'at.flat.consumer': 'No fixed sum is demanded from consumers.',
    'at.flat.old_contract': 'The contract is older than the law on the fixed sum: none is demanded.',
    'at.flat.no_price': 'The claim is not the price of a performance: to be safe, no fixed sum is demanded.',
  },
}
