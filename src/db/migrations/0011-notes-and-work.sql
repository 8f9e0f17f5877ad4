-- What a team writes and does around its people: deals and tasks in their plain form, notes, attachments, tags, fields of its own and saved views.

alter table workspaces add column currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$');

-- heed: tenant
create table pipelines (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  place int not null default 0,
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id)
);

-- heed: tenant
create table stages (
  workspace_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  place int not null default 0,
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, pipeline_id) references pipelines (workspace_id, id) on delete cascade
);
create index stages_by_pipeline on stages (workspace_id, pipeline_id, place);

-- heed: tenant
create table deals (
  workspace_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 300),
  stage_id uuid not null,
  organisation_id uuid,
  owner_id uuid,
  amount numeric(18, 2),
  currency text check (currency ~ '^[A-Z]{3}$'),
  close_on date,
  next_step text not null default '',
  -- The day of that step; what is agreed without a day has none.
  next_on date,
  about text not null default '',
  -- They said yes, or it ended otherwise ("not now" and "not us" come with «Help them decide well»).
  won_at timestamptz,
  lost_at timestamptz,
  ended_why text not null default '',
  -- Since when it stands where it stands; the epoch of keyset lists is never null.
  moved_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  check (won_at is null or lost_at is null),
  foreign key (workspace_id, stage_id) references stages (workspace_id, id),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id),
  foreign key (workspace_id, owner_id) references members (workspace_id, id)
);
create index deals_by_stage on deals (workspace_id, stage_id, moved_at desc, id desc);
create index deals_newest on deals (workspace_id, moved_at desc, id desc);
-- Beside its place in the sidebar stands how many are open.
create index deals_open on deals (workspace_id) where won_at is null and lost_at is null and removed_at is null;
create index deals_by_organisation on deals (workspace_id, organisation_id) where organisation_id is not null;
create index deals_title_pieces on deals using gin (workspace_id, plain_name(title) gin_trgm_ops);

-- heed: tenant
create table deal_people (
  workspace_id uuid not null,
  id uuid not null,
  deal_id uuid not null,
  person_id uuid not null,
  part text check (part in ('decides', 'can-say-no', 'advises', 'affected')),
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, deal_id, person_id),
  foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index deal_people_by_person on deal_people (workspace_id, person_id);

-- What, for whom, by when. A promise is given to somebody; a task is what we set ourselves.
-- heed: tenant
create table tasks (
  workspace_id uuid not null,
  id uuid not null,
  what text not null check (length(what) between 1 and 2000),
  about text not null default '',
  due_on date,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  owner_id uuid,
  done_at timestamptz,
  done_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade,
  foreign key (workspace_id, owner_id) references members (workspace_id, id)
);
create index tasks_open on tasks (workspace_id, due_on, id) where done_at is null and removed_at is null;
create index tasks_pieces on tasks using gin (workspace_id, plain_name(what) gin_trgm_ops);
create index tasks_by_person on tasks (workspace_id, person_id) where person_id is not null;
create index tasks_by_organisation on tasks (workspace_id, organisation_id) where organisation_id is not null;
create index tasks_by_deal on tasks (workspace_id, deal_id) where deal_id is not null;

-- Written by a member, or brought in from where calls, e-mails and meetings were kept as a few lines. The body is Markdown.
-- heed: tenant
create table notes (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null default 'note' check (kind in ('note', 'call', 'email', 'meeting', 'message')),
  title text not null default '',
  body text not null default '' check (length(body) <= 200000),
  happened_at timestamptz not null,
  private_to uuid,
  changed_at timestamptz,
  changed_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  words tsvector generated always as (to_tsvector('heed', left(title || ' ' || body, 200000))) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, private_to) references members (workspace_id, id)
);
create index notes_newest on notes (workspace_id, happened_at desc, id desc);
create index notes_words on notes using gin (workspace_id, words);

-- Whom or what a note is about, and who is mentioned in it; its time stands here too, so that a timeline reads one index.
-- heed: tenant
create table note_links (
  workspace_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  member_id uuid,
  mentioned boolean not null default false,
  happened_at timestamptz not null,
  primary key (workspace_id, id),
  check (num_nonnulls(person_id, organisation_id, deal_id, member_id) = 1),
  foreign key (workspace_id, note_id) references notes (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create index note_links_by_note on note_links (workspace_id, note_id);
create index note_links_by_person on note_links (workspace_id, person_id, happened_at desc, note_id desc) where person_id is not null;
create index note_links_by_organisation on note_links (workspace_id, organisation_id, happened_at desc, note_id desc) where organisation_id is not null;
create index note_links_by_deal on note_links (workspace_id, deal_id, happened_at desc, note_id desc) where deal_id is not null;

-- Files of up to 25 MB that stand beside somebody or something; the type is what the content says, not the name.
-- heed: tenant
create table attachments (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 300),
  type text not null,
  size bigint not null,
  sha256 text not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  note_id uuid,
  private_to uuid,
  -- A picture of their face (people.photo_id names the one that is worn): it stands in no list of files.
  is_photo boolean not null default false,
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  check (num_nonnulls(person_id, organisation_id, deal_id, note_id) = 1),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade,
  foreign key (workspace_id, note_id) references notes (workspace_id, id) on delete cascade,
  foreign key (workspace_id, private_to) references members (workspace_id, id)
);
create index attachments_by_person on attachments (workspace_id, person_id) where person_id is not null;
create index attachments_by_organisation on attachments (workspace_id, organisation_id) where organisation_id is not null;
create index attachments_by_deal on attachments (workspace_id, deal_id) where deal_id is not null;
create index attachments_by_note on attachments (workspace_id, note_id) where note_id is not null;

-- A megabyte a row.
-- heed: tenant
create table attachment_parts (
  workspace_id uuid not null,
  attachment_id uuid not null,
  i int not null,
  bytes bytea not null,
  primary key (workspace_id, attachment_id, i),
  foreign key (workspace_id, attachment_id) references attachments (workspace_id, id) on delete cascade
);

-- heed: tenant
create table tags (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id)
);
create unique index tags_once on tags (workspace_id, lower(name));

-- heed: tenant
create table taggings (
  workspace_id uuid not null,
  id uuid not null,
  tag_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, tag_id, person_id, organisation_id, deal_id),
  check (num_nonnulls(person_id, organisation_id, deal_id) = 1),
  foreign key (workspace_id, tag_id) references tags (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade
);
create index taggings_by_person on taggings (workspace_id, person_id) where person_id is not null;
create index taggings_by_organisation on taggings (workspace_id, organisation_id) where organisation_id is not null;
create index taggings_by_deal on taggings (workspace_id, deal_id) where deal_id is not null;

-- Fields of a workspace's own.
-- heed: tenant
create table custom_fields (
  workspace_id uuid not null,
  id uuid not null,
  about text not null check (about in ('person', 'organisation', 'deal')),
  label text not null check (length(label) between 1 and 100),
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'person')),
  choices text[] not null default '{}',
  place int not null default 0,
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (workspace_id, id)
);
create unique index custom_fields_once on custom_fields (workspace_id, about, lower(label)) where removed_at is null;

-- heed: tenant
create table custom_values (
  workspace_id uuid not null,
  id uuid not null,
  field_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  -- One of these, by the kind of the field; a choice is text.
  text_value text,
  number_value numeric,
  date_value date,
  person_value uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, field_id, person_id, organisation_id, deal_id),
  check (num_nonnulls(person_id, organisation_id, deal_id) = 1),
  check (num_nonnulls(text_value, number_value, date_value, person_value) = 1),
  foreign key (workspace_id, field_id) references custom_fields (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_value) references people (workspace_id, id) on delete cascade
);
create index custom_values_by_person on custom_values (workspace_id, person_id) where person_id is not null;
create index custom_values_by_organisation on custom_values (workspace_id, organisation_id) where organisation_id is not null;
create index custom_values_by_deal on custom_values (workspace_id, deal_id) where deal_id is not null;
create index custom_values_by_text on custom_values (workspace_id, field_id, lower(left(text_value, 200))) where text_value is not null;
create index custom_values_pieces on custom_values using gin (workspace_id, field_id, lower(text_value) gin_trgm_ops) where text_value is not null;
create index custom_values_by_number on custom_values (workspace_id, field_id, number_value) where number_value is not null;
create index custom_values_by_date on custom_values (workspace_id, field_id, date_value) where date_value is not null;
create index custom_values_by_person_value on custom_values (workspace_id, person_value) where person_value is not null;

-- An address with a name; one's own, or everybody's.
-- heed: tenant
create table saved_views (
  workspace_id uuid not null,
  id uuid not null,
  of text not null check (of in ('people', 'deals', 'tasks', 'organisations')),
  name text not null check (length(name) between 1 and 60),
  -- The search of its address, as JSON.
  search jsonb not null,
  member_id uuid,
  place int not null default 0,
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create index saved_views_of on saved_views (workspace_id, of);
