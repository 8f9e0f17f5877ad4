import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { cleanChoices, type FieldKind, type OwnField } from '#model/own-field.ts';
import { Refusal } from '#model/refusal.ts';
import type { About } from '#model/tag.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { fieldOrRefuse, missingField } from './fill.ts';

export interface NewField {
  about: About;
  label: string;
  kind: FieldKind;
  choices?: string[] | undefined;
}

/** A field of the workspace's own, after the others. @throws Refusal `field.label`, `field.choices`, `conflict.field`. */
export async function addField(scope: Scope, { about, label: typed, kind, choices = [] }: NewField): Promise<OwnField> {
  const label = labelOrRefuse(typed);
  const offered = choicesOrRefuse(kind, choices);
  const id = uuidv7();
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      await nobodyIsLabelled(change, { about, label, but: id });
      await sql`insert into custom_fields (workspace_id, id, about, label, kind, choices, place, created_at, created_by)
      select ${change.workspaceId}, ${id}, ${about}, ${label}, ${kind}, ${offered}::text[], coalesce(max(f.place), -1) + 1, ${change.now},
        ${change.member.id} from custom_fields f where f.workspace_id = ${change.workspaceId} and f.about = ${about}`.execute(change.db);
      await remember(change, { action: 'field.added', about: 'field', id });
      return { id, about, label, kind, choices: offered, putAwayAt: null };
    }),
  );
}

/** Another name or other choices; what was filled in stays. @throws Refusal `missing.field`, `field.label`, `field.choices`, `conflict.field`. */
export async function changeField(
  scope: Scope,
  id: string,
  given: { label?: string | undefined; choices?: string[] | undefined },
): Promise<OwnField> {
  const fields = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (fields.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const field = await fieldOrRefuse(change, id);
      const label = given.label === undefined ? field.label : labelOrRefuse(given.label);
      const choices = given.choices === undefined ? field.choices : choicesOrRefuse(field.kind, given.choices);
      await nobodyIsLabelled(change, { about: field.about, label, but: id });
      await sql`update custom_fields set label = ${label}, choices = ${choices}::text[]
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
      await remember(change, { action: 'field.changed', about: 'field', id, detail: { fields } });
      return { ...field, label, choices };
    }),
  );
}

/** In this order; those not named come after, as they were. */
export async function orderFields(scope: Scope, { about, ids }: { about: About; ids: string[] }): Promise<void> {
  await wholly(scope, async (change) => {
    await sql`update custom_fields f set place = o.place::int from (
        select x.id, row_number() over (order by array_position(${ids}::uuid[], x.id) nulls last, x.place, x.created_at, x.id) - 1 as place
        from custom_fields x where x.workspace_id = ${change.workspaceId} and x.about = ${about}) o
      where f.workspace_id = ${change.workspaceId} and f.id = o.id and f.place <> o.place`.execute(change.db);
    await remember(change, { action: 'field.ordered', about: 'field' });
  });
}

/** Not offered any more; what was filled in is kept. @throws Refusal `missing.field`. */
export async function putFieldAway(scope: Scope, id: string): Promise<void> {
  await wholly(scope, async (change) => {
    await fieldOrRefuse(change, id);
    await sql`update custom_fields set removed_at = ${change.now}, removed_by = ${change.member.id}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'field.put-away', about: 'field', id });
  });
}

/** Offered again, with all that was filled in. @throws Refusal `missing.field`, `conflict.field` when another has its name now. */
export async function bringFieldBack(scope: Scope, id: string): Promise<void> {
  await againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const away = await firstOf(
        change.db,
        sql<{ about: About; label: string }>`select about, label from custom_fields
        where workspace_id = ${change.workspaceId} and id = ${id} and removed_at is not null for update`,
      );
      if (!away) throw missingField();
      await nobodyIsLabelled(change, { ...away, but: id });
      await sql`update custom_fields set removed_at = null, removed_by = null
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
      await remember(change, { action: 'field.brought-back', about: 'field', id });
    }),
  );
}

function labelOrRefuse(typed: string): string {
  const label = typed.trim().replace(/\s+/g, ' ');
  if (!label || label.length > 100) throw new Refusal('field.label', 'A field needs a name of at most 100 letters.');
  return label;
}

function choicesOrRefuse(kind: FieldKind, typed: string[]): string[] {
  if (kind !== 'choice') return [];
  const choices = cleanChoices(typed);
  if (choices.length === 0) throw new Refusal('field.choices', 'A choice needs something to choose from.');
  return choices;
}

async function nobodyIsLabelled(change: Change, { about, label, but }: { about: About; label: string; but: string }): Promise<void> {
  const other = await firstOf(
    change.db,
    sql`select from custom_fields where workspace_id = ${change.workspaceId} and about = ${about} and lower(label) = lower(${label})
      and removed_at is null and id <> ${but}`,
  );
  if (other) throw new Refusal('conflict.field', 'There is a field of that name already.');
}
