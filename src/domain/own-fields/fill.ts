import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type OwnField, type ReadValue, readValue } from '#model/own-field.ts';
import { Refusal } from '#model/refusal.ts';
import { columnOf, mustBeHere } from '../about.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';

/** Fill in a field, or empty it with null. @throws Refusal `missing.field`, `missing.*`, `field.number`, `field.date`, `field.choice`, `field.person`, `field.long`. */
export async function fillField(scope: Scope, given: { fieldId: string; id: string; value: string | null }): Promise<void> {
  const { fieldId, id, value } = given;
  await wholly(scope, async (change) => {
    const field = await fieldOrRefuse(change, fieldId);
    await mustBeHere(change, field.about, id);
    const read = await valueOrRefuse(change, field, value);
    const column = columnOf(field.about);
    if (read.as === 'none')
      await sql`delete from custom_values where workspace_id = ${change.workspaceId} and field_id = ${fieldId} and ${column} = ${id}`.execute(
        change.db,
      );
    else
      await sql`insert into custom_values (workspace_id, id, field_id, ${column}, ${valueColumn(read)}, changed_at, changed_by)
        values (${change.workspaceId}, ${uuidv7()}, ${fieldId}, ${id}, ${valueSql(read)}, ${change.now}, ${change.member.id})
        on conflict (workspace_id, field_id, person_id, organisation_id, deal_id)
        do update set ${valueColumn(read)} = excluded.${valueColumn(read)}, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
        change.db,
      );
    await remember(change, { action: 'field.filled', about: field.about, id, detail: { field: fieldId } });
  });
}

/** A field that is offered. @throws Refusal `missing.field`. */
export async function fieldOrRefuse(change: Change, id: string): Promise<OwnField> {
  const field = await firstOf(
    change.db,
    sql<OwnField>`select id, about, label, kind, choices, null as "putAwayAt" from custom_fields
      where workspace_id = ${change.workspaceId} and id = ${id} and removed_at is null for share`,
  );
  if (!field) throw missingField();
  return field;
}

export function missingField(): Refusal {
  return new Refusal('missing.field', 'That field is not here any more.');
}

export type KeptValue = Exclude<ReadValue, { as: 'wrong' }>;

/** What was typed, as it is kept; somebody who is named is somebody this member knows. @throws Refusal `field.*`, `missing.person`. */
export async function valueOrRefuse(change: Change, field: OwnField, typed: string | null): Promise<KeptValue> {
  const read = readValue(field, typed ?? '');
  if (read.as === 'wrong') throw wrongValue(read.why);
  if (read.as === 'person') {
    const them = await firstOf(
      change.db,
      sql`select from people p where p.workspace_id = ${change.workspaceId} and p.id = ${read.value} and ${known(change, 'p')}`,
    );
    if (!them) throw new Refusal('missing.person', 'That person is not here any more.');
  }
  return read;
}

function wrongValue(why: 'number' | 'date' | 'choice' | 'person' | 'long'): Refusal {
  if (why === 'number') return new Refusal('field.number', 'That is not a number.');
  if (why === 'date') return new Refusal('field.date', 'That is not a day, like 2026-11-28.');
  if (why === 'choice') return new Refusal('field.choice', 'That is none of the choices of this field.');
  if (why === 'person') return new Refusal('field.person', 'Choose somebody you know.');
  return new Refusal('field.long', 'That is too long for a field. Write it as a note.');
}

export function valueColumn({ as }: Exclude<KeptValue, { as: 'none' }>): RawBuilder<unknown> {
  return sql.ref(`${as}_value`);
}

export function valueSql({ as, value }: Exclude<KeptValue, { as: 'none' }>): RawBuilder<unknown> {
  const type = { text: 'text', number: 'numeric', date: 'date', person: 'uuid' }[as];
  return sql`${value}::${sql.raw(type)}`;
}
