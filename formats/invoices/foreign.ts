// XML documents that people upload by mistake, told by their root, so that the refusal can name what it is.

import { type XmlRoot } from './xml/element.ts'

/** A short name of a document that is no invoice we read; undefined where we do not know it. */
export function foreignKindOf(root: XmlRoot): string | undefined {
  const iso = /^urn:iso:std:iso:20022:tech:xsd:([a-z]+\.\d+)/.exec(root.namespace)?.[1]
  if (iso !== undefined) return iso
  const ubl = /^urn:oasis:names:specification:ubl:schema:xsd:(\w+)-2$/.exec(root.namespace)?.[1]
  if (ubl !== undefined) return `UBL ${ubl}`
  return BY_ROOT[root.name]
}

const BY_ROOT: Readonly<Record<string, string>> = {
  SCRDMCCBDACIOMessageStructure: 'Order-X',
  CrossIndustryOrder: 'Order-X',
  CrossIndustryDespatchAdvice: 'UN/CEFACT despatch advice',
  FatturaElettronica: 'FatturaPA',
  Facturae: 'Facturae',
  Finvoice: 'Finvoice',
  INVOICE: 'openTRANS',
  ORDER: 'openTRANS',
  cXML: 'cXML',
  xjustiz: 'XJustiz',
}
