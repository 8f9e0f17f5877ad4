import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { later } from '#db/later.ts';
import { BULK_AT_ONCE, BULK_UNDO_DAYS, type BulkChange } from '#model/bulk.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { fieldOrRefuse, valueOrRefuse } from '../own-fields/fill.ts';
import { fitting, type PeopleFit } from '../people/fit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { tagCalled, tagOrRefuse } from '../tags/put.ts';
import { goOn } from './go-on.ts';
import type { Kept } from './ways.ts';

export interface BulkAsked {
  /** These people; or, without them, whom the sentence fits. */
  ids?: string[] | undefined;
  fits?: PeopleFit | undefined;
  /** Whom it fits and who are left out by hand. */
  but?: string[] | undefined;
  change: BulkChange;
}

/**
 * One change made to many people: at once where they are few, the rest by itself where they are many. Whom it would not change it leaves alone.
 * Taken back with the answer's id for seven days.
 * @throws Refusal `bulk.nobody`, and what the change itself refuses.
 */
export async function changeMany(scope: Scope, asked: BulkAsked): Promise<{ id: string; changed: number; waiting: number }> {
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const kept = await prepare(change, asked.change);
      const who = await meant(change, asked);
      if (who.length === 0) throw new Refusal('bulk.nobody', 'Nobody of those is here any more.');
      const id = uuidv7();
      await forgetOld(change);
      await sql`insert into bulk_changes (workspace_id, id, of, change, before, total, waiting, changed_at, changed_by)
        values (${change.workspaceId}, ${id}, 'people', ${JSON.stringify(kept)}::jsonb, '[]', ${who.length}, ${who}::uuid[], ${change.now},
          ${change.member.id})`.execute(change.db);
      await remember(change, { action: 'many.changed', about: 'many', id, detail: { what: kept.what, people: who.length } });
      if (who.length <= BULK_AT_ONCE) return { id, ...(await goOn(change, id)) };
      await later(change.db, 'change-many', { workspaceId: change.workspaceId, changeId: id }, { queue: `many ${change.workspaceId}` });
      return { id, changed: 0, waiting: who.length };
    }),
  );
}

/** In the order of their ids, so that two who change the same people wait for one another and never each for the other. */
async function meant(change: Change, { ids, fits = {}, but = [] }: BulkAsked): Promise<string[]> {
  const who = ids ? sql`${fitting(change, {})} and p.id = any(${ids}::uuid[])` : fitting(change, fits);
  const rows = await rowsOf(
    change.db,
    sql<{ id: string }>`select p.id from people p where ${who} and p.id <> all(${but}::uuid[]) order by p.id`,
  );
  return rows.map(({ id }) => id);
}

/** With the names of what it speaks of, so that it can be told when they are called otherwise. */
async function prepare(change: Change, asked: BulkChange): Promise<Kept> {
  if (asked.what === 'tag') {
    const tag = await tagCalled(change, asked.name);
    return { what: 'tag', tagId: tag.id, name: tag.name };
  }
  if (asked.what === 'untag') return { what: 'untag', tagId: asked.tagId, name: (await tagOrRefuse(change, asked.tagId)).name };
  if (asked.what === 'owner') return { what: 'owner', memberId: asked.memberId, name: await memberName(change, asked.memberId) };
  if (asked.what === 'field') {
    const field = await fieldOrRefuse(change, asked.fieldId);
    if (field.about !== 'person') throw new Refusal('missing.field', 'That field is not here any more.');
    const value = await valueOrRefuse(change, field, asked.value);
    return { what: 'field', fieldId: field.id, name: field.label, value };
  }
  if (asked.what === 'kind') return { what: 'kind', kind: asked.kind, take: asked.take ?? false };
  return asked;
}

async function memberName(change: Change, id: string | null): Promise<string> {
  if (id === null) return '';
  const member = await firstOf(
    change.db,
    sql<{ name: string }>`select name from members where workspace_id = ${change.workspaceId} and id = ${id} and left_at is null`,
  );
  if (!member) throw new Refusal('missing.member', 'There is no such member in this workspace.');
  return member.name;
}

/** What can no longer be taken back need not be kept. */
async function forgetOld(change: Change): Promise<void> {
  await sql`update bulk_changes set before = '[]' where workspace_id = ${change.workspaceId} and before <> '[]'
    and changed_at < ${change.now}::timestamptz - make_interval(days => ${BULK_UNDO_DAYS + 1})`.execute(change.db);
}
