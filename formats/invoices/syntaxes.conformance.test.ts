// Every syntax: known to the index, shaped like its neighbours, and proven by an example file. Where the developers'
// corpora lie beside the repository, everything in them is read as well.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SYNTAXES, claimOf, readInvoiceFile } from './index.ts'

const HERE = import.meta.dirname
const EXAMPLES = join(HERE, '../../examples/invoices')
const CORPORA = join(HERE, '../../../shared/corpora/einvoice')

const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(HERE, entry.name, 'index.ts')))
  .filter(({ name }) => readFileSync(join(HERE, name, 'index.ts'), 'utf8').includes(': InvoiceSyntax ='))
  .map(({ name }) => name)

async function readAll(folder: string) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(xml|pdf)$/.test(name))
  return Promise.all(
    names.map(async (name) => ({ name, read: await readInvoiceFile(readFileSync(join(folder, name)), name) })),
  )
}

describe('the syntaxes of e-invoices', () => {
  it('has a line in the index for every folder, and a folder for every line', () => {
    expect(SYNTAXES.map(({ name }) => name).toSorted()).toEqual(folders.toSorted())
  })

  it('has an example file for every syntax', async () => {
    const invoices = (await readAll(EXAMPLES)).flatMap(({ read }) =>
      read.ok && read.value.kind !== 'table' ? [read.value.invoice] : [],
    )
    const known = new Set(invoices.map(({ syntax }) => syntax.split(' ')[0]))
    expect(known).toEqual(new Set(['CII', 'UBL', 'ZUGFeRD', 'ebInterface']))
  })

  it('makes a claim with a debtor, days and amounts of every example that holds an invoice', async () => {
    for (const { name, read } of await readAll(EXAMPLES)) {
      if (!read.ok || read.value.kind === 'table') continue
      const { number } = read.value.invoice
      expect({ name, claim: claimOf(read.value.invoice) }).toMatchObject({
        name,
        claim: { ok: true, value: { number } },
      })
    }
  })

  it.skipIf(!existsSync(CORPORA))(
    'reads or refuses with a reason every file of the corpora beside the repository',
    async () => {
      const all = await readAll(CORPORA)
      const refused = all.flatMap(({ name, read }) => (read.ok ? [] : [`${name}: ${read.refusal.code}`]))
      expect(all.length).toBeGreaterThan(150)
      expect(refused.toSorted()).toEqual([
        'cii-variants/zfcsharp__zugferd_23_local_namespaces.xml: missing_number',
        'pdf/v2-fail__mustang__factur-x-invalid-xml-encoding-attribute.pdf: not_well_formed',
        'pdf/zfcsharp__dummy.pdf: pdf_without_invoice',
        'pdf/zfcsharp__not-embedded.pdf: pdf_without_invoice',
      ])
    },
  )

  it.skipIf(!existsSync(CORPORA))('makes claims of all of them but those that say why not', async () => {
    const refusals = (await readAll(CORPORA)).flatMap(({ name, read }) => {
      if (!read.ok || read.value.kind === 'table') return []
      const claim = claimOf(read.value.invoice)
      return claim.ok ? [] : [`${name}: ${claim.refusal.code}`]
    })
    expect(refusals.toSorted()).toEqual([
      'pdf/v1-fail__mustang__fail1.pdf: missing_currency',
      'pdf/v1__mustang__MustangGnuaccountingBeispielRE-20151008_504.pdf: missing_currency',
    ])
  })
})
