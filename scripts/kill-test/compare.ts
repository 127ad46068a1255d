// Holds what was confirmed against both books: each confirmed handover once at the partner, each payment once on either
// side, every cent equal, and our own books right in themselves.
import { sql } from 'kysely'
import { inTenant } from '../../server/db/database.ts'
import { sentenceOfFinding, verifyTenant } from '../../server/verify/index.ts'
import type { Done } from './acts.ts'
import type { House } from './house.ts'

type Ours = {
  readonly caseId: string
  readonly principal: number
  readonly charges: number
  readonly interest: number
  readonly costs: number
  readonly paid: number
  readonly lastSequence: number
  readonly direct: readonly string[]
  readonly partner: readonly string[]
}

/** What is wrong, in sentences; nothing where nothing was lost and nothing happened twice. */
export async function faults(house: House, done: Done): Promise<string[]> {
  const findings = await verifyTenant({ db: house.db }, house.tenantId)
  const ours = await ourCases(house)
  const { claims } = await house.simulator.overview(house.connectionId)
  const differing = await Promise.all(ours.map((one) => differences(house, one)))
  return [
    ...done.surprises,
    ...findings.map(sentenceOfFinding),
    ...(claims === ours.length ? [] : [`${ours.length} cases here, ${claims} claims at the partner`]),
    ...unlike(done, ours),
    ...differing.flat(),
  ]
}

/** What was confirmed to the program and what is there, of the claims of one moment. */
function unlike({ handovers, payments }: Done, ours: readonly Ours[]): string[] {
  const byId = new Map(ours.map((one) => [one.caseId, one]))
  const confirmed = new Set(payments.map(({ paymentId }) => paymentId))
  return [
    ...handovers
      .filter(({ caseId }) => !byId.has(caseId))
      .map((one) => `handover ${one.invoiceNumber} was confirmed and is lost`),
    ...payments
      .filter(({ caseId, paymentId }) => byId.get(caseId)?.direct.includes(paymentId) !== true)
      .map(({ paymentId }) => `payment ${paymentId} was confirmed and is lost`),
    ...handovers
      .flatMap(({ caseId }) => byId.get(caseId)?.direct ?? [])
      .filter((paymentId) => !confirmed.has(paymentId))
      .map((paymentId) => `payment ${paymentId} is there and was never confirmed`),
  ]
}

async function differences(house: House, ours: Ours): Promise<string[]> {
  const theirs = await house.simulator.claim(house.connectionId, ours.caseId)
  if (theirs === undefined) return [`case ${ours.caseId} is not at the partner`]
  const told = theirs.news.flatMap(({ body }) => (body.type === 'payment.reported' ? [String(body.paymentId)] : []))
  const here = {
    open: openOf(ours),
    paid: ours.paid,
    news: ours.lastSequence,
    direct: ours.direct,
    partner: ours.partner,
  }
  const there = {
    open: openOf(theirs.open),
    paid: theirs.paidTotal,
    news: theirs.news.length,
    direct: Object.keys(theirs.directPayments).toSorted(),
    partner: told.toSorted(),
  }
  const [a, b] = [JSON.stringify(here), JSON.stringify(there)]
  return a === b ? [] : [`case ${ours.caseId}: here ${a}, there ${b}`]
}

function openOf({ principal, charges, interest, costs }: Pick<Ours, 'principal' | 'charges' | 'interest' | 'costs'>) {
  return { principal, charges, interest, costs }
}

async function ourCases({ db, tenantId }: House): Promise<readonly Ours[]> {
  return inTenant(db, tenantId, async (trx) => {
    const { rows } = await sql<Ours>`
      SELECT c.id AS "caseId", i.principal_open AS principal, i.charges_open AS charges, i.interest_open AS interest,
        i.costs_open AS costs, c.paid, c.last_sequence AS "lastSequence",
        ARRAY(SELECT p.id::text FROM payments p WHERE p.tenant_id = c.tenant_id AND p.case_id = c.id
          AND p.received_by = 'creditor' ORDER BY 1) AS direct,
        ARRAY(SELECT p.partner_payment_id FROM payments p WHERE p.tenant_id = c.tenant_id AND p.case_id = c.id
          AND p.received_by <> 'creditor' ORDER BY 1) AS partner
      FROM cases c JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id
      WHERE c.tenant_id = ${tenantId}`.execute(trx)
    return rows
  })
}

/** Resolves when nothing is on its way any more, in either direction. Says what is, where it takes too long. */
export async function settled(house: House, patienceMs: number): Promise<string | undefined> {
  const until = Date.now() + patienceMs
  for (;;) {
    // Asks the partner to send at once what it holds back after failures.
    await house.simulator.advance(house.connectionId, 0)
    const { webhooksWaiting } = await house.simulator.overview(house.connectionId)
    const pending = await pendingMessages(house)
    if (webhooksWaiting === 0 && pending === 0) return undefined
    if (Date.now() > until) return `still on their way: ${webhooksWaiting} webhooks, ${pending} messages`
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function pendingMessages({ db, tenantId }: House): Promise<number> {
  return inTenant(db, tenantId, async (trx) => {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM outbox WHERE tenant_id = ${tenantId} AND state = 'pending'`.execute(trx)
    return rows[0]?.count ?? 0
  })
}
