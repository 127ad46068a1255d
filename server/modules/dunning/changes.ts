// A single letter of the next run, moved, changed or stopped by a person. The change stands at the invoice and holds for its next
// letter alone: with the letter it is spent. Preview, run and single letter read it alike (changes-in-force.ts).

import { sql } from 'kysely'
import { z } from 'zod'
import { type DunningPolicy, LEVEL_MAX, nextStep } from '@mahnwerk/core/dunning'
import { type Context, notFound, refused } from '../../http/index.ts'
import { type Invoice, lockInvoice, saveInvoice } from '../invoices/index.ts'
import { candidatesFor } from './candidates.ts'
import { changeOf } from './changes-in-force.ts'
import { loadPolicies } from './policy.ts'

const changeFields = {
  notBefore: z.iso.date().nullable().default(null).describe('Moved: not before this day'),
  stopped: z.boolean().default(false).describe('Not written until this is taken back'),
  level: z.int().min(0).max(LEVEL_MAX).nullable().default(null).describe('The step of this lower level instead'),
  channel: z.enum(['email', 'letter', 'email_and_letter', 'portal']).nullable().default(null),
  free: z.boolean().default(false).describe('Without its fee'),
}

export const letterChangeSchema = z
  .object(changeFields)
  .meta({ id: 'LetterChange', description: 'Holds for the next letter of an invoice alone.' })

const setSchema = z.object({ invoiceId: z.uuid(), change: letterChangeSchema.nullable() }).meta({ id: 'InvoiceChange' })

export const changesSchema = z.object({ changes: z.array(setSchema).min(1).max(500) }).meta({ id: 'LetterChanges' })
export const changesBeforeSchema = z
  .object({ before: z.array(setSchema) })
  .meta({ id: 'LetterChangesBefore', description: 'What held before: sent back, it undoes the change.' })

export type Change = z.output<typeof letterChangeSchema>
type Set = z.output<typeof setSchema>

/** Sets or (null) takes back changes. Returns what held before. Throws Refused where no letter lies ahead of an invoice. */
export async function setChanges(context: Context, wanted: readonly Set[]): Promise<Set[]> {
  const before: Set[] = []
  // In one order, so that two who change the same letters wait for each other.
  for (const { invoiceId, change } of wanted.toSorted((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1))) {
    const invoice = await lockInvoice(context, invoiceId)
    const told = await changeOf(context, invoiceId)
    before.push({ invoiceId, change: told })
    if (change !== null) refuseImpossible(context, change, invoice, await policyFor(context, invoiceId))
    await write(context, invoice, change)
    const type = change === null ? 'notice.change_taken_back' : 'notice.changed'
    await saveInvoice(context, invoice, {}, [{ type, data: change ?? {} }])
  }
  return before
}

async function policyFor(context: Context, invoiceId: string): Promise<DunningPolicy> {
  const [candidate] = await candidatesFor(context, [invoiceId])
  if (candidate === undefined) throw notFound('invoice')
  return (await loadPolicies(context)).of(candidate.debtor)
}

function refuseImpossible({ today }: Context, change: Change, invoice: Invoice, policy: DunningPolicy): void {
  const next = nextStep(policy, invoice.dunningLevel, invoice.lastNoticeOn)
  if (invoice.state !== 'open' || next === undefined) throw refused('change_nothing_ahead', { number: invoice.number })
  if (change.notBefore !== null && change.notBefore <= today)
    throw refused('change_day_not_later', { day: change.notBefore })
  const known = policy.steps.some(({ level }) => level === change.level && level < next.level)
  if (change.level !== null && !known) throw refused('change_level_not_lower', { level: change.level })
}

async function write(context: Context, invoice: Invoice, change: Change | null): Promise<void> {
  const { trx, tenantId, actor, now } = context
  if (change === null) {
    await sql`DELETE FROM dunning_changes WHERE tenant_id = ${tenantId} AND invoice_id = ${invoice.id}`.execute(trx)
    return
  }
  await sql`
    INSERT INTO dunning_changes (tenant_id, invoice_id, dunning_level, last_notice_on, not_before, stopped, level, channel, free,
      set_by, set_at)
    VALUES (${tenantId}, ${invoice.id}, ${invoice.dunningLevel}, ${invoice.lastNoticeOn ?? null}, ${change.notBefore},
      ${change.stopped}, ${change.level}, ${change.channel}, ${change.free}, ${actor.name}, ${now})
    ON CONFLICT (tenant_id, invoice_id) DO UPDATE SET dunning_level = excluded.dunning_level,
      last_notice_on = excluded.last_notice_on, not_before = excluded.not_before, stopped = excluded.stopped,
      level = excluded.level, channel = excluded.channel, free = excluded.free, set_by = excluded.set_by,
      set_at = excluded.set_at`.execute(trx)
}
