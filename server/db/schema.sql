-- The schema that the migrations make. Printed by `node server/db/print-schema.ts`; not to be edited.

CREATE SCHEMA auth;
CREATE SCHEMA mahnwerk;

CREATE TABLE auth.accounts (
  id uuid NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_provider_id_account_id_key UNIQUE (provider_id, account_id),
  CONSTRAINT accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE TABLE auth.api_keys (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  start text NOT NULL,
  sha256 bytea NOT NULL,
  role text NOT NULL,
  practice_ids uuid[],
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  last_refused_at timestamp with time zone,
  CONSTRAINT api_keys_pkey PRIMARY KEY (id),
  CONSTRAINT api_keys_sha256_check CHECK ((length(sha256) = 32)),
  CONSTRAINT api_keys_sha256_key UNIQUE (sha256),
  CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES auth.organizations(id) ON DELETE CASCADE
);
CREATE TABLE auth.invitations (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  email text NOT NULL,
  role text,
  status text NOT NULL,
  inviter_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT invitations_inviter_id_fkey FOREIGN KEY (inviter_id) REFERENCES auth.users(id) ON DELETE CASCADE,
  CONSTRAINT invitations_pkey PRIMARY KEY (id),
  CONSTRAINT invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES auth.organizations(id) ON DELETE CASCADE
);
CREATE TABLE auth.members (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  practices_limited boolean DEFAULT false NOT NULL,
  deactivated_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT members_pkey PRIMARY KEY (id),
  CONSTRAINT members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES auth.organizations(id) ON DELETE CASCADE,
  CONSTRAINT members_tenant_id_user_id_key UNIQUE (tenant_id, user_id),
  CONSTRAINT members_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE TABLE auth.organizations (
  id uuid NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  logo text,
  created_at timestamp with time zone NOT NULL,
  metadata text,
  CONSTRAINT organizations_pkey PRIMARY KEY (id),
  CONSTRAINT organizations_slug_key UNIQUE (slug)
);
CREATE TABLE auth.rate_limits (
  id uuid NOT NULL,
  key text NOT NULL,
  count integer NOT NULL,
  last_request bigint NOT NULL,
  CONSTRAINT rate_limits_key_key UNIQUE (key),
  CONSTRAINT rate_limits_pkey PRIMARY KEY (id)
);
CREATE TABLE auth.second_factors (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean DEFAULT true,
  failed_verification_count integer DEFAULT 0,
  locked_until timestamp with time zone,
  CONSTRAINT second_factors_pkey PRIMARY KEY (id),
  CONSTRAINT second_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE TABLE auth.sessions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token text NOT NULL,
  active_tenant_id uuid,
  ip_address text,
  user_agent text,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_key UNIQUE (token),
  CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
);
CREATE TABLE auth.sign_ins (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  outcome text NOT NULL,
  user_id uuid,
  tenant_id uuid,
  key_id uuid,
  email_hash bytea,
  ip text,
  user_agent text,
  CONSTRAINT sign_ins_pkey PRIMARY KEY (id)
);
CREATE TABLE auth.users (
  id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean DEFAULT false NOT NULL,
  image text,
  two_factor_enabled boolean DEFAULT false,
  must_change_password boolean DEFAULT false,
  created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT users_email_check CHECK ((email = lower(email))),
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_pkey PRIMARY KEY (id)
);
CREATE TABLE auth.verifications (
  id uuid NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);
CREATE TABLE blobs (
  tenant_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  content bytea NOT NULL,
  size bigint NOT NULL,
  CONSTRAINT blobs_pkey PRIMARY KEY (tenant_id, sha256),
  CONSTRAINT blobs_sha256_check CHECK ((length(sha256) = 32)),
  CONSTRAINT blobs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
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
  kind text NOT NULL,
  stage text NOT NULL,
  processing jsonb NOT NULL,
  processing_kind text NOT NULL,
  payment text NOT NULL,
  responsible text NOT NULL,
  active boolean NOT NULL,
  currency text NOT NULL,
  principal bigint NOT NULL,
  charges bigint NOT NULL,
  interest bigint DEFAULT 0 NOT NULL,
  costs bigint DEFAULT 0 NOT NULL,
  paid bigint DEFAULT 0 NOT NULL,
  partner_case_number text,
  portal_url text,
  next_step_on date,
  closed_reason text,
  questions_open integer DEFAULT 0 NOT NULL,
  last_sequence integer DEFAULT 0 NOT NULL,
  package_document_id uuid NOT NULL,
  package_sha256 bytea NOT NULL,
  earlier_case_numbers text[] DEFAULT '{}'::text[] NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer NOT NULL,
  automatic boolean DEFAULT false NOT NULL,
  CONSTRAINT cases_kind_check CHECK ((kind = ANY (ARRAY['regular'::text, 'attempt'::text]))),
  CONSTRAINT cases_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT cases_tenant_id_connection_id_fkey FOREIGN KEY (tenant_id, connection_id) REFERENCES connections(tenant_id, id),
  CONSTRAINT cases_tenant_id_invoice_id_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id),
  CONSTRAINT cases_tenant_id_number_key UNIQUE (tenant_id, number),
  CONSTRAINT cases_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id)
);
CREATE TABLE connections (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner text NOT NULL,
  name text NOT NULL,
  profile jsonb NOT NULL,
  base_url text NOT NULL,
  token_enciphered bytea NOT NULL,
  webhook_secret_enciphered bytea NOT NULL,
  state text NOT NULL,
  active_since timestamp with time zone NOT NULL,
  free_until date,
  portal_url text,
  last_contact_at timestamp with time zone,
  last_polled_at timestamp with time zone,
  last_failure_at timestamp with time zone,
  last_failure text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT connections_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT connections_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'ended'::text]))),
  CONSTRAINT connections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE counters (
  tenant_id uuid NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  last bigint NOT NULL,
  CONSTRAINT counters_pkey PRIMARY KEY (tenant_id, kind, year),
  CONSTRAINT counters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE debtor_holds (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  reason text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  until date,
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  lifted_by text,
  lifted_at timestamp with time zone,
  CONSTRAINT debtor_holds_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT debtor_holds_reason_check CHECK ((reason = ANY (ARRAY['dispute'::text, 'promise'::text, 'plan'::text, 'hardship'::text, 'insolvency'::text, 'death'::text, 'bank'::text]))),
  CONSTRAINT debtor_holds_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors(tenant_id, id)
);
CREATE TABLE debtors (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  number text,
  identity_key text NOT NULL,
  kind text NOT NULL,
  first_name text DEFAULT ''::text NOT NULL,
  last_name text DEFAULT ''::text NOT NULL,
  company text DEFAULT ''::text NOT NULL,
  contact_person text,
  list_name text COLLATE "de-x-icu" NOT NULL,
  street text DEFAULT ''::text NOT NULL,
  extra text,
  post_code text DEFAULT ''::text NOT NULL,
  city text DEFAULT ''::text NOT NULL,
  country text DEFAULT ''::text NOT NULL,
  email text,
  phone text,
  birth_date date,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  dunning_policy_id uuid,
  dunning_level_max integer,
  CONSTRAINT debtors_dunning_level_max_check CHECK ((dunning_level_max >= 0)),
  CONSTRAINT debtors_kind_check CHECK ((kind = ANY (ARRAY['consumer'::text, 'business'::text]))),
  CONSTRAINT debtors_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT debtors_tenant_id_dunning_policy_id_fkey FOREIGN KEY (tenant_id, dunning_policy_id) REFERENCES dunning_policies(tenant_id, id),
  CONSTRAINT debtors_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id),
  CONSTRAINT debtors_tenant_id_practice_id_identity_key_key UNIQUE (tenant_id, practice_id, identity_key)
);
CREATE TABLE documents (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  sha256 bytea NOT NULL,
  invoice_id uuid,
  case_id uuid,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT documents_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT documents_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id),
  CONSTRAINT documents_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES blobs(tenant_id, sha256)
);
CREATE TABLE dunning_changes (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  dunning_level integer NOT NULL,
  last_notice_on date,
  not_before date,
  stopped boolean DEFAULT false NOT NULL,
  level integer,
  channel text,
  free boolean DEFAULT false NOT NULL,
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT dunning_changes_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'letter'::text, 'email_and_letter'::text, 'portal'::text]))),
  CONSTRAINT dunning_changes_level_check CHECK ((level >= 0)),
  CONSTRAINT dunning_changes_pkey PRIMARY KEY (tenant_id, invoice_id),
  CONSTRAINT dunning_changes_tenant_id_invoice_id_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id)
);
CREATE TABLE dunning_policies (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  currency text NOT NULL,
  steps jsonb NOT NULL,
  grouping_by text NOT NULL,
  least_open bigint NOT NULL,
  standard boolean DEFAULT false NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  audience text DEFAULT 'all'::text NOT NULL,
  CONSTRAINT dunning_policies_audience_check CHECK ((audience = ANY (ARRAY['all'::text, 'consumer'::text, 'business'::text]))),
  CONSTRAINT dunning_policies_grouping_by_check CHECK ((grouping_by = ANY (ARRAY['per_debtor'::text, 'per_invoice'::text]))),
  CONSTRAINT dunning_policies_least_open_check CHECK ((least_open >= 0)),
  CONSTRAINT dunning_policies_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT dunning_policies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT dunning_policies_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE TABLE dunning_run_chunks (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  "position" integer NOT NULL,
  behind uuid NOT NULL,
  up_to uuid NOT NULL,
  done boolean DEFAULT false NOT NULL,
  letters integer DEFAULT 0 NOT NULL,
  claims integer DEFAULT 0 NOT NULL,
  fees bigint DEFAULT 0 NOT NULL,
  asked bigint DEFAULT 0 NOT NULL,
  CONSTRAINT dunning_run_chunks_pkey PRIMARY KEY (tenant_id, run_id, "position"),
  CONSTRAINT dunning_run_chunks_position_check CHECK (("position" > 0)),
  CONSTRAINT dunning_run_chunks_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES dunning_runs(tenant_id, id)
);
CREATE TABLE dunning_run_exceptions (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  CONSTRAINT dunning_run_exceptions_pkey PRIMARY KEY (tenant_id, run_id, debtor_id),
  CONSTRAINT dunning_run_exceptions_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors(tenant_id, id),
  CONSTRAINT dunning_run_exceptions_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES dunning_runs(tenant_id, id)
);
CREATE TABLE dunning_runs (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  day date NOT NULL,
  state text NOT NULL,
  automatic boolean DEFAULT false NOT NULL,
  practices uuid[],
  actor text NOT NULL,
  divided_to uuid,
  letters integer DEFAULT 0 NOT NULL,
  claims integer DEFAULT 0 NOT NULL,
  fees bigint DEFAULT 0 NOT NULL,
  asked bigint DEFAULT 0 NOT NULL,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  single boolean DEFAULT false NOT NULL,
  CONSTRAINT dunning_runs_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT dunning_runs_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'stopped'::text, 'done'::text]))),
  CONSTRAINT dunning_runs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE dunning_settings (
  tenant_id uuid NOT NULL,
  automatic boolean DEFAULT false NOT NULL,
  threshold_days integer DEFAULT 30 NOT NULL,
  threshold_level integer,
  threshold_open bigint DEFAULT 0 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  automatic_handover boolean DEFAULT false NOT NULL,
  declared_by text,
  declared_at timestamp with time zone,
  handed_over_on date,
  CONSTRAINT dunning_settings_check CHECK (((NOT automatic_handover) OR ((declared_by IS NOT NULL) AND (declared_at IS NOT NULL)))),
  CONSTRAINT dunning_settings_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT dunning_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT dunning_settings_threshold_days_check CHECK ((threshold_days >= 1)),
  CONSTRAINT dunning_settings_threshold_level_check CHECK ((threshold_level >= 0)),
  CONSTRAINT dunning_settings_threshold_open_check CHECK ((threshold_open >= 0))
);
CREATE TABLE events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  stream text NOT NULL,
  stream_id uuid NOT NULL,
  version integer NOT NULL,
  type text NOT NULL,
  data text NOT NULL,
  actor text NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT events_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT events_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT events_tenant_id_stream_stream_id_version_key UNIQUE (tenant_id, stream, stream_id, version),
  CONSTRAINT events_version_check CHECK ((version > 0))
);
CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL,
  actor text NOT NULL,
  key text NOT NULL,
  request_sha256 bytea NOT NULL,
  status integer,
  answer jsonb,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, actor, key),
  CONSTRAINT idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE import_lines (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  "position" integer NOT NULL,
  name text NOT NULL,
  sha256 bytea,
  outcome text NOT NULL,
  code text,
  facts jsonb,
  invoice_id uuid,
  refusals jsonb,
  due_from_terms boolean DEFAULT false NOT NULL,
  document_id uuid,
  CONSTRAINT import_lines_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'already_there'::text, 'waiting'::text]))),
  CONSTRAINT import_lines_pkey PRIMARY KEY (tenant_id, import_id, "position"),
  CONSTRAINT import_lines_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT import_lines_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id)
);
CREATE TABLE imports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  state text NOT NULL,
  mapping jsonb,
  accepted integer DEFAULT 0 NOT NULL,
  refused integer DEFAULT 0 NOT NULL,
  already_there integer DEFAULT 0 NOT NULL,
  total integer DEFAULT 0 NOT NULL,
  created_by jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  kind text NOT NULL,
  name text NOT NULL,
  document_id uuid,
  worked integer DEFAULT 0 NOT NULL,
  CONSTRAINT imports_kind_check CHECK ((kind = ANY (ARRAY['files'::text, 'table'::text]))),
  CONSTRAINT imports_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT imports_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT imports_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id)
);
CREATE TABLE inbox (
  tenant_id uuid NOT NULL,
  connection_id uuid NOT NULL,
  message_id text NOT NULL,
  case_id uuid NOT NULL,
  sequence integer NOT NULL,
  body jsonb NOT NULL,
  state text NOT NULL,
  channel text NOT NULL,
  repeats integer DEFAULT 0 NOT NULL,
  received_at timestamp with time zone NOT NULL,
  applied_at timestamp with time zone,
  CONSTRAINT inbox_pkey PRIMARY KEY (tenant_id, connection_id, message_id),
  CONSTRAINT inbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'applied'::text, 'refused'::text]))),
  CONSTRAINT inbox_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases(tenant_id, id),
  CONSTRAINT inbox_tenant_id_case_id_sequence_key UNIQUE (tenant_id, case_id, sequence),
  CONSTRAINT inbox_tenant_id_connection_id_fkey FOREIGN KEY (tenant_id, connection_id) REFERENCES connections(tenant_id, id)
);
CREATE TABLE invoice_facts (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  due_agreed boolean,
  received_on date,
  contract_on date,
  agreed_rate text,
  CONSTRAINT invoice_facts_pkey PRIMARY KEY (tenant_id, invoice_id),
  CONSTRAINT invoice_facts_tenant_id_invoice_id_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id)
);
CREATE TABLE invoice_places (
  tenant_id uuid NOT NULL,
  place smallint NOT NULL,
  due_date date NOT NULL,
  invoice_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  CONSTRAINT invoice_places_pkey PRIMARY KEY (tenant_id, place, due_date, invoice_id) INCLUDE (practice_id),
  CONSTRAINT invoice_places_tenant_id_invoice_id_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id)
);
CREATE TABLE invoices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  debtor_name text COLLATE "de-x-icu" NOT NULL,
  seller_key text NOT NULL,
  number text NOT NULL,
  invoice_date date NOT NULL,
  due_date date NOT NULL,
  service_date date,
  currency text NOT NULL,
  amount bigint NOT NULL,
  principal_open bigint NOT NULL,
  charges_open bigint DEFAULT 0 NOT NULL,
  interest_open bigint DEFAULT 0 NOT NULL,
  costs_open bigint DEFAULT 0 NOT NULL,
  overpaid bigint DEFAULT 0 NOT NULL,
  open bigint GENERATED ALWAYS AS ((((principal_open + charges_open) + interest_open) + costs_open)) STORED,
  subject text DEFAULT ''::text NOT NULL,
  state text NOT NULL,
  marker text DEFAULT 'none'::text NOT NULL,
  marker_until date,
  marker_note text,
  dunning_level integer DEFAULT 0 NOT NULL,
  last_notice_on date,
  case_id uuid,
  partner_name text,
  partner_case_number text,
  source text NOT NULL,
  version integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  search_text text GENERATED ALWAYS AS (lower(((((number || ' '::text) || debtor_name) || ' '::text) || COALESCE(partner_case_number, ''::text)))) STORED,
  standing text NOT NULL,
  written_off bigint DEFAULT 0 NOT NULL,
  CONSTRAINT invoices_amount_check CHECK ((amount > 0)),
  CONSTRAINT invoices_charges_open_check CHECK ((charges_open >= 0)),
  CONSTRAINT invoices_costs_open_check CHECK ((costs_open >= 0)),
  CONSTRAINT invoices_interest_open_check CHECK ((interest_open >= 0)),
  CONSTRAINT invoices_marker_check CHECK ((marker = ANY (ARRAY['none'::text, 'hold'::text, 'disputed'::text, 'clarification'::text, 'promised'::text]))),
  CONSTRAINT invoices_overpaid_check CHECK ((overpaid >= 0)),
  CONSTRAINT invoices_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT invoices_principal_open_check CHECK ((principal_open >= 0)),
  CONSTRAINT invoices_source_check CHECK ((source = ANY (ARRAY['file'::text, 'table'::text, 'manual'::text, 'api'::text, 'demo'::text]))),
  CONSTRAINT invoices_state_check CHECK ((state = ANY (ARRAY['open'::text, 'collection'::text, 'paid'::text, 'written_off'::text, 'cancelled'::text]))),
  CONSTRAINT invoices_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors(tenant_id, id),
  CONSTRAINT invoices_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id),
  CONSTRAINT invoices_tenant_id_seller_key_number_invoice_date_key UNIQUE (tenant_id, seller_key, number, invoice_date),
  CONSTRAINT invoices_written_off_check CHECK ((written_off >= 0))
);
CREATE TABLE law_settings (
  tenant_id uuid NOT NULL,
  country text,
  year_basis text,
  payment_day_counts boolean,
  provisional boolean DEFAULT false NOT NULL,
  low_confidence boolean DEFAULT false NOT NULL,
  choices jsonb DEFAULT '{}'::jsonb NOT NULL,
  interest_demanded boolean DEFAULT true NOT NULL,
  flat_demanded boolean DEFAULT false NOT NULL,
  due_agreed boolean DEFAULT false NOT NULL,
  invoice_notice boolean DEFAULT false NOT NULL,
  postal_days integer DEFAULT 3 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  region text,
  CONSTRAINT law_settings_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT law_settings_postal_days_check CHECK (((postal_days >= 0) AND (postal_days <= 30))),
  CONSTRAINT law_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE letter_templates (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  country text NOT NULL,
  language text NOT NULL,
  kind text NOT NULL,
  audience text NOT NULL,
  version integer NOT NULL,
  words jsonb,
  saved_by text NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  CONSTRAINT letter_templates_audience_check CHECK ((audience = ANY (ARRAY['consumer'::text, 'business'::text]))),
  CONSTRAINT letter_templates_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'first'::text, 'second'::text, 'last'::text]))),
  CONSTRAINT letter_templates_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT letter_templates_tenant_id_country_language_kind_audience_v_key UNIQUE (tenant_id, country, language, kind, audience, version),
  CONSTRAINT letter_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT letter_templates_version_check CHECK ((version > 0))
);
CREATE TABLE letterheads (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  accent text,
  bank text,
  register text,
  directors text,
  more jsonb DEFAULT '[]'::jsonb NOT NULL,
  logo_sha256 bytea,
  logo_format text,
  saved_by text NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  CONSTRAINT letterheads_check CHECK (((logo_sha256 IS NULL) = (logo_format IS NULL))),
  CONSTRAINT letterheads_logo_format_check CHECK ((logo_format = ANY (ARRAY['png'::text, 'jpg'::text, 'svg'::text]))),
  CONSTRAINT letterheads_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT letterheads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT letterheads_tenant_id_logo_sha256_fkey FOREIGN KEY (tenant_id, logo_sha256) REFERENCES blobs(tenant_id, sha256),
  CONSTRAINT letterheads_tenant_id_version_key UNIQUE (tenant_id, version),
  CONSTRAINT letterheads_version_check CHECK ((version > 0))
);
CREATE TABLE mahnwerk.migrations (
  version integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT migrations_pkey PRIMARY KEY (version)
);
CREATE TABLE mail_intake (
  tenant_id uuid NOT NULL,
  active boolean NOT NULL,
  host text NOT NULL,
  port integer NOT NULL,
  security text NOT NULL,
  user_name text NOT NULL,
  password_enciphered bytea NOT NULL,
  folder text NOT NULL,
  afterwards text NOT NULL,
  move_to text,
  takes text NOT NULL,
  practice_id uuid,
  since date NOT NULL,
  version integer NOT NULL,
  CONSTRAINT mail_intake_afterwards_check CHECK ((afterwards = ANY (ARRAY['leave'::text, 'seen'::text, 'move'::text, 'delete'::text]))),
  CONSTRAINT mail_intake_check CHECK (((move_to IS NOT NULL) = (afterwards = 'move'::text))),
  CONSTRAINT mail_intake_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT mail_intake_port_check CHECK (((port >= 1) AND (port <= 65535))),
  CONSTRAINT mail_intake_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  CONSTRAINT mail_intake_takes_check CHECK ((takes = ANY (ARRAY['all'::text, 'ours'::text]))),
  CONSTRAINT mail_intake_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT mail_intake_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id)
);
CREATE TABLE mail_intake_places (
  tenant_id uuid NOT NULL,
  uid_validity text,
  last_uid bigint DEFAULT 0 NOT NULL,
  next_check_at timestamp with time zone NOT NULL,
  checked_at timestamp with time zone,
  failures integer DEFAULT 0 NOT NULL,
  trouble text,
  answer text,
  CONSTRAINT mail_intake_places_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT mail_intake_places_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE mail_settings (
  tenant_id uuid NOT NULL,
  host text NOT NULL,
  port integer NOT NULL,
  security text NOT NULL,
  user_name text,
  password_enciphered bytea,
  from_name text NOT NULL,
  from_address text NOT NULL,
  reply_to text,
  bounce_address text,
  bounce_tokens boolean DEFAULT false NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  connections integer DEFAULT 4 NOT NULL,
  per_minute integer,
  allowance double precision DEFAULT 0 NOT NULL,
  allowance_at timestamp with time zone,
  CONSTRAINT mail_settings_connections_check CHECK (((connections >= 1) AND (connections <= 16))),
  CONSTRAINT mail_settings_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 100000))),
  CONSTRAINT mail_settings_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT mail_settings_port_check CHECK (((port >= 1) AND (port <= 65535))),
  CONSTRAINT mail_settings_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  CONSTRAINT mail_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE mails (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid,
  cause text,
  message_id text NOT NULL,
  to_name text,
  to_address text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text,
  attachments jsonb DEFAULT '[]'::jsonb NOT NULL,
  list_name text,
  list_id text,
  in_reply_to text,
  debtor_id uuid,
  notice_id uuid,
  invoice_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  state text DEFAULT 'queued'::text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  next_attempt_at timestamp with time zone NOT NULL,
  trouble text,
  answer text,
  sent_from text,
  raw_sha256 bytea,
  queued_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  bounced_at timestamp with time zone,
  bounce_verdict text,
  bounce_reason text,
  CONSTRAINT mails_bounce_verdict_check CHECK ((bounce_verdict = ANY (ARRAY['hard'::text, 'soft'::text]))),
  CONSTRAINT mails_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'accepted'::text, 'bounced'::text, 'failed'::text, 'unknown'::text]))),
  CONSTRAINT mails_tenant_id_cause_key UNIQUE (tenant_id, cause),
  CONSTRAINT mails_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors(tenant_id, id),
  CONSTRAINT mails_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT mails_tenant_id_message_id_key UNIQUE (tenant_id, message_id),
  CONSTRAINT mails_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id)
);
CREATE TABLE mails_received (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid,
  sha256 bytea NOT NULL,
  kind text NOT NULL,
  from_name text,
  from_address text,
  subject text NOT NULL,
  body_text text NOT NULL,
  mail_id uuid,
  debtor_id uuid,
  document_id uuid,
  sent_at timestamp with time zone,
  received_at timestamp with time zone NOT NULL,
  invoice_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  attachments jsonb DEFAULT '[]'::jsonb NOT NULL,
  size bigint,
  cut boolean DEFAULT false NOT NULL,
  filed_by text,
  CONSTRAINT mails_received_filed_by_check CHECK ((filed_by = ANY (ARRAY['answer'::text, 'number'::text, 'address'::text, 'person'::text]))),
  CONSTRAINT mails_received_kind_check CHECK ((kind = ANY (ARRAY['letter'::text, 'automatic'::text, 'bounce'::text]))),
  CONSTRAINT mails_received_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT mails_received_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors(tenant_id, id),
  CONSTRAINT mails_received_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id),
  CONSTRAINT mails_received_tenant_id_mail_id_fkey FOREIGN KEY (tenant_id, mail_id) REFERENCES mails(tenant_id, id),
  CONSTRAINT mails_received_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id),
  CONSTRAINT mails_received_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES blobs(tenant_id, sha256),
  CONSTRAINT mails_received_tenant_id_sha256_key UNIQUE (tenant_id, sha256)
);
CREATE TABLE member_practices (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  CONSTRAINT member_practices_pkey PRIMARY KEY (tenant_id, user_id, practice_id),
  CONSTRAINT member_practices_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id)
);
CREATE TABLE notice_items (
  tenant_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  level integer NOT NULL,
  open bigint NOT NULL,
  interest bigint NOT NULL,
  principal bigint DEFAULT 0 NOT NULL,
  charges bigint DEFAULT 0 NOT NULL,
  costs bigint DEFAULT 0 NOT NULL,
  CONSTRAINT notice_items_charges_check CHECK ((charges >= 0)),
  CONSTRAINT notice_items_costs_check CHECK ((costs >= 0)),
  CONSTRAINT notice_items_interest_check CHECK ((interest >= 0)),
  CONSTRAINT notice_items_open_check CHECK ((open >= 0)),
  CONSTRAINT notice_items_pkey PRIMARY KEY (tenant_id, invoice_id, notice_id),
  CONSTRAINT notice_items_principal_check CHECK ((principal >= 0)),
  CONSTRAINT notice_items_tenant_id_notice_id_fkey FOREIGN KEY (tenant_id, notice_id) REFERENCES notices(tenant_id, id)
);
CREATE TABLE notices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  number bigint NOT NULL,
  run_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  level integer NOT NULL,
  day date NOT NULL,
  pay_by date NOT NULL,
  currency text NOT NULL,
  open bigint NOT NULL,
  fee bigint NOT NULL,
  interest bigint NOT NULL,
  items integer NOT NULL,
  channel text NOT NULL,
  state text NOT NULL,
  document_id uuid,
  created_at timestamp with time zone NOT NULL,
  trouble text,
  printed_at timestamp with time zone,
  template_id uuid,
  letterhead_id uuid,
  CONSTRAINT notices_fee_check CHECK ((fee >= 0)),
  CONSTRAINT notices_interest_check CHECK ((interest >= 0)),
  CONSTRAINT notices_items_check CHECK ((items > 0)),
  CONSTRAINT notices_level_check CHECK ((level >= 0)),
  CONSTRAINT notices_open_check CHECK ((open >= 0)),
  CONSTRAINT notices_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notices_state_check CHECK ((state = ANY (ARRAY['written'::text, 'sent'::text, 'printed'::text, 'failed'::text, 'bounced'::text]))),
  CONSTRAINT notices_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors(tenant_id, id),
  CONSTRAINT notices_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents(tenant_id, id),
  CONSTRAINT notices_tenant_id_letterhead_id_fkey FOREIGN KEY (tenant_id, letterhead_id) REFERENCES letterheads(tenant_id, id),
  CONSTRAINT notices_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES dunning_runs(tenant_id, id),
  CONSTRAINT notices_tenant_id_template_id_fkey FOREIGN KEY (tenant_id, template_id) REFERENCES letter_templates(tenant_id, id),
  CONSTRAINT notices_tenant_id_year_number_key UNIQUE (tenant_id, year, number)
);
CREATE TABLE outbox (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  connection_id uuid NOT NULL,
  lane uuid NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  "position" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  state text DEFAULT 'pending'::text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  next_attempt_at timestamp with time zone NOT NULL,
  last_error text,
  created_at timestamp with time zone NOT NULL,
  delivered_at timestamp with time zone,
  CONSTRAINT outbox_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'dead'::text]))),
  CONSTRAINT outbox_tenant_id_connection_id_fkey FOREIGN KEY (tenant_id, connection_id) REFERENCES connections(tenant_id, id)
);
CREATE TABLE payments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  case_id uuid,
  received_by text NOT NULL,
  method text NOT NULL,
  amount bigint NOT NULL,
  currency text NOT NULL,
  received_on date NOT NULL,
  to_principal bigint DEFAULT 0 NOT NULL,
  to_charges bigint DEFAULT 0 NOT NULL,
  to_interest bigint DEFAULT 0 NOT NULL,
  to_costs bigint DEFAULT 0 NOT NULL,
  overpaid bigint DEFAULT 0 NOT NULL,
  note text,
  partner_payment_id text,
  recorded_by text NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  reversed_at timestamp with time zone,
  reversal_reason text,
  report text DEFAULT 'not_needed'::text NOT NULL,
  reported_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  CONSTRAINT payments_amount_check CHECK ((amount > 0)),
  CONSTRAINT payments_check CHECK ((((((to_principal + to_charges) + to_interest) + to_costs) + overpaid) = amount)),
  CONSTRAINT payments_overpaid_check CHECK ((overpaid >= 0)),
  CONSTRAINT payments_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT payments_received_by_check CHECK ((received_by = ANY (ARRAY['creditor'::text, 'partner'::text, 'lawyer'::text, 'court'::text]))),
  CONSTRAINT payments_report_check CHECK ((report = ANY (ARRAY['not_needed'::text, 'pending'::text, 'reported'::text, 'rejected'::text]))),
  CONSTRAINT payments_tenant_id_invoice_id_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id),
  CONSTRAINT payments_tenant_id_practice_id_fkey FOREIGN KEY (tenant_id, practice_id) REFERENCES practices(tenant_id, id),
  CONSTRAINT payments_to_charges_check CHECK ((to_charges >= 0)),
  CONSTRAINT payments_to_costs_check CHECK ((to_costs >= 0)),
  CONSTRAINT payments_to_interest_check CHECK ((to_interest >= 0)),
  CONSTRAINT payments_to_principal_check CHECK ((to_principal >= 0))
);
CREATE TABLE practices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  street text,
  post_code text,
  city text,
  email text,
  phone text,
  "position" integer DEFAULT 0 NOT NULL,
  CONSTRAINT practices_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT practices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE questions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  partner_question_id text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  answer_by date,
  if_silent text,
  opened_at timestamp with time zone NOT NULL,
  answer text,
  answer_note text,
  answered_by text,
  answered_at timestamp with time zone,
  closed_at timestamp with time zone,
  CONSTRAINT questions_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT questions_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases(tenant_id, id),
  CONSTRAINT questions_tenant_id_case_id_partner_question_id_key UNIQUE (tenant_id, case_id, partner_question_id)
);
CREATE TABLE tasks (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  practice_id uuid,
  kind text NOT NULL,
  cause text NOT NULL,
  facts jsonb NOT NULL,
  link text NOT NULL,
  due_on date,
  created_at timestamp with time zone NOT NULL,
  done_at timestamp with time zone,
  done_by text,
  CONSTRAINT tasks_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT tasks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
);
CREATE TABLE tenants (
  tenant_id uuid NOT NULL,
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
  health_profession boolean DEFAULT false NOT NULL,
  payment_term_days integer DEFAULT 14 NOT NULL,
  locale text DEFAULT 'de'::text NOT NULL,
  demo boolean DEFAULT false NOT NULL,
  clock_offset_seconds bigint DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  originals_with_letters text DEFAULT 'usual'::text NOT NULL,
  CONSTRAINT tenants_originals_with_letters_check CHECK ((originals_with_letters = ANY (ARRAY['usual'::text, 'post'::text, 'none'::text]))),
  CONSTRAINT tenants_payment_term_days_check CHECK (((payment_term_days >= 0) AND (payment_term_days <= 365))),
  CONSTRAINT tenants_pkey PRIMARY KEY (tenant_id)
);
CREATE TABLE transfers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  debit text NOT NULL,
  credit text NOT NULL,
  amount bigint NOT NULL,
  currency text NOT NULL,
  value_on date NOT NULL,
  invoice_id uuid,
  case_id uuid,
  payment_id uuid,
  CONSTRAINT transfers_amount_check CHECK ((amount > 0)),
  CONSTRAINT transfers_check CHECK ((debit <> credit)),
  CONSTRAINT transfers_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT transfers_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES events(tenant_id, id)
);

CREATE INDEX accounts_user_id_idx ON auth.accounts USING btree (user_id);
CREATE INDEX api_keys_tenant_id_idx ON auth.api_keys USING btree (tenant_id);
CREATE INDEX invitations_email_idx ON auth.invitations USING btree (email);
CREATE INDEX invitations_tenant_id_idx ON auth.invitations USING btree (tenant_id);
CREATE INDEX members_tenant_id_idx ON auth.members USING btree (tenant_id);
CREATE INDEX members_user_id_idx ON auth.members USING btree (user_id);
CREATE INDEX second_factors_secret_idx ON auth.second_factors USING btree (secret);
CREATE INDEX second_factors_user_id_idx ON auth.second_factors USING btree (user_id);
CREATE INDEX sessions_user_id_idx ON auth.sessions USING btree (user_id);
CREATE INDEX sign_ins_email_hash_idx ON auth.sign_ins USING btree (email_hash, at DESC) WHERE (email_hash IS NOT NULL);
CREATE INDEX sign_ins_tenant_id_idx ON auth.sign_ins USING btree (tenant_id, at DESC);
CREATE INDEX sign_ins_user_id_idx ON auth.sign_ins USING btree (user_id, at DESC);
CREATE INDEX verifications_identifier_idx ON auth.verifications USING btree (identifier);
CREATE INDEX cases_by_opened ON public.cases USING btree (tenant_id, opened_at DESC, id);
CREATE UNIQUE INDEX cases_one_active ON public.cases USING btree (tenant_id, invoice_id) WHERE active;
CREATE INDEX debtor_holds_by_debtor ON public.debtor_holds USING btree (tenant_id, debtor_id, set_at DESC);
CREATE INDEX debtor_holds_by_end ON public.debtor_holds USING btree (tenant_id, until, id) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX debtor_holds_open ON public.debtor_holds USING btree (tenant_id, debtor_id) WHERE (lifted_at IS NULL);
CREATE INDEX debtors_by_email ON public.debtors USING btree (tenant_id, lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX debtors_by_policy ON public.debtors USING btree (tenant_id, dunning_policy_id) WHERE (dunning_policy_id IS NOT NULL);
CREATE INDEX debtors_with_level_max ON public.debtors USING btree (tenant_id, id) WHERE (dunning_level_max IS NOT NULL);
CREATE INDEX documents_by_case ON public.documents USING btree (tenant_id, case_id);
CREATE INDEX documents_by_invoice ON public.documents USING btree (tenant_id, invoice_id);
CREATE UNIQUE INDEX dunning_policies_standard ON public.dunning_policies USING btree (tenant_id, audience) WHERE standard;
CREATE INDEX dunning_runs_by_time ON public.dunning_runs USING btree (tenant_id, started_at DESC, id);
CREATE INDEX dunning_runs_running ON public.dunning_runs USING btree (state) WHERE (state = 'running'::text);
CREATE UNIQUE INDEX dunning_runs_automatic ON public.dunning_runs USING btree (tenant_id, day) WHERE automatic;
CREATE INDEX import_lines_refused ON public.import_lines USING btree (tenant_id, import_id, "position") WHERE (outcome = 'refused'::text);
CREATE INDEX imports_by_time ON public.imports USING btree (tenant_id, created_at DESC, id);
CREATE INDEX inbox_waiting ON public.inbox USING btree (tenant_id, case_id, sequence) WHERE (state = 'waiting'::text);
CREATE INDEX invoices_by_amount ON public.invoices USING btree (tenant_id, state, amount, id);
CREATE INDEX invoices_by_date ON public.invoices USING btree (tenant_id, state, invoice_date, id);
CREATE INDEX invoices_by_debtor ON public.invoices USING btree (tenant_id, debtor_id);
CREATE INDEX invoices_by_debtor_name ON public.invoices USING btree (tenant_id, state, debtor_name, id);
CREATE INDEX invoices_by_due ON public.invoices USING btree (tenant_id, state, due_date, id) INCLUDE (open, written_off, currency, practice_id);
CREATE INDEX invoices_by_number ON public.invoices USING btree (tenant_id, state, number, id);
CREATE INDEX invoices_by_open ON public.invoices USING btree (tenant_id, state, open, id);
CREATE INDEX invoices_noted ON public.invoices USING btree (tenant_id, marker_until, id) WHERE ((state = 'open'::text) AND (marker <> 'none'::text));
CREATE INDEX invoices_on_hold ON public.invoices USING btree (tenant_id, due_date, id) WHERE (marker = 'hold'::text);
CREATE INDEX invoices_search ON public.invoices USING btree (tenant_id, id) INCLUDE (open, amount, written_off, practice_id, due_date, invoice_date, search_text, state, marker, currency, number, debtor_name, partner_name, marker_until);
CREATE INDEX mails_by_debtor ON public.mails USING btree (tenant_id, debtor_id) WHERE (debtor_id IS NOT NULL);
CREATE INDEX mails_by_notice ON public.mails USING btree (tenant_id, notice_id) WHERE (notice_id IS NOT NULL);
CREATE INDEX mails_by_queued ON public.mails USING btree (tenant_id, queued_at DESC, id DESC);
CREATE INDEX mails_due ON public.mails USING btree (tenant_id, next_attempt_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
CREATE INDEX mails_received_by_day ON public.mails_received USING btree (tenant_id, received_at DESC, id DESC);
CREATE INDEX mails_received_by_debtor ON public.mails_received USING btree (tenant_id, debtor_id) WHERE (debtor_id IS NOT NULL);
CREATE INDEX mails_received_unfiled ON public.mails_received USING btree (tenant_id, received_at DESC, id DESC) WHERE (debtor_id IS NULL);
CREATE INDEX notice_items_by_notice ON public.notice_items USING btree (tenant_id, notice_id);
CREATE INDEX notices_by_debtor ON public.notices USING btree (tenant_id, debtor_id, day);
CREATE INDEX notices_by_run ON public.notices USING btree (tenant_id, run_id, id);
CREATE INDEX notices_unprinted ON public.notices USING btree (tenant_id, year, number) WHERE ((document_id IS NOT NULL) AND (printed_at IS NULL));
CREATE INDEX notices_unset ON public.notices USING btree (tenant_id, id) WHERE ((document_id IS NULL) AND (trouble IS NULL));
CREATE INDEX outbox_by_connection ON public.outbox USING btree (tenant_id, connection_id, "position");
CREATE INDEX outbox_due ON public.outbox USING btree (tenant_id, next_attempt_at) WHERE (state = 'pending'::text);
CREATE INDEX outbox_lane ON public.outbox USING btree (tenant_id, lane, "position") WHERE (state = 'pending'::text);
CREATE INDEX payments_by_day ON public.payments USING btree (tenant_id, received_on DESC, id);
CREATE INDEX payments_by_invoice ON public.payments USING btree (tenant_id, invoice_id);
CREATE UNIQUE INDEX payments_partner_once ON public.payments USING btree (tenant_id, case_id, partner_payment_id) WHERE (partner_payment_id IS NOT NULL);
CREATE UNIQUE INDEX tasks_one_open ON public.tasks USING btree (tenant_id, cause) WHERE (done_at IS NULL);
CREATE INDEX transfers_by_event ON public.transfers USING btree (tenant_id, event_id);
CREATE INDEX transfers_by_invoice ON public.transfers USING btree (tenant_id, invoice_id);
CREATE INDEX transfers_by_payment ON public.transfers USING btree (tenant_id, payment_id) WHERE (payment_id IS NOT NULL);

ALTER TABLE blobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE blobs FORCE ROW LEVEL SECURITY;
ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
ALTER TABLE connections ENABLE ROW LEVEL SECURITY;
ALTER TABLE connections FORCE ROW LEVEL SECURITY;
ALTER TABLE counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE counters FORCE ROW LEVEL SECURITY;
ALTER TABLE debtor_holds ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtor_holds FORCE ROW LEVEL SECURITY;
ALTER TABLE debtors ENABLE ROW LEVEL SECURITY;
ALTER TABLE debtors FORCE ROW LEVEL SECURITY;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents FORCE ROW LEVEL SECURITY;
ALTER TABLE dunning_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning_changes FORCE ROW LEVEL SECURITY;
ALTER TABLE dunning_policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning_policies FORCE ROW LEVEL SECURITY;
ALTER TABLE dunning_run_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning_run_chunks FORCE ROW LEVEL SECURITY;
ALTER TABLE dunning_run_exceptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning_run_exceptions FORCE ROW LEVEL SECURITY;
ALTER TABLE dunning_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning_runs FORCE ROW LEVEL SECURITY;
ALTER TABLE dunning_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE dunning_settings FORCE ROW LEVEL SECURITY;
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
ALTER TABLE import_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_lines FORCE ROW LEVEL SECURITY;
ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_facts FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_places FORCE ROW LEVEL SECURITY;
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
ALTER TABLE law_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE law_settings FORCE ROW LEVEL SECURITY;
ALTER TABLE letter_templates ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_templates FORCE ROW LEVEL SECURITY;
ALTER TABLE letterheads ENABLE ROW LEVEL SECURITY;
ALTER TABLE letterheads FORCE ROW LEVEL SECURITY;
ALTER TABLE mail_intake ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_intake FORCE ROW LEVEL SECURITY;
ALTER TABLE mail_intake_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_intake_places FORCE ROW LEVEL SECURITY;
ALTER TABLE mail_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_settings FORCE ROW LEVEL SECURITY;
ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails FORCE ROW LEVEL SECURITY;
ALTER TABLE mails_received ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails_received FORCE ROW LEVEL SECURITY;
ALTER TABLE member_practices ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_practices FORCE ROW LEVEL SECURITY;
ALTER TABLE notice_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_items FORCE ROW LEVEL SECURITY;
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE payments FORCE ROW LEVEL SECURITY;
ALTER TABLE practices ENABLE ROW LEVEL SECURITY;
ALTER TABLE practices FORCE ROW LEVEL SECURITY;
ALTER TABLE questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE questions FORCE ROW LEVEL SECURITY;
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasks FORCE ROW LEVEL SECURITY;
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
ALTER TABLE transfers ENABLE ROW LEVEL SECURITY;
ALTER TABLE transfers FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON blobs TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON cases TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON connections FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON connections TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON counters TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON debtor_holds TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON debtors TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON documents TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON dunning_changes TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON dunning_policies TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON dunning_run_chunks TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON dunning_run_exceptions TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON dunning_runs FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON dunning_runs TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON dunning_settings FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON dunning_settings TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON events TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON idempotency_keys TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON import_lines TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON imports FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON imports TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON inbox TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON invoice_facts TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON invoice_places TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON invoices TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON law_settings TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON letter_templates TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON letterheads TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON mail_intake FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON mail_intake TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON mail_intake_places FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON mail_intake_places TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON mail_settings TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON mails FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON mails TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON mails_received TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON member_practices TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON notice_items TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON notices FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON notices TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY discovery ON outbox FOR SELECT TO mahnwerk_worker USING (true);
CREATE POLICY tenant ON outbox TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON payments TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON practices TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON questions TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON tasks TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON tenants TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));
CREATE POLICY tenant ON transfers TO mahnwerk_app USING ((tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid));

GRANT USAGE ON SCHEMA auth TO mahnwerk_app;
GRANT USAGE ON SCHEMA auth TO mahnwerk_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.accounts TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON auth.api_keys TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.invitations TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON auth.members TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON auth.organizations TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.rate_limits TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.second_factors TO mahnwerk_app;
GRANT DELETE ON auth.sessions TO mahnwerk_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.sessions TO mahnwerk_app;
GRANT SELECT (expires_at, id) ON auth.sessions TO mahnwerk_worker;
GRANT DELETE ON auth.sign_ins TO mahnwerk_worker;
GRANT INSERT, SELECT ON auth.sign_ins TO mahnwerk_app;
GRANT SELECT (at, id) ON auth.sign_ins TO mahnwerk_worker;
GRANT INSERT, SELECT, UPDATE ON auth.users TO mahnwerk_app;
GRANT DELETE ON auth.verifications TO mahnwerk_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON auth.verifications TO mahnwerk_app;
GRANT SELECT (expires_at, id) ON auth.verifications TO mahnwerk_worker;
GRANT INSERT, SELECT ON blobs TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON cases TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON connections TO mahnwerk_app;
GRANT SELECT (id, last_polled_at, state, tenant_id) ON connections TO mahnwerk_worker;
GRANT INSERT, SELECT, UPDATE ON counters TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON debtor_holds TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON debtors TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON documents TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON dunning_changes TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON dunning_policies TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON dunning_run_chunks TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON dunning_run_exceptions TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON dunning_runs TO mahnwerk_app;
GRANT SELECT (id, state, tenant_id) ON dunning_runs TO mahnwerk_worker;
GRANT INSERT, SELECT, UPDATE ON dunning_settings TO mahnwerk_app;
GRANT SELECT (automatic, automatic_handover, handed_over_on, tenant_id) ON dunning_settings TO mahnwerk_worker;
GRANT INSERT, SELECT ON events TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency_keys TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON import_lines TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON imports TO mahnwerk_app;
GRANT SELECT (id, kind, state, tenant_id) ON imports TO mahnwerk_worker;
GRANT INSERT, SELECT ON inbox TO mahnwerk_app;
GRANT UPDATE (applied_at, repeats, state) ON inbox TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON invoice_facts TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON invoice_places TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON invoices TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON law_settings TO mahnwerk_app;
GRANT INSERT, SELECT ON letter_templates TO mahnwerk_app;
GRANT INSERT, SELECT ON letterheads TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON mail_intake TO mahnwerk_app;
GRANT SELECT (active, tenant_id) ON mail_intake TO mahnwerk_worker;
GRANT INSERT, SELECT, UPDATE ON mail_intake_places TO mahnwerk_app;
GRANT SELECT (next_check_at, tenant_id) ON mail_intake_places TO mahnwerk_worker;
GRANT INSERT, SELECT, UPDATE ON mail_settings TO mahnwerk_app;
GRANT INSERT, SELECT ON mails TO mahnwerk_app;
GRANT SELECT (next_attempt_at, state, tenant_id) ON mails TO mahnwerk_worker;
GRANT UPDATE (answer, attempts, bounce_reason, bounce_verdict, bounced_at, next_attempt_at, raw_sha256, sent_at, sent_from, state, trouble) ON mails TO mahnwerk_app;
GRANT INSERT, SELECT ON mails_received TO mahnwerk_app;
GRANT UPDATE (debtor_id, document_id, filed_by, invoice_ids, practice_id) ON mails_received TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON member_practices TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON notice_items TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON notices TO mahnwerk_app;
GRANT SELECT (document_id, tenant_id, trouble) ON notices TO mahnwerk_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON outbox TO mahnwerk_app;
GRANT SELECT (next_attempt_at, state, tenant_id) ON outbox TO mahnwerk_worker;
GRANT INSERT, SELECT ON payments TO mahnwerk_app;
GRANT UPDATE (acknowledged_at, report, reported_at, reversal_reason, reversed_at) ON payments TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON practices TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON questions TO mahnwerk_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON tasks TO mahnwerk_app;
GRANT INSERT, SELECT, UPDATE ON tenants TO mahnwerk_app;
GRANT INSERT, SELECT ON transfers TO mahnwerk_app;
