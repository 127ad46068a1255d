// Answers /api from samples, inside the browser, so that every page can be looked at without a server. Only in development
// and in the preview build.

import type { InvoiceRow } from '@mahnwerk/client/api'
import { CASES, NOWAK } from './samples/cases.ts'
import {
  DUNNING_RUN,
  DUNNING_SETTINGS,
  NOTICES,
  POLICIES,
  PREVIEW,
  PREVIEW_SUMMARY,
  SUGGESTIONS,
  invoiceDunningOf,
} from './samples/dunning.ts'
import {
  CASH_BOOK,
  CONNECTIONS,
  HANDOVER,
  KEYS,
  ME,
  OVERVIEW,
  PAYMENTS,
  TASKS,
  TENANT,
  USERS,
} from './samples/house.ts'
import { INVOICES, invoiceWithAll } from './samples/invoices.ts'
import { LAW, caseStatementOf, costsOf, lawCountries, statementOf } from './samples/law.ts'
import { LETTERHEAD, TEMPLATES, judgementOf, previewOf, templateOf } from './samples/letters.ts'
import { TODAY } from './samples/people.ts'

type Asked = { readonly url: URL; readonly body: Record<string, unknown> }
type Answerer = (asked: Asked, match: RegExpExecArray) => unknown

const VIEWS: Readonly<Record<string, (row: InvoiceRow) => boolean>> = {
  all: () => true,
  open: (row) => row.state === 'open',
  overdue: (row) => row.state === 'open' && row.dueDate < TODAY,
  collection: (row) => row.state === 'collection',
  paid: (row) => row.state === 'paid',
  written_off: (row) => row.state === 'written_off',
}

const ROUTES: readonly (readonly [RegExp, Answerer])[] = [
  [/^GET \/api\/v1\/me$/, () => ME],
  [
    /^GET \/api\/v1\/me\/sessions$/,
    () => ({
      sessions: [
        {
          id: ME.id,
          current: true,
          createdAt: '2026-10-14T06:58:00.000Z',
          expiresAt: '2026-10-21T06:58:00.000Z',
          address: '127.0.0.1',
          userAgent: 'Firefox, Linux',
        },
      ],
    }),
  ],
  [/^GET \/api\/v1\/overview$/, () => OVERVIEW],
  [/^GET \/api\/v1\/tasks$/, () => ({ tasks: TASKS })],
  [/^GET \/api\/v1\/connections$/, () => ({ connections: CONNECTIONS })],
  [/^GET \/api\/v1\/invoices$/, ({ url }) => page(url)],
  [/^GET \/api\/v1\/invoices\/summary$/, ({ url }) => summary(chosen(url))],
  [
    /^GET \/api\/v1\/invoices\/tabs$/,
    () => ({
      tabs: Object.keys(VIEWS).map((view) => ({ view, ...summary(INVOICES.filter((row) => VIEWS[view]?.(row))) })),
    }),
  ],
  [
    /^GET \/api\/v1\/invoices\/([\w-]+)$/,
    (_asked, [, id]) =>
      lookUp(
        INVOICES.find((row) => row.id === id),
        invoiceWithAll,
      ),
  ],
  [
    /^GET \/api\/v1\/invoices\/([\w-]+)\/statement$/,
    ({ url }, [, id]) =>
      lookUp(
        INVOICES.find((row) => row.id === id),
        (row) => statementOf(row, ...asked(url)),
      ),
  ],
  [
    /^GET \/api\/v1\/cases\/([\w-]+)\/statement$/,
    ({ url }, [, id = '']) =>
      lookUp(
        INVOICES.find((row) => row.caseId !== undefined),
        (row) => caseStatementOf(id, statementOf(row, ...asked(url))),
      ),
  ],
  [
    /^GET \/api\/v1\/invoices\/([\w-]+)\/dunning$/,
    (_asked, [, id]) =>
      lookUp(
        INVOICES.find((row) => row.id === id),
        invoiceDunningOf,
      ),
  ],
  [/^GET \/api\/v1\/notices$/, ({ url }) => ({ notices: noticesAt(url) })],
  [/^GET \/api\/v1\/dunning\/preview$/, () => PREVIEW],
  [/^GET \/api\/v1\/dunning\/preview\/summary$/, () => PREVIEW_SUMMARY],
  [/^GET \/api\/v1\/dunning\/print-pool$/, () => ({ count: 4, entries: [] })],
  [/^GET \/api\/v1\/dunning\/suggestions$/, () => SUGGESTIONS],
  [/^GET \/api\/v1\/dunning\/runs$/, () => ({ runs: [] })],
  [/^(GET|POST) \/api\/v1\/dunning\/runs\/[\w-]+$/, () => DUNNING_RUN],
  [/^POST \/api\/v1\/dunning\/runs$/, () => DUNNING_RUN],
  [/^POST \/api\/v1\/invoices\/[\w-]+\/notice$/, () => NOTICES[0]],
  [/^GET \/api\/v1\/dunning\/policies$/, () => POLICIES],
  [/^GET \/api\/v1\/dunning\/settings$/, () => DUNNING_SETTINGS],
  [/^GET \/api\/v1\/settings\/law$/, () => LAW],
  [/^POST \/api\/v1\/calculations\/collection-costs$/, ({ body }) => costsOf(body)],
  [
    /^GET \/api\/v1\/debtors\/([\w-]+)$/,
    (_asked, [, id]) => ({ id, name: { kind: 'consumer', first: 'Jonas', last: 'Weber' } }),
  ],
  [/^GET \/api\/v1\/calculations\/countries$/, () => ({ countries: lawCountries() })],
  [/^POST \/api\/v1\/invoices\/[\w-]+\/handover\/overview$/, () => HANDOVER],
  [
    /^POST \/api\/v1\/invoices\/[\w-]+\/handover$/,
    () => ({ caseId: NOWAK.id, number: NOWAK.number, sha256: NOWAK.packageSha256 }),
  ],
  [
    /^POST \/api\/v1\/invoices\/([\w-]+)\/payments\/preview$/,
    ({ body }, [, id]) =>
      effect(Number(body['amount']), INVOICES.find((row) => row.id === id)?.open ?? NOWAK.open.principal),
  ],
  [
    /^GET \/api\/v1\/cases$/,
    () => ({ cases: CASES, next: null, count: CASES.length, open: CASES.reduce((sum, row) => sum + row.open, 0) }),
  ],
  [/^GET \/api\/v1\/cases\/[\w-]+$/, () => NOWAK],
  [
    /^GET \/api\/v1\/payments$/,
    ({ url }) => ({
      payments:
        url.searchParams.get('report') === null ? PAYMENTS : PAYMENTS.filter((line) => line.report === 'pending'),
      next: null,
    }),
  ],
  [/^GET \/api\/v1\/cash-book$/, () => ({ entries: CASH_BOOK })],
  [/^GET \/api\/v1\/letter-templates$/, () => TEMPLATES],
  [
    /^(GET|PUT|DELETE) \/api\/v1\/letter-templates\/(de|en|nl)\/(\w+)\/(\w+)$/,
    (_asked, [, , language, kind, audience]) =>
      templateOf({ language, kind, audience } as Parameters<typeof templateOf>[0]), // as the page asks
  ],
  [/^POST \/api\/v1\/letter-templates\/preview$/, ({ body }) => templatePreview(body)],
  [/^(GET|PUT) \/api\/v1\/settings\/letterhead$/, () => LETTERHEAD],
  [/^GET \/api\/v1\/settings\/tenant$/, () => TENANT],
  [
    /^GET \/api\/v1\/settings\/practices$/,
    () => ({
      practices: ME.practices.map((practice, position) => ({
        ...practice,
        street: 'Parkstraße 3',
        postCode: '86150',
        city: 'Augsburg',
        email: null,
        phone: null,
        position,
      })),
    }),
  ],
  [/^GET \/api\/v1\/users$/, () => ({ users: USERS })],
  [/^GET \/api\/v1\/api-keys$/, () => ({ keys: KEYS })],
  [
    /^GET \/api\/v1\/sign-ins$/,
    () => ({
      signIns: ['success', 'wrong_password', 'key_used_first_time'].map((outcome, at) => ({
        id: String(at),
        at: '2026-10-14T06:58:00.000Z',
        outcome,
        user: { id: ME.id, name: ME.name },
        key: null,
        address: '203.0.113.7',
        userAgent: 'Firefox, Linux',
      })),
      next: null,
    }),
  ],
]

export function answerFromSamples(): void {
  const real = window.fetch
  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    if (!url.pathname.startsWith('/api/')) return real(input, init)
    await new Promise((resolve) => setTimeout(resolve, 60))
    return answer(request, url)
  }
  // Nothing changes by itself in a sample.
  window.EventSource = class extends EventTarget {
    close(): void {}
  } as unknown as typeof EventSource
}

async function answer(request: Request, url: URL): Promise<Response> {
  const text = await request.text()
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) // our own requests are objects
  const line = `${request.method} ${url.pathname}`
  for (const [pattern, answerer] of ROUTES) {
    const match = pattern.exec(line)
    const given = match === null ? undefined : answerer({ url, body }, match)
    if (given !== undefined) return Response.json(given)
  }
  return Response.json({ code: 'not_found', title: 'In den Beispielen nicht enthalten', detail: line }, { status: 404 })
}

function chosen(url: URL): readonly InvoiceRow[] {
  const view = VIEWS[url.searchParams.get('view') ?? 'all'] ?? (() => true)
  const words = (url.searchParams.get('q') ?? '').toLowerCase()
  const least = Number(url.searchParams.get('overdueDaysMin') ?? 0)
  return INVOICES.filter(
    (row) =>
      view(row) &&
      `${row.debtorName} ${row.number}`.toLowerCase().includes(words) &&
      (least === 0 || (row.daysOverdue ?? 0) >= least),
  )
}

function page(url: URL): { invoices: readonly InvoiceRow[]; nextCursor?: string } {
  const start = Number(url.searchParams.get('cursor') ?? 0)
  const size = Number(url.searchParams.get('limit') ?? 50)
  const by = url.searchParams.get('sort') ?? 'dueDate'
  const sign = url.searchParams.get('direction') === 'desc' ? -1 : 1
  const rows = chosen(url).toSorted((a, b) => sign * compare(value(a, by), value(b, by)))
  return {
    invoices: rows.slice(start, start + size),
    ...(start + size < rows.length ? { nextCursor: String(start + size) } : {}),
  }
}

function value(row: InvoiceRow, by: string): string | number {
  const found: unknown = by === 'debtor' ? row.debtorName : Reflect.get(row, by)
  return typeof found === 'number' || typeof found === 'string' ? found : 0
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'de')
}

function summary(rows: readonly InvoiceRow[]) {
  const open = rows.reduce((sum, row) => sum + row.open, 0)
  return {
    count: rows.length,
    totals: rows.length === 0 ? [] : [{ currency: 'EUR', count: rows.length, open, writtenOff: 0 }],
  }
}

function noticesAt(url: URL): typeof NOTICES {
  const level = url.searchParams.get('level')
  const state = url.searchParams.get('state')
  const last = url.searchParams.get('last')
  return NOTICES.filter(
    (notice) =>
      (level === null || notice.level === Number(level)) &&
      (last === null || String(notice.last) === last) &&
      (state === null || notice.state === state),
  )
}

function templatePreview(body: Record<string, unknown>) {
  const { words, invoiceId, ...which } = body as Parameters<typeof previewOf>[0] & {
    words: Parameters<typeof judgementOf>[0]
    invoiceId?: string
  } // as the page asks
  const row = INVOICES.find(({ id }) => id === invoiceId)
  return { judgement: judgementOf(words), mail: previewOf(which, words, row) }
}

function effect(amount: number, open: number) {
  const overpaid = Math.max(0, amount - open)
  const rest = { principal: Math.max(0, open - amount), charges: 0, interest: 0, costs: 0 }
  return {
    allocation: { principal: amount - overpaid, charges: 0, interest: 0, costs: 0, overpaid },
    openAfter: rest,
    toBeReported: true,
    costsRemain: false,
    partner: null,
    currency: 'EUR',
  }
}

function asked(url: URL): [on: string, days: readonly string[]] {
  return [url.searchParams.get('on') ?? TODAY, (url.searchParams.get('days') ?? '').split(',').filter(Boolean)]
}

function lookUp<Found, Answer>(one: Found | undefined, then: (one: Found) => Answer): Answer | undefined {
  return one === undefined ? undefined : then(one)
}
