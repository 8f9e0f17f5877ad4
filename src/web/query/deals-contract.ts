import type { Client } from '@orpc/client';
import type { Board, DealPage, DealRow, Part, PipelineView } from '#model/deal.ts';
import type { Page } from '#model/pages.ts';
import type { TaskView } from '#model/task.ts';

type Asks<Input, Output> = Client<Record<never, never>, Input, Output, Error>;
type Ok = { ok: boolean };
type Pipelines = { pipelines: PipelineView[] };

export interface DealWords {
  title?: string;
  stageId?: string;
  organisationId?: string | null;
  ownerId?: string | null;
  amount?: string | null;
  currency?: string | null;
  closeOn?: string | null;
  nextStep?: string;
  nextOn?: string | null;
  about?: string;
}

interface DealsAsked {
  cursor?: string;
  limit?: number;
  state?: 'open' | 'won' | 'lost' | 'all';
  find?: string;
  pipelineId?: string;
  personId?: string;
  organisationId?: string;
  mine?: boolean;
}

export interface TaskWords {
  what?: string;
  about?: string;
  dueOn?: string | null;
  personId?: string | null;
  organisationId?: string | null;
  dealId?: string | null;
  ownerId?: string | null;
}

interface TasksAsked {
  cursor?: string;
  limit?: number;
  mine?: boolean;
  done?: boolean;
  personId?: string;
  organisationId?: string;
  dealId?: string;
}

/** What the web asks about deals and the pipelines they go through. */
export type DealsApi = {
  list: Asks<DealsAsked, Page<DealRow>>;
  board: Asks<{ pipelineId?: string; mine?: boolean }, Board>;
  open: Asks<{ id: string }, DealPage>;
  add: Asks<DealWords & { title: string; personIds?: string[] }, DealPage>;
  change: Asks<DealWords & { id: string }, DealPage>;
  end: Asks<{ id: string; how: 'won' | 'lost'; why?: string }, DealPage>;
  reopen: Asks<{ id: string }, DealPage>;
  remove: Asks<{ id: string }, Ok>;
  bringBack: Asks<{ id: string }, Ok>;
  putPerson: Asks<{ id: string; personId: string; part?: Part | null }, DealPage>;
  takePerson: Asks<{ id: string; personId: string }, DealPage>;
};

export type PipelinesApi = {
  list: Asks<undefined, Pipelines>;
  add: Asks<{ name: string; stages: string[] }, Pipelines>;
  rename: Asks<{ id: string; name: string }, Pipelines>;
  remove: Asks<{ id: string }, Pipelines>;
  bringBack: Asks<{ id: string }, Pipelines>;
  addStage: Asks<{ id: string; name: string }, Pipelines>;
  changeStage: Asks<{ id: string; name?: string; place?: number }, Pipelines>;
  removeStage: Asks<{ id: string }, Pipelines>;
  bringBackStage: Asks<{ id: string }, Pipelines>;
};

export type TasksApi = {
  list: Asks<TasksAsked, Page<TaskView>>;
  add: Asks<TaskWords & { what: string }, TaskView>;
  change: Asks<TaskWords & { id: string }, TaskView>;
  done: Asks<{ id: string }, TaskView>;
  reopen: Asks<{ id: string }, TaskView>;
  remove: Asks<{ id: string }, Ok>;
  bringBack: Asks<{ id: string }, Ok>;
};
