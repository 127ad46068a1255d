// A line of an ebInterface document.

import { type ReadLine } from '../invoice.ts'
import { periodOf, withoutGaps } from '../reading.ts'
import { type XmlElement, attribute, element, text, texts } from '../xml/element.ts'

export function readLine(line: XmlElement): ReadLine {
  const [first, ...more] = texts(line, 'Description')
  return withoutGaps({
    text: first,
    description: more.length === 0 ? undefined : more.join('\n'),
    quantity: text(line, 'Quantity'),
    unit: attribute(element(line, 'Quantity'), 'Unit'),
    amount: text(line, 'LineItemAmount'),
    taxRate: text(line, 'TaxItem', 'TaxPercent') ?? text(line, 'VATRate') ?? text(line, 'TaxRate'),
    period: linePeriod(line),
  })
}

function linePeriod(line: XmlElement) {
  const date = text(line, 'Delivery', 'Date')
  const from = text(line, 'Delivery', 'Period', 'FromDate')
  const to = text(line, 'Delivery', 'Period', 'ToDate')
  return periodOf(from ?? date, to ?? date)
}
