-- What was said: the raw files, the conversations read from them, their turns, and what the engine made of them.

-- heed: tenant
create table files (
  workspace_id uuid not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  format text not null,
  size bigint not null,
  -- Null: the workspace may read it. Else only this member.
  private_to uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, private_to) references members (workspace_id, id)
);
-- The same bytes twice add nothing for the same reader: one shared copy, one private copy a member.
create unique index files_once on files (workspace_id, sha256, coalesce(private_to, '00000000-0000-0000-0000-000000000000'));

-- The raw bytes, a megabyte a row, so that 200 MB never stand in memory at once.
-- heed: tenant
create table file_parts (
  workspace_id uuid not null,
  file_id uuid not null,
  i int not null,
  bytes bytea not null,
  primary key (workspace_id, file_id, i),
  foreign key (workspace_id, file_id) references files (workspace_id, id) on delete cascade
);

-- heed: tenant
create table conversations (
  workspace_id uuid not null,
  id uuid not null,
  file_id uuid,
  kind text not null check (kind in ('call', 'meeting', 'email', 'chat', 'visit', 'note')),
  title text not null,
  happened_at timestamptz not null,
  -- Where the date is from: the file itself, the date of the file, or a person.
  dated_by text not null check (dated_by in ('source', 'file', 'member')),
  duration_ms bigint,
  time_quality text not null check (time_quality in ('exact', 'start-only', 'interpolated', 'none')),
  source text not null,
  source_id text,
  private_to uuid,
  -- What could not be read, as the reader noted it: [{ code, line, detail }].
  losses jsonb not null default '[]',
  -- Set when the engine has been over it; null while that waits.
  understood_at timestamptz,
  engine_version text,
  report jsonb,
  -- Counts shown in lists, written with their cause.
  open_findings int not null default 0,
  -- Taken away by a member; kept for undo, hidden everywhere.
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, file_id) references files (workspace_id, id),
  foreign key (workspace_id, private_to) references members (workspace_id, id)
);
create index conversations_newest on conversations (workspace_id, happened_at desc, id desc);
create index conversations_title_pieces on conversations using gin (workspace_id, plain_name(title) gin_trgm_ops);
create index conversations_by_file on conversations (workspace_id, file_id);
-- A mail thread is the same whether it came alone or in a box.
create unique index conversations_once on conversations (workspace_id, (case when source in ('eml', 'mbox') then 'mail' else source end), source_id, coalesce(private_to, '00000000-0000-0000-0000-000000000000')) where source_id is not null;

-- heed: tenant
create table speakers (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  i int not null,
  name text not null,
  email text,
  alias text not null,
  side text not null check (side in ('us', 'them', 'unknown')),
  person_id uuid,
  member_id uuid,
  -- How much was said, written with the turns: one who was only invited or copied in is never asked about.
  turns int not null default 0,
  words int not null default 0,
  primary key (workspace_id, id),
  unique (workspace_id, conversation_id, i),
  check (person_id is null or member_id is null),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);
create index speakers_by_person on speakers (workspace_id, person_id);
create index speakers_by_alias on speakers (workspace_id, alias);

-- heed: tenant
create table turns (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  i int not null,
  speaker_id uuid not null,
  start_ms bigint,
  end_ms bigint,
  spoken_ms bigint,
  at timestamptz,
  source_key text,
  -- The file the turn came from when a thread is made of several messages.
  file_id uuid,
  line int not null,
  text text not null,
  -- [{ act, p, from, to, spin? }]: read with the turn and never without it, so one packed column.
  acts jsonb not null default '[]',
  -- Cut, because a tsvector holds at most a megabyte and one pasted log must not stop a mailbox.
  words tsvector generated always as (to_tsvector('heed', left(text, 200000))) stored,
  primary key (workspace_id, id),
  unique (workspace_id, conversation_id, i) deferrable initially immediate,
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, speaker_id) references speakers (workspace_id, id) on delete cascade,
  foreign key (workspace_id, file_id) references files (workspace_id, id)
);
create unique index turns_once on turns (workspace_id, conversation_id, source_key) where source_key is not null;
create index turns_by_key on turns (workspace_id, source_key) where source_key is not null;
create index turns_by_file on turns (workspace_id, file_id, conversation_id);
create index turns_words on turns using gin (workspace_id, words);

-- heed: tenant
create table findings (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  turn_id uuid not null,
  speaker_id uuid not null,
  kind text not null,
  from_char int not null,
  to_char int not null,
  quote text not null,
  fields jsonb not null default '{}',
  p real not null,
  engine_version text not null,
  -- Kind and fields as the engine said them, kept when a person edits: rejecting and mending teach.
  suggested jsonb not null,
  edited_at timestamptz,
  edited_by uuid,
  confirmed_at timestamptz,
  confirmed_by uuid,
  rejected_at timestamptz,
  rejected_by uuid,
  -- The row it turned into: { "table": "needs", "id": "…" }.
  became jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check (confirmed_at is null or rejected_at is null),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, turn_id) references turns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, speaker_id) references speakers (workspace_id, id) on delete cascade
);
create index findings_by_conversation on findings (workspace_id, conversation_id, turn_id);
create index findings_by_speaker on findings (workspace_id, speaker_id);
