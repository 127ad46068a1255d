-- Who signs in: users, sessions, second factors, API keys, and the log of every try. These tables are not by tenant, because
-- the tenant is known only after they were read; they are small and few. Which practices a user is limited to is by tenant.

CREATE SCHEMA auth;

CREATE TABLE auth.users (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  two_factor_enabled boolean DEFAULT false,
  -- An initial password was given by somebody else: nothing but changing it is allowed.
  must_change_password boolean DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- How a user proves who he is; `password` is a salted scrypt hash.
CREATE TABLE auth.accounts (
  id uuid PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL,
  UNIQUE (provider_id, account_id)
);
CREATE INDEX accounts_user_id_idx ON auth.accounts (user_id);

-- A tenant as sign-in sees it: the id is the tenant_id. No foreign key to tenants, which may lie on another machine.
CREATE TABLE auth.organizations (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  slug text NOT NULL UNIQUE,
  logo text,
  created_at timestamptz NOT NULL,
  metadata text
);

CREATE TABLE auth.members (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES auth.organizations (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
  role text NOT NULL,
  -- Sees only the practices in member_practices; with none there, nothing.
  practices_limited boolean NOT NULL DEFAULT false,
  deactivated_at timestamptz,
  created_at timestamptz NOT NULL,
  UNIQUE (tenant_id, user_id)
);
CREATE INDEX members_tenant_id_idx ON auth.members (tenant_id);
CREATE INDEX members_user_id_idx ON auth.members (user_id);

CREATE TABLE auth.sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
  -- Worth nothing without the signature in the cookie.
  token text NOT NULL UNIQUE,
  active_tenant_id uuid,
  ip_address text,
  user_agent text,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL
);
CREATE INDEX sessions_user_id_idx ON auth.sessions (user_id);

CREATE TABLE auth.invitations (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES auth.organizations (id) ON DELETE CASCADE,
  email text NOT NULL,
  role text,
  status text NOT NULL,
  inviter_id uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX invitations_tenant_id_idx ON auth.invitations (tenant_id);
CREATE INDEX invitations_email_idx ON auth.invitations (email);

-- The secret of the authenticator app and the backup codes, both enciphered.
CREATE TABLE auth.second_factors (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean DEFAULT true,
  failed_verification_count integer DEFAULT 0,
  locked_until timestamptz
);
CREATE INDEX second_factors_secret_idx ON auth.second_factors (secret);
CREATE INDEX second_factors_user_id_idx ON auth.second_factors (user_id);

-- Sign-ins that wait for their second factor, and the tries left for each.
CREATE TABLE auth.verifications (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX verifications_identifier_idx ON auth.verifications (identifier);

-- Shared by all processes, so that a second one gives no second chance.
CREATE TABLE auth.rate_limits (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  last_request bigint NOT NULL
);

CREATE TABLE auth.api_keys (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES auth.organizations (id) ON DELETE CASCADE,
  name text NOT NULL,
  -- The first characters, so that a person recognises the key; the key itself is never kept.
  start text NOT NULL,
  sha256 bytea NOT NULL UNIQUE CHECK (length(sha256) = 32),
  role text NOT NULL,
  -- Absent: all practices of the tenant.
  practice_ids uuid[],
  created_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  -- To the minute.
  last_used_at timestamptz,
  last_refused_at timestamptz
);
CREATE INDEX api_keys_tenant_id_idx ON auth.api_keys (tenant_id);

-- Every try to sign in and what became of it. Only added to.
CREATE TABLE auth.sign_ins (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  user_id uuid,
  -- Absent where the try failed before a tenant was known.
  tenant_id uuid,
  key_id uuid,
  -- Keyed hash of the address that was tried, so that tries can be counted without keeping addresses of strangers.
  email_hash bytea,
  ip text,
  user_agent text
);
CREATE INDEX sign_ins_tenant_id_idx ON auth.sign_ins (tenant_id, at DESC);
CREATE INDEX sign_ins_user_id_idx ON auth.sign_ins (user_id, at DESC);
CREATE INDEX sign_ins_email_hash_idx ON auth.sign_ins (email_hash, at DESC) WHERE email_hash IS NOT NULL;

GRANT USAGE ON SCHEMA auth TO mahnwerk_app, mahnwerk_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO mahnwerk_app;
REVOKE UPDATE, DELETE ON auth.sign_ins FROM mahnwerk_app;
REVOKE DELETE ON auth.api_keys, auth.organizations, auth.members, auth.users FROM mahnwerk_app;
-- The worker clears away what has run out.
GRANT SELECT (id, at), DELETE ON auth.sign_ins TO mahnwerk_worker;
GRANT SELECT (id, expires_at), DELETE ON auth.sessions, auth.verifications TO mahnwerk_worker;

CREATE TABLE member_practices (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  practice_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, user_id, practice_id),
  FOREIGN KEY (tenant_id, practice_id) REFERENCES practices (tenant_id, id)
);
ALTER TABLE member_practices ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_practices FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member_practices TO mahnwerk_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON member_practices TO mahnwerk_app;
