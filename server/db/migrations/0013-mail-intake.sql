-- Mail is fetched by itself over IMAP, leaves over several connections at once, and is filed with its reason.
ALTER TABLE mail_settings ADD COLUMN connections integer NOT NULL DEFAULT 4 CHECK (connections BETWEEN 1 AND 16);
-- Null: as fast as the server takes them.
ALTER TABLE mail_settings ADD COLUMN per_minute integer CHECK (per_minute BETWEEN 1 AND 100000);
-- Of the rate: mails that may leave at that moment of real time, before more have grown back.
ALTER TABLE mail_settings ADD COLUMN allowance double precision NOT NULL DEFAULT 0;
ALTER TABLE mail_settings ADD COLUMN allowance_at timestamptz;

CREATE TABLE mail_intake (
  tenant_id uuid PRIMARY KEY REFERENCES tenants (tenant_id),
  active boolean NOT NULL,
  host text NOT NULL,
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
  user_name text NOT NULL,
  -- Enciphered by the installation's key, bound to the tenant.
  password_enciphered bytea NOT NULL,
  folder text NOT NULL,
  -- What is done with a mail in the mailbox, once it is kept here.
  afterwards text NOT NULL CHECK (afterwards IN ('leave', 'seen', 'move', 'delete')),
  move_to text CHECK ((move_to IS NOT NULL) = (afterwards = 'move')),
  -- ours: only what answers or returns a mail of ours, or comes from a debtor.
  takes text NOT NULL CHECK (takes IN ('all', 'ours')),
  -- Whose mailbox it is; null: of the whole tenant.
  practice_id uuid,
  -- Mails of before are left alone.
  since date NOT NULL,
  version integer NOT NULL,
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id)
);

-- How far a mailbox is read.
CREATE TABLE mail_intake_places (
  tenant_id uuid PRIMARY KEY REFERENCES tenants (tenant_id),
  -- Uids count within this value alone (RFC 3501, 2.3.1.1).
  uid_validity text,
  last_uid bigint NOT NULL DEFAULT 0,
  -- Real time.
  next_check_at timestamptz NOT NULL,
  checked_at timestamptz,
  -- Checks in a row that went wrong.
  failures integer NOT NULL DEFAULT 0,
  trouble text,
  answer text
);

ALTER TABLE mails_received ADD COLUMN invoice_ids uuid[] NOT NULL DEFAULT '{}';
-- Names, media types and sizes of the files in it, in its order.
ALTER TABLE mails_received ADD COLUMN attachments jsonb NOT NULL DEFAULT '[]';
-- Its size where it lies, and whether only its headers were taken for that.
ALTER TABLE mails_received ADD COLUMN size bigint;
ALTER TABLE mails_received ADD COLUMN cut boolean NOT NULL DEFAULT false;
ALTER TABLE mails_received ADD COLUMN filed_by text CHECK (filed_by IN ('answer', 'number', 'address', 'person'));
CREATE INDEX mails_received_by_debtor ON mails_received (tenant_id, debtor_id) WHERE debtor_id IS NOT NULL;
CREATE INDEX mails_received_unfiled ON mails_received (tenant_id, received_at DESC, id DESC) WHERE debtor_id IS NULL;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mail_intake', 'mail_intake_places'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO mahnwerk_app USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO mahnwerk_app', name);
  END LOOP;
END $$;

GRANT UPDATE (invoice_ids, filed_by) ON mails_received TO mahnwerk_app;

CREATE POLICY discovery ON mail_intake FOR SELECT TO mahnwerk_worker USING (true);
GRANT SELECT (tenant_id, active) ON mail_intake TO mahnwerk_worker;
CREATE POLICY discovery ON mail_intake_places FOR SELECT TO mahnwerk_worker USING (true);
GRANT SELECT (tenant_id, next_check_at) ON mail_intake_places TO mahnwerk_worker;
