// Invoices of all ages and amounts for a bench, the same ones every time.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import { EUR, minor } from '@mahnwerk/core/money'

const FIRST = ['Anna', 'Jonas', 'Mehmet', 'Käthe', 'Wioletta', 'Jean-Luc', 'Ole', 'Ayşe', 'Björn', 'Zoë']
const LAST =
  'Weber,Öztürk,Müller,Schmidt,Ábel,Zorn,Weberknecht,Großmann,de Vries,Nowak,Lindner,Hartmann,Krüger,Fischer,Wagner,Becker,Schulz,Hoffmann,Koch,Richter'.split(
    ',',
  )

/** A whole number below `sides`, by a linear congruential generator: the same row for the same seed. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Up to three years old, three invoices a debtor on average. `all` is how many there will be. */
export function draft(index: number, all: number, today: LocalDate, roll: (sides: number) => number): InvoiceDraft {
  const customer = roll(Math.ceil(all / 3))
  const invoiceDate = addDays(today, -1 - roll(1_095))
  const word = FIRST[customer % FIRST.length] ?? ''
  return {
    sellerKey: 'bench',
    number: `RE-${invoiceDate.slice(0, 4)}-${String(index + 1).padStart(6, '0')}`,
    invoiceDate,
    dueDate: addDays(invoiceDate, 14),
    currency: EUR,
    amount: minor(1_000 + roll(50_000) * 10),
    subject: 'Behandlung',
    debtor: {
      number: String(customer),
      name: {
        kind: 'consumer',
        first: word,
        last: `${LAST[Math.floor(customer / FIRST.length) % LAST.length] ?? ''} ${customer}`,
      },
      address: { street: `Lindenweg ${customer}`, postCode: '10115', city: 'Berlin', country: 'DE' },
    },
  }
}
