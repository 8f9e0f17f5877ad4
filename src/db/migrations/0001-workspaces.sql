-- Workspaces, the accounts that are members of them, the links that invite, and the trail of who did what.

-- heed: tenant
create table workspaces (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  what_we_do text not null default '',
  mission text not null default '',
  locale text not null default 'en',
  zone text not null default 'UTC',
  person_kinds text[] not null default '{customer,prospect}',
  is_sample boolean not null default false,
  -- How many people all its members know of, written with its cause: counting a hundred thousand at each page took 15 ms.
  people_known int not null default 0,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  check (workspace_id = id)
);

-- heed: tenant
create table members (
  workspace_id uuid not null,
  id uuid not null,
  account_id text not null,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'member', 'guest')),
  shares_listening boolean not null default false,
  left_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, account_id)
);
create index members_by_account on members (account_id);

-- heed: tenant
create table invitations (
  workspace_id uuid not null,
  id uuid not null,
  token_hash text not null,
  role text not null check (role in ('owner', 'admin', 'member', 'guest')),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id)
);
create index invitations_by_token on invitations (token_hash);

-- heed: tenant
create table audit_events (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  member_id uuid,
  action text not null,
  subject_kind text,
  subject_id uuid,
  detail jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index audit_events_newest on audit_events (workspace_id, at desc, id desc);
