// XML to elements by local name. Values stay text. A document type declaration is refused, so that no entity can be
// defined; nesting is limited; a document that is not well formed is refused with line and column.

import { accept, refuse } from '@mahnwerk/core/refusals'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type ReadResult } from '../refusals.ts'
import { decodeXml } from './decode.ts'
import { type XmlElement, type XmlRoot } from './element.ts'
import { rootStart } from './root.ts'

const NESTING_MAX = 100

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  jPath: false,
  maxNestedTags: NESTING_MAX,
})

/** Reads a document. Refuses what is not well formed, has a document type declaration or nests deeper than 100. */
export function parseXml(bytes: Uint8Array): ReadResult<XmlRoot> {
  const xml = decodeXml(bytes)
  if (xml.startsWith('<?xml') && !DECLARATION.test(xml)) return notWellFormed(1, 1, 'XML declaration')
  const start = rootStart(xml)
  if (start.kind === 'none') return notWellFormed(1, 1, 'no root element')
  if (start.kind === 'doctype') return refuse('document_type_declaration', { line: start.line })
  try {
    return parseRoot(xml, start)
  } catch (error) {
    // Nesting too deep, or a name that the parser forbids.
    return notWellFormed(1, 1, error instanceof Error ? error.message.slice(0, 200) : 'unreadable')
  }
}

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>/

// Parsed before it is validated, because only the parser limits the nesting; it is lenient, the validator is not.
function parseRoot(xml: string, { name, namespace }: { name: string; namespace: string }): ReadResult<XmlRoot> {
  // The options above make exactly this shape: arrays of elements, texts as strings.
  const document = parser.parse(xml) as Readonly<Record<string, readonly XmlElement[] | undefined>>
  const verdict = XMLValidator.validate(xml)
  if (verdict !== true) return notWellFormed(verdict.err.line, verdict.err.col, verdict.err.msg.slice(0, 200))
  const element = document[name]?.[0]
  return element === undefined ? notWellFormed(1, 1, 'no root element') : accept({ name, namespace, element })
}

function notWellFormed(line: number, column: number, reason: string): ReadResult<never> {
  return refuse('not_well_formed', { line, column, reason })
}
