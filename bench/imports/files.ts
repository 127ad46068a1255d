// What is imported: a table as a practice's software writes it, and e-invoices as they come by mail.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LocalDate, day } from '@mahnwerk/core/calendar'
import { dice, draft } from '../house/index.ts'

export type File = { readonly name: string; readonly bytes: Buffer<ArrayBuffer> }

const HEADER =
  'Rechnungsnummer;Rechnungsdatum;Fällig am;Kundennummer;Vorname;Nachname;Straße;PLZ;Ort;Land;Leistung;Rechnungsbetrag;Währung'
const EXAMPLE = join(import.meta.dirname, '../../examples/invoices/EN16931_Physiotherapeut.ubl.xml')
const NUMBER = '<cbc:ID>R18-31</cbc:ID>'

/** `round` makes every number another one. */
export function csv(rows: number, round: number): File {
  const roll = dice(round)
  const lines = Array.from({ length: rows }, (_, index) => {
    const { number, invoiceDate, dueDate, amount, subject, debtor } = draft(index, rows, day('2026-10-01'), roll)
    const { name, address } = debtor
    const [first, last] = name.kind === 'consumer' ? [name.first, name.last] : ['', name.company]
    const euros = `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`
    const where = [address.street, address.postCode, address.city, address.country]
    return [
      `${round}-${number}`,
      german(invoiceDate),
      german(dueDate),
      debtor.number,
      first,
      last,
      ...where,
      subject,
      euros,
      'EUR',
    ].join(';')
  })
  return { name: `tabelle-${round}.csv`, bytes: Buffer.from([HEADER, ...lines, ''].join('\r\n')) }
}

function german(on: LocalDate): string {
  return on.split('-').toReversed().join('.')
}

export async function eInvoices(count: number, round: number): Promise<File[]> {
  const xml = await readFile(EXAMPLE, 'utf8')
  if (!xml.includes(NUMBER)) throw new Error(`${EXAMPLE} has another number`)
  return Array.from({ length: count }, (_, index) => ({
    name: `rechnung-${round}-${index}.xml`,
    bytes: Buffer.from(xml.replace(NUMBER, `<cbc:ID>B${round}-${index}</cbc:ID>`)),
  }))
}
