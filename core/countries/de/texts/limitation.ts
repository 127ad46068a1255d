// How it reads until when a claim can be enforced, and what would move that day.

import type { Catalogues } from '../../../explanations/index.ts'

export const LIMITATION_TEXTS: Catalogues = {
  de: {
    'de.limitation.ends':
      'Die Forderung verjährt mit dem {lastDay}. Ab dem {barredFrom} darf die Zahlung verweigert werden.',
    'de.limitation.standing': 'Die Verjährung steht zurzeit still.',
    'de.limitation.regular':
      'Entstanden am {arisen}, bekannt seit {known}: drei Jahre ab dem Ende des Jahres, also bis {end}',
    'de.limitation.maximum': 'Spätestens zehn Jahre nach der Entstehung am {arisen}, also bis {end}',
    'de.limitation.titled':
      'Ein Gericht hat die Forderung am {final} endgültig bestätigt: dreißig Jahre, also bis {end}',
    'de.limitation.order_for_payment':
      'Der Mahnantrag hielt die Frist vom {from} bis {until} an ({days} Tage). Neues Ende: {end}',
    'de.limitation.order_for_payment.open': 'Der Mahnantrag hält die Frist seit dem {from} an.',
    'de.limitation.suit': 'Die Klage hielt die Frist vom {from} bis {until} an ({days} Tage). Neues Ende: {end}',
    'de.limitation.suit.open': 'Die Klage hält die Frist seit dem {from} an.',
    'de.limitation.insolvency':
      'Die Anmeldung im Insolvenzverfahren hielt die Frist vom {from} bis {until} an ({days} Tage). Neues Ende: {end}',
    'de.limitation.insolvency.open': 'Die Anmeldung im Insolvenzverfahren hält die Frist seit dem {from} an.',
    'de.limitation.negotiation':
      'Verhandlungen hielten die Frist vom {from} bis {until} an ({days} Tage). Danach bleiben mindestens drei Monate. Neues Ende: {end}',
    'de.limitation.negotiation.open': 'Verhandlungen halten die Frist seit dem {from} an.',
    'de.limitation.acknowledgement': 'Anerkannt am {day}: Die Frist läuft ab dem {from} von vorn, bis {end}.',
    'de.limitation.part_payment': 'Teilzahlung am {day}: Die Frist läuft ab dem {from} von vorn, bis {end}.',
    'de.limitation.enforcement': 'Vollstreckung am {day}: Die Frist läuft ab dem {from} von vorn, bis {end}.',
    'de.limitation.too_late': 'Was am {day} geschah, kam nach dem Ende der Frist und ändert nichts mehr.',
    'de.limitation.reminder': 'Die Mahnung vom {day} ändert an der Frist nichts.',
    'de.limitation.not_served': 'Was am {day} beantragt wurde, hält die Frist erst an, wenn es zugestellt ist.',
    'de.limitation.move.order_for_payment':
      'Ein Mahnantrag oder eine Klage bis zum {lastDay} hält die Frist an, wenn bald zugestellt wird: bis sechs Monate nach dem Ende des Verfahrens.',
    'de.limitation.move.title': 'Mit einem Urteil oder Vollstreckungsbescheid sind es dreißig Jahre.',
    'de.limitation.move.acknowledged':
      'Zahlt der Schuldner einen Teil oder erkennt er die Forderung bis zum {lastDay} an, beginnen drei Jahre neu: längstens bis {end}.',
    'de.limitation.move.titled':
      'Eine Vollstreckung, eine Teilzahlung oder ein Anerkenntnis bis zum {lastDay} lässt dreißig Jahre neu beginnen: längstens bis {end}.',
    'de.limitation.move.negotiation':
      'Solange ernsthaft verhandelt wird, steht die Frist still; danach bleiben mindestens drei Monate.',
    'de.limitation.move.reminder': 'Eine Mahnung allein bewegt die Frist nicht.',
  },
  en: {
    'de.limitation.ends':
      'The claim is barred at the end of {lastDay}. From {barredFrom} the debtor may refuse to pay.',
    'de.limitation.standing': 'The limitation period stands still at present.',
    'de.limitation.regular':
      'Arisen on {arisen}, known since {known}: three years from the end of the year, until {end}',
    'de.limitation.maximum': 'At the latest ten years after it arose on {arisen}, until {end}',
    'de.limitation.titled': 'A court confirmed the claim for good on {final}: thirty years, until {end}',
    'de.limitation.order_for_payment':
      'The order for payment suspended the period from {from} to {until} ({days} days). New end: {end}',
    'de.limitation.order_for_payment.open': 'The order for payment has suspended the period since {from}.',
    'de.limitation.suit': 'The suit suspended the period from {from} to {until} ({days} days). New end: {end}',
    'de.limitation.suit.open': 'The suit has suspended the period since {from}.',
    'de.limitation.insolvency':
      'Filing in the insolvency suspended the period from {from} to {until} ({days} days). New end: {end}',
    'de.limitation.insolvency.open': 'Filing in the insolvency has suspended the period since {from}.',
    'de.limitation.negotiation':
      'Negotiations suspended the period from {from} to {until} ({days} days). At least three months remain afterwards. New end: {end}',
    'de.limitation.negotiation.open': 'Negotiations have suspended the period since {from}.',
    'de.limitation.acknowledgement': 'Acknowledged on {day}: the period begins again on {from} and runs until {end}.',
    'de.limitation.part_payment': 'Part payment on {day}: the period begins again on {from} and runs until {end}.',
    'de.limitation.enforcement': 'Enforcement on {day}: the period begins again on {from} and runs until {end}.',
    'de.limitation.too_late': 'What happened on {day} came after the end of the period and changes nothing.',
    'de.limitation.reminder': 'The reminder of {day} does not change the period.',
    'de.limitation.not_served': 'What was filed on {day} suspends the period only once it is served.',
    'de.limitation.move.order_for_payment':
      'An application for an order for payment or a suit by {lastDay} suspends the period if it is served soon: until six months after the procedure ends.',
    'de.limitation.move.title': 'With a judgement or an enforcement order it is thirty years.',
    'de.limitation.move.acknowledged':
      'If the debtor pays a part or acknowledges the claim by {lastDay}, three years begin again: until {end} at the latest.',
    'de.limitation.move.titled':
      'Enforcement, a part payment or an acknowledgement by {lastDay} lets thirty years begin again: until {end} at the latest.',
    'de.limitation.move.negotiation':
      'While there are serious negotiations the period stands still; at least three months remain afterwards.',
    'de.limitation.move.reminder': 'A reminder alone does not move the period.',
  },
}
