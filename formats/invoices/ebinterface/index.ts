// ebInterface (Austria) 4.0 to 6.1. The namespace carries the version: http://www.ebinterface.at/schema/6p1/.

import { type InvoiceSyntax } from '../syntax.ts'
import { type XmlRoot } from '../xml/element.ts'
import { readEbInterface } from './read.ts'

export const ebinterface: InvoiceSyntax = {
  name: 'ebinterface',
  generation: 2,
  recognises: (root) => root.name === 'Invoice' && versionOf(root) !== undefined,
  read: (root) => readEbInterface(root, versionOf(root) ?? ''),
}

function versionOf(root: XmlRoot): string | undefined {
  return /^https?:\/\/www\.ebinterface\.at\/schema\/(\d+p\d+)\/?$/.exec(root.namespace)?.[1]
}
