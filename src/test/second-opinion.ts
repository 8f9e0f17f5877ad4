import { call } from '@orpc/server';
import { sql } from 'kysely';
import { router } from '#api/router.ts';
import { askForFindings } from '#connectors/language-model.ts';
import { languageModelTasks } from '#jobs/language-model.ts';
import type { ConversationPage } from '#model/pages.ts';
import { type Asking, asking, SEALING } from './asking.ts';
import { FIRST_CALL, handIn, understandWaiting } from './told.ts';
import type { World, WorldMember } from './world.ts';

/** As the server would hand it in: with a way out. */
export function outside(world: World, member: WorldMember): { context: Asking } {
  return { context: { ...asking(world, member), languageModel: { ask: askForFindings, sealing: SEALING } } };
}

export async function turnOn(world: World, member: WorldMember, endpoint: string, more: { key?: string; model?: string } = {}) {
  return call(router.languageModel.change, { endpoint, model: 'llama3.1', on: true, ...more }, outside(world, member));
}

/** A call that came in and was understood by the engine; whoever is to be asked about it waits. */
export async function heardCall(world: World, member: WorldMember, text = FIRST_CALL, more: { private?: boolean } = {}): Promise<string> {
  const scope = world.scope(member);
  const received = await handIn(scope, text, more);
  await understandWaiting(scope);
  return received.conversations[0]?.id ?? '';
}

export interface WaitingJob {
  id: string;
  payload: { conversationId: string; tries: number };
  inMinutes: number;
  queue: string | null;
  priority: number;
}

export async function waitingToAsk(world: World): Promise<WaitingJob[]> {
  const { rows } = await sql<WaitingJob>`select j.id, p.payload, round(extract(epoch from j.run_at - now()) / 60)::int as in_minutes,
      j.queue_name as queue, j.priority
    from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier = 'ask-language-model' order by j.id`.execute(world.db);
  return rows;
}

/** What the worker would do, now: ask about everything that waits, once. */
export async function askWaiting(world: World, stop?: AbortSignal): Promise<number> {
  const jobs = await waitingToAsk(world);
  const task = languageModelTasks(SEALING)['ask-language-model'];
  for (const { id, payload } of jobs) {
    await sql`select graphile_worker.complete_jobs(array[${id}]::bigint[])`.execute(world.db);
    await task?.(world.db, payload, stop);
  }
  return jobs.length;
}

export async function pageOf(world: World, member: WorldMember, id: string): Promise<ConversationPage> {
  return call(router.conversations.open, { id }, outside(world, member)) as Promise<ConversationPage>;
}

/** The model's own on a page, as `turn kind quote`. */
export function ofModel(page: ConversationPage): string[] {
  return page.findings.filter(({ by }) => by === 'language-model').map(({ turn, kind, quote }) => `${turn} ${kind} ${quote}`);
}
