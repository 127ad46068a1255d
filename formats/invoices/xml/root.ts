// The root element's start tag. The parser drops prefixes and with them namespaces, so the tag is looked at here,
// and a document type declaration on the way is noticed. One pass, so that no input can make it slow.

export type RootStart =
  | { readonly kind: 'root'; readonly name: string; readonly namespace: string }
  | { readonly kind: 'doctype'; readonly line: number }
  | { readonly kind: 'none' }

const START_TAG_LENGTH_MAX = 100_000

export function rootStart(xml: string): RootStart {
  for (let at = 0; ;) {
    const open = xml.indexOf('<', at)
    if (open < 0) return { kind: 'none' }
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open + 4)
    else if (xml.startsWith('<?', open)) at = after(xml, '?>', open + 2)
    else if (xml.startsWith('<!', open)) return { kind: 'doctype', line: xml.slice(0, open).split('\n').length }
    else return startTagAt(xml, open)
  }
}

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from)
  return found < 0 ? xml.length : found + end.length
}

function startTagAt(xml: string, open: number): RootStart {
  const tag = xml.slice(open, tagEnd(xml, open))
  const match = /^<(?:([^\s:<>/="'!?]+):)?([^\s:<>/="'!?]+)(?=[\s/>])/.exec(tag)
  if (match === null) return { kind: 'none' }
  const [name, prefix, local = ''] = match
  return { kind: 'root', name: local, namespace: namespaceIn(tag.slice(name.length), prefix) }
}

// Behind the ">" that stands outside quotes.
function tagEnd(xml: string, open: number): number {
  let quote = ''
  const limit = Math.min(xml.length, open + START_TAG_LENGTH_MAX)
  for (let at = open; at < limit; at++) {
    const character = xml.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '>') return at + 1
    else if (character === '"' || character === "'") quote = character
  }
  return open
}

function namespaceIn(attributes: string, prefix: string | undefined): string {
  for (const match of attributes.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (match[1] === prefix) return match[2] ?? match[3] ?? ''
  }
  return ''
}
