// When two files speak of the same debtor or the same seller. A number that somebody keeps wins; else the name and the
// address in a plain form: lower case, without accents, punctuation or blanks, "ß" as "ss", "Straße" as "str".

import { type Address, type PartyName, listName } from '../parties/index.ts'

/** Equal for the same debtor in repeated imports. */
export function debtorKey(debtor: {
  readonly number?: string
  readonly name: PartyName
  readonly address: Address
}): string {
  const number = debtor.number?.trim() ?? ''
  if (number !== '') return `nr:${number.toLowerCase()}`
  const { name, address } = debtor
  return ['na', plain(listName(name)), plain(address.postCode), plainStreet(address.street)].join(':')
}

/** Equal for the same seller however its name is written; its VAT id where it has one. */
export function sellerKey(seller: { readonly vatId?: string; readonly name: string }): string {
  const vatId = plain(seller.vatId ?? '')
  return vatId === '' ? `na:${plain(seller.name)}` : `vat:${vatId}`
}

/** Lower case letters and digits alone; umlauts as their two letters, other accents dropped. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^\p{L}\d]/gu, '')
}

const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

function plainStreet(street: string): string {
  return plain(street).replace(/strasse/g, 'str')
}
