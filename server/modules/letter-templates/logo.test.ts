import { describe, expect, test } from 'vitest'
import { Refused } from '../../http/index.ts'
import { LOGO_BYTES_MAX, logoOf } from './logo.ts'

const svg = (inside: string, attributes = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>${inside}</svg>`)

function codeOf(bytes: Uint8Array): string {
  try {
    return logoOf(bytes).format
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code
    throw error
  }
}

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** An application part before the frame, as cameras and editors write it. */
function jpeg(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60)
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 16])
  bytes.set([0xff, 0xc0, 0, 17, 8], 20)
  bytes.writeUInt16BE(height, 25)
  bytes.writeUInt16BE(width, 27)
  return bytes
}

describe('a picture', () => {
  test('is told by its content', () => {
    expect(codeOf(png(200, 80))).toBe('png')
    expect(codeOf(jpeg(200, 80))).toBe('jpg')
    expect(codeOf(svg('<path d="M0 0h10"/>'))).toBe('svg')
    expect(codeOf(Buffer.from('<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="x"><g/></svg>'))).toBe('svg')
  })

  test.each([
    ['a page', Buffer.from('<html><svg></svg></html>')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['nothing', Buffer.alloc(0)],
    ['bytes that are no text', Buffer.from([0x3c, 0x73, 0x76, 0x67, 0xff, 0xfe])],
  ])('%s is none', (_, bytes) => expect(codeOf(bytes)).toBe('logo_not_picture'))

  test('of too many bytes or pixels is refused before anything unpacks it', () => {
    expect(codeOf(Buffer.concat([png(9, 9), Buffer.alloc(LOGO_BYTES_MAX)]))).toBe('logo_too_large')
    expect(codeOf(png(3001, 10))).toBe('logo_too_many_pixels')
    expect(codeOf(jpeg(10, 3001))).toBe('logo_too_many_pixels')
    expect(codeOf(png(0, 10))).toBe('logo_broken')
    expect(codeOf(Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 0]))).toBe('logo_broken')
  })
})

describe('a drawing', () => {
  test.each([
    ['a program', svg('<script>alert(1)</script>')],
    ['a program with a prefix', svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>')],
    ['an act', svg('<path d="M0 0" onload="alert(1)"/>')],
    ['an act behind a line break', svg('<path d="M0 0"\nonclick = "x"/>')],
    ['a page inside', svg('<foreignObject><p>x</p></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="https://x.example/a.png"/>')],
    ['a link', svg('<a href="javascript:alert(1)"><path d=""/></a>')],
    ['a style from elsewhere', svg('<style>@import "https://x.example/a.css";</style>')],
    ['a fill from elsewhere', svg('<path fill="url(https://x.example/#a)"/>')],
    ['a style sheet', Buffer.from('<?xml version="1.0"?><svg><style>a{fill:url(//x.example)}</style></svg>')],
    ['an entity', Buffer.from('<svg><!ENTITY a "b"></svg>')],
    ['text, which would need fonts', svg('<text>Praxis</text>')],
    ['parts that unfold', svg('<defs><g id="a"/></defs><use href="#a"/><use href="#a"/>')],
  ])('with %s is not taken', (_, bytes) => expect(codeOf(bytes)).toMatch(/^logo_not_(drawable|picture)$/))

  test('may have colours that run, parts that clip, a title, and notes of its editor', () => {
    const inside = `<!-- made by <text> --><title>Praxis</title><sodipodi:namedview/><defs>
      <linearGradient id="a"><stop offset="0"/></linearGradient><clipPath id="b"><rect/></clipPath></defs>
      <style>.x { fill: url(#a) }</style><g clip-path="url('#b')"><path class="x" d="M0 0"/></g>`
    expect(codeOf(svg(inside))).toBe('svg')
  })

  test('is told what stands in its way', () => {
    expect(() => logoOf(svg('<text>a</text>'))).toThrowError(
      expect.objectContaining({ refusal: expect.objectContaining({ facts: { what: '<text>' } }) }),
    )
  })
})
