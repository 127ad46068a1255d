// Where and how to pay what is open. Nothing where nothing is open or no account is known.

import { type Minor, ZERO, formatMoney } from '../../money/index.ts'
import type { Block, Fact, PaymentCode } from '../letter.ts'
import { type Account, ibanInGroups } from '../sender.ts'
import type { Text } from '../texts.ts'
import type { StatementLetter } from './statement-letter.ts'

export function payBlocks(statement: StatementLetter, text: Text): Block[] {
  const { creditor, total, payBy } = statement
  if (creditor.account === undefined || total <= ZERO) return []
  const amount = payBy?.amount ?? total
  return [
    { kind: 'heading', text: text('statementPay') },
    {
      kind: 'payment',
      facts: factsOf(statement, creditor.account, amount, text),
      code: codeOf(statement, creditor.account, amount, text),
    },
  ]
}

function factsOf(
  { currency, language, reference }: StatementLetter,
  account: Account,
  amount: Minor,
  text: Text,
): Fact[] {
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
  { currency, language, reference }: StatementLetter,
  { holder, iban, bic }: Account,
  amount: Minor,
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
