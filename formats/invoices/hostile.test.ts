// Files made to harm, and files that were cut off or are noise: each is read or refused, none throws, none takes long.

import fc from 'fast-check'
import { zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { readInvoiceFile } from './index.ts'

const EXAMPLES = join(import.meta.dirname, '../../examples/invoices')
const bytes = (text: string) => new TextEncoder().encode(text)

async function codeOf(content: Uint8Array): Promise<string> {
  const read = await readInvoiceFile(content, 'upload')
  return read.ok ? read.value.kind : read.refusal.code
}

describe('hostile XML', () => {
  it('refuses entities that would expand a billionfold, and outside entities', async () => {
    const laughs = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    expect(await codeOf(bytes(`<?xml version="1.0"?><!DOCTYPE x [${laughs}]><Invoice>&c;</Invoice>`))).toBe(
      'document_type_declaration',
    )
    expect(await codeOf(bytes('<!DOCTYPE x SYSTEM "file:///etc/passwd"><Invoice/>'))).toBe('document_type_declaration')
  })

  it('refuses fifty megabytes by their size', async () => {
    expect(await codeOf(new Uint8Array(50_000_000).fill(0x3c))).toBe('too_large')
  })

  it.each([
    ['nesting without end', '<a>'.repeat(2_000_000)],
    ['a start tag without end', `<a ${'b="c" '.repeat(500_000)}`],
    ['a start tag of megabytes', `<a ${'b="c" '.repeat(500_000)}/>`],
    ['comments without end', '<!--'.repeat(1_000_000)],
    ['a forbidden name', '<Invoice><__proto__>x</__proto__></Invoice>'],
    ['half a document', '<Invoice><ID>1</ID>'],
    ['two roots', '<a></a><b></b>'],
    ['no root', '<?xml version="1.0"?>'],
  ])('refuses %s as not well formed', async (_what, xml) => {
    expect(await codeOf(bytes(xml))).toBe('not_well_formed')
  })

  it('says line and column of what is not well formed', async () => {
    expect(await readInvoiceFile(bytes('<a>\n  <b></a>'), 'x')).toMatchObject({
      refusal: { code: 'not_well_formed', facts: { line: 2, column: 6 } },
    })
  })
})

describe('hostile PDF', () => {
  it('does not unpack a gigabyte out of a megabyte', { timeout: 20_000 }, async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined) // pdf-lib reports what it skips
    const packed = deflateSync(new Uint8Array(1_000_000_000))
    const head = `%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
    const tail = '\nendstream\nendobj\n2 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 2 0 R>>\n%%EOF'
    const started = performance.now()
    expect(await codeOf(Buffer.concat([bytes(head), packed, bytes(tail)]))).toMatch(/^pdf_/)
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  it('does not walk in circles through a name tree', async () => {
    const pdf = `%PDF-1.4
1 0 obj
<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>
endobj
2 0 obj
<</Kids[2 0 R 2 0 R 2 0 R 2 0 R 2 0 R 2 0 R 2 0 R 2 0 R]>>
endobj
trailer<</Root 1 0 R>>
%%EOF`
    expect(await codeOf(bytes(pdf))).toBe('pdf_without_invoice')
  })

  it('refuses an encrypted file as such', async () => {
    const pdf =
      '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n2 0 obj\n<</Filter/Standard>>\nendobj\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF'
    expect(await codeOf(bytes(pdf))).toBe('pdf_encrypted')
  })
})

describe('a hostile workbook', () => {
  const workbook = (sheet: string) =>
    zipSync({ 'xl/workbook.xml': bytes('<workbook/>'), 'xl/worksheets/sheet1.xml': bytes(sheet) })

  it.each([
    ['a text of megabytes', `<worksheet>${' '.repeat(20_000_000)}</worksheet>`],
    ['a comment of megabytes', `<worksheet><!--${'<a>'.repeat(7_000_000)}--></worksheet>`],
    ['a tag of megabytes', `<worksheet ${'a="b" '.repeat(3_000_000)}/>`],
  ])('with %s is refused at once', async (_what, sheet) => {
    const file = workbook(sheet)
    const started = performance.now()
    expect(await readInvoiceFile(file, 'x')).toMatchObject({ refusal: { facts: { reason: 'token_too_long' } } })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('that unpacks to too much is refused before it is unpacked', async () => {
    const file = zipSync({ 'xl/workbook.xml': bytes('<workbook/>'), 'xl/a.xml': new Uint8Array(310_000_000) })
    expect(await readInvoiceFile(file, 'x')).toMatchObject({ refusal: { facts: { reason: 'too_large' } } })
  })
})

describe('damaged files', () => {
  it.each([
    '01.01a-INVOICE_ubl.xml',
    '01.01a-INVOICE_uncefact.xml',
    'v61__ebinterface_6p1_sample_ecosio.xml',
    'rechnungen.csv',
  ])('reads or refuses %s cut off at every hundredth byte', async (name) => {
    const whole = readFileSync(join(EXAMPLES, name))
    for (let length = 0; length < whole.length; length += 100) {
      expect(await codeOf(whole.subarray(0, length)), `${length} bytes`).toBeTypeOf('string')
    }
  })

  it('never takes half an XML document for an invoice', async () => {
    const whole = readFileSync(join(EXAMPLES, '01.01a-INVOICE_ubl.xml'))
    for (let length = 100; length < whole.length - 20; length += 100) {
      expect(await codeOf(whole.subarray(0, length))).toBe('not_well_formed')
    }
  })

  it.each(['fx__EN16931_Einfach_DueDate.pdf', 'rechnungen.xlsx'])(
    'reads or refuses %s cut off in many places',
    async (name) => {
      vi.spyOn(console, 'warn').mockImplementation(() => undefined) // pdf-lib reports what it skips
      const whole = readFileSync(join(EXAMPLES, name))
      const step = Math.ceil(whole.length / 60)
      for (let length = 0; length < whole.length; length += step) {
        expect(await codeOf(whole.subarray(0, length)), `${length} bytes`).toBeTypeOf('string')
      }
    },
  )

  it('reads or refuses noise, also behind the first bytes of a known kind', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined) // pdf-lib reports what it skips
    const starts = ['', '%PDF-1.7\n', 'PK\u0003\u0004', '<?xml version="1.0"?>', '<Invoice xmlns="urn:x">', 'a;b\n']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, noise) => {
        expect(await codeOf(Buffer.concat([bytes(start), noise]))).toBeTypeOf('string')
      }),
      { numRuns: 400 },
    )
  })

  it('survives single flipped bytes in a real invoice', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined) // pdf-lib reports what it skips
    const files = ['01.01a-INVOICE_uncefact.xml', 'zfcsharp__dummy.pdf', 'rechnungen.xlsx'].map((name) =>
      readFileSync(join(EXAMPLES, name)),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat({ max: 255 }), async (file, at, value) => {
        const copy = Uint8Array.from(file)
        copy[at % copy.length] = value
        expect(await codeOf(copy)).toBeTypeOf('string')
      }),
      { numRuns: 200 },
    )
  })
})

describe('files that are something else', () => {
  it.each([
    ['', 'empty_file'],
    [' \n ', 'empty_file'],
    ['<html><body></body></html>', 'not_an_invoice'],
    ['Guten Tag, anbei die Rechnung.', 'not_an_invoice'],
    ['<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>', 'unsupported_document'],
    ['<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', 'unsupported_document'],
    ['\u0089PNG\r\n', 'unsupported_document'],
    [':20:STARTUMSE\n:25:12345678/1234567890', 'unsupported_document'],
    ['<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>', 'missing_number'],
  ])('refuses %j as %s', async (content, code) => {
    expect(await codeOf(Buffer.from(content, 'latin1'))).toBe(code)
  })

  it('names what it is', async () => {
    const camt = bytes('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>')
    expect(await readInvoiceFile(camt, 'x.xml')).toMatchObject({ refusal: { facts: { kind: 'camt.053' } } })
  })
})
