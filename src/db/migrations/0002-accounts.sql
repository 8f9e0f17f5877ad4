-- Who may sign in: the tables of better-auth 1.7.5 (compileMigrations, in our names), the same for every workspace.

-- heed: local
create table accounts (
  id text not null primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

-- heed: local
create table account_sessions (
  id text not null primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id text not null references accounts (id) on delete cascade
);
create index account_sessions_by_account on account_sessions (user_id);

-- How an account proves itself: here a password's hash; later other providers.
-- heed: local
create table account_credentials (
  id text not null primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references accounts (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index account_credentials_by_account on account_credentials (user_id);

-- heed: local
create table account_verifications (
  id text not null primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index account_verifications_by_identifier on account_verifications (identifier);
