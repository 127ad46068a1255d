// How collection costs and the fourteen-day letter of the Netherlands read.

import type { Catalogues } from '../../../explanations/index.ts'

export const COST_TEXTS: Catalogues = {
  de: {
    'nl.costs.total': 'Inkassokosten',
    'nl.costs.scale': 'Gesetzliche Staffel auf {principal}',
    'nl.costs.part': '{rate} von {part}',
    'nl.costs.least': 'Mindestens {amount}',
    'nl.costs.most': 'Höchstens {amount}',
    'nl.costs.one_letter': 'Mehrere Rechnungen werden zusammengezählt; die Staffel gilt einmal.',
    'nl.costs.flat_counts': 'Abzüglich der Pauschale, die schon verlangt wird',
    'nl.costs.vat': {
      text: 'Mehrwertsteuer, weil der Gläubiger sie nicht abziehen kann',
      working: '{costs} × {rate}',
    },
    'nl.costs.business': 'Von Unternehmen können Inkassokosten ohne vorherigen Brief verlangt werden.',
    'nl.costs.after_letter':
      'Der Brief mit den vierzehn Tagen kam am {received} an. Bis zum {last} blieb Zeit, ohne Kosten zu zahlen.',
    'nl.costs.announced': 'So viel wird verlangt, wenn innerhalb der vierzehn Tage nichts bezahlt wird.',
    'nl.costs.no_letter':
      'Noch keine Inkassokosten: Verbraucher schulden sie erst nach einem Brief, der vierzehn Tage Zeit lässt.',
    'nl.costs.faulty_letter':
      'Keine Inkassokosten: Der Brief ließ nicht die vollen vierzehn Tage oder nannte die Kosten nicht. Es braucht einen neuen.',
    'nl.costs.term_runs': 'Noch keine Inkassokosten: Die vierzehn Tage laufen. Kosten entstehen frühestens am {from}.',
    'nl.costs.paid_in_term': 'Keine Inkassokosten: Innerhalb der vierzehn Tage wurde alles bezahlt.',
    'nl.costs.nothing_owed': 'Keine Inkassokosten: Von der Rechnung ist nichts mehr offen.',
    'nl.costs.open_rule':
      'Seit Oktober 2024 begrenzt eine weitere Regel die Kosten kleiner Forderungen und Raten. Ihr Inhalt ist hier noch nicht gesichert; bitte vor dem Fordern prüfen.',
    'nl.dunning.consumer':
      'Eigene Mahnungen kosten Verbraucher nichts: Die Staffel deckt alle Arbeit vor dem Gericht ab.',
    'nl.dunning.business': 'Eigene Mahnungen kosten nichts extra: Die Staffel und die Pauschale decken sie ab.',
    'nl.letter.term':
      'Brief erhalten am {received}: Die {days} Tage laufen vom {first} bis zum {last}. Kosten entstehen ab dem {from}.',
    'nl.letter.valid': 'Die Frist im Brief lässt immer die vollen vierzehn Tage.',
    'nl.letter.too_short': 'Die Frist im Brief ist zu kurz: {days} statt {needed} Tage.',
    'nl.letter.wrong_start':
      'Die Frist im Brief beginnt, bevor der Brief ankommt. Sie muss am Tag nach dem Empfang beginnen.',
  },
  en: {
    'nl.costs.total': 'Collection costs',
    'nl.costs.scale': 'Statutory scale on {principal}',
    'nl.costs.part': '{rate} of {part}',
    'nl.costs.least': 'At least {amount}',
    'nl.costs.most': 'At most {amount}',
    'nl.costs.one_letter': 'Several invoices are added up; the scale holds once.',
    'nl.costs.flat_counts': 'Less the flat sum that is demanded already',
    'nl.costs.vat': { text: 'VAT, because the creditor cannot deduct it', working: '{costs} × {rate}' },
    'nl.costs.business': 'Businesses may be charged collection costs without a letter before.',
    'nl.costs.after_letter':
      'The letter with the fourteen days arrived on {received}. Until {last} there was time to pay without costs.',
    'nl.costs.announced': 'This much is demanded if nothing is paid within the fourteen days.',
    'nl.costs.no_letter': 'No collection costs yet: consumers owe them only after a letter that leaves fourteen days.',
    'nl.costs.faulty_letter':
      'No collection costs: the letter did not leave the full fourteen days, or did not name the costs. A new one is needed.',
    'nl.costs.term_runs':
      'No collection costs yet: the fourteen days are running. Costs arise on {from} at the earliest.',
    'nl.costs.paid_in_term': 'No collection costs: everything was paid within the fourteen days.',
    'nl.costs.nothing_owed': 'No collection costs: nothing of the invoice is open any more.',
    'nl.costs.open_rule':
      'Since October 2024 a further rule limits the costs of small claims and instalments. What it says is not established here; please check before demanding.',
    'nl.dunning.consumer': 'A creditor’s own reminders cost consumers nothing: the scale covers all work out of court.',
    'nl.dunning.business': 'A creditor’s own reminders cost nothing extra: the scale and the flat sum cover them.',
    'nl.letter.term':
      'Letter received on {received}: the {days} days run from {first} to {last}. Costs arise from {from}.',
    'nl.letter.valid': 'The term in the letter always leaves the full fourteen days.',
    'nl.letter.too_short': 'The term in the letter is too short: {days} instead of {needed} days.',
    'nl.letter.wrong_start':
      'The term in the letter begins before the letter arrives. It must begin on the day after receipt.',
  },
}
