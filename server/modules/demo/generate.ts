// Invoices of all ages and fates for one invented creditor, the same ones for the same seed.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { DebtorDraft, InvoiceDraft, Marker } from '@mahnwerk/core/claims'
import { EUR, minor } from '@mahnwerk/core/money'
import type { Chance } from './chance.ts'
import { debtor } from './people.ts'

export type Fate =
  | { readonly kind: 'open' }
  | { readonly kind: 'paid'; readonly afterDays: number; readonly method: 'transfer' | 'cash' | 'card' }
  | { readonly kind: 'part_paid'; readonly percent: number; readonly afterDays: number }
  | { readonly kind: 'written_off' }
  | { readonly kind: 'marked'; readonly marker: Marker }
  | { readonly kind: 'handed_over' }

export type DemoInvoice = { readonly draft: InvoiceDraft; readonly fate: Fate; readonly practice: number }

export type Trade = {
  readonly seller: string
  readonly prefix: string
  readonly subjects: readonly string[]
  readonly amountMin: number
  readonly amountMax: number
  readonly percentBusiness: number
  readonly termDays: number
  readonly practices: number
}

/** Makes so many invoices up to `today`, oldest first; the last ones are not due yet. */
export function generate(trade: Trade, chance: Chance, count: number, today: LocalDate): DemoInvoice[] {
  const customers = Array.from({ length: Math.ceil(count / 3) }, (_, index) =>
    debtor(chance, index, trade.percentBusiness),
  )
  const ages = Array.from({ length: count }, () =>
    Math.floor((chance.below(1000) * chance.below(1000)) / 3400),
  ).toSorted((a, b) => b - a)
  return ages.map((age, index) => one(trade, chance, chance.pick(customers), addDays(today, -age), index + 1, today))
}

function one(
  trade: Trade,
  chance: Chance,
  customer: DebtorDraft,
  invoiceDate: LocalDate,
  number: number,
  today: LocalDate,
): DemoInvoice {
  const dueDate = addDays(invoiceDate, trade.termDays)
  const fate = fateOf(chance, dueDate, today, trade.practices > 1)
  const amount = minor(trade.amountMin + chance.below((trade.amountMax - trade.amountMin) / 10) * 10)
  const draft: InvoiceDraft = {
    sellerKey: trade.seller,
    number: `${trade.prefix}-${invoiceDate.slice(0, 4)}-${String(number).padStart(4, '0')}`,
    invoiceDate,
    dueDate,
    serviceDate: addDays(invoiceDate, -1 - chance.below(6)),
    currency: EUR,
    amount,
    subject: chance.pick(trade.subjects),
    debtor: customer,
    ...dunnedOf(fate, dueDate, today),
  }
  return { draft, fate, practice: chance.below(trade.practices) }
}

function fateOf(chance: Chance, dueDate: LocalDate, today: LocalDate, isPractice: boolean): Fate {
  const overdue = dueDate < today
  if (!overdue)
    return chance.yes(30) ? { kind: 'paid', afterDays: 2 + chance.below(6), method: 'transfer' } : { kind: 'open' }
  const roll = chance.below(100)
  if (roll < 80) {
    const cash = isPractice && chance.yes(20)
    return {
      kind: 'paid',
      afterDays: 5 + chance.below(20),
      method: cash ? 'cash' : chance.yes(15) ? 'card' : 'transfer',
    }
  }
  if (roll < 84) return { kind: 'part_paid', percent: 20 + chance.below(50), afterDays: 10 + chance.below(10) }
  if (roll < 88 && dueDate < addDays(today, -100)) return { kind: 'written_off' }
  if (roll < 91) return { kind: 'marked', marker: markerOf(chance, today) }
  return { kind: 'open' }
}

function markerOf(chance: Chance, today: LocalDate): Marker {
  return chance.pick<Marker>([
    { kind: 'hold', until: addDays(today, 9 + chance.below(20)), note: 'Kunde bat um Aufschub bis nach dem Urlaub' },
    { kind: 'promised', by: addDays(today, 4 + chance.below(10)), note: 'Zahlung am Telefon zugesagt' },
    { kind: 'disputed', note: 'Kunde bestreitet einen der Termine' },
    { kind: 'clarification', note: 'Kostenträger wird noch geklärt' },
  ])
}

// Overdue and unpaid for long: it was reminded outside, one notice about every three weeks.
function dunnedOf(fate: Fate, dueDate: LocalDate, today: LocalDate): Pick<InvoiceDraft, 'dunned'> {
  if (fate.kind === 'paid') return {}
  const level = [62, 40, 22].findIndex((days) => addDays(dueDate, days) < today)
  if (level < 0) return {}
  return { dunned: { level: 3 - level, lastNoticeOn: addDays(dueDate, [50, 29, 8][level] ?? 8) } }
}

/** Claims that were handed over some weeks ago and have been with the partner since. */
export function generateHandedOver(trade: Trade, chance: Chance, count: number, from: LocalDate): DemoInvoice[] {
  return Array.from({ length: count }, (_, index) => {
    const invoiceDate = addDays(from, -75 - chance.below(60))
    const customer = debtor(chance, 5000 + index, trade.percentBusiness)
    const dueDate = addDays(invoiceDate, trade.termDays)
    const { draft } = one(trade, chance, customer, invoiceDate, 9000 + index, from)
    return {
      draft: { ...draft, dunned: { level: 3, lastNoticeOn: addDays(dueDate, 45) } },
      fate: { kind: 'handed_over' },
      practice: chance.below(trade.practices),
    }
  })
}
