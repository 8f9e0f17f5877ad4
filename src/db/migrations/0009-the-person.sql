-- What a team knows of a person and of the organisations they belong to, beyond what was heard.

alter table people
  add column given_name text not null default '',
  add column family_name text not null default '',
  add column nickname text not null default '',
  -- The name as it is compared between people: transliterated, nicknames as the name they stand for, words in order; written with the name (model/match.ts).
  add column match_key text not null default '',
  -- How close they are to us: 1 (a handful) to 4, as the layers of methods.md 4.12; null when nobody said.
  add column closeness int check (closeness between 1 and 4),
  add column lives_in text not null default '',
  add column zone text,
  add column locale text,
  -- How they would rather be reached, and when ("after two").
  add column prefers text check (prefers in ('email', 'phone', 'message', 'visit', 'letter')),
  add column prefers_note text not null default '',
  -- Honoured wherever something could reach them; only a member lifts it, never a file.
  add column do_not_contact_at timestamptz,
  add column do_not_contact_by uuid,
  add column do_not_contact_why text not null default '',
  -- An attachment of theirs; no foreign key, because an attachment belongs to a person.
  add column photo_id uuid;
update people set match_key = plain_name(name);
-- What search looks in: the name as it is written and as it is compared, so that accents, nicknames and other scripts find each other.
alter table people add column sought text collate "C" not null generated always as (plain_name(name || ' ' || nickname) || ' ' || match_key) stored;
drop index people_name_pieces;
create index people_sought on people using gin (workspace_id, sought gin_trgm_ops);
create index people_sought_first on people (workspace_id, sought, id);
create index people_by_match on people (workspace_id, match_key, id);
create index people_by_owner on people (workspace_id, owner_id, id) where owner_id is not null;
-- What a sentence over the list asks for, where few of many may fit.
create index people_by_closeness on people (workspace_id, closeness, id) where closeness is not null;
create index people_left_alone on people (workspace_id, id) where do_not_contact_at is not null;
create index people_by_added on people (workspace_id, created_at desc, id desc);
create index people_by_kinds on people using gin (workspace_id, kinds);

alter table person_emails
  add column label text not null default '',
  add column place int not null default 0,
  -- The address as mailboxes tell them apart: without a tag, and without the dots that a large provider ignores (model/match.ts).
  add column match_email text not null default '';
update person_emails set match_email = email;
create index person_emails_by_match on person_emails (workspace_id, match_email);
-- Who writes from an organisation's domain.
create index person_emails_by_domain on person_emails (workspace_id, split_part(email, '@', 2));

-- heed: tenant
create table person_phones (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- As it was written, and in E.164 where it could be read (a desk phone may be shared, so it is not unique).
  phone text not null check (length(phone) between 1 and 60),
  e164 text not null default '',
  label text not null default '',
  place int not null default 0,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index person_phones_by_person on person_phones (workspace_id, person_id);
create index person_phones_by_number on person_phones (workspace_id, e164) where e164 <> '';

-- heed: tenant
create table person_links (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  url text not null check (length(url) between 1 and 2000),
  -- Lower case, without scheme, www and what follows a question mark: how one profile is told from another.
  match_url text not null,
  label text not null default '',
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, person_id, match_url),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index person_links_by_match on person_links (workspace_id, match_url);

-- Postal addresses and whatever else is written about where somebody can be found.
-- heed: tenant
create table person_addresses (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  label text not null default '',
  street text not null default '',
  place text not null default '',
  region text not null default '',
  postcode text not null default '',
  country text not null default '',
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index person_addresses_by_person on person_addresses (workspace_id, person_id);

-- Days to think of: a birthday without its year is common, so day, month and year stand apart.
-- heed: tenant
create table person_dates (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('birthday', 'anniversary', 'other')),
  label text not null default '',
  month int not null check (month between 1 and 12),
  day int not null check (day between 1 and 31),
  year int check (year between 1800 and 2200),
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index person_dates_by_person on person_dates (workspace_id, person_id);
create index person_dates_by_day on person_dates (workspace_id, month, day);

alter table organisations
  add column about text not null default '',
  add column website text not null default '',
  add column phone text not null default '',
  add column place text not null default '',
  add column country text not null default '',
  add column industry text not null default '',
  add column parent_id uuid,
  add column owner_id uuid,
  -- The name as it is compared between organisations: without legal forms (model/match.ts).
  add column match_key text not null default '';
update organisations set match_key = plain_name(name);
alter table organisations add foreign key (workspace_id, parent_id) references organisations (workspace_id, id);
alter table organisations add foreign key (workspace_id, owner_id) references members (workspace_id, id);
alter table organisations add column sought text collate "C" not null generated always as (plain_name(name) || ' ' || match_key) stored;
drop index organisations_name_pieces;
create index organisations_sought on organisations using gin (workspace_id, sought gin_trgm_ops);
create index organisations_sought_first on organisations (workspace_id, sought, id);
create index organisations_by_match on organisations (workspace_id, match_key, id);
create index organisations_by_parent on organisations (workspace_id, parent_id) where parent_id is not null;

-- heed: tenant
create table organisation_domains (
  workspace_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  domain text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, domain),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id) on delete cascade
);
create index organisation_domains_by_organisation on organisation_domains (workspace_id, organisation_id);

-- Several over a life; the one they are at now has no end.
alter table affiliations
  add column from_on date,
  add column until_on date,
  -- Their part when something is decided there.
  add column part text check (part in ('decides', 'can-say-no', 'advises', 'affected'));

-- Who knows whom, and how close they are: drawn on the page of an organisation. Direction matters to some kinds (who introduced, who reports to).
-- heed: tenant
create table ties (
  workspace_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('knows', 'introduced', 'reports-to', 'works-with', 'friend', 'family', 'trusts')),
  closeness int not null default 1 check (closeness between 1 and 3),
  note text not null default '',
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, from_id, to_id, kind),
  check (from_id <> to_id),
  foreign key (workspace_id, from_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_id) references people (workspace_id, id) on delete cascade
);
create index ties_to on ties (workspace_id, to_id);

-- A trait grows old: somebody says it still holds, or that it no longer does.
alter table traits
  add column renewed_at timestamptz,
  add column renewed_by uuid,
  add column ended_at timestamptz,
  add column ended_by uuid,
  add check ((renewed_at is null) = (renewed_by is null)),
  add check ((ended_at is null) = (ended_by is null));

-- What we did for somebody as a person, sale or no sale (charter U8), and for which of what matters to them.
-- heed: tenant
create table deeds (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  trait_id uuid,
  what text not null check (length(what) between 1 and 2000),
  done_on date not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, trait_id) references traits (workspace_id, id) on delete cascade
);
create index deeds_by_person on deeds (workspace_id, person_id);
