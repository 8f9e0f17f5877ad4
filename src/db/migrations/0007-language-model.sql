-- The language model that a workspace may ask for a second opinion, and what became of the last question about each conversation.

-- One a workspace, from the first time an administrator types an address. No key in it can be read: it is sealed under HEED_SECRET.
-- heed: tenant
create table language_models (
  workspace_id uuid not null,
  id uuid not null,
  endpoint text not null check (length(endpoint) <= 500),
  model text not null check (length(model) <= 200),
  key_sealed bytea,
  -- Null: off, and nothing is sent anywhere.
  turned_on_at timestamptz,
  turned_on_by uuid,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (workspace_id, id),
  check (workspace_id = id),
  check (turned_on_at is null or (endpoint <> '' and model <> ''))
);

-- heed: tenant
create table language_model_answers (
  workspace_id uuid not null,
  conversation_id uuid not null,
  asked_at timestamptz not null,
  model text not null,
  -- SHA-256 of what was told, to whom and of when: the same is not told twice for an answer that is here.
  told text not null,
  -- `answered`, the name of a failure, or `taken-back`: it was turned off since, and its open suggestions went.
  outcome text not null,
  -- How often it was asked since it last answered, the last time included.
  tries int not null,
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index language_model_answers_newest on language_model_answers (workspace_id, asked_at desc);
