-- Mail: how a creditor's mail leaves, what left, and what came back.
CREATE TABLE mail_settings (
  tenant_id uuid PRIMARY KEY REFERENCES tenants (tenant_id),
  host text NOT NULL,
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
  user_name text,
  -- Enciphered by the installation's key, bound to the tenant.
  password_enciphered bytea,
  from_name text NOT NULL,
  from_address text NOT NULL,
  reply_to text,
  -- Where bounces go; null: to the sender's address.
  bounce_address text,
  -- Whether that mailbox takes what is addressed to name+token@.
  bounce_tokens boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1
);

-- Every mail as it was written; what became of it stands beside it.
CREATE TABLE mails (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  -- Null: of the whole tenant.
  practice_id uuid,
  -- Equal causes are one mail, however often they are written.
  cause text,
  message_id text NOT NULL,
  to_name text,
  to_address text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text,
  -- Document, name, media type, size and hash of each file.
  attachments jsonb NOT NULL DEFAULT '[]',
  list_name text,
  list_id text,
  in_reply_to text,
  debtor_id uuid,
  notice_id uuid,
  invoice_ids uuid[] NOT NULL DEFAULT '{}',
  -- sending: the server has asked for the content. unknown: its answer never came, so it is not sent again by itself.
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'accepted', 'bounced', 'failed', 'unknown')),
  attempts integer NOT NULL DEFAULT 0,
  -- Real time: when it is tried again, or, while sending, from when on its answer counts as lost.
  next_attempt_at timestamptz NOT NULL,
  trouble text,
  answer text,
  -- Whom it came from, and the hash of all that left.
  sent_from text,
  raw_sha256 bytea,
  queued_at timestamptz NOT NULL,
  sent_at timestamptz,
  bounced_at timestamptz,
  bounce_verdict text CHECK (bounce_verdict IN ('hard', 'soft')),
  bounce_reason text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, cause),
  UNIQUE (tenant_id, message_id),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors (tenant_id, id)
);
CREATE INDEX mails_due ON mails (tenant_id, next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX mails_by_queued ON mails (tenant_id, queued_at DESC, id DESC);
CREATE INDEX mails_by_debtor ON mails (tenant_id, debtor_id) WHERE debtor_id IS NOT NULL;
CREATE INDEX mails_by_notice ON mails (tenant_id, notice_id) WHERE notice_id IS NOT NULL;

-- What came in, each mail once; the whole of it lies among the blobs.
CREATE TABLE mails_received (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  -- Null until it is filed.
  practice_id uuid,
  sha256 bytea NOT NULL,
  kind text NOT NULL CHECK (kind IN ('letter', 'automatic', 'bounce')),
  from_name text,
  from_address text,
  subject text NOT NULL,
  body_text text NOT NULL,
  -- The mail of ours that it answers or returns.
  mail_id uuid,
  debtor_id uuid,
  document_id uuid,
  sent_at timestamptz,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, sha256),
  FOREIGN KEY (tenant_id, sha256) REFERENCES blobs (tenant_id, sha256),
  FOREIGN KEY (tenant_id, mail_id) REFERENCES mails (tenant_id, id),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors (tenant_id, id)
);
CREATE INDEX mails_received_by_day ON mails_received (tenant_id, received_at DESC, id DESC);
CREATE INDEX debtors_by_email ON debtors (tenant_id, lower(email)) WHERE email IS NOT NULL;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mail_settings', 'mails', 'mails_received'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO mahnwerk_app USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO mahnwerk_app', name);
  END LOOP;
END $$;

GRANT UPDATE ON mail_settings TO mahnwerk_app;
-- What was written stays as it was written.
GRANT UPDATE (state, attempts, next_attempt_at, trouble, answer, sent_from, raw_sha256, sent_at, bounced_at, bounce_verdict,
  bounce_reason) ON mails TO mahnwerk_app;
GRANT UPDATE (practice_id, debtor_id, document_id) ON mails_received TO mahnwerk_app;

CREATE POLICY discovery ON mails FOR SELECT TO mahnwerk_worker USING (true);
GRANT SELECT (tenant_id, state, next_attempt_at) ON mails TO mahnwerk_worker;
