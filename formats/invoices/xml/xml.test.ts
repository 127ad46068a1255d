import { describe, expect, it } from 'vitest'
import { attribute, element, text, texts } from './element.ts'
import { parseXml } from './parse.ts'

function parsed(xml: string | Uint8Array) {
  const root = parseXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml)
  if (!root.ok) throw new Error(JSON.stringify(root.refusal))
  return root.value
}

describe('an XML document', () => {
  it('is read by local names, whatever the prefixes', () => {
    const { name, namespace, element: root } = parsed('<x:a xmlns:x="urn:n"><y:b xmlns:y="urn:m" y:c="1">t</y:b></x:a>')
    expect({ name, namespace, b: text(root, 'b'), c: attribute(element(root, 'b'), 'c') }).toEqual({
      name: 'a',
      namespace: 'urn:n',
      b: 't',
      c: '1',
    })
  })

  it('keeps values as text', () => {
    expect(text(parsed('<a><b>007.10</b></a>').element, 'b')).toBe('007.10')
  })

  it('decodes the characters that XML itself names, once', () => {
    const xml = '<a><b c="&quot;&#65;">&lt;&#252;&#xFC;&amp;lt;&#0;</b></a>'
    expect(text(parsed(xml).element, 'b')).toBe('<üü&lt;&#0;')
    expect(attribute(element(parsed(xml).element, 'b'), 'c')).toBe('"A')
  })

  it('finds all elements at the end of a path', () => {
    expect(texts(parsed('<a><b><c>1</c><c>2</c></b><b><c/><c>3</c></b></a>').element, 'b', 'c')).toEqual([
      '1',
      '2',
      '3',
    ])
  })

  it('is not confused by names that objects have', () => {
    expect(text(parsed('<a><b>1</b></a>').element, 'constructor')).toBeUndefined()
  })

  it.each([
    ['UTF-8', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>ü€</a>')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF<?xml version="1.0"?><a>ü€</a>')],
    ['UTF-16', Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>ü€</a>', 'utf16le')],
    ['Windows-1252', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\u00fc\u0080</a>', 'latin1')],
    [
      'Windows-1252 that claims to be UTF-8',
      Buffer.from('<?xml version="1.0" encoding="utf-8"?><a>\u00fc\u0080</a>', 'latin1'),
    ],
  ])('is read in %s', (_encoding, bytes) => {
    expect(parsed(bytes).element['#text']).toBe('ü€')
  })
})
