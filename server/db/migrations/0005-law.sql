-- What a creditor has chosen where the law leaves it open, and what it knows of a single invoice beyond what stands on it.
-- Without a row everything is as the law's country has it, and nothing is known.
CREATE TABLE law_settings (
  tenant_id uuid PRIMARY KEY REFERENCES tenants (tenant_id),
  -- Whose law; null: the country of the tenant's address.
  country text,
  -- Null: as the country has it.
  year_basis text,
  payment_day_counts boolean,
  -- What was expressly allowed beyond the sure.
  provisional boolean NOT NULL DEFAULT false,
  low_confidence boolean NOT NULL DEFAULT false,
  choices jsonb NOT NULL DEFAULT '{}',
  interest_demanded boolean NOT NULL DEFAULT true,
  flat_demanded boolean NOT NULL DEFAULT false,
  -- What holds for invoices of which nothing else is known.
  due_agreed boolean NOT NULL DEFAULT false,
  invoice_notice boolean NOT NULL DEFAULT false,
  -- Days until a reminder counts as received.
  postal_days integer NOT NULL DEFAULT 3 CHECK (postal_days BETWEEN 0 AND 30),
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE invoice_facts (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  due_agreed boolean,
  received_on date,
  contract_on date,
  -- Percent a year as decimal text.
  agreed_rate text,
  PRIMARY KEY (tenant_id, invoice_id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['law_settings', 'invoice_facts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO mahnwerk_app USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO mahnwerk_app', name);
  END LOOP;
END $$;
