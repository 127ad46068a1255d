-- What dunning needs beside its letters: stops on debtors, policies for kinds of debtors, settings, and runs by the calendar.

-- At most one stop of a debtor is open; the ones before it are kept.
CREATE TABLE debtor_holds (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('dispute', 'promise', 'plan', 'hardship', 'insolvency', 'death', 'bank')),
  note text NOT NULL DEFAULT '',
  -- The last day on which it holds; null: until somebody lifts it.
  until date,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  lifted_by text,
  lifted_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors (tenant_id, id)
);
CREATE UNIQUE INDEX debtor_holds_open ON debtor_holds (tenant_id, debtor_id) WHERE lifted_at IS NULL;
CREATE INDEX debtor_holds_by_debtor ON debtor_holds (tenant_id, debtor_id, set_at DESC);

-- For whom a standard policy holds.
ALTER TABLE dunning_policies ADD COLUMN audience text NOT NULL DEFAULT 'all'
  CHECK (audience IN ('all', 'consumer', 'business'));
DROP INDEX dunning_policies_standard;
CREATE UNIQUE INDEX dunning_policies_standard ON dunning_policies (tenant_id, audience) WHERE standard;

CREATE TABLE dunning_settings (
  tenant_id uuid PRIMARY KEY REFERENCES tenants (tenant_id),
  -- Runs start by themselves on working days.
  automatic boolean NOT NULL DEFAULT false,
  -- From when a claim is suggested for collection.
  threshold_days integer NOT NULL DEFAULT 30 CHECK (threshold_days >= 1),
  -- Null: the last level of the policy that holds for the debtor.
  threshold_level integer CHECK (threshold_level >= 0),
  threshold_open bigint NOT NULL DEFAULT 0 CHECK (threshold_open >= 0),
  version integer NOT NULL DEFAULT 1
);

-- Part of the country whose holidays hold for the creditor; null: those of the whole country.
ALTER TABLE law_settings ADD COLUMN region text;

-- One letter that a person asked for, kept as a run of its own.
ALTER TABLE dunning_runs ADD COLUMN single boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX dunning_runs_automatic ON dunning_runs (tenant_id, day) WHERE automatic;
CREATE INDEX dunning_runs_by_time ON dunning_runs (tenant_id, started_at DESC, id);
CREATE INDEX dunning_runs_running ON dunning_runs (state) WHERE state = 'running';

CREATE POLICY discovery ON dunning_runs FOR SELECT TO mahnwerk_worker USING (true);
GRANT SELECT (tenant_id, id, state) ON dunning_runs TO mahnwerk_worker;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['debtor_holds', 'dunning_settings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO mahnwerk_app USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO mahnwerk_app', name);
  END LOOP;
END $$;

CREATE POLICY discovery ON dunning_settings FOR SELECT TO mahnwerk_worker USING (true);
GRANT SELECT (tenant_id, automatic) ON dunning_settings TO mahnwerk_worker;
