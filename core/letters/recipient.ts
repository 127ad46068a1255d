// The lines of an address window by DIN 5008: at most six, the country in capitals where it is not the sender's.

import { type Address, type PartyName, fullName } from '../parties/index.ts'
import { countryName } from './countries.ts'
import { type Language, textsOf } from './texts.ts'

export function recipientLines(name: PartyName, to: Address, senderCountry: string, language: Language): string[] {
  const contact = name.kind === 'business' ? name.contactPerson : undefined
  const abroad = to.country === senderCountry ? undefined : countryName(to.country, language).toUpperCase()
  const lines = [fullName(name), contact, to.extra, to.street, `${to.postCode} ${to.city}`, abroad]
  return lines.map((line) => line?.trim() ?? '').filter((line) => line !== '')
}

/** By name where it is a person: how somebody wants to be addressed beyond that, we don't know. */
export function salutation(name: PartyName, language: Language): string {
  const text = textsOf(language)
  return name.kind === 'consumer' ? text('salutationPerson', { name: fullName(name) }) : text('salutationCompany')
}
