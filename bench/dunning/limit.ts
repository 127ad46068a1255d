// The limit: the least that the same PostgreSQL can do it with. Bare tables of a product (keys, unique constraints, foreign keys)
// in a schema of their own, and one statement for a whole run: raise the invoices, write a notice for each debtor and level and
// an item for each invoice. No fee, no history, no rights, no reason.

import pg from 'pg'

export type Limit = {
  /** The process of its connection. */
  readonly backend: number
  /** Runs a day's dunning; seconds, and how many invoices were raised. */
  readonly run: (day: string, number: number) => Promise<{ readonly seconds: number; readonly raised: number }>
  readonly close: () => Promise<void>
}

const TABLES = `
  CREATE SCHEMA lim;
  CREATE TABLE lim.debtor (id bigint PRIMARY KEY, name text NOT NULL);
  CREATE TABLE lim.invoice (id bigint PRIMARY KEY, debtor_id bigint NOT NULL REFERENCES lim.debtor, due_date date NOT NULL,
    open_cents bigint NOT NULL, dunning_level smallint NOT NULL DEFAULT 0);
  CREATE TABLE lim.level (level smallint PRIMARY KEY, overdue integer NOT NULL);
  CREATE TABLE lim.notice (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run integer NOT NULL,
    debtor_id bigint NOT NULL REFERENCES lim.debtor, level smallint NOT NULL, total_cents bigint NOT NULL,
    items integer NOT NULL, UNIQUE (run, debtor_id, level));
  CREATE TABLE lim.dunning (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run integer NOT NULL,
    invoice_id bigint NOT NULL REFERENCES lim.invoice, notice_id bigint NOT NULL REFERENCES lim.notice, level smallint NOT NULL,
    open_cents bigint NOT NULL, UNIQUE (invoice_id, level));
  INSERT INTO lim.level VALUES (1, 7), (2, 14), (3, 21), (4, 35)`

const RUN = `
  WITH raised AS (
    UPDATE lim.invoice i SET dunning_level = l.level FROM lim.level l
    WHERE l.level = i.dunning_level + 1 AND i.open_cents > 0 AND i.due_date <= $1::date - l.overdue
    RETURNING i.id, i.debtor_id, i.dunning_level AS level, i.open_cents
  ), sent AS (
    INSERT INTO lim.notice (run, debtor_id, level, total_cents, items)
    SELECT $2, debtor_id, level, sum(open_cents), count(*) FROM raised GROUP BY debtor_id, level
    RETURNING id, debtor_id, level
  )
  INSERT INTO lim.dunning (run, invoice_id, notice_id, level, open_cents)
  SELECT $2, r.id, s.id, r.level, r.open_cents FROM raised r JOIN sent s USING (debtor_id, level)`

/** Tables with so many open invoices of five a debtor, due 7 to 13 days before the first day. */
export async function openLimit(ownerUrl: string, rows: number, firstDay: string): Promise<Limit> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => {}) // the server may go first, when the bench fails
  await client.connect()
  await client.query(`DROP SCHEMA IF EXISTS lim CASCADE`)
  await client.query(TABLES)
  const debtors = Math.ceil(rows / 5)
  await client.query(`INSERT INTO lim.debtor SELECT g, 'Debtor ' || g FROM generate_series(0, $1::int - 1) g`, [
    debtors,
  ])
  await client.query(
    `INSERT INTO lim.invoice SELECT g, g % $2, $3::date - 7 - (g % 7), 1000 + (g::bigint * 7919) % 500000
     FROM generate_series(1, $1::int) g`,
    [rows, debtors, firstDay],
  )
  await client.query('CREATE INDEX ON lim.invoice (due_date) WHERE open_cents > 0')
  await client.query('CREATE INDEX ON lim.invoice (debtor_id)')
  await client.query('CREATE INDEX ON lim.dunning (notice_id)')
  for (const name of ['debtor', 'invoice', 'level', 'notice', 'dunning'])
    await client.query(`VACUUM ANALYZE lim.${name}`)
  return {
    backend: Number((await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid),
    run: async (day, number) => {
      const start = performance.now()
      const { rowCount } = await client.query(RUN, [day, number])
      return { seconds: (performance.now() - start) / 1000, raised: rowCount ?? 0 }
    },
    close: async () => {
      await client.query('DROP SCHEMA lim CASCADE')
      await client.end()
    },
  }
}
