-- What a workspace's decisions have taught: a small correction of the engine's confidence, made anew from those decisions whenever they have changed.

-- heed: tenant
create table corrections (
  workspace_id uuid not null,
  -- The workspace's own: one row each.
  id uuid not null,
  -- Floats, little-endian, of hashed words: no word can be read back out of them. Null until something was learned.
  weights bytea,
  -- How words become weights; packed by another version it is learned anew.
  version text,
  -- How many decisions it was learned from, and a mark of just these: another mark, and it is learned anew.
  decisions int not null default 0,
  learned_from text not null default '',
  learned_at timestamptz,
  -- Decisions up to then do not count. The reset before it is kept, so that a reset can be taken back.
  reset_at timestamptz,
  reset_by uuid,
  reset_before timestamptz,
  reset_before_by uuid,
  primary key (workspace_id, id),
  check (id = workspace_id),
  foreign key (workspace_id, reset_by) references members (workspace_id, id),
  foreign key (workspace_id, reset_before_by) references members (workspace_id, id)
);

-- What was decided, out of all that was ever suggested.
create index findings_decided on findings (workspace_id, id) where confirmed_at is not null or rejected_at is not null;
