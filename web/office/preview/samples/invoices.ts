import type { Invoice, InvoiceRow } from '@mahnwerk/client/api'
import { type LocalDate, addDays, day, daysBetween } from '@mahnwerk/core/calendar'
import { CASE, NAMES, PARTNER, PRACTICE, TODAY, id, numbers } from './people.ts'

const today = day(TODAY)

type Given = {
  readonly name: string
  readonly number: string
  readonly due: LocalDate
  readonly amount: number
  readonly paid?: number
  readonly charges?: number
} & Partial<InvoiceRow>

function sample(at: number, { name, number, due, amount, paid = 0, charges = 0, ...more }: Given): InvoiceRow {
  const open = amount - paid + charges
  const late = daysBetween(due, today)
  return {
    id: id('a', at),
    practiceId: PRACTICE,
    debtorId: id('d', at),
    debtorName: name,
    number,
    invoiceDate: addDays(due, -14),
    dueDate: due,
    ...(late > 0 && open > 0 ? { daysOverdue: late } : {}),
    currency: 'EUR',
    amount,
    open,
    overpaid: 0,
    writtenOff: 0,
    state: 'open',
    marker: { kind: 'none' },
    dunningLevel: 0,
    status: late > 0 ? { kind: 'overdue', days: late } : { kind: 'due_later', on: due },
    nextStep: late > 0 ? { kind: 'next_notice', level: 1, last: false } : { kind: 'payment_due', on: due },
    readiness:
      late > 0 ? { kind: 'ready', warnings: ['no_notice'] } : { kind: 'not_yet', why: 'not_overdue', until: due },
    version: 1,
    ...more,
  }
}

const dunned = (level: 1 | 2): Partial<InvoiceRow> => ({
  dunningLevel: level,
  status: { kind: 'reminded', level },
  nextStep: { kind: 'next_notice', level: level + 1, last: level === 2 },
  readiness: { kind: 'ready', warnings: ['notices_missing'] },
})

const DRAWN: readonly InvoiceRow[] = [
  sample(871, {
    name: 'Weber, Jonas',
    number: 'RE-2026-0871',
    due: day('2026-08-02'),
    amount: 18_450,
    charges: 250,
    dunningLevel: 3,
    status: { kind: 'final_notice', level: 3 },
    nextStep: { kind: 'ready_for_collection' },
    readiness: { kind: 'ready', warnings: [] },
  }),
  sample(894, {
    name: 'Yılmaz, Elif',
    number: 'RE-2026-0894',
    due: day('2026-08-19'),
    amount: 9600,
    paid: 3000,
    ...dunned(2),
  }),
  sample(902, {
    name: 'Brandt Maschinenbau GmbH',
    number: 'RE-2026-0902',
    due: day('2026-08-24'),
    amount: 241_800,
    ...dunned(2),
  }),
  sample(790, {
    name: 'Nowak, Piotr',
    number: 'RE-2026-0790',
    due: day('2026-07-11'),
    amount: 31_240,
    state: 'collection',
    partner: PARTNER,
    caseId: CASE,
    partnerCaseNumber: '77-204518',
    dunningLevel: 3,
    status: { kind: 'in_collection', partner: PARTNER },
    nextStep: { kind: 'answer_question', partner: PARTNER, on: '2026-10-16' },
    readiness: { kind: 'already', partner: PARTNER },
  }),
  sample(911, {
    name: 'Hofer, Maria',
    number: 'RE-2026-0911',
    due: day('2026-08-30'),
    amount: 5820,
    marker: { kind: 'hold', until: '2026-11-01', note: '' },
    status: { kind: 'hold', until: '2026-11-01' },
    nextStep: { kind: 'hold_ends', on: '2026-11-01' },
    readiness: { kind: 'not_yet', why: 'hold', until: '2026-11-01' },
  }),
  sample(925, {
    name: 'Lindqvist, Sara',
    number: 'RE-2026-0925',
    due: day('2026-09-07'),
    amount: 14_000,
    ...dunned(1),
  }),
  sample(933, {
    name: 'Klein, Thomas',
    number: 'RE-2026-0933',
    due: day('2026-09-12'),
    amount: 7500,
    marker: { kind: 'promised', by: '2026-10-20', note: '' },
    status: { kind: 'promised', by: '2026-10-20' },
    nextStep: { kind: 'promise_due', on: '2026-10-20' },
    readiness: { kind: 'not_yet', why: 'promised', until: '2026-10-20' },
  }),
  sample(940, {
    name: 'Schuster & Söhne OHG',
    number: 'RE-2026-0940',
    due: day('2026-09-15'),
    amount: 109_680,
    readiness: { kind: 'missing', what: ['street', 'post_code'] },
  }),
  sample(951, {
    name: 'Öztürk, Deniz',
    number: 'RE-2026-0951',
    due: day('2026-09-21'),
    amount: 12_100,
    marker: { kind: 'disputed', note: '' },
    status: { kind: 'disputed' },
    nextStep: { kind: 'answer_dispute' },
    readiness: { kind: 'not_yet', why: 'disputed' },
  }),
]

function further(): readonly InvoiceRow[] {
  const roll = numbers(11)
  return Array.from({ length: 391 }, (_, at) => {
    const name = NAMES[roll(NAMES.length)] ?? ''
    const amount = 2500 + roll(900) * 50
    const number = `RE-2026-${String(1000 + at)}`
    if (at % 13 === 0)
      return sample(1000 + at, {
        name,
        number,
        due: addDays(today, -(2 + roll(60))),
        amount,
        ...(at % 2 === 0 ? dunned(1) : {}),
      })
    if (at % 9 === 0) return sample(1000 + at, { name, number, due: addDays(today, 1 + roll(20)), amount })
    const paid: Partial<InvoiceRow> = {
      state: 'paid',
      status: { kind: 'paid' },
      nextStep: { kind: 'none' },
      readiness: { kind: 'not_yet', why: 'nothing_open' },
    }
    return sample(1000 + at, { name, number, due: addDays(today, -roll(240)), amount, paid: amount, ...paid })
  })
}

export const INVOICES: readonly InvoiceRow[] = [...DRAWN, ...further()]

export function invoiceWithAll(row: InvoiceRow): Invoice {
  const events: Invoice['history'] = [
    {
      id: id('e', 3),
      version: 3,
      type: 'invoice.marker_changed',
      data: { marker: { kind: 'none', note: '' } },
      actor: { kind: 'user', id: 'u', name: 'Anna Berger' },
      occurredAt: '2026-10-12T08:10:00.000Z',
    },
    {
      id: id('e', 2),
      version: 2,
      type: 'invoice.marker_changed',
      data: { marker: { kind: 'hold', note: 'Rückruf vereinbart' } },
      actor: { kind: 'user', id: 'u', name: 'Anna Berger' },
      occurredAt: '2026-09-24T09:30:00.000Z',
    },
    {
      id: id('e', 1),
      version: 1,
      type: 'invoice.recorded',
      data: { number: row.number, amount: row.amount },
      actor: { kind: 'user', id: 'u', name: 'Anna Berger' },
      occurredAt: `${row.invoiceDate}T07:00:00.000Z`,
    },
  ]
  const [last = '', first = ''] = row.debtorName.split(', ')
  const payment = {
    id: id('b', 1),
    receivedBy: 'creditor',
    method: 'transfer',
    amount: row.amount - row.open,
    receivedOn: '2026-09-18',
    recordedAt: '2026-09-18T10:00:00.000Z',
    report: null,
    reportedAt: null,
    reversedAt: null,
  }
  return {
    ...row,
    subject: 'Krankengymnastik, 6 Behandlungen, Juli 2026',
    source: 'file',
    openByComponent: {
      principal: row.open > row.amount ? row.amount : row.open,
      charges: Math.max(0, row.open - row.amount),
      interest: 0,
      costs: 0,
    },
    debtor: {
      id: row.debtorId,
      practiceId: row.practiceId,
      number: '10482',
      name: { kind: 'consumer', first, last },
      listName: row.debtorName,
      address: { street: 'Lindenstraße 14', postCode: '86152', city: 'Augsburg', country: 'DE' },
      email: 'j.weber@example.org',
      version: 1,
    },
    payments: row.amount > row.open ? [payment] : [],
    documents: [
      {
        id: id('f', 1),
        kind: 'original_invoice',
        name: `${row.number}.xml`,
        mediaType: 'application/xml',
        createdAt: `${row.invoiceDate}T07:00:00.000Z`,
      },
    ],
    history: events,
    actions: [
      {
        action: 'write_off',
        allowed: row.state === 'open',
        ...(row.state === 'open' ? {} : { reason: { code: 'closed', title: 'Die Rechnung ist bezahlt.', detail: '' } }),
      },
      {
        action: 'undo_write_off',
        allowed: false,
        reason: { code: 'not_written_off', title: 'Die Rechnung ist nicht ausgebucht.', detail: '' },
      },
      { action: 'cancel', allowed: true },
    ],
  }
}
