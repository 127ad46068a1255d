-- What people set by hand about reminding: the highest level of a debtor, and a single letter moved, changed or stopped.

-- The debtor gets no letter above this level; null: whatever its policy says.
ALTER TABLE debtors ADD COLUMN dunning_level_max integer CHECK (dunning_level_max >= 0);
CREATE INDEX debtors_with_level_max ON debtors (tenant_id, id) WHERE dunning_level_max IS NOT NULL;
CREATE INDEX debtors_by_policy ON debtors (tenant_id, dunning_policy_id) WHERE dunning_policy_id IS NOT NULL;

-- A policy that is used nowhere may go; the history keeps what it said.
GRANT DELETE ON dunning_policies TO mahnwerk_app;

-- A list of what rests, whether the debtor is stopped or a note on the invoice stops it.
CREATE INDEX debtor_holds_by_end ON debtor_holds (tenant_id, until, id) WHERE lifted_at IS NULL;
CREATE INDEX invoices_noted ON invoices (tenant_id, marker_until, id) WHERE state = 'open' AND marker <> 'none';

-- What a person wants otherwise for the next letter of an invoice. It holds as long as the invoice stands where it stood
-- (dunning_level, last_notice_on): with the letter it is spent.
CREATE TABLE dunning_changes (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  dunning_level integer NOT NULL,
  last_notice_on date,
  not_before date,
  stopped boolean NOT NULL DEFAULT false,
  level integer CHECK (level >= 0),
  channel text CHECK (channel IN ('email', 'letter', 'email_and_letter', 'portal')),
  free boolean NOT NULL DEFAULT false,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
);
ALTER TABLE dunning_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON dunning_changes TO mahnwerk_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON dunning_changes TO mahnwerk_app;
