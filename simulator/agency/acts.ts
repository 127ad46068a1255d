// What debtors do, each by its temperament.

import { minor } from '@mahnwerk/core/money'
import { assertNever } from '@mahnwerk/core/refusals'
import { drawBetween } from './chance.ts'
import { type Given, type Turn } from './claim.ts'
import { addCost, bounce, payAgency } from './money.ts'
import { askCreditor } from './questions.ts'
import { totalOf } from './split.ts'
import type { Act } from './temperament.ts'
import { close, goOn, hold } from './way.ts'

export function performAct(turn: Turn, given: Given, act: Act): void {
  switch (act.act) {
    case 'pay':
      return payShare(turn, given, act)
    case 'bounce':
      return bounce(turn, given)
    case 'dispute':
      return dispute(turn, given)
    case 'ask_for_instalments':
      hold(turn)
      return askCreditor(turn, given, 'plan')
    case 'letter_returns':
      return letterReturns(turn, given)
    case 'address_found':
      return addressFound(turn, given)
    case 'insolvency':
      turn.news.push({ type: 'debtor.insolvent', on: given.today, courtReference: courtReference(turn, given) })
      return close(turn, 'insolvent', 'Über das Vermögen wurde das Insolvenzverfahren eröffnet.')
    default:
      return assertNever(act)
  }
}

// A share of what is open on that day; the cent that cannot be shared stays for the next payment.
function payShare(turn: Turn, given: Given, act: Extract<Act, { act: 'pay' }>): void {
  const open = totalOf(turn.claim.open)
  const amount = Math.max(1, Math.floor((open * act.numerator) / act.denominator))
  payAgency(turn, given, minor(amount), act.method)
}

function dispute(turn: Turn, given: Given): void {
  hold(turn)
  turn.news.push({
    type: 'debtor.disputed',
    text: 'Der Schuldner schreibt, die Leistung sei nicht vollständig erbracht worden.',
  })
  turn.news.push({ type: 'case.paused', reason: 'Einwendung des Schuldners' })
  askCreditor(turn, given, 'dispute')
}

function letterReturns(turn: Turn, given: Given): void {
  hold(turn)
  turn.news.push({ type: 'case.paused', reason: 'Brief unzustellbar, Anschrift wird ermittelt' })
  addCost(turn, {
    kind: 'address_research',
    amount: given.profile.addressResearchCost,
    on: given.today,
    text: 'Auskunft aus dem Melderegister',
    basis: 'Auslage des Inkassobüros',
  })
}

function addressFound(turn: Turn, given: Given): void {
  const { address } = turn.claim.package.debtor
  const house = drawBetween(1, 120, given.seed, 'house', turn.claim.ref)
  turn.news.push({
    type: 'debtor.moved',
    street: `Neue Gasse ${house}`,
    postCode: address.postCode,
    city: address.city,
    country: address.country,
  })
  turn.news.push({ type: 'case.resumed' })
  turn.news.push({
    type: 'debtor.contacted',
    channel: 'letter',
    subject: given.profile.texts.firstLetter,
    on: given.today,
  })
  goOn(turn, given)
}

function courtReference(turn: Turn, given: Given): string {
  return `${drawBetween(1, 980, given.seed, 'insolvency', turn.claim.ref)} IN ${drawBetween(1, 2400, given.seed, 'file', turn.claim.ref)}/${given.today.slice(2, 4)}`
}
