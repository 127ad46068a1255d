// Cross Industry Invoice D16B and later: EN 16931, XRechnung, Factur-X, ZUGFeRD 2.

import { type InvoiceSyntax } from '../syntax.ts'
import { CII_NAMES } from './names.ts'
import { readCrossIndustry } from './read.ts'

export const cii: InvoiceSyntax = {
  name: 'cii',
  generation: 2,
  recognises: (root) => root.name === 'CrossIndustryInvoice',
  read: (root) => readCrossIndustry(root, CII_NAMES),
}
