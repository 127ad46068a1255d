// The root element's start tag. The parser drops prefixes and with them namespaces, so the tag is looked at here,
// and a document type declaration on the way is noticed. One pass, so that no input can make it slow.

export type RootStart =
  | { readonly kind: 'root'; readonly name: string; readonly namespace: string }
  | { readonly kind: 'doctype'; readonly line: number }
  | { readonly kind: 'none' }

const START_TAG = /<(?:([^\s:<>/="'!?]+):)?([^\s:<>/="'!?]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/y

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
  START_TAG.lastIndex = open
  const match = START_TAG.exec(xml)
  if (match === null) return { kind: 'none' }
  const [, prefix, name = '', attributes = ''] = match
  return { kind: 'root', name, namespace: namespaceIn(attributes, prefix) }
}

function namespaceIn(attributes: string, prefix: string | undefined): string {
  for (const match of attributes.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (match[1] === prefix) return match[2] ?? match[3] ?? ''
  }
  return ''
}
