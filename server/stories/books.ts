// Both sides' books held against each other, cent by cent and payment by payment.

import { sql } from 'kysely'
import { reconcileAndTell } from '../modules/cases/index.ts'
import { sentenceOfFinding, verifyTenant } from '../verify/index.ts'
import type { Stage } from './stage.ts'

type Ours = {
  readonly id: string
  readonly principal: number
  readonly charges: number
  readonly interest: number
  readonly costs: number
  readonly paid: number
  readonly sequence: number
  readonly payments: readonly string[]
  /** The partner is done, and the debtor has paid the creditor since: of that the partner knows nothing. */
  readonly alone: boolean
  /** What was given up at the end of an attempt: of that the partner knows as little. */
  readonly givenUp: number | null
}

type Sums = Omit<Ours, 'id' | 'alone' | 'givenUp'>

/** Every sentence that says where the two sides, or our own books, do not agree; none where all is well. */
export async function disagreements(stage: Stage): Promise<string[]> {
  const [server] = stage.apps
  const differences = server && (await reconcileAndTell(server.roads, stage.tenantId, stage.connectionId))
  const findings = await verifyTenant(stage.ground, stage.tenantId)
  const cases = await ourCases(stage)
  const atPartner = stage.world.overview(stage.connectionId)?.claims
  return [
    ...(differences ?? [{ what: 'no answer' }]).map((one) => `reconciliation: ${JSON.stringify(one)}`),
    ...findings.map(sentenceOfFinding),
    ...cases.flatMap((ours) => unlike(stage, ours)),
    ...(atPartner === cases.length ? [] : [`${cases.length} cases here, ${atPartner} claims there`]),
    ...stage.errors.map((error) => `unexpected: ${String(error)}`),
  ]
}

async function ourCases(stage: Stage): Promise<readonly Ours[]> {
  const { rows } = await stage.run(({ trx, tenantId }) =>
    sql<Ours>`
      SELECT c.id, i.principal_open AS principal, i.charges_open AS charges, i.interest_open AS interest, i.costs_open AS costs,
        c.paid, c.last_sequence AS sequence, NOT c.active AND EXISTS (SELECT FROM payments p
          WHERE p.tenant_id = c.tenant_id AND p.invoice_id = c.invoice_id AND p.case_id IS NULL) AS alone,
        CASE WHEN i.state = 'written_off' THEN i.written_off END AS "givenUp",
        ARRAY(SELECT (CASE WHEN p.reversed_at IS NULL THEN '' ELSE 'reversed ' END)
            || coalesce(p.partner_payment_id, p.id::text) || ' ' || p.amount FROM payments p
          WHERE p.tenant_id = c.tenant_id AND p.case_id = c.id) AS payments
      FROM cases c JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id
      WHERE c.tenant_id = ${tenantId}`.execute(trx),
  )
  return rows
}

function unlike(stage: Stage, ours: Ours): string[] {
  const record = stage.world.record(stage.connectionId, ours.id)
  if (!record) return [`case ${ours.id} is not at the partner`]
  const { claim } = record
  const { id: caseId, alone, givenUp, ...here } = ours
  const theirs: Sums = {
    ...(alone || givenUp === total(claim.open) ? here : claim.open),
    paid: claim.paidTotal,
    sequence: record.news.length,
    payments: [
      ...record.news.flatMap(({ body }) =>
        body.type === 'payment.reported' ? [[body.paymentId, body.amount] as const] : [],
      ),
      ...Object.entries(claim.direct).map(
        ([id, { split }]) => [id, Object.values(split).reduce((a, b) => a + b, 0)] as const,
      ),
    ].map(([id, amount]) => `${isReversed(claim, id) ? 'reversed ' : ''}${id} ${amount}`),
  }
  const [a, b] = [sorted(here), sorted(theirs)]
  return a === b ? [] : [`case ${caseId}: here ${a}, there ${b}`]
}

const total = (open: Readonly<Record<string, number>>): number => Object.values(open).reduce((a, b) => a + b, 0)

function isReversed(claim: NonNullable<ReturnType<Stage['world']['record']>>['claim'], id: string): boolean {
  return claim.direct[id]?.reversed ?? claim.payments.find((payment) => payment.paymentId === id)?.reversed ?? false
}

function sorted({ payments, ...sums }: Sums): string {
  const { principal, charges, interest, costs, paid, sequence } = sums
  return JSON.stringify({ principal, charges, interest, costs, paid, sequence, payments: payments.toSorted() })
}
