// A party of a cross-industry document.

import { type ReadParty } from '../invoice.ts'
import { addressOf, withoutGaps } from '../reading.ts'
import { type XmlElement, attribute, element, elements, ownText, text, texts } from '../xml/element.ts'

export function readParty(party: XmlElement | undefined): ReadParty {
  const contact = element(party, 'DefinedTradeContact')
  return withoutGaps({
    name: text(party, 'Name') ?? text(party, 'SpecifiedLegalOrganization', 'TradingBusinessName'),
    tradingName: text(party, 'SpecifiedLegalOrganization', 'TradingBusinessName'),
    contactPerson: text(contact, 'PersonName'),
    identifier: text(party, 'ID') ?? text(party, 'GlobalID'),
    vatId: taxId(party, 'VA'),
    taxNumber: taxId(party, 'FC'),
    legalId: text(party, 'SpecifiedLegalOrganization', 'ID'),
    email: text(contact, 'EmailURIUniversalCommunication', 'URIID') ?? electronicAddress(party),
    phone: text(contact, 'TelephoneUniversalCommunication', 'CompleteNumber'),
    address: readAddress(element(party, 'PostalTradeAddress')),
  })
}

// The electronic address of a party is a mail address only under the scheme EM.
function electronicAddress(party: XmlElement | undefined): string | undefined {
  const id = element(party, 'URIUniversalCommunication', 'URIID')
  return id !== undefined && attribute(id, 'schemeID') === 'EM' ? ownText(id) : undefined
}

function taxId(party: XmlElement | undefined, scheme: string): string | undefined {
  const ids = elements(party, 'SpecifiedTaxRegistration', 'ID')
  const found = ids.find((id) => attribute(id, 'schemeID') === scheme)
  return found === undefined ? undefined : ownText(found)
}

function readAddress(address: XmlElement | undefined) {
  return addressOf({
    street: text(address, 'LineOne'),
    extras: [...texts(address, 'LineTwo'), ...texts(address, 'LineThree')],
    postCode: text(address, 'PostcodeCode'),
    city: text(address, 'CityName'),
    country: text(address, 'CountryID'),
  })
}
