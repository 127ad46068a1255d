// What reminding leaves behind: a policy of the tenant, a stop that was lifted, and a notice of one invoice.

import { sql } from 'kysely'
import { EUR, ZERO, minor } from '@mahnwerk/core/money'
import type { Context } from '../../http/index.ts'
import { liftHold, setHold } from '../../modules/debtors/index.ts'
import { addPolicy, changeSettings, writeNotice } from '../../modules/dunning/index.ts'

export async function plantDunning(context: Context, word: string, invoice: string, debtor: string) {
  const policy = await plantPolicy(context, `${word}T Ablauf`)
  await setHold(context, debtor, { reason: 'promise', note: `${word}P zahlt bald`, until: null })
  await liftHold(context, debtor)
  const notice = await writeNotice(context, invoice, { early: true })
  const { rows } = await sql<{ run: string }>`
    SELECT run_id AS run FROM notices WHERE tenant_id = ${context.tenantId} AND id = ${notice}`.execute(context.trx)
  await sql`
    INSERT INTO dunning_run_exceptions (tenant_id, run_id, debtor_id)
    VALUES (${context.tenantId}, ${rows[0]?.run}, ${debtor})`.execute(context.trx)
  await sql`
    INSERT INTO dunning_run_chunks (tenant_id, run_id, position, behind, up_to)
    SELECT tenant_id, id, 1, id, id FROM dunning_runs WHERE tenant_id = ${context.tenantId} LIMIT 1`.execute(
    context.trx,
  )
  await sql`
    INSERT INTO dunning_changes (tenant_id, invoice_id, dunning_level, stopped, set_by, set_at)
    VALUES (${context.tenantId}, ${invoice}, 0, true, ${`${word}C Berger`}, ${context.now})`.execute(context.trx)
  return { policy, notice, excluded: debtor, changed: invoice, ...rows[0] }
}

/** One is enough: it belongs to the tenant. The planted invoices have seen three notices. */
async function plantPolicy(context: Context, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM dunning_policies WHERE tenant_id = ${context.tenantId}`.execute(context.trx)
  if (rows[0]) return rows[0].id
  await changeSettings(context, 1, { thresholdDays: 45 })
  const step = { level: 4, afterDays: 30, channel: 'letter', fee: ZERO, periodDays: 7, interest: false } as const
  const { policy } = await addPolicy(context, {
    name,
    currency: EUR,
    steps: [step],
    grouping: 'per_invoice',
    leastOpen: minor(1),
    audience: 'all',
    standard: true,
  })
  return policy.id
}
