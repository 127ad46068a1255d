// UBL 2.1 Invoice and CreditNote: EN 16931, XRechnung, Peppol BIS, NLCIUS.

import { type InvoiceSyntax } from '../syntax.ts'
import { readUbl } from './read.ts'

const NAMESPACE = /^urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote)-2$/

export const ubl: InvoiceSyntax = {
  name: 'ubl',
  generation: 2,
  recognises: (root) => NAMESPACE.exec(root.namespace)?.[1] === root.name,
  read: readUbl,
}
