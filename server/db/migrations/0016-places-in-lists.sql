-- Where each claim stands in a list sorted by level or by status. Those two change with every letter, and an index on them in
-- `invoices` would make its thirteen others follow; this narrow row is all that a letter moves. The number is level * 16 plus a
-- code of the standing, written by one function of the program.
CREATE TABLE invoice_places (
  tenant_id uuid NOT NULL,
  place smallint NOT NULL,
  due_date date NOT NULL,
  invoice_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, place, due_date, invoice_id) INCLUDE (practice_id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
);

-- The owner reads every tenant's claims once.
ALTER TABLE invoices NO FORCE ROW LEVEL SECURITY;
INSERT INTO invoice_places (tenant_id, place, due_date, invoice_id, practice_id)
SELECT tenant_id, dunning_level * 16 + CASE standing WHEN 'plain' THEN 0 WHEN 'partly_paid' THEN 1 WHEN 'reminded' THEN 2
  WHEN 'final_notice' THEN 3 WHEN 'disputed' THEN 4 WHEN 'clarification' THEN 5 WHEN 'promised' THEN 6
  WHEN 'in_collection' THEN 7 WHEN 'paid' THEN 8 WHEN 'written_off' THEN 9 WHEN 'cancelled' THEN 10 END, due_date, id, practice_id
FROM invoices;
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;

ALTER TABLE invoice_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_places FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invoice_places TO mahnwerk_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON invoice_places TO mahnwerk_app;

-- Looked up for every claim of a run, and implied by what surrounds them: a transaction reads its tenant before it writes, and the
-- run writes the claim itself before the item of the letter. Nothing deletes a tenant or a claim.
ALTER TABLE events DROP CONSTRAINT events_tenant_id_fkey;
ALTER TABLE notice_items DROP CONSTRAINT notice_items_tenant_id_invoice_id_fkey;
