-- What became of confirmed findings: needs, traits, beliefs, promises, each tied to the words it came from.

-- heed: tenant
create table needs (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  parent_id uuid,
  depth int not null check (depth between 0 and 4),
  statement text not null default '',
  understood_at timestamptz,
  understood_by uuid,
  healed_at timestamptz,
  healed_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, parent_id) references needs (workspace_id, id)
);
create index needs_by_person on needs (workspace_id, person_id);
create index needs_pieces on needs using gin (workspace_id, plain_name(statement) gin_trgm_ops);

-- heed: tenant
create table traits (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('value', 'risk', 'interest', 'irritant', 'preference', 'goal', 'event', 'feeling')),
  statement text not null default '',
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index traits_by_person on traits (workspace_id, person_id);

-- heed: tenant
create table beliefs (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('true', 'false', 'gap')),
  statement text not null default '',
  closed_at timestamptz,
  closed_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index beliefs_by_person on beliefs (workspace_id, person_id);

-- Owed by a member or a person, to the other.
-- heed: tenant
create table promises (
  workspace_id uuid not null,
  id uuid not null,
  by_member_id uuid,
  by_person_id uuid,
  to_member_id uuid,
  to_person_id uuid,
  what text not null check (length(what) between 1 and 2000),
  due_on date,
  due_text text,
  kept_at timestamptz,
  kept_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  check ((by_member_id is null) <> (by_person_id is null)),
  foreign key (workspace_id, by_member_id) references members (workspace_id, id),
  foreign key (workspace_id, to_member_id) references members (workspace_id, id),
  foreign key (workspace_id, by_person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_person_id) references people (workspace_id, id) on delete cascade
);
create index promises_open on promises (workspace_id, due_on, id) where kept_at is null;
create index promises_by_person on promises (workspace_id, by_person_id);
create index promises_pieces on promises using gin (workspace_id, plain_name(what) gin_trgm_ops);
create index promises_to_person on promises (workspace_id, to_person_id);

-- One table ties a need, trait, belief or promise to the words it came from, so a quote opens from anywhere.
-- heed: tenant
create table evidence (
  workspace_id uuid not null,
  id uuid not null,
  about text not null check (about in ('need', 'trait', 'belief', 'promise')),
  about_id uuid not null,
  finding_id uuid,
  turn_id uuid,
  from_char int,
  to_char int,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, finding_id) references findings (workspace_id, id) on delete cascade,
  foreign key (workspace_id, turn_id) references turns (workspace_id, id) on delete cascade
);
create index evidence_of on evidence (workspace_id, about, about_id);
create unique index evidence_once on evidence (workspace_id, finding_id) where finding_id is not null;
