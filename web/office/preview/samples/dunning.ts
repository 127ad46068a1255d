// Letters, a preview and a run for looking at the pages without a server.

import type {
  CollectionSuggestions,
  DunningPolicies,
  DunningPreview,
  DunningPreviewSummary,
  DunningRunDetail,
  DunningSettings,
  InvoiceDunning,
  InvoiceRow,
  Notice,
  NotReminded,
} from '@mahnwerk/client/api'
import { addDays, day } from '@mahnwerk/core/calendar'
import { standardPolicy } from '@mahnwerk/core/dunning'
import { EUR } from '@mahnwerk/core/money'
import { INVOICES } from './invoices.ts'
import { PRACTICE, TODAY, id } from './people.ts'

const today = day(TODAY)
const overdue = INVOICES.filter((row) => row.state === 'open' && row.daysOverdue !== undefined)
const RUN = id('f', 1)
const CHANNELS = ['email', 'letter', 'email_and_letter'] as const
const STATES = ['sent', 'written', 'printed', 'bounced', 'failed'] as const

export const NOTICES: readonly Notice[] = overdue.map((row, at) => noticeOf(row, at))

function noticeOf(row: InvoiceRow, at: number): Notice {
  const rows = at % 4 === 2 ? [row, ...overdue.slice(at + 1, at + 3)] : [row]
  const open = rows.reduce((sum, each) => sum + each.open, 0)
  return {
    id: id('e', at),
    number: `M-2026-${String(412 - at).padStart(4, '0')}`,
    level: at % 4,
    last: at % 4 === 3,
    day: addDays(today, -at),
    payBy: addDays(today, 10 - at),
    currency: 'EUR',
    open,
    fee: 0,
    interest: 0,
    total: open,
    channel: CHANNELS[at % CHANNELS.length] ?? 'email',
    state: STATES[at % STATES.length] ?? 'sent',
    debtorId: row.debtorId,
    debtorName: row.debtorName,
    practiceId: PRACTICE,
    runId: RUN,
    single: at === 3,
    documentId: at % 3 === 0 ? id('c', at) : null,
    items: rows.map((invoice) => ({ level: at % 4, open: invoice.open, interest: 0, invoice })),
  }
}

const WHYS: readonly NotReminded[] = [
  {
    kind: 'not_yet',
    on: addDays(today, 5),
    level: 2,
    title: 'Noch nicht an der Reihe',
    detail: 'Der nächste Schritt kommt am 19.10.2026.',
  },
  {
    kind: 'hold',
    until: addDays(today, 18),
    title: 'Mahnsperre',
    detail: 'Auf der Rechnung liegt bis 01.11.2026 eine Mahnsperre.',
  },
  { kind: 'disputed', title: 'Bestritten', detail: 'Klären Sie den Einwand, dann kann gemahnt werden.' },
  {
    kind: 'no_way_to_send',
    channel: 'letter',
    title: 'Anschrift fehlt',
    detail: 'Ergänzen Sie Straße, Postleitzahl und Ort.',
  },
  {
    kind: 'too_little',
    open: 320,
    least: 500,
    title: 'Zu wenig für ein Schreiben',
    detail: 'Offen sind 3,20 €, gemahnt wird ab 5,00 €.',
  },
  {
    kind: 'last_level',
    title: 'Alle Mahnungen sind geschrieben',
    detail: 'Es folgt die Übergabe an das Inkasso oder die Ausbuchung.',
  },
]

const planned = overdue.slice(0, 9)
const others = overdue.slice(9, 24)

export const PREVIEW: DunningPreview = {
  day: TODAY,
  letters: planned.map((row, at) => ({
    debtorId: row.debtorId,
    debtorName: row.debtorName,
    practiceId: PRACTICE,
    policy: 'Standard',
    ground: 'all',
    steps: [0, 1, 2, 3].map((level) => ({ level, channel: 'email_and_letter', fee: 0 })),
    changed: false,
    free: false,
    usual: { level: at % 4, channel: 'email_and_letter' },
    last: at % 4 === 3,
    level: at % 4,
    channel: CHANNELS[at % CHANNELS.length] ?? 'email',
    currency: 'EUR',
    open: row.open,
    fee: at % 4 > 1 ? 120 : 0,
    interest: 0,
    total: row.open + (at % 4 > 1 ? 120 : 0),
    payBy: addDays(today, 12),
    items: [row].map((each) => ({
      invoiceId: each.id,
      number: each.number,
      dueDate: each.dueDate,
      level: at % 4,
      ripeOn: addDays(today, -2),
      open: each.open,
      interest: 0,
    })),
  })),
  notReminded: others.map((row, at) => ({
    invoiceId: row.id,
    number: row.number,
    debtorId: row.debtorId,
    debtorName: row.debtorName,
    dueDate: row.dueDate,
    currency: 'EUR',
    open: row.open,
    level: row.dunningLevel,
    why: whyAt(at),
  })),
}

function whyAt(at: number): NotReminded {
  const why = WHYS[at % WHYS.length]
  if (why === undefined) throw new Error('there are reasons')
  return why
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

export const PREVIEW_SUMMARY: DunningPreviewSummary = {
  day: TODAY,
  debtors: overdue.length,
  letters: PREVIEW.letters.length,
  totals: [
    {
      currency: 'EUR',
      letters: PREVIEW.letters.length,
      claims: planned.length,
      open: sumOf(PREVIEW.letters.map(({ open }) => open)),
      fees: sumOf(PREVIEW.letters.map(({ fee }) => fee)),
      interest: 0,
    },
  ],
  levels: [0, 1, 2, 3].map((level) => ({
    level,
    last: level === 3,
    letters: PREVIEW.letters.filter((letter) => letter.level === level).length,
  })),
  channels: CHANNELS.map((channel) => ({
    channel,
    letters: PREVIEW.letters.filter((letter) => letter.channel === channel).length,
  })),
  notReminded: [{ kind: 'not_yet', claims: others.length }],
  payments: { lastRecordedAt: '2026-10-09T08:12:00.000Z', stale: true },
}

export const SUGGESTIONS: CollectionSuggestions = {
  automatic: false,
  threshold: { thresholdDays: 30, thresholdLevel: null, thresholdOpen: 5000 },
  suggestions: overdue
    .filter(({ dunningLevel }) => dunningLevel === 3)
    .map((invoice, at) => ({
      invoice,
      reason: { daysOverdue: invoice.daysOverdue ?? 0, level: 3, last: true, open: invoice.open },
      against:
        at === 1 ? [{ code: 'address_incomplete', title: 'Anschrift unvollständig', detail: 'Die Straße fehlt.' }] : [],
    })),
}

export const DUNNING_RUN: DunningRunDetail = {
  id: RUN,
  day: TODAY,
  state: 'paused',
  automatic: false,
  letters: 5,
  claims: 6,
  fees: 240,
  asked: 61_240,
  startedBy: 'Anna Berger',
  startedAt: '2026-10-14T07:12:00.000Z',
  endedAt: null,
  totals: [{ currency: 'EUR', letters: 5, asked: 61_240, fees: 240, interest: 0 }],
  progress: { debtors: 12, walked: 7 },
  failed: 0,
  repeatable: 0,
}

const STANDARD = standardPolicy(EUR)

export const POLICIES: DunningPolicies = {
  policies: [],
  builtIn: { ...STANDARD, steps: STANDARD.steps.map((step) => ({ ...step })), audience: 'all', standard: true },
}

export const DUNNING_SETTINGS: DunningSettings = {
  automatic: false,
  thresholdDays: 30,
  thresholdLevel: null,
  thresholdOpen: 5000,
  automaticHandover: false,
  declaredBy: null,
  declaredAt: null,
  version: 1,
}

export function invoiceDunningOf(row: InvoiceRow): InvoiceDunning {
  const ripe = row.dunningLevel < 3 && row.daysOverdue !== undefined
  const step = { level: row.dunningLevel + 1, channel: 'email_and_letter', fee: 0 }
  const why = ripe ? null : whyAt(5)
  return {
    policy: 'Standard',
    ground: 'all',
    lastLevel: 3,
    notices: NOTICES.filter(({ items }) => items.some(({ invoice }) => invoice.id === row.id)).slice(0, 3),
    due: ripe ? { ...step, payBy: addDays(today, 12) } : null,
    why,
    next: ripe ? { ...step, on: TODAY } : null,
    early: { allowed: ripe, interest: 0, why },
  }
}
