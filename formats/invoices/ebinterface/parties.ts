// A party of an ebInterface document. In version 4 the contact stands inside the address.

import { type ReadParty } from '../invoice.ts'
import { addressOf, withoutGaps } from '../reading.ts'
import { type XmlElement, attribute, element, text, texts } from '../xml/element.ts'

export function readParty(party: XmlElement | undefined, identifier: string | undefined): ReadParty {
  const address = element(party, 'Address')
  const contact = element(party, 'Contact')
  return withoutGaps({
    name: text(address, 'Name'),
    tradingName: text(address, 'TradingName'),
    contactPerson: text(contact, 'Name') ?? text(address, 'Contact'),
    identifier,
    vatId: vatId(party),
    email: text(contact, 'Email') ?? text(address, 'Email'),
    phone: text(contact, 'Phone') ?? text(address, 'Phone'),
    address: readAddress(address),
  })
}

// The schema demands a number, so a party without one writes zeros.
function vatId(party: XmlElement | undefined): string | undefined {
  const id = text(party, 'VATIdentificationNumber')
  return id === undefined || /^0+$/.test(id) ? undefined : id
}

function readAddress(address: XmlElement | undefined) {
  const country = element(address, 'Country')
  return addressOf({
    street: text(address, 'Street'),
    extras: [...texts(address, 'AddressExtension'), ...texts(address, 'POBox').map((box) => `Postfach ${box}`)],
    postCode: text(address, 'ZIP'),
    city: text(address, 'Town'),
    country: attribute(country, 'CountryCode') ?? text(address, 'Country'),
  })
}
