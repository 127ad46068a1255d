// The debtor in a row of a table.

import { type DebtorDraft } from '@mahnwerk/core/claims'
import { type PartyName } from '@mahnwerk/core/parties'
import { countryCodeOf } from '../countries.ts'
import { type NameOrigin, oneLine, toldName } from '../names.ts'
import { type Row } from './row.ts'

export type RowDebtor = { readonly debtor: DebtorDraft; readonly nameOrigin: NameOrigin }

/** Undefined, with a fault in the row, where there is no name. */
export function debtorIn(row: Row, givenCountry: string | undefined): RowDebtor | undefined {
  const told = nameIn(row)
  if (told === undefined) return row.fault('cell_missing', 'name')
  const [number, email, phone] = [row.text('customerNumber'), row.text('email'), row.text('phone')]
  const birthDate = row.day('birthDate')
  const debtor: DebtorDraft = {
    name: told.name,
    address: addressIn(row, givenCountry),
    ...(number === undefined ? {} : { number }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(birthDate === undefined ? {} : { birthDate }),
  }
  return { debtor, nameOrigin: told.origin }
}

function nameIn(row: Row): { readonly name: PartyName; readonly origin: NameOrigin } | undefined {
  const [company, first = '', last] = [row.text('company'), row.text('firstName'), row.text('lastName')]
  const contactPerson = row.text('contactPerson') ?? oneLine(`${first} ${last ?? ''}`)
  const contact = contactPerson === '' ? {} : { contactPerson }
  if (company !== undefined) return toldName(company, { isCompany: true, ...contact })
  if (last !== undefined && first !== '') return { name: { kind: 'consumer', first, last }, origin: 'stated' }
  const whole = last ?? row.text('name')
  if (whole === undefined) return undefined
  const isCompany = /^(Firma|Fa\.?|Company)$/i.test(row.text('salutation') ?? '') || row.text('vatId') !== undefined
  return toldName(whole, { isCompany })
}

function addressIn(row: Row, givenCountry: string | undefined): DebtorDraft['address'] {
  const both = /^(\S+)\s+(.+)$/.exec(row.text('postCodeAndCity') ?? '')
  const written = row.text('country')
  const country = written === undefined ? (givenCountry ?? '') : (countryCodeOf(written) ?? written)
  const extra = row.text('extra')
  return {
    street: oneLine(`${row.text('street') ?? ''} ${row.text('houseNumber') ?? ''}`),
    postCode: wholePostCode(row.text('postCode') ?? both?.[1] ?? '', country),
    city: row.text('city') ?? both?.[2] ?? '',
    country,
    ...(extra === undefined ? {} : { extra }),
  }
}

// Spreadsheets take a postcode for a number and drop the zero in front; how many digits a country has tells it.
const POST_CODE_DIGITS: Readonly<Record<string, number>> = {
  DE: 5,
  FR: 5,
  ES: 5,
  IT: 5,
  FI: 5,
  SE: 5,
  CZ: 5,
  SK: 5,
  PL: 5,
}

function wholePostCode(postCode: string, country: string): string {
  const digits = POST_CODE_DIGITS[country]
  return digits !== undefined && /^\d+$/.test(postCode) ? postCode.padStart(digits, '0') : postCode
}
