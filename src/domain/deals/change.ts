import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { DealPage, Part } from '#model/deal.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import { firstStage, isStanding } from './pipelines.ts';
import { missingDeal, openDeal } from './view.ts';

export interface DealFields {
  title?: string | undefined;
  stageId?: string | undefined;
  organisationId?: string | null | undefined;
  ownerId?: string | null | undefined;
  /** A decimal number as text. */
  amount?: string | null | undefined;
  /** ISO 4217. */
  currency?: string | null | undefined;
  closeOn?: string | null | undefined;
  nextStep?: string | undefined;
  /** ISO 8601 day. */
  nextOn?: string | null | undefined;
  about?: string | undefined;
}

/** @throws Refusal `missing.stage`, `missing.organisation`, `missing.member`, `missing.person`, `deal.in-private`. */
export function addDeal(scope: Scope, given: DealFields & { title: string; personIds?: string[] | undefined }): Promise<DealPage> {
  return wholly(scope, async (change) => {
    await checkTies(change, given);
    const id = uuidv7();
    const stageId = given.stageId ?? (await firstStage(change));
    const w = change.workspaceId;
    await sql`insert into deals (workspace_id, id, title, stage_id, organisation_id, owner_id, amount, currency, close_on, next_step, next_on, about, moved_at, created_at, created_by)
      values (${w}, ${id}, ${given.title.trim()}, ${stageId}, ${given.organisationId ?? null}, ${given.ownerId === undefined ? change.member.id : given.ownerId},
        ${given.amount ?? null}, coalesce(${given.currency ?? null}, case when ${given.amount ?? null}::text is not null then (select currency from workspaces where workspace_id = ${w} and id = ${w}) end),
        ${given.closeOn ?? null}, ${given.nextStep?.trim() ?? ''}, ${given.nextOn ?? null}, ${given.about ?? ''}, ${change.now}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
    for (const personId of new Set(given.personIds ?? [])) await tie(change, id, personId, null);
    await remember(change, { action: 'deal.added', about: 'deal', id });
    return openDeal(change, id);
  });
}

/** What is not given stays; another stage moves it. @throws Refusal `missing.deal` and those of `addDeal`. */
export function changeDeal(scope: Scope, id: string, given: DealFields): Promise<DealPage> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return wholly(scope, async (change) => {
    await lockDeal(change, id);
    await checkTies(change, given);
    const or = (value: unknown, column: string, type: string) => (value === undefined ? sql.ref(column) : sql`${value}::${sql.raw(type)}`);
    await sql`update deals set title = coalesce(${given.title?.trim() ?? null}, title), organisation_id = ${or(given.organisationId, 'organisation_id', 'uuid')},
      owner_id = ${or(given.ownerId, 'owner_id', 'uuid')}, amount = ${or(given.amount, 'amount', 'numeric')}, currency = ${or(given.currency, 'currency', 'text')},
      close_on = ${or(given.closeOn, 'close_on', 'date')}, next_step = coalesce(${given.nextStep?.trim() ?? null}, next_step),
      next_on = ${or(given.nextOn, 'next_on', 'date')}, about = coalesce(${given.about ?? null}, about),
      moved_at = case when ${given.stageId ?? null}::uuid is distinct from stage_id and ${given.stageId ?? null}::uuid is not null then ${change.now} else moved_at end,
      stage_id = coalesce(${given.stageId ?? null}::uuid, stage_id)
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'deal.changed', about: 'deal', id, detail: { fields } });
    return openDeal(change, id);
  });
}

/** They said yes, or it ended otherwise; or it goes on after all (`null`). @throws Refusal `missing.deal`. */
export function endDeal(scope: Scope, id: string, how: 'won' | 'lost' | null, why = ''): Promise<DealPage> {
  return wholly(scope, async (change) => {
    await lockDeal(change, id);
    await sql`update deals set won_at = ${how === 'won' ? change.now : null}, lost_at = ${how === 'lost' ? change.now : null}, ended_why = ${how ? why.trim() : ''},
      moved_at = ${change.now} where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: how ? `deal.${how}` : 'deal.reopened', about: 'deal', id });
    return openDeal(change, id);
  });
}

/** Away, or back again: where its stage has gone meanwhile, into the first one. @throws Refusal `missing.deal`. */
export function removeDeal(scope: Scope, id: string, away: boolean): Promise<void> {
  return wholly(scope, async (change) => {
    const found = await firstOf(
      change.db,
      sql<{ stageId: string }>`update deals set removed_at = ${away ? change.now : null}, removed_by = ${away ? change.member.id : null}
        where workspace_id = ${change.workspaceId} and id = ${id} returning stage_id`,
    );
    if (!found) throw missingDeal();
    if (!away && !(await isStanding(change, found.stageId)))
      await sql`update deals set stage_id = ${await firstStage(change)}, moved_at = ${change.now}
        where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: away ? 'deal.removed' : 'deal.brought-back', about: 'deal', id });
  });
}

/** Somebody has a part in it; said again, another part. @throws Refusal `missing.deal`, `missing.person`, `deal.in-private`. */
export function putPerson(scope: Scope, id: string, personId: string, part: Part | null): Promise<DealPage> {
  return wholly(scope, async (change) => {
    await lockDeal(change, id);
    await tie(change, id, personId, part);
    await remember(change, { action: 'deal.changed', about: 'deal', id, detail: { fields: ['people'] } });
    return openDeal(change, id);
  });
}

/** @throws Refusal `missing.deal`. */
export function takePerson(scope: Scope, id: string, personId: string): Promise<DealPage> {
  return wholly(scope, async (change) => {
    await lockDeal(change, id);
    await sql`delete from deal_people y using people p where y.workspace_id = ${change.workspaceId} and y.deal_id = ${id} and y.person_id = ${personId}
      and p.workspace_id = y.workspace_id and p.id = y.person_id and ${known(change, 'p')}`.execute(change.db);
    await remember(change, { action: 'deal.changed', about: 'deal', id, detail: { fields: ['people'] } });
    return openDeal(change, id);
  });
}

async function tie(change: Change, dealId: string, personId: string, part: Part | null): Promise<void> {
  const person = await firstOf(
    change.db,
    sql<{
      privateTo: string | null;
    }>`select p.private_to from people p where p.workspace_id = ${change.workspaceId} and p.id = ${personId} and ${known(change, 'p')}`,
  );
  if (!person) throw new Refusal('missing.person', 'That person is not here any more. Choose somebody else.');
  if (person.privateTo) throw new Refusal('deal.in-private', 'You met them in private, and a deal is seen by all.');
  await sql`insert into deal_people (workspace_id, id, deal_id, person_id, part, created_at) values (${change.workspaceId}, ${uuidv7()}, ${dealId}, ${personId}, ${part}, ${change.now})
    on conflict (workspace_id, deal_id, person_id) do update set part = excluded.part`.execute(change.db);
}

async function lockDeal(change: Change, id: string): Promise<void> {
  const deal = await firstOf(
    change.db,
    sql<{ id: string }>`select id from deals where workspace_id = ${change.workspaceId} and id = ${id} and removed_at is null for update`,
  );
  if (!deal) throw missingDeal();
}

async function checkTies(change: Change, { stageId, organisationId, ownerId }: DealFields): Promise<void> {
  const w = change.workspaceId;
  if (stageId && !(await isStanding(change, stageId))) throw new Refusal('missing.stage', 'That stage is not here any more.');
  const found = await firstOf(
    change.db,
    sql<{ organisation: boolean; owner: boolean }>`select
      exists (select from organisations o where o.workspace_id = ${w} and o.id = ${organisationId ?? null}) as organisation,
      exists (select from members m where m.workspace_id = ${w} and m.id = ${ownerId ?? null} and m.left_at is null) as owner`,
  );
  if (organisationId && !found?.organisation) throw new Refusal('missing.organisation', 'That organisation is not here any more.');
  if (ownerId && !found?.owner) throw new Refusal('missing.member', 'That member is not here any more.');
}
