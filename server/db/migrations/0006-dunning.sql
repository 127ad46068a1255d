-- Reminding: the policy in steps, the runs, the notices they wrote and what each notice asks for.
CREATE TABLE dunning_policies (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  name text NOT NULL,
  currency text NOT NULL,
  -- In the order of their levels; read and checked by the rules before it is written.
  steps jsonb NOT NULL,
  grouping_by text NOT NULL CHECK (grouping_by IN ('per_debtor', 'per_invoice')),
  least_open bigint NOT NULL CHECK (least_open >= 0),
  -- Holds for every debtor that has no policy of its own.
  standard boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);
CREATE UNIQUE INDEX dunning_policies_standard ON dunning_policies (tenant_id) WHERE standard;

ALTER TABLE debtors ADD COLUMN dunning_policy_id uuid;
ALTER TABLE debtors ADD FOREIGN KEY (tenant_id, dunning_policy_id) REFERENCES dunning_policies (tenant_id, id);

CREATE TABLE dunning_runs (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  day date NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'paused', 'stopped', 'done')),
  automatic boolean NOT NULL DEFAULT false,
  -- Practices that it may see; null: all.
  practices uuid[],
  actor text NOT NULL,
  -- The last debtor that was worked: whoever goes on begins behind it.
  worked_to uuid,
  letters integer NOT NULL DEFAULT 0,
  claims integer NOT NULL DEFAULT 0,
  fees bigint NOT NULL DEFAULT 0,
  asked bigint NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);

-- Letters that a person took out of a run, or moved: by debtor.
CREATE TABLE dunning_run_exceptions (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, run_id, debtor_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES dunning_runs (tenant_id, id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors (tenant_id, id)
);

CREATE TABLE notices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Gapless per tenant and year.
  year integer NOT NULL,
  number bigint NOT NULL,
  run_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  level integer NOT NULL CHECK (level >= 0),
  day date NOT NULL,
  pay_by date NOT NULL,
  currency text NOT NULL,
  -- What the items owe, and the letter's own fee beside it.
  open bigint NOT NULL CHECK (open >= 0),
  fee bigint NOT NULL CHECK (fee >= 0),
  interest bigint NOT NULL CHECK (interest >= 0),
  items integer NOT NULL CHECK (items > 0),
  channel text NOT NULL,
  state text NOT NULL CHECK (state IN ('written', 'sent', 'printed', 'failed', 'bounced')),
  document_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, year, number),
  FOREIGN KEY (tenant_id, run_id) REFERENCES dunning_runs (tenant_id, id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors (tenant_id, id)
);
CREATE INDEX notices_by_debtor ON notices (tenant_id, debtor_id, day);
CREATE INDEX notices_by_run ON notices (tenant_id, run_id, id);

CREATE TABLE notice_items (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  level integer NOT NULL,
  open bigint NOT NULL CHECK (open >= 0),
  interest bigint NOT NULL CHECK (interest >= 0),
  PRIMARY KEY (tenant_id, invoice_id, notice_id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  FOREIGN KEY (tenant_id, notice_id) REFERENCES notices (tenant_id, id)
);
CREATE INDEX notice_items_by_notice ON notice_items (tenant_id, notice_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dunning_policies', 'dunning_runs', 'dunning_run_exceptions', 'notices', 'notice_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO mahnwerk_app USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO mahnwerk_app', name);
  END LOOP;
END $$;
