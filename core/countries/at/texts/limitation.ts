import type { Catalogues } from '../../../explanations/index.ts'

/** Until when a claim can be sued for, and what moves that day. */
export const LIMITATION: Catalogues = {
  de: {
    'at.limitation.three_years':
      'Die Forderung verjährt drei Jahre nach dem {start}: Geklagt werden kann bis zum {until}.',
    'at.limitation.other':
      'Je nach Art der Forderung gelten drei oder dreißig Jahre. Vorsichtshalber zählen drei Jahre ab dem {start}: bis zum {until}.',
    'at.limitation.title':
      'Die Forderung ist seit dem {final} rechtskräftig festgestellt: Vollstreckt werden kann bis zum {until}.',
    'at.limitation.enforced_title':
      'Die Forderung ist rechtskräftig festgestellt und wurde zuletzt am {start} vollstreckt: Vollstreckt werden kann bis zum {until}.',
    'at.limitation.pursued':
      'Die Forderung wurde am {filed} eingeklagt. Solange das Verfahren gehörig fortgesetzt wird, verjährt sie nicht.',
    'at.limitation.acknowledged': 'Am {on} wurde die Schuld anerkannt: Die drei Jahre beginnen neu.',
    'at.limitation.no_effect': '{event} am {on}: ändert die Frist hier nicht.',
    'at.limitation.move.acknowledgement': 'Erkennt der Schuldner die Schuld an, beginnen die drei Jahre neu.',
    'at.limitation.move.suit': 'Eine Klage vor dem Ende der Frist hält sie an, wenn sie gehörig fortgesetzt wird.',
    'at.limitation.move.part_payment':
      'War die Teilzahlung vom {on} als Anerkenntnis gemeint, reicht die Frist bis zum {until}.',
    'at.event.acknowledgement': 'Anerkenntnis',
    'at.event.part_payment': 'Teilzahlung',
    'at.event.written_reminder': 'Mahnung',
    'at.event.order_for_payment': 'Mahnklage, die liegen blieb',
    'at.event.suit': 'Klage, die liegen blieb',
    'at.event.insolvency_filing': 'Anmeldung im Insolvenzverfahren',
    'at.event.negotiation': 'Verhandlungen',
    'at.event.enforcement': 'Vollstreckung',
  },
  en: {
    'at.limitation.three_years': 'The claim lapses three years after {start}: it can be sued for until {until}.',
    'at.limitation.other':
      'Depending on the claim, three or thirty years hold. To be safe, three years count from {start}: until {until}.',
    'at.limitation.title': 'The claim was finally adjudged on {final}: it can be enforced until {until}.',
    'at.limitation.enforced_title':
      'The claim was finally adjudged and last enforced on {start}: it can be enforced until {until}.',
    'at.limitation.pursued':
      'The claim was sued for on {filed}. It does not lapse while the proceedings are duly continued.',
    'at.limitation.acknowledged': 'On {on} the debt was acknowledged: the three years begin anew.',
    'at.limitation.no_effect': '{event} on {on}: does not change the period here.',
    'at.limitation.move.acknowledgement': 'If the debtor acknowledges the debt, the three years begin anew.',
    'at.limitation.move.suit': 'A suit before the end of the period holds it, if duly continued.',
    'at.limitation.move.part_payment':
      'If the part payment of {on} was meant as an acknowledgement, the period lasts until {until}.',
    'at.event.acknowledgement': 'Acknowledgement',
    'at.event.part_payment': 'Part payment',
    'at.event.written_reminder': 'Reminder',
    'at.event.order_for_payment': 'Order-for-payment claim left standing',
    'at.event.suit': 'Suit left standing',
    'at.event.insolvency_filing': 'Filing in insolvency proceedings',
    'at.event.negotiation': 'Negotiations',
    'at.event.enforcement': 'Enforcement',
  },
}
