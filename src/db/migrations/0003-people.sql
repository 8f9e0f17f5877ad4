-- The people a workspace knows, where they work, and how they are written in the sources.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists unaccent;

-- How names and titles are compared: without marks and capitals. Immutable, because it stands in indexes; the rules of unaccent do not change.
create function plain_name(text) returns text language sql immutable strict parallel safe
  return lower(unaccent('unaccent'::regdictionary, $1));

-- Words as they are said, found with and without their marks ("café", "cafe").
create text search configuration heed (copy = simple);
alter text search configuration heed alter mapping for asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
  with unaccent, simple;

-- heed: tenant
create table people (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kinds text[] not null default '{}',
  role_title text not null default '',
  pronouns text,
  owner_id uuid,
  met_at timestamptz,
  -- Last real conversation, written with its cause; the epoch when there was none, because keyset columns are never null.
  last_contact_at timestamptz not null default '1970-01-01T00:00:00Z',
  last_contact_kind text,
  -- The quote shown in lists and at the head of the page: the weightiest thing that was confirmed.
  hero_finding_id uuid,
  -- How much is open between us and them (promises, suggestions, beliefs to repair) in what the whole workspace may read; written with its cause.
  between_us int not null default 0,
  -- Met in private alone: known to this member only, until they stand in something that the workspace may read (docs/decisions/009).
  private_to uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references members (workspace_id, id),
  foreign key (workspace_id, private_to) references members (workspace_id, id)
);
create index people_by_contact on people (workspace_id, last_contact_at desc, id desc);
create index people_by_between on people (workspace_id, between_us desc, id desc);
create index people_by_name on people (workspace_id, lower(name), id);
-- The few that only one member knows of.
create index people_private on people (workspace_id, private_to) where private_to is not null;
create index people_name_pieces on people using gin (workspace_id, plain_name(name) gin_trgm_ops);

-- heed: tenant
create table person_emails (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  email text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, email),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index person_emails_by_person on person_emails (workspace_id, person_id);

-- heed: tenant
create table organisations (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id)
);
create index organisations_by_name on organisations (workspace_id, lower(name), id);
create index organisations_name_pieces on organisations using gin (workspace_id, plain_name(name) gin_trgm_ops);

-- heed: tenant
create table affiliations (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  role_title text not null default '',
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, person_id, organisation_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id) on delete cascade
);
create index affiliations_by_organisation on affiliations (workspace_id, organisation_id);

-- How a speaker is written in a source, and who that is. Asked once, remembered for the workspace.
-- heed: tenant
create table aliases (
  workspace_id uuid not null,
  id uuid not null,
  -- Lower case, no accents, single spaces; an e-mail address as it is, in lower case.
  alias text not null,
  person_id uuid,
  member_id uuid,
  -- Neither: not a person (a room, a recorder), decided by a member.
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, alias),
  check (person_id is null or member_id is null),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
