// A small house for database tests of modules: one tenant with two practices, its time standing still.

import { type LocalDate, instant } from '@mahnwerk/core/calendar'
import type { InvoiceDraft } from '@mahnwerk/core/claims'
import { currency, minor } from '@mahnwerk/core/money'
import { sql } from 'kysely'
import type { Principal } from '../auth/principal.ts'
import { rightsOf } from '../auth/rights.ts'
import { type Database, inTenant } from '../db/database.ts'
import { type Context, type Ground, inContext } from '../http/index.ts'
import { createIds } from '../ids.ts'

export type House = {
  readonly ground: Ground
  readonly tenantId: string
  readonly practices: readonly [string, string]
  /** Sees everything. */
  readonly owner: Principal
  /** Sees the first practice only. */
  readonly limited: Principal
  run<Value>(work: (context: Context) => Promise<Value>, principal?: Principal): Promise<Value>
}

export const NOW = '2026-10-14T08:00:00.000Z'

export async function openHouse(db: Database, now: string = NOW): Promise<House> {
  const newId = createIds()
  const ground: Ground = { db, clock: { now: () => instant(now) }, newId }
  const [tenantId, first, second] = [newId(), newId(), newId()]
  await inTenant(db, tenantId, async (trx) => {
    await sql`
      INSERT INTO tenants (tenant_id, name, legal_name, street, post_code, city, country, vat_id, deducts_input_tax, created_at)
      VALUES (${tenantId}, 'Praxis am Stadtpark', 'Berger Physiotherapie GmbH', 'Parkstraße 1', '10115', 'Berlin', 'DE',
        'DE136695976', false, ${now})`.execute(trx)
    await sql`
      INSERT INTO practices (tenant_id, id, name, position) VALUES
        (${tenantId}, ${first}, 'Stadtpark', 1), (${tenantId}, ${second}, 'Hafen', 2)`.execute(trx)
  })
  const owner: Principal = {
    tenantId,
    actor: { kind: 'user', id: 'anna', name: 'Anna Berger' },
    role: 'owner',
    rights: rightsOf('owner'),
    practices: undefined,
  }
  return {
    ground,
    tenantId,
    practices: [first, second],
    owner,
    limited: { ...owner, role: 'front_desk', rights: rightsOf('front_desk'), practices: [first] },
    run: (work, principal = owner) => inContext(ground, principal, work),
  }
}

/** A plausible draft; what a test is about is given. */
export function draftOf(number: string, changes: Partial<InvoiceDraft> = {}): InvoiceDraft {
  return {
    sellerKey: 'vat:de136695976',
    number,
    invoiceDate: '2026-08-02' as LocalDate, // a day, as written
    dueDate: '2026-08-16' as LocalDate, // a day, as written
    currency: currency('EUR'),
    amount: minor(18_450),
    subject: 'Behandlung',
    debtor: {
      name: { kind: 'consumer', first: 'Jonas', last: 'Weber' },
      address: { street: 'Lindenweg 4', postCode: '10115', city: 'Berlin', country: 'DE' },
    },
    ...changes,
  }
}
