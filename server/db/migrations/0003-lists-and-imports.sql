-- Lists of invoices at a hundred thousand a tenant: one index per sort within a state, and one that covers search, filters,
-- count and sum. Under row-level security PostgreSQL uses a trigram index for no role but the owner (LIKE is not
-- leakproof): a search reads the covering index from end to end.

-- The status before a hold and the day have their say, computed by core with each change: lists sort by it.
ALTER TABLE invoices ADD COLUMN standing text NOT NULL DEFAULT 'plain';
ALTER TABLE invoices ALTER COLUMN standing DROP DEFAULT;
-- What was written off of it and not brought back.
ALTER TABLE invoices ADD COLUMN written_off bigint NOT NULL DEFAULT 0 CHECK (written_off >= 0);

DROP INDEX invoices_by_due, invoices_by_number, invoices_by_debtor_name, invoices_by_date, invoices_by_amount,
  invoices_by_open, invoices_by_state;

CREATE INDEX invoices_by_due ON invoices (tenant_id, state, due_date, id) INCLUDE (open, currency, practice_id);
CREATE INDEX invoices_by_number ON invoices (tenant_id, state, number, id);
CREATE INDEX invoices_by_debtor_name ON invoices (tenant_id, state, debtor_name, id);
CREATE INDEX invoices_by_date ON invoices (tenant_id, state, invoice_date, id);
CREATE INDEX invoices_by_amount ON invoices (tenant_id, state, amount, id);
CREATE INDEX invoices_by_open ON invoices (tenant_id, state, open, id);
CREATE INDEX invoices_by_level ON invoices (tenant_id, state, dunning_level, id);
CREATE INDEX invoices_by_standing ON invoices (tenant_id, standing, due_date, id);
CREATE INDEX invoices_on_hold ON invoices (tenant_id, due_date, id) WHERE marker = 'hold';
-- Columns of fixed width first: a row is read only as far as its last column asked for.
CREATE INDEX invoices_search ON invoices (tenant_id, id) INCLUDE (open, amount, written_off, practice_id, due_date,
  invoice_date, dunning_level, search_text, state, standing, marker, currency, number, debtor_name, partner_name, marker_until);

-- An import is files dropped together or one table; a table keeps how far its rows are worked.
ALTER TABLE imports
  ADD COLUMN kind text NOT NULL CHECK (kind IN ('files', 'table')),
  ADD COLUMN name text NOT NULL,
  -- The original of a table.
  ADD COLUMN document_id uuid,
  -- Rows worked so far, counted in the order of the table.
  ADD COLUMN worked integer NOT NULL DEFAULT 0,
  ADD FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id);
CREATE INDEX imports_by_time ON imports (tenant_id, created_at DESC, id);

-- `position` is the file's place among those dropped, or the row as a spreadsheet counts it.
ALTER TABLE import_lines
  -- All that is wrong with it, the first being `code` and `facts`.
  ADD COLUMN refusals jsonb,
  -- The due date was not told and follows from the creditor's terms.
  ADD COLUMN due_from_terms boolean NOT NULL DEFAULT false,
  ADD COLUMN document_id uuid,
  ADD FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id);
CREATE INDEX import_lines_refused ON import_lines (tenant_id, import_id, position) WHERE outcome = 'refused';

GRANT SELECT (tenant_id, id, state, kind) ON imports TO mahnwerk_worker;
