-- A creditor's own words for its reminders, and its letterhead: every version is kept, because letters say by which they were set.

CREATE TABLE letter_templates (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  -- By whose law the words were checked: words of one country say nothing of another.
  country text NOT NULL,
  language text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reminder', 'first', 'second', 'last')),
  audience text NOT NULL CHECK (audience IN ('consumer', 'business')),
  -- From one; the highest holds.
  version integer NOT NULL CHECK (version > 0),
  -- The five texts; null: back to ours.
  words jsonb,
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, country, language, kind, audience, version)
);

CREATE TABLE letterheads (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  -- "#0d5560"; null: ours.
  accent text,
  bank text,
  register text,
  directors text,
  -- What else stands at the foot, line by line.
  more jsonb NOT NULL DEFAULT '[]',
  logo_sha256 bytea,
  logo_format text CHECK (logo_format IN ('png', 'jpg', 'svg')),
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, version),
  FOREIGN KEY (tenant_id, logo_sha256) REFERENCES blobs (tenant_id, sha256),
  CHECK ((logo_sha256 IS NULL) = (logo_format IS NULL))
);

-- Null: our own words, and no letterhead of its own.
ALTER TABLE notices ADD COLUMN template_id uuid;
ALTER TABLE notices ADD COLUMN letterhead_id uuid;
ALTER TABLE notices ADD FOREIGN KEY (tenant_id, template_id) REFERENCES letter_templates (tenant_id, id);
ALTER TABLE notices ADD FOREIGN KEY (tenant_id, letterhead_id) REFERENCES letterheads (tenant_id, id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['letter_templates', 'letterheads'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO mahnwerk_app USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      name);
    -- A version is never changed and never taken away.
    EXECUTE format('GRANT SELECT, INSERT ON %I TO mahnwerk_app', name);
  END LOOP;
END $$;
