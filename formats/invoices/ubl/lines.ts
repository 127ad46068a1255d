// A line of a UBL document.

import { type ReadLine } from '../invoice.ts'
import { periodOf, withoutGaps } from '../reading.ts'
import { type XmlElement, attribute, element, text } from '../xml/element.ts'

export function readLine(line: XmlElement): ReadLine {
  const quantity = element(line, 'InvoicedQuantity') ?? element(line, 'CreditedQuantity')
  return withoutGaps({
    text: text(line, 'Item', 'Name'),
    description: text(line, 'Item', 'Description'),
    quantity: text(line, 'InvoicedQuantity') ?? text(line, 'CreditedQuantity'),
    unit: attribute(quantity, 'unitCode'),
    amount: text(line, 'LineExtensionAmount'),
    taxRate: text(line, 'Item', 'ClassifiedTaxCategory', 'Percent'),
    period: periodOf(text(line, 'InvoicePeriod', 'StartDate'), text(line, 'InvoicePeriod', 'EndDate')),
  })
}
