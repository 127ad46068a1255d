// Where and how to pay what is asked for. Nothing where nothing is open or no account is known.

import { type Currency, type Minor, ZERO, formatMoney } from '../money/index.ts'
import type { Block, Fact, PaymentCode } from './letter.ts'
import { type Account, type Sender, ibanInGroups } from './sender.ts'
import type { Language, Text } from './texts.ts'

export type PaymentAsked = {
  readonly creditor: Pick<Sender, 'account'>
  readonly amount: Minor
  readonly currency: Currency
  /** What the debtor writes into the transfer. */
  readonly reference: string
  readonly language: Language
}

export function payBlocks(asked: PaymentAsked, text: Text): Block[] {
  const { account } = asked.creditor
  if (account === undefined || asked.amount <= ZERO) return []
  return [
    { kind: 'heading', text: text('statementPay') },
    { kind: 'payment', facts: factsOf(asked, account, text), code: codeOf(asked, account, text) },
  ]
}

function factsOf({ currency, language, reference, amount }: PaymentAsked, account: Account, text: Text): Fact[] {
  const facts: (readonly [string, string | undefined])[] = [
    [text('payHolder'), account.holder],
    [text('payIban'), ibanInGroups(account.iban)],
    [text('payBic'), account.bic],
    [text('payBank'), account.bank],
    [text('payAmount'), formatMoney(amount, currency, language)],
    [text('payReference'), reference],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

function codeOf(
  { currency, language, reference, amount }: PaymentAsked,
  { holder, iban, bic }: Account,
  text: Text,
): PaymentCode {
  const inWords = { amount: formatMoney(amount, currency, language), holder, iban: ibanInGroups(iban), reference }
  return {
    holder,
    iban: iban.replace(/\s/g, ''),
    ...(bic === undefined ? {} : { bic }),
    amount,
    currency,
    reference,
    description: text('payCode', inWords),
    caption: text('payCodeCaption'),
  }
}
