import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const LAUNCHER = join(import.meta.dirname, 'mahnwerk.mjs')
const EXAMPLE = join(import.meta.dirname, '../examples/invoices/01.01a-INVOICE_ubl.xml')
const PLAIN_PDF = join(import.meta.dirname, '../examples/invoices/zfcsharp__dummy.pdf')

function mahnwerk(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [LAUNCHER, ...args], { cwd: tmpdir() }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err })
    })
  })
}

describe('the terminal, started from another folder', () => {
  it('lists its commands', async () => {
    const { code, out } = await mahnwerk()
    expect(code).toBe(0)
    expect(out).toMatch(/read invoice DATEI …[^]*corpus ORDNER …/)
  })

  it('says that a command does not exist', async () => {
    const { code, err } = await mahnwerk('mahne')
    expect(code).toBe(2)
    expect(err).toContain('„mahne“ gibt es nicht')
  })

  it('prints an invoice with the keys of the corpora', async () => {
    const { code, out } = await mahnwerk('read', 'invoice', EXAMPLE)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ number: '123456XX', payable: '336.9', taxTotals: ['22.04 EUR'], lines: 2 })
  })

  it('prints why a file is refused, and fails', async () => {
    const { code, out } = await mahnwerk('read', 'invoice', PLAIN_PDF)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ noInvoiceXml: true, refused: { code: 'pdf_without_invoice' } })
  })

  it('says that a file cannot be read, and goes on with the next', async () => {
    const { code, out, err } = await mahnwerk('read', 'invoice', 'nirgends.xml', EXAMPLE)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ number: '123456XX' })
    expect(err).toContain('nirgends.xml')
  })
})
