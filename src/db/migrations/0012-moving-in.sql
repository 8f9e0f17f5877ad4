-- Moving in from elsewhere and keeping one record of each person: imports, where a record came from, duplicates, merges, changes to many, erasures.

-- Where a record came from, for ever: the same file again finds what it made (formats.md).
-- heed: tenant
create table external_ids (
  workspace_id uuid not null,
  id uuid not null,
  source text not null,
  object text not null,
  external_id text not null,
  person_id uuid,
  organisation_id uuid,
  deal_id uuid,
  note_id uuid,
  task_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, source, object, external_id),
  check (num_nonnulls(person_id, organisation_id, deal_id, note_id, task_id) = 1),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, deal_id) references deals (workspace_id, id) on delete cascade,
  foreign key (workspace_id, note_id) references notes (workspace_id, id) on delete cascade,
  foreign key (workspace_id, task_id) references tasks (workspace_id, id) on delete cascade
);
create index external_ids_by_person on external_ids (workspace_id, person_id) where person_id is not null;
create index external_ids_by_organisation on external_ids (workspace_id, organisation_id) where organisation_id is not null;
create index external_ids_by_deal on external_ids (workspace_id, deal_id) where deal_id is not null;
create index external_ids_by_note on external_ids (workspace_id, note_id) where note_id is not null;
create index external_ids_by_task on external_ids (workspace_id, task_id) where task_id is not null;

-- One drop of files, from reading them to having them, and back. Its state is the newest of its times.
-- heed: tenant
create table imports (
  workspace_id uuid not null,
  id uuid not null,
  source text not null default '',
  -- Answers to what the files cannot tell: owners, day or month first, whose word counts, mappings, rows left out.
  options jsonb not null default '{}',
  -- What was recognised, asked and counted, as the pages show it.
  looked jsonb not null default '{}',
  tally jsonb not null default '{}',
  progress jsonb not null default '{}',
  looked_at timestamptz,
  tried_at timestamptz,
  started_at timestamptz,
  paused_at timestamptz,
  cancelled_at timestamptz,
  done_at timestamptz,
  undoing_at timestamptz,
  undone_at timestamptz,
  failed_at timestamptz,
  failed_why text,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id)
);
create index imports_newest on imports (workspace_id, created_at desc, id desc);

-- heed: tenant
create table import_files (
  workspace_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  i int not null,
  name text not null,
  size bigint not null,
  sha256 text not null,
  removed_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, import_id, i),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- The bytes, a megabyte a row, until the seven days are over.
-- heed: tenant
create table import_parts (
  workspace_id uuid not null,
  file_id uuid not null,
  i int not null,
  bytes bytea not null,
  primary key (workspace_id, file_id, i),
  foreign key (workspace_id, file_id) references import_files (workspace_id, id) on delete cascade
);

-- Rows as they were read, while an import is planned and carried out. Unlogged: what a crash takes is read again from the bytes.
-- heed: tenant
create unlogged table import_staged (
  workspace_id uuid not null,
  import_id uuid not null,
  -- The order of the work: organisations before people before what is tied to them.
  object text not null check (object in ('organisation', 'person', 'deal', 'note', 'task')),
  file_i int not null,
  row_no int not null,
  -- Where the record is from, and by what it may be known already.
  source text not null default '',
  external_object text not null default '',
  external_id text,
  match_key text not null default '',
  data jsonb not null,
  -- The plan: what would happen to it, to which row, and why.
  outcome text,
  row_id uuid,
  reason jsonb,
  primary key (workspace_id, import_id, object, file_i, row_no)
);

-- What was done with each row, with what was there before: so that it can be told, and taken back.
-- heed: tenant
create table import_rows (
  workspace_id uuid not null,
  import_id uuid not null,
  object text not null,
  file_i int not null,
  row_no int not null,
  outcome text not null check (outcome in ('create', 'update', 'same', 'skip', 'fail')),
  label text not null default '',
  reason jsonb not null default '[]',
  row_id uuid,
  -- Per table the rows it made, and of those it changed what they were and what they became.
  made jsonb,
  before jsonb,
  after jsonb,
  undone_at timestamptz,
  primary key (workspace_id, import_id, object, file_i, row_no),
  foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- Two records that may be one person, with why; a decision holds until something new speaks against it.
-- heed: tenant
create table duplicate_pairs (
  workspace_id uuid not null,
  id uuid not null,
  -- The smaller id first.
  one_id uuid not null,
  other_id uuid not null,
  score real not null,
  why jsonb not null,
  found_at timestamptz not null,
  two_at timestamptz,
  two_by uuid,
  later_at timestamptz,
  later_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (workspace_id, one_id) references people (workspace_id, id) on delete cascade,
  foreign key (workspace_id, other_id) references people (workspace_id, id) on delete cascade
);
create index duplicate_pairs_open on duplicate_pairs (workspace_id, score desc, id) where two_at is null;
create index duplicate_pairs_by_other on duplicate_pairs (workspace_id, other_id);

-- Looking over everybody for such pairs: when it was last asked for, how far it is. One a workspace.
-- heed: tenant
create table duplicate_looks (
  workspace_id uuid not null,
  id uuid not null,
  asked_at timestamptz not null,
  -- Ways of looking that are done, of how many; pairs looked at.
  ways_done int not null default 0,
  ways int not null,
  looked int not null default 0,
  done_at timestamptz,
  primary key (workspace_id, id),
  check (workspace_id = id)
);

-- Two that became one, with everything needed to make them two again; old addresses of the one that went lead to the one that stayed.
-- heed: tenant
create table merges (
  workspace_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  choices jsonb not null,
  before jsonb not null,
  after jsonb not null default '{}',
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id)
);
create index merges_by_gone on merges (workspace_id, gone_id) where undone_at is null;
create index merges_by_kept on merges (workspace_id, kept_id) where undone_at is null;

-- One change made to many, with what was there before.
-- heed: tenant
create table bulk_changes (
  workspace_id uuid not null,
  id uuid not null,
  of text not null check (of in ('people', 'deals', 'tasks', 'organisations')),
  change jsonb not null,
  -- What was there, one entry a row that was changed; emptied when it can no longer be taken back.
  before jsonb not null,
  -- How many were meant, how many were changed, of how many of those one member alone knows, and who is still to come.
  total int not null,
  changed int not null default 0,
  hidden int not null default 0,
  waiting uuid[] not null default '{}',
  changed_at timestamptz not null,
  changed_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id)
);
create index bulk_changes_newest on bulk_changes (workspace_id, changed_at desc, id desc);

-- Who asked to be forgotten: no name, only keyed hashes by which a file is refused to bring them back.
-- heed: tenant
create table erasures (
  workspace_id uuid not null,
  id uuid not null,
  erased_at timestamptz not null,
  erased_by uuid not null,
  -- What went, in numbers by table: the proof.
  counts jsonb not null,
  primary key (workspace_id, id)
);

-- heed: tenant
create table erased_marks (
  workspace_id uuid not null,
  id uuid not null,
  erasure_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'link', 'external')),
  mark text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, erasure_id) references erasures (workspace_id, id) on delete cascade
);
create index erased_marks_by_mark on erased_marks (workspace_id, mark);
