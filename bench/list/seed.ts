// A tenant's invoices for the list: recorded by the very command that records any invoice (recordInvoices), 2,000 at a time,
// and then spread over states, levels and markers by an UPDATE. The table is vacuumed now and then, as autovacuum does over
// the years that this stands for.

import { sql } from 'kysely'
import pg from 'pg'
import { placeIn, recordInvoices } from '@mahnwerk/server/modules/invoices'
import { type House, dice, draft } from '../house/index.ts'

const CHUNK = 2_000
const CHUNKS_BETWEEN_VACUUMS = 5

export async function seed(house: House, rows: number): Promise<void> {
  const roll = dice(7)
  for (let start = 0; start < rows; start += CHUNK) {
    const length = Math.min(CHUNK, rows - start)
    const ids = await house.run(async (context) => {
      const drafts = Array.from({ length }, (_, index) => draft(start + index, rows, context.today, roll))
      const outcomes = await recordInvoices(context, { practiceId: house.practiceId, source: 'api' }, drafts)
      return outcomes.map((outcome) => {
        if (outcome.outcome !== 'accepted') throw new Error(`not recorded: ${JSON.stringify(outcome)}`)
        return outcome.invoiceId
      })
    })
    await spread(house, ids)
    if ((start / CHUNK) % CHUNKS_BETWEEN_VACUUMS === 0) await tidy(house)
  }
  await tidy(house)
}

/** What the database does by itself within minutes: dead rows are cleared away, and the planner knows what is there. */
async function tidy({ database }: House): Promise<void> {
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await owner.query('VACUUM ANALYZE')
  await owner.end()
}

// 70 % paid, 15 % open, 8 % in collection, 5 % written off, 2 % cancelled; of the open ones a third untouched, a third at a
// level, and the rest partly paid, promised, disputed, in clarification or held.
async function spread({ run }: House, ids: readonly string[]): Promise<void> {
  await run(async ({ trx, tenantId, today }) => {
    await sql`
      UPDATE invoices i SET state = n.state, standing = n.standing, dunning_level = n.level, marker = n.marker,
        marker_until = CASE WHEN n.marker IN ('hold', 'promised') THEN ${today}::date + (n.h2 % 60 - 20) END,
        principal_open = CASE WHEN n.state IN ('paid', 'written_off', 'cancelled') THEN 0
          WHEN n.standing = 'partly_paid' THEN amount / 2 ELSE amount END,
        written_off = CASE WHEN n.state = 'written_off' THEN amount ELSE 0 END,
        partner_name = CASE WHEN n.state = 'collection' THEN 'Kranich Inkasso' END,
        partner_case_number = CASE WHEN n.state = 'collection' THEN '77-' || n.h2 END
      FROM (
        SELECT id, h2, state,
          CASE WHEN state = 'open' THEN level WHEN state = 'collection' THEN 3 ELSE 0 END AS level,
          CASE WHEN state = 'open' THEN marker ELSE 'none' END AS marker,
          CASE WHEN state = 'collection' THEN 'in_collection' WHEN state <> 'open' THEN state
            WHEN marker IN ('promised', 'disputed', 'clarification') THEN marker
            WHEN level = 3 THEN 'final_notice' WHEN level > 0 THEN 'reminded'
            WHEN h2 % 10 = 9 THEN 'partly_paid' ELSE 'plain' END AS standing
        FROM (
          SELECT id, h2,
            CASE WHEN h1 < 70 THEN 'paid' WHEN h1 < 85 THEN 'open' WHEN h1 < 93 THEN 'collection' WHEN h1 < 98 THEN 'written_off'
              ELSE 'cancelled' END AS state,
            CASE WHEN h2 % 10 BETWEEN 3 AND 5 THEN h2 % 3 + 1 ELSE 0 END AS level,
            (ARRAY['none', 'none', 'none', 'none', 'none', 'none', 'hold', 'promised', 'disputed', 'none'])[h2 % 10 + 1] AS marker
          FROM (
            SELECT id, abs(hashtext(number)) % 100 AS h1, abs(hashtext(number || 'x')) % 100000 AS h2 FROM invoices
            WHERE tenant_id = ${tenantId} AND id = ANY (${ids}::uuid[])
          ) hashed
        ) drawn
      ) n
      WHERE i.tenant_id = ${tenantId} AND i.id = n.id`.execute(trx)
    await sql`
      UPDATE invoice_places p SET place = ${placeIn(sql`i`)} FROM invoices i
      WHERE p.tenant_id = ${tenantId} AND i.tenant_id = p.tenant_id AND i.id = p.invoice_id
        AND i.id = ANY (${ids}::uuid[])`.execute(trx)
  })
}
