// ZUGFeRD 1 (2014): the same structure as CII under other names, in its own namespace. Still in many archives.

import { type InvoiceSyntax } from '../syntax.ts'
import { readCrossIndustry } from '../cii/read.ts'
import { ZUGFERD_1_NAMES } from './names.ts'

export const zugferd1: InvoiceSyntax = {
  name: 'zugferd',
  generation: 1,
  recognises: (root) => root.name === 'CrossIndustryDocument',
  read: (root) => readCrossIndustry(root, ZUGFERD_1_NAMES),
}
