// A creditor with open invoices of five a debtor, written straight into the tables with history and transfers as the import writes
// them, because recording a million one by one is another bench.

import { systemPrincipal } from '@mahnwerk/server/auth'
import { inContext } from '@mahnwerk/server/http'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Creditor, House } from '../house/index.ts'

/** Due 7 to 13 days before `firstDay`, as the limit's. */
export async function seedInvoices(house: House, creditor: Creditor, rows: number, firstDay: string): Promise<void> {
  await inContext(house.ground, systemPrincipal(creditor.tenantId), async ({ trx, tenantId }) => {
    const values = [tenantId, creditor.practiceId, rows, Math.ceil(rows / 5), firstDay]
    for (const statement of STATEMENTS) {
      // One after the other: each refers to the rows of the one before.
      // oxlint-disable-next-line no-await-in-loop
      await trx.executeQuery(CompiledQuery.raw(statement, argumentsOf(statement, values)))
    }
  })
  await tidy(house)
}

/** What the database does by itself within minutes. */
export async function tidy({ database }: House): Promise<void> {
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await owner.query('VACUUM ANALYZE')
  await owner.end()
}

function argumentsOf(statement: string, values: readonly unknown[]): unknown[] {
  const most = Math.max(...[...statement.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)))
  return values.slice(0, most)
}

// Ids are made of a kind and a number, so that the statements find each other's rows.
const id = (kind: number, number: string): string =>
  `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

const STATEMENTS = [
  `INSERT INTO debtors (tenant_id, id, practice_id, identity_key, kind, first_name, last_name, list_name, street, post_code,
     city, country, email, created_at)
   SELECT $1::uuid, ${id(1, 'g')}, $2::uuid, 'bench:' || g, 'consumer', 'Vera', 'Muster ' || g, 'Muster ' || g || ', Vera',
     'Lindenweg ' || g % 200, '10115', 'Berlin', 'DE', CASE WHEN g % 2 = 0 THEN 'vera' || g || '@debtor.example' END, now()
   FROM generate_series(0, $4::int - 1) g WHERE $3::int > 0`,
  `INSERT INTO invoices (tenant_id, id, practice_id, debtor_id, debtor_name, seller_key, number, invoice_date, due_date,
     currency, amount, principal_open, subject, state, source, version, created_at, standing)
   SELECT $1::uuid, ${id(2, 'g')}, $2::uuid, ${id(1, 'g % $4::int')}, 'Muster ' || g % $4::int || ', Vera', 'bench', 'R-' || g,
     $5::date - 21 - (g % 7), $5::date - 7 - (g % 7), 'EUR', 1000 + (g::bigint * 7919) % 500000,
     1000 + (g::bigint * 7919) % 500000, 'Behandlung', 'open', 'api', 1, now(), 'plain'
   FROM generate_series(1, $3::int) g`,
  `INSERT INTO events (tenant_id, id, stream, stream_id, version, type, data, actor, occurred_at, recorded_at, hash)
   SELECT $1::uuid, ${id(3, 'g')}, 'invoice', ${id(2, 'g')}, 1, 'invoice.recorded', '{"source":"api"}',
     '{"kind":"system"}', now(), now(), sha256(g::text::bytea)
   FROM generate_series(1, $3::int) g WHERE $2::uuid IS NOT NULL`,
  `INSERT INTO transfers (tenant_id, id, event_id, debit, credit, amount, currency, value_on, invoice_id)
   SELECT $1::uuid, ${id(4, 'g')}, ${id(3, 'g')}, 'debtor:principal:' || ${id(2, 'g')}, 'revenue',
     1000 + (g::bigint * 7919) % 500000, 'EUR', $5::date - 21 - (g % 7), ${id(2, 'g')}
   FROM generate_series(1, $3::int) g WHERE $2::uuid IS NOT NULL AND $4::int > 0`,
  `INSERT INTO invoice_places (tenant_id, place, due_date, invoice_id, practice_id)
   SELECT tenant_id, 0, due_date, id, practice_id FROM invoices WHERE tenant_id = $1::uuid`,
]
