-- The house: tenants and practices, debtors and invoices, cases at partners, the append-only history,
-- the ledger of transfers, and the two doors to the outside (outbox, inbox).
-- Every table carries tenant_id first in its primary key, unique constraints and foreign keys, so that it can be
-- distributed by tenant; no triggers; codes of countries, partners and channels are text.

-- Who uses Mahnwerk: one creditor with its practices or branches.
CREATE TABLE tenants (
  tenant_id uuid PRIMARY KEY,
  name text NOT NULL,
  legal_name text NOT NULL,
  street text NOT NULL,
  extra text,
  post_code text NOT NULL,
  city text NOT NULL,
  country text NOT NULL,
  email text,
  phone text,
  website text,
  vat_id text,
  iban text,
  bic text,
  account_holder text,
  deducts_input_tax boolean NOT NULL,
  -- A health profession: texts of services stay unless released by name.
  health_profession boolean NOT NULL DEFAULT false,
  payment_term_days integer NOT NULL DEFAULT 14 CHECK (payment_term_days BETWEEN 0 AND 365),
  locale text NOT NULL DEFAULT 'de',
  demo boolean NOT NULL DEFAULT false,
  -- How far a demo tenant's clock runs ahead of the real one; behind it only while its past is being played.
  clock_offset_seconds bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE practices (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  name text NOT NULL,
  street text,
  post_code text,
  city text,
  email text,
  phone text,
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);

-- Gapless numbers that people see, one row per kind and year, taken by UPDATE … RETURNING inside the transaction that uses them.
CREATE TABLE counters (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  kind text NOT NULL,
  year integer NOT NULL,
  last bigint NOT NULL,
  PRIMARY KEY (tenant_id, kind, year)
);

CREATE TABLE debtors (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  -- The creditor's own customer number; absent where its files carry none.
  number text,
  -- Equal for the same debtor in repeated imports: the number, else name and address in a plain form.
  identity_key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('consumer', 'business')),
  first_name text NOT NULL DEFAULT '',
  last_name text NOT NULL DEFAULT '',
  company text NOT NULL DEFAULT '',
  contact_person text,
  list_name text COLLATE "de-x-icu" NOT NULL,
  street text NOT NULL DEFAULT '',
  extra text,
  post_code text NOT NULL DEFAULT '',
  city text NOT NULL DEFAULT '',
  country text NOT NULL DEFAULT '',
  email text,
  phone text,
  birth_date date,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, practice_id, identity_key),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id)
);

-- Content of files, once per tenant and hash.
CREATE TABLE blobs (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  content bytea NOT NULL,
  size bigint NOT NULL,
  PRIMARY KEY (tenant_id, sha256)
);

CREATE TABLE invoices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  -- Kept beside the debtor so that lists sort and search without a join.
  debtor_name text COLLATE "de-x-icu" NOT NULL,
  -- Who issued it (VAT id or name in a plain form): with number and date the identity of an invoice.
  seller_key text NOT NULL,
  number text NOT NULL,
  invoice_date date NOT NULL,
  due_date date NOT NULL,
  service_date date,
  currency text NOT NULL,
  -- What was payable when issued (EN 16931 BT-115).
  amount bigint NOT NULL CHECK (amount > 0),
  -- Open amounts by component, provable from the transfers.
  principal_open bigint NOT NULL CHECK (principal_open >= 0),
  charges_open bigint NOT NULL DEFAULT 0 CHECK (charges_open >= 0),
  interest_open bigint NOT NULL DEFAULT 0 CHECK (interest_open >= 0),
  costs_open bigint NOT NULL DEFAULT 0 CHECK (costs_open >= 0),
  overpaid bigint NOT NULL DEFAULT 0 CHECK (overpaid >= 0),
  open bigint GENERATED ALWAYS AS (principal_open + charges_open + interest_open + costs_open) STORED,
  -- What the debtor reads as the reason of the claim.
  subject text NOT NULL DEFAULT '',
  -- Where the invoice stands: open, collection (an active case), paid, written_off, cancelled.
  state text NOT NULL CHECK (state IN ('open', 'collection', 'paid', 'written_off', 'cancelled')),
  -- What a person noted: none, hold (no dunning until), disputed, clarification, promised.
  marker text NOT NULL DEFAULT 'none' CHECK (marker IN ('none', 'hold', 'disputed', 'clarification', 'promised')),
  marker_until date,
  marker_note text,
  dunning_level integer NOT NULL DEFAULT 0,
  last_notice_on date,
  case_id uuid,
  partner_name text,
  partner_case_number text,
  source text NOT NULL CHECK (source IN ('file', 'table', 'manual', 'api', 'demo')),
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  search_text text GENERATED ALWAYS AS (
    lower(number || ' ' || debtor_name || ' ' || coalesce(partner_case_number, ''))
  ) STORED,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, seller_key, number, invoice_date),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors (tenant_id, id)
);
-- One index per sortable column; id makes the order total for keyset paging.
CREATE INDEX invoices_by_due ON invoices (tenant_id, due_date, id);
CREATE INDEX invoices_by_number ON invoices (tenant_id, number, id);
CREATE INDEX invoices_by_debtor_name ON invoices (tenant_id, debtor_name, id);
CREATE INDEX invoices_by_date ON invoices (tenant_id, invoice_date, id);
CREATE INDEX invoices_by_amount ON invoices (tenant_id, amount, id);
CREATE INDEX invoices_by_open ON invoices (tenant_id, open, id);
CREATE INDEX invoices_by_state ON invoices (tenant_id, state, due_date, id) INCLUDE (open);
CREATE INDEX invoices_by_debtor ON invoices (tenant_id, debtor_id);

CREATE TABLE documents (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  -- original_invoice, handover_package, partner_letter, other
  kind text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  sha256 bytea NOT NULL,
  invoice_id uuid,
  case_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, sha256) REFERENCES blobs (tenant_id, sha256),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id)
);
CREATE INDEX documents_by_invoice ON documents (tenant_id, invoice_id);
CREATE INDEX documents_by_case ON documents (tenant_id, case_id);

-- One import: files dropped together, or one table with a mapping.
CREATE TABLE imports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  -- waiting (a table needs its mapping), running, done, failed
  state text NOT NULL,
  mapping jsonb,
  accepted integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  already_there integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  created_by jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id)
);

-- What became of each file or row: accepted, refused with code and place, or already there.
CREATE TABLE import_lines (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  sha256 bytea,
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused', 'already_there', 'waiting')),
  code text,
  facts jsonb,
  invoice_id uuid,
  PRIMARY KEY (tenant_id, import_id, position),
  FOREIGN KEY (tenant_id, import_id) REFERENCES imports (tenant_id, id)
);

-- The history: append-only, each event hashed over its predecessor in the same stream.
CREATE TABLE events (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  stream text NOT NULL,
  stream_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  type text NOT NULL,
  -- The event's content as canonical JSON text: the very bytes that are hashed.
  data text NOT NULL,
  actor text NOT NULL,
  -- The tenant's clock, and the real one.
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, stream, stream_id, version)
);

-- The ledger: a transfer moves a positive amount from one account (credit) to another (debit). Never changed, only answered.
CREATE TABLE transfers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  debit text NOT NULL,
  credit text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL,
  value_on date NOT NULL,
  invoice_id uuid,
  case_id uuid,
  payment_id uuid,
  CHECK (debit <> credit),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id)
);
CREATE INDEX transfers_by_invoice ON transfers (tenant_id, invoice_id);
CREATE INDEX transfers_by_event ON transfers (tenant_id, event_id);
CREATE INDEX transfers_by_payment ON transfers (tenant_id, payment_id) WHERE payment_id IS NOT NULL;

-- A road to a partner, with the rules that were agreed (profile).
CREATE TABLE connections (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  partner text NOT NULL,
  name text NOT NULL,
  profile jsonb NOT NULL,
  base_url text NOT NULL,
  -- Secrets are kept enciphered by the installation's key.
  token_enciphered bytea NOT NULL,
  webhook_secret_enciphered bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('active', 'suspended', 'ended')),
  active_since timestamptz NOT NULL,
  free_until date,
  portal_url text,
  last_contact_at timestamptz,
  -- Real time: when both sides' books were last compared.
  last_polled_at timestamptz,
  last_failure_at timestamptz,
  last_failure text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE cases (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  practice_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  debtor_name text COLLATE "de-x-icu" NOT NULL,
  connection_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('regular', 'attempt')),
  stage text NOT NULL,
  processing jsonb NOT NULL,
  -- The kind inside `processing`, for lists and filters.
  processing_kind text NOT NULL,
  payment text NOT NULL,
  responsible text NOT NULL,
  active boolean NOT NULL,
  currency text NOT NULL,
  -- What was handed over, and what has come to it since; open amounts stand on the invoice.
  principal bigint NOT NULL,
  charges bigint NOT NULL,
  interest bigint NOT NULL DEFAULT 0,
  costs bigint NOT NULL DEFAULT 0,
  paid bigint NOT NULL DEFAULT 0,
  partner_case_number text,
  portal_url text,
  next_step_on date,
  closed_reason text,
  questions_open integer NOT NULL DEFAULT 0,
  -- The last piece of news applied, in the partner's own counting.
  last_sequence integer NOT NULL DEFAULT 0,
  package_document_id uuid NOT NULL,
  package_sha256 bytea NOT NULL,
  -- Numbers written by earlier stages of the file stay findable.
  earlier_case_numbers text[] NOT NULL DEFAULT '{}',
  opened_at timestamptz NOT NULL,
  accepted_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES connections (tenant_id, id),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id)
);
-- An invoice is with one partner at a time.
CREATE UNIQUE INDEX cases_one_active ON cases (tenant_id, invoice_id) WHERE active;
CREATE INDEX cases_by_opened ON cases (tenant_id, opened_at DESC, id);

CREATE TABLE questions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  partner_question_id text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  answer_by date,
  if_silent text,
  opened_at timestamptz NOT NULL,
  answer text,
  answer_note text,
  answered_by text,
  answered_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, case_id, partner_question_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);

CREATE TABLE payments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  case_id uuid,
  received_by text NOT NULL CHECK (received_by IN ('creditor', 'partner', 'lawyer', 'court')),
  method text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL,
  received_on date NOT NULL,
  to_principal bigint NOT NULL DEFAULT 0 CHECK (to_principal >= 0),
  to_charges bigint NOT NULL DEFAULT 0 CHECK (to_charges >= 0),
  to_interest bigint NOT NULL DEFAULT 0 CHECK (to_interest >= 0),
  to_costs bigint NOT NULL DEFAULT 0 CHECK (to_costs >= 0),
  overpaid bigint NOT NULL DEFAULT 0 CHECK (overpaid >= 0),
  note text,
  partner_payment_id text,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  reversed_at timestamptz,
  reversal_reason text,
  -- Of a direct payment during a case: not_needed, pending, reported, rejected.
  report text NOT NULL DEFAULT 'not_needed' CHECK (report IN ('not_needed', 'pending', 'reported', 'rejected')),
  reported_at timestamptz,
  acknowledged_at timestamptz,
  CHECK (to_principal + to_charges + to_interest + to_costs + overpaid = amount),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id)
);
CREATE UNIQUE INDEX payments_partner_once ON payments (tenant_id, case_id, partner_payment_id) WHERE partner_payment_id IS NOT NULL;
CREATE INDEX payments_by_invoice ON payments (tenant_id, invoice_id);
CREATE INDEX payments_by_day ON payments (tenant_id, received_on DESC, id);

-- What must leave: written with its cause, delivered later, in order per lane (one claim at one connection).
CREATE TABLE outbox (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  connection_id uuid NOT NULL,
  lane uuid NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  -- Real time, not the tenant's: a partner is asked again by the clock on the wall.
  next_attempt_at timestamptz NOT NULL,
  last_error text,
  created_at timestamptz NOT NULL,
  delivered_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES connections (tenant_id, id)
);
CREATE INDEX outbox_due ON outbox (tenant_id, next_attempt_at) WHERE state = 'pending';
CREATE INDEX outbox_lane ON outbox (tenant_id, lane, position) WHERE state = 'pending';
CREATE INDEX outbox_by_connection ON outbox (tenant_id, connection_id, position);

-- What came in: every message once, with each repeat counted; applied in the sender's order.
CREATE TABLE inbox (
  tenant_id uuid NOT NULL,
  connection_id uuid NOT NULL,
  message_id text NOT NULL,
  case_id uuid NOT NULL,
  sequence integer NOT NULL,
  body jsonb NOT NULL,
  -- waiting: an earlier one of the row is missing
  state text NOT NULL CHECK (state IN ('waiting', 'applied', 'refused')),
  channel text NOT NULL,
  repeats integer NOT NULL DEFAULT 0,
  received_at timestamptz NOT NULL,
  applied_at timestamptz,
  PRIMARY KEY (tenant_id, connection_id, message_id),
  UNIQUE (tenant_id, case_id, sequence),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES connections (tenant_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES cases (tenant_id, id)
);
CREATE INDEX inbox_waiting ON inbox (tenant_id, case_id, sequence) WHERE state = 'waiting';

-- What needs a person.
CREATE TABLE tasks (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  id uuid NOT NULL,
  practice_id uuid,
  kind text NOT NULL,
  -- One open task per cause.
  cause text NOT NULL,
  facts jsonb NOT NULL,
  link text NOT NULL,
  due_on date,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  done_by text,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX tasks_one_open ON tasks (tenant_id, cause) WHERE done_at IS NULL;

-- The answer to a write, kept with its effect in one transaction: a repeat gets the same answer.
CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL REFERENCES tenants (tenant_id),
  actor text NOT NULL,
  key text NOT NULL,
  request_sha256 bytea NOT NULL,
  status integer,
  answer jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, actor, key)
);

-- Row-level security, forced, for a role that owns nothing. An unset tenant sees nothing.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'tenants', 'practices', 'counters', 'debtors', 'blobs', 'invoices', 'documents', 'imports', 'import_lines', 'events',
    'transfers', 'connections', 'cases', 'questions', 'payments', 'outbox', 'inbox', 'tasks',
    'idempotency_keys'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO mahnwerk_app USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO mahnwerk_app', name);
  END LOOP;
END $$;

REVOKE UPDATE, DELETE ON events, transfers, blobs, inbox, payments FROM mahnwerk_app;
GRANT UPDATE (state, repeats, applied_at) ON inbox TO mahnwerk_app;
GRANT UPDATE (reversed_at, reversal_reason, report, reported_at, acknowledged_at) ON payments TO mahnwerk_app;
REVOKE DELETE ON tenants, practices, debtors, invoices, documents, cases, questions, connections, counters FROM mahnwerk_app;

-- The worker alone may look across tenants, and only at where work is due: never at what the work is.
CREATE POLICY discovery ON outbox FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY discovery ON connections FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY discovery ON imports FOR SELECT TO mahnwerk_worker USING (true);
GRANT SELECT (tenant_id, state, next_attempt_at) ON outbox TO mahnwerk_worker;
GRANT SELECT (tenant_id, id, state, last_polled_at) ON connections TO mahnwerk_worker;
