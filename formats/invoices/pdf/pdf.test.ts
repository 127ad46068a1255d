import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AFRelationship, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { readInvoiceFile } from '../index.ts'

const EXAMPLES = join(import.meta.dirname, '../../../examples/invoices')
const CII = readFileSync(join(EXAMPLES, '01.01a-INVOICE_uncefact.xml'))
const OLD =
  Buffer.from(`<CrossIndustryDocument xmlns="urn:ferd:CrossIndustryDocument:invoice:1p0"><HeaderExchangedDocument><ID>ALT</ID>
  <IssueDateTime>20160404</IssueDateTime></HeaderExchangedDocument></CrossIndustryDocument>`)

async function pdfWith(files: Readonly<Record<string, Uint8Array>>, change?: (document: PDFDocument) => void) {
  const document = await PDFDocument.create()
  document.addPage()
  for (const [name, content] of Object.entries(files)) {
    await document.attach(content, name, { mimeType: 'text/xml', afRelationship: AFRelationship.Data })
  }
  await document.flush()
  change?.(document)
  return readInvoiceFile(await document.save(), 'rechnung.pdf')
}

describe('a PDF with an invoice inside', () => {
  it('is read by the embedded XML, whatever the case of its name', async () => {
    expect(await pdfWith({ 'Factur-X.xml': CII })).toMatchObject({
      value: { kind: 'pdf', embeddedFiles: ['Factur-X.xml'], invoice: { number: '123456XX', syntax: 'CII' } },
    })
  })

  it('is read through the associated files alone', async () => {
    const read = await pdfWith({ 'factur-x.xml': CII }, ({ catalog }) => catalog.delete(PDFName.of('Names')))
    expect(read).toMatchObject({ value: { embeddedFiles: ['factur-x.xml'] } })
  })

  it('is read through the name tree alone, also below kids', async () => {
    const read = await pdfWith({ 'factur-x.xml': CII }, ({ catalog, context }) => {
      catalog.delete(PDFName.of('AF'))
      const names = catalog.lookup(PDFName.of('Names'), PDFDict)
      const leaf = names.lookup(PDFName.of('EmbeddedFiles'), PDFDict)
      names.set(PDFName.of('EmbeddedFiles'), context.obj({ Kids: [context.register(leaf)] }))
    })
    expect(read).toMatchObject({ value: { embeddedFiles: ['factur-x.xml'] } })
  })

  it('goes by the newer of two documents', async () => {
    const read = await pdfWith({ 'ZUGFeRD-invoice.xml': OLD, 'factur-x.xml': CII })
    expect(read).toMatchObject({
      value: { invoice: { number: '123456XX' }, invoices: [{}, { invoice: { number: 'ALT' } }] },
    })
  })

  it('takes any XML that is an invoice where no file has a name of the standards', async () => {
    expect(await pdfWith({ 'anlage.xml': CII })).toMatchObject({ value: { invoice: { number: '123456XX' } } })
  })

  it('refuses an order inside by its name', async () => {
    const order = Buffer.from('<SCRDMCCBDACIOMessageStructure/>')
    expect(await pdfWith({ 'order-x.xml': order })).toMatchObject({
      refusal: { code: 'unsupported_document', facts: { kind: 'Order-X', file: 'order-x.xml' } },
    })
  })

  it('refuses a PDF without XML and names what else is in it', async () => {
    expect(await pdfWith({ 'agb.txt': Buffer.from('AGB') })).toMatchObject({
      refusal: { code: 'pdf_without_invoice', facts: { embeddedFiles: 'agb.txt' } },
    })
  })
})
