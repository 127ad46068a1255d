// A line of a cross-industry document.

import { type ReadLine } from '../invoice.ts'
import { withoutGaps } from '../reading.ts'
import { type XmlElement, attribute, element, text } from '../xml/element.ts'
import { periodIn } from './days.ts'
import { type CiiNames } from './names.ts'

export function readLine(line: XmlElement, names: CiiNames): ReadLine {
  const settlement = element(line, names.line.settlement)
  const quantity = element(line, names.line.delivery, 'BilledQuantity')
  return withoutGaps({
    text: text(line, 'SpecifiedTradeProduct', 'Name') ?? note(line),
    description: text(line, 'SpecifiedTradeProduct', 'Description'),
    quantity: text(line, names.line.delivery, 'BilledQuantity'),
    unit: attribute(quantity, 'unitCode'),
    amount: text(settlement, names.line.sums, 'LineTotalAmount'),
    taxRate: text(settlement, 'ApplicableTradeTax', names.taxRate),
    period: periodIn(element(settlement, 'BillingSpecifiedPeriod')),
  })
}

// A line without a product is a remark between lines.
function note(line: XmlElement): string | undefined {
  return text(line, 'AssociatedDocumentLineDocument', 'IncludedNote', 'Content')
}
