// An XML element as the parser gives it, and the few ways we look into it: by local names, texts trimmed.

/** Children by local name, "#text" for the text, "@name" for attributes. */
export type XmlElement = { readonly [name: string]: readonly XmlElement[] | string | undefined }

export type XmlRoot = {
  readonly name: string
  /** Namespace of the root element; empty where it has none. */
  readonly namespace: string
  readonly element: XmlElement
}

/** All elements at the end of a path of local names. */
export function elements(from: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  if (from === undefined) return []
  let found: readonly XmlElement[] = [from]
  for (const name of path) found = found.flatMap((parent) => childrenOf(parent, name))
  return found
}

/** The first element at the end of a path, in document order. */
export function element(from: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return elements(from, ...path)[0]
}

/** All non-empty texts at the end of a path. */
export function texts(from: XmlElement | undefined, ...path: readonly string[]): string[] {
  return elements(from, ...path)
    .map(ownText)
    .filter((own) => own !== '')
}

/** The first non-empty text at the end of a path. */
export function text(from: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return texts(from, ...path)[0]
}

export function attribute(of: XmlElement | undefined, name: string): string | undefined {
  const value = of?.[`@${name}`]
  if (typeof value !== 'string') return undefined
  const decoded = decodeEntities(value).trim()
  return decoded === '' ? undefined : decoded
}

export function ownText(of: XmlElement): string {
  const value = of['#text']
  return typeof value === 'string' ? decodeEntities(value).trim() : ''
}

function childrenOf(of: XmlElement, name: string): readonly XmlElement[] {
  const value = Object.hasOwn(of, name) ? of[name] : undefined
  return typeof value === 'object' ? value : []
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g

// Only what XML itself defines: nothing can expand, because a document type declaration is refused before.
function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (decimal === undefined && hex === undefined) return NAMED[name ?? ''] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}
