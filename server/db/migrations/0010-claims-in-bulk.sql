-- A dunning run changes the level and the standing of a hundred thousand claims at once. An index on either would make every
-- other index of the claim follow each letter; without one the new row stays on the page of the old one and no index is
-- touched (heap-only tuples). Lists that sort by them read the table.
DROP INDEX invoices_by_level, invoices_by_standing, invoices_search;
-- Room on each page for a second version of each of its rows.
ALTER TABLE invoices SET (fillfactor = 50);
CREATE INDEX invoices_search ON invoices (tenant_id, id) INCLUDE (open, amount, written_off, practice_id, due_date,
  invoice_date, search_text, state, marker, currency, number, debtor_name, partner_name, marker_until);

-- A run is worked in portions, by as many at a time as there are. Each is done in the transaction that writes its letters.
CREATE TABLE dunning_run_chunks (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  -- The debtors behind the first and up to the last one, by id.
  behind uuid NOT NULL,
  up_to uuid NOT NULL,
  done boolean NOT NULL DEFAULT false,
  letters integer NOT NULL DEFAULT 0,
  claims integer NOT NULL DEFAULT 0,
  fees bigint NOT NULL DEFAULT 0,
  asked bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, run_id, position),
  FOREIGN KEY (tenant_id, run_id) REFERENCES dunning_runs (tenant_id, id)
);

-- What was divided into portions so far; the sums of letters, claims, fees and of what was asked stand with the portions, and
-- in the run itself for a single letter.
ALTER TABLE dunning_runs RENAME COLUMN worked_to TO divided_to;

ALTER TABLE dunning_run_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning_run_chunks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON dunning_run_chunks TO mahnwerk_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON dunning_run_chunks TO mahnwerk_app;
