// A party of a UBL document.

import { type ReadParty } from '../invoice.ts'
import { addressOf, withoutGaps } from '../reading.ts'
import { type XmlElement, attribute, element, elements, ownText, text, texts } from '../xml/element.ts'

export function readParty(party: XmlElement | undefined): ReadParty {
  const tradingName = text(party, 'PartyName', 'Name')
  return withoutGaps({
    name: text(party, 'PartyLegalEntity', 'RegistrationName') ?? tradingName,
    tradingName,
    contactPerson: text(party, 'Contact', 'Name'),
    identifier: text(party, 'PartyIdentification', 'ID'),
    vatId: taxId(party, (scheme) => scheme === 'VAT'),
    taxNumber: taxId(party, (scheme) => scheme !== 'VAT'),
    legalId: text(party, 'PartyLegalEntity', 'CompanyID'),
    email: text(party, 'Contact', 'ElectronicMail') ?? electronicAddress(party),
    phone: text(party, 'Contact', 'Telephone'),
    address: readAddress(element(party, 'PostalAddress')),
  })
}

// The end point of a party is a mail address only under the scheme EM.
function electronicAddress(party: XmlElement | undefined): string | undefined {
  const endpoint = element(party, 'EndpointID')
  return endpoint !== undefined && attribute(endpoint, 'schemeID') === 'EM' ? ownText(endpoint) : undefined
}

function taxId(party: XmlElement | undefined, wanted: (scheme: string | undefined) => boolean): string | undefined {
  const scheme = elements(party, 'PartyTaxScheme').find((each) => wanted(text(each, 'TaxScheme', 'ID')))
  return text(scheme, 'CompanyID')
}

function readAddress(address: XmlElement | undefined) {
  return addressOf({
    street: text(address, 'StreetName'),
    extras: [...texts(address, 'AdditionalStreetName'), ...texts(address, 'AddressLine', 'Line')],
    postCode: text(address, 'PostalZone'),
    city: text(address, 'CityName'),
    country: text(address, 'Country', 'IdentificationCode'),
  })
}
