-- A need is understood once the person has confirmed it, and a belief is closed by something we did: both with what shows it.

alter table needs
  -- One of the forty elements of value (methods.md 4.11), by its key in model/need.ts.
  add column element text,
  add column must_have boolean not null default false,
  -- Written down without words of theirs behind it: seen by all, and there without them.
  add column by_hand boolean not null default false,
  -- What healed it, in our words; with needs.healed_at.
  add column healed_with text not null default '',
  -- Put away, or merged into another one; kept, so that it can come back.
  add column removed_at timestamptz,
  add column removed_by uuid,
  add check ((removed_at is null) = (removed_by is null));
create index needs_by_parent on needs (workspace_id, parent_id) where parent_id is not null;

-- Our words for their needs, on a page that the person opens by a link to say whether we got it right. Who opened it is not recorded.
-- heed: tenant
create table say_backs (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null unique,
  greeting text not null default '',
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id) on delete cascade
);
create index say_backs_by_person on say_backs (workspace_id, person_id);

-- The words stand as they were when the link was made.
-- heed: tenant
create table say_back_needs (
  workspace_id uuid not null,
  id uuid not null,
  say_back_id uuid not null,
  need_id uuid not null,
  i int not null,
  statement text not null check (length(statement) between 1 and 1000),
  primary key (workspace_id, id),
  unique (workspace_id, say_back_id, need_id),
  foreign key (workspace_id, say_back_id) references say_backs (workspace_id, id) on delete cascade,
  foreign key (workspace_id, need_id) references needs (workspace_id, id) on delete cascade
);
create index say_back_needs_by_need on say_back_needs (workspace_id, need_id);

-- The newest answer counts; the ones before it stay.
-- heed: tenant
create table say_back_answers (
  workspace_id uuid not null,
  id uuid not null,
  say_back_need_id uuid not null,
  answer text not null check (answer in ('yes', 'partly', 'no')),
  words text not null default '',
  answered_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, say_back_need_id) references say_back_needs (workspace_id, id) on delete cascade
);
create index say_back_answers_of on say_back_answers (workspace_id, say_back_need_id, answered_at desc);

-- What makes a need understood: words of theirs in a turn, or their answer on the page. needs.understood_at is written with it and never without it (charter L4).
-- heed: tenant
create table need_confirmations (
  workspace_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  turn_id uuid,
  from_char int,
  to_char int,
  answer_id uuid,
  words text not null,
  confirmed_at timestamptz not null,
  -- Who recorded it; nobody when the person answered by themselves.
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check ((turn_id is null) <> (answer_id is null)),
  foreign key (workspace_id, need_id) references needs (workspace_id, id) on delete cascade,
  foreign key (workspace_id, turn_id) references turns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, answer_id) references say_back_answers (workspace_id, id) on delete cascade
);
create index need_confirmations_of on need_confirmations (workspace_id, need_id);
create index need_confirmations_by_turn on need_confirmations (workspace_id, turn_id) where turn_id is not null;
create index need_confirmations_by_answer on need_confirmations (workspace_id, answer_id) where answer_id is not null;

alter table beliefs
  add column reopened_at timestamptz,
  -- A closed belief is never looked for again unless they say it again: then it opens, and this is the time.
  add column repair text not null default '',
  add column by_hand boolean not null default false,
  add column removed_at timestamptz,
  add column removed_by uuid,
  add check ((removed_at is null) = (removed_by is null));

-- Closed by what we did, opened again when they say it again; beliefs.closed_at is written with it.
-- heed: tenant
create table belief_steps (
  workspace_id uuid not null,
  id uuid not null,
  belief_id uuid not null,
  step text not null check (step in ('closed', 'reopened')),
  how text check (how in ('conversation', 'document', 'demo', 'other')),
  conversation_id uuid,
  turn_id uuid,
  finding_id uuid,
  attachment_id uuid,
  note text not null default '',
  at timestamptz not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check (step = 'reopened' or how is not null),
  foreign key (workspace_id, belief_id) references beliefs (workspace_id, id) on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, turn_id) references turns (workspace_id, id) on delete cascade,
  foreign key (workspace_id, finding_id) references findings (workspace_id, id) on delete cascade
);
create index belief_steps_of on belief_steps (workspace_id, belief_id, at);
create index belief_steps_by_conversation on belief_steps (workspace_id, conversation_id) where conversation_id is not null;

-- The same words may show a trait and a need; for one kind of thing they stand once.
drop index evidence_once;
create unique index evidence_once on evidence (workspace_id, finding_id, about) where finding_id is not null;
