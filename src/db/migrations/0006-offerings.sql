-- What a workspace offers and what it says of it, so that what people believe about us can be held against it.

-- Ours, a partner's, or another's to whom we point when it serves them better. Put away, not deleted: beliefs still speak of it.
-- heed: tenant
create table offerings (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('ours', 'partner', 'other')),
  for_whom text not null default '',
  not_for_whom text not null default '',
  -- What somebody feels the need of and it fulfils.
  emotional_need text not null default '',
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  check ((removed_at is null) = (removed_by is null))
);

-- A sentence each. Withdrawn, not deleted: a confirmed belief keeps the claim it was held against.
-- heed: tenant
create table claims (
  workspace_id uuid not null,
  id uuid not null,
  offering_id uuid not null,
  statement text not null check (length(statement) between 1 and 500),
  proof text not null default '',
  removed_at timestamptz,
  removed_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, offering_id) references offerings (workspace_id, id) on delete restrict,
  check ((removed_at is null) = (removed_by is null))
);
create index claims_by_offering on claims (workspace_id, offering_id);

alter table beliefs add column claim_id uuid;
alter table beliefs add foreign key (workspace_id, claim_id) references claims (workspace_id, id) on delete restrict;
create index beliefs_by_claim on beliefs (workspace_id, claim_id) where claim_id is not null;
