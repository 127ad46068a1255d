// Flags for the commonest questions: each names a place in the question that the API takes as well, and how its text is read.
// Amounts are decimals of the country's currency here and minor units there.

import { parseArgs } from 'node:util'
import { type Currency, parseDecimal } from '@mahnwerk/core/money'

type Kind =
  | 'text'
  | 'amount'
  | 'number'
  /** Named: true. */
  | 'yes'
  /** Named: false. */
  | 'no'
  /** May be repeated; each text once. */
  | 'texts'
  | 'amounts'
  /** DAY:AMOUNT, and for some :PART; may be repeated. */
  | 'payments'
  | 'charges'
  | 'credits'
  /** KIND:DAY; may be repeated. */
  | 'steps'
  /** KEY=ANSWER; may be repeated. */
  | 'choices'

/** How the value of a flag is written. */
export const EXAMPLES: Readonly<Record<Kind, string>> = {
  text: ' …',
  amount: ' 480.00',
  number: ' 6',
  yes: '',
  no: '',
  texts: ' … (mehrfach)',
  amounts: ' 480.00 (mehrfach)',
  payments: ' 2026-08-01:100.00 (mehrfach; mit :principal nach dem Willen des Zahlers)',
  charges: ' 2026-08-01:2.50:charges (mehrfach)',
  credits: ' 2026-08-01:80.00:principal (mehrfach)',
  steps: ' reminder:2026-08-01 (mehrfach)',
  choices: ' dunning_fee=actual_cost (mehrfach)',
}

type Flag = { readonly at: string; readonly kind: Kind }
type Flags = Readonly<Record<string, Flag>>

const at = (place: string, kind: Kind = 'text'): Flag => ({ at: place, kind })

const COMMON: Flags = {
  country: at('country'),
  language: at('language'),
  'year-basis': at('settings.yearBasis'),
  'payment-day-free': at('settings.paymentDayCounts', 'no'),
  provisional: at('settings.provisional', 'yes'),
  'low-confidence': at('settings.lowConfidence', 'yes'),
  choice: at('settings.choices', 'choices'),
}

const CLAIM: Flags = {
  debtor: at('claim.debtor'),
  principal: at('claim.principal', 'amount'),
  due: at('claim.dueOn'),
  contract: at('claim.contractOn'),
  'due-agreed': at('claim.dueAgreed', 'yes'),
  received: at('claim.invoiceReceivedOn'),
  notice: at('claim.invoiceNotice', 'yes'),
  reminder: at('claim.remindersReceivedOn', 'texts'),
  refused: at('claim.refusedOn'),
  'agreed-rate': at('claim.agreedRate'),
  region: at('claim.region'),
}

const ACCOUNT: Flags = {
  ...CLAIM,
  payment: at('entries', 'payments'),
  charge: at('entries', 'charges'),
  credit: at('entries', 'credits'),
  'no-interest': at('interestDemanded', 'no'),
  flat: at('flatDemanded', 'yes'),
}

const BY_CALCULATION: Readonly<Record<string, Flags>> = {
  statement: { ...ACCOUNT, on: at('on'), day: at('days', 'texts') },
  'late-payment': CLAIM,
  plan: {
    ...ACCOUNT,
    agreed: at('agreedOn'),
    first: at('firstOn'),
    monthly: at('by.amount', 'amount'),
    instalments: at('by.count', 'number'),
  },
  'collection-costs': {
    principal: at('collection.principals', 'amounts'),
    debtor: at('collection.debtor'),
    engaged: at('collection.engagedOn'),
    on: at('collection.on'),
    collector: at('collection.collector'),
    'deducts-vat': at('collection.creditorDeductsVat', 'yes'),
    disputed: at('collection.disputed', 'yes'),
    extensive: at('collection.extensive', 'yes'),
    step: at('collection.steps', 'steps'),
  },
  'court-costs': {
    act: at('procedure.act'),
    value: at('procedure.value', 'amount'),
    filed: at('procedure.filedOn'),
    claimant: at('procedure.claimant'),
    representative: at('procedure.representative'),
    'deducts-vat': at('procedure.creditorDeductsVat', 'yes'),
    'fee-before': at('procedure.feeBefore'),
    disputed: at('procedure.disputed', 'yes'),
    region: at('creditor.region'),
    'post-code': at('creditor.postCode'),
  },
  limitation: {
    claim: at('claim'),
    arisen: at('arisenOn'),
    known: at('knownOn'),
    on: at('on'),
  },
  'letter-check': {
    sender: at('letter.sender'),
    occasion: at('letter.occasion'),
    debtor: at('letter.debtor'),
    on: at('letter.on'),
    condition: at('letter.conditions', 'texts'),
    states: at('letter.statements', 'texts'),
  },
}

export function flagsOf(calculation: string): Flags {
  return { ...COMMON, ...BY_CALCULATION[calculation] }
}

/** What was called wrongly, for a person. */
export class WrongCall extends Error {}

type Tree = { [key: string]: unknown }

export type Called = { readonly json: boolean; readonly file?: string; readonly question: Tree }

/** Reads the command line of a calculation. Throws WrongCall. */
export function readCall(calculation: string, args: readonly string[], currencyOf: (code: string) => Currency): Called {
  const flags = flagsOf(calculation)
  const { values, positionals } = parsed(flags, args)
  const { json = false, ...named } = values
  if (positionals.length > 1) throw new WrongCall('nur eine Datei auf einmal')
  const currency = currencyOf(typeof named['country'] === 'string' ? named['country'] : '')
  const question: Tree = startOf(calculation, named)
  for (const [name, value] of Object.entries(named)) put(question, flags[name], value, currency)
  const [file] = positionals
  return { json: json === true, question, ...(file === undefined ? {} : { file }) }
}

// What must be said in a question, but follows from which flags are there.
function startOf(calculation: string, named: Tree): Tree {
  if (calculation === 'collection-costs') return { collection: { creditorDeductsVat: false } }
  if (calculation === 'court-costs') return { procedure: { creditorDeductsVat: false } }
  if (calculation === 'plan') return { by: { kind: 'monthly' in named ? 'amount' : 'count' } }
  return {}
}

function parsed(flags: Flags, args: readonly string[]): { values: Tree; positionals: string[] } {
  const options = Object.entries(flags).map(([name, { kind }]) => [name, optionOf(kind)] as const)
  const all = { ...Object.fromEntries(options), json: { type: 'boolean' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: all, allowPositionals: true })
    return { values: { ...values }, positionals }
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : String(error))
  }
}

function optionOf(kind: Kind): { type: 'boolean' | 'string'; multiple?: boolean } {
  if (kind === 'yes' || kind === 'no') return { type: 'boolean' }
  return ['text', 'amount', 'number'].includes(kind) ? { type: 'string' } : { type: 'string', multiple: true }
}

function put(question: Tree, flag: Flag | undefined, value: unknown, currency: Currency): void {
  if (flag === undefined) return
  const read = valueOf(flag.kind, value, currency)
  const places = flag.at.split('.')
  const last = places.pop() ?? ''
  let tree = question
  for (const place of places) tree = (tree[place] ??= {}) as Tree // trees are what this function puts there
  const before = tree[last]
  tree[last] = Array.isArray(before) && Array.isArray(read) ? [...(before as unknown[]), ...(read as unknown[])] : read
}

function valueOf(kind: Kind, value: unknown, currency: Currency): unknown {
  const texts = [value].flat().map(String)
  const [only = ''] = texts
  switch (kind) {
    case 'text':
      return only
    case 'texts':
      return texts
    case 'number':
      return Number(only)
    case 'yes':
      return true
    case 'no':
      return false
    case 'amount':
      return amountOf(only, currency)
    case 'amounts':
      return texts.map((text) => amountOf(text, currency))
    case 'payments':
      return texts.map((text) => entryOf('payment', text, currency))
    case 'charges':
      return texts.map((text) => entryOf('charge', text, currency))
    case 'credits':
      return texts.map((text) => entryOf('credit', text, currency))
    case 'steps':
      return texts.map((text) => pair(text, ':', ['kind', 'on']))
    case 'choices':
      return Object.fromEntries(texts.map((text) => Object.values(pair(text, '=', ['key', 'answer']))))
  }
}

function amountOf(text: string, currency: Currency): number {
  const amount = parseDecimal(text, currency)
  if (amount === undefined) throw new WrongCall(`„${text}“ ist kein Betrag; geschrieben wird 480.00`)
  return amount
}

function entryOf(kind: 'payment' | 'charge' | 'credit', text: string, currency: Currency): Tree {
  const [on, amount, part] = text.split(':')
  if (on === undefined || amount === undefined) throw new WrongCall(`„${text}“: geschrieben wird TAG:BETRAG[:TEIL]`)
  const parts =
    kind === 'payment' ? (part === undefined ? {} : { named: [part] }) : { part: part ?? DEFAULT_PART[kind] }
  return { kind, on, amount: amountOf(amount, currency), ...parts }
}

const DEFAULT_PART = { charge: 'charges', credit: 'principal' } as const

function pair(text: string, mark: string, [first, second]: readonly [string, string]): { [key: string]: string } {
  const [left, right] = text.split(mark)
  if (left === undefined || right === undefined) throw new WrongCall(`„${text}“: geschrieben wird A${mark}B`)
  return { [first]: left, [second]: right }
}
