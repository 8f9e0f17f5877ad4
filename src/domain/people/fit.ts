import { type RawBuilder, sql } from 'kysely';
import { isDay } from '#model/day.ts';
import { readValue } from '#model/own-field.ts';
import type { FieldWord, PeopleSentence, Spoke } from '#model/people-sentence.ts';
import type { PersonKind } from '#model/person.ts';
import { current } from '../affiliations/current.ts';
import type { Scope } from '../scope.ts';
import { evident, known, pieceOf } from '../statement.ts';

/** Whom a sentence fits; see `PeopleSentence`. */
export interface PeopleFit {
  find?: string | undefined;
  of?: string | undefined;
  kinds?: PersonKind[] | undefined;
  spoke?: Spoke | undefined;
  owe?: boolean | undefined;
  tags?: string[] | undefined;
  owner?: string | undefined;
  fields?: FieldWord[] | undefined;
  contact?: PeopleSentence['contact'] | undefined;
  close?: number[] | undefined;
  added?: string | undefined;
  brought?: string | undefined;
}

/** Whether it leaves anybody out. */
export function isFiltered(fit: PeopleFit): boolean {
  const { find, of, kinds, spoke = 'any', owe, tags, owner, fields, contact, close, added, brought } = fit;
  const words = [find?.trim(), of?.trim(), kinds?.length, owe, tags?.length, owner, fields?.length, contact, close?.length, added, brought];
  return spoke !== 'any' || words.some(Boolean);
}

/** Rows of people, as `p`, that this member may know of and that the sentence fits: what stands after `where`. */
export function fitting(scope: Scope, fit: PeopleFit): RawBuilder<unknown> {
  return sql`p.workspace_id = ${scope.workspaceId} and ${known(scope, 'p')} ${sql.join([...talked(scope, fit), ...said(scope, fit)], sql` `)}`;
}

/** How many it fits, counted up to `most`: one more says that there are more. */
export function countUpTo(scope: Scope, fit: PeopleFit, most: number): RawBuilder<number> {
  return sql<number>`(select count(*)::int from (select from people p where ${fitting(scope, fit)} limit ${most + 1}) counted)`;
}

const DAY = 86_400_000;
const NEVER = sql`'1970-01-01T00:00:00Z'::timestamptz`;

/** What we know of them through talking. */
function talked(scope: Scope, { find, of, kinds, spoke, owe }: PeopleFit): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  const ago = (days: number) => sql`${new Date(Date.parse(scope.now) - days * DAY).toISOString()}::timestamptz`;
  if (find?.trim()) parts.push(sql`and p.sought like ${pieceOf(find.trim())}`);
  if (of?.trim())
    parts.push(sql`and p.id in (select a.person_id from affiliations a
      join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
      where a.workspace_id = ${scope.workspaceId} and ${current(scope, 'a')} and plain_name(o.name) = plain_name(${of.trim()}))`);
  if (kinds && kinds.length > 0) parts.push(sql`and p.kinds && ${kinds}::text[]`);
  if (spoke === 'week') parts.push(sql`and p.last_contact_at >= ${ago(7)}`);
  if (spoke === 'month') parts.push(sql`and p.last_contact_at >= ${ago(30)}`);
  // With whom nobody spoke yet it is not quiet: there is nothing to take up again.
  if (spoke === 'quiet-month') parts.push(sql`and p.last_contact_at < ${ago(30)} and p.last_contact_at > ${NEVER}`);
  if (spoke === 'quiet-quarter') parts.push(sql`and p.last_contact_at < ${ago(91)} and p.last_contact_at > ${NEVER}`);
  if (owe)
    parts.push(sql`and exists (select from promises x where x.workspace_id = p.workspace_id and x.to_person_id = p.id
      and x.by_member_id is not null and x.kept_at is null and ${evident(scope, 'promise', 'x')})`);
  return parts;
}

/** What the team wrote down of them. */
function said(scope: Scope, { tags, owner, fields, contact, close, added, brought }: PeopleFit): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  for (const tag of tags ?? [])
    parts.push(
      sql`and p.id in (select g.person_id from taggings g where g.workspace_id = ${scope.workspaceId} and g.tag_id = ${tag}::uuid)`,
    );
  if (owner === 'nobody') parts.push(sql`and p.owner_id is null`);
  else if (owner) parts.push(sql`and p.owner_id = ${owner === 'me' ? scope.member.id : owner}::uuid`);
  for (const word of fields ?? []) parts.push(filledIn(scope, word));
  if (contact === 'no') parts.push(sql`and p.do_not_contact_at is not null`);
  if (contact === 'yes') parts.push(sql`and p.do_not_contact_at is null`);
  if (close && close.length > 0) parts.push(sql`and p.closeness = any(${close}::int[])`);
  if (added)
    parts.push(sql`and p.created_at >= (select ${added}::date::timestamp at time zone w.zone from workspaces w
      where w.workspace_id = ${scope.workspaceId} and w.id = ${scope.workspaceId})`);
  if (brought)
    parts.push(sql`and p.id in (select r.row_id from import_rows r where r.workspace_id = ${scope.workspaceId}
      and r.import_id = ${brought}::uuid and r.object = 'person' and r.outcome = 'create')`);
  return parts;
}

/** A value has one of four columns; the test speaks of whichever could hold what is asked, so the kind of the field need not be looked up. */
function filledIn(scope: Scope, { id, test, value = '' }: FieldWord): RawBuilder<unknown> {
  const having = (what: RawBuilder<unknown>) => sql`(select v.person_id from custom_values v
    where v.workspace_id = ${scope.workspaceId} and v.field_id = ${id}::uuid and v.person_id is not null and ${what})`;
  if (test === 'any') return sql`and p.id in ${having(seen(scope))}`;
  if (test === 'none')
    return sql`and not exists (select from custom_values v where v.workspace_id = ${scope.workspaceId}
    and v.field_id = ${id}::uuid and v.person_id = p.id and ${seen(scope)})`;
  const asked = { number: numberOf(value), date: isDay(value.trim()) ? value.trim() : null, person: personOf(value) };
  const ways: RawBuilder<unknown>[] = [];
  if (test === 'has') ways.push(sql`lower(v.text_value) like '%' || ${escaped(value)} || '%'`);
  if (test === 'is') {
    ways.push(sql`lower(left(v.text_value, 200)) = lower(${value.trim()})`);
    if (asked.number) ways.push(sql`v.number_value = ${asked.number}::numeric`);
    if (asked.date) ways.push(sql`v.date_value = ${asked.date}::date`);
    if (asked.person) ways.push(sql`(v.person_value = ${asked.person}::uuid and ${seen(scope)})`);
  }
  const bound = test === 'from' ? sql`>=` : sql`<=`;
  if ((test === 'from' || test === 'until') && asked.number) ways.push(sql`v.number_value ${bound} ${asked.number}::numeric`);
  if ((test === 'from' || test === 'until') && asked.date) ways.push(sql`v.date_value ${bound} ${asked.date}::date`);
  // What is neither a number nor a day is before or after nothing.
  return ways.length === 0 ? sql`and false` : sql`and p.id in ${having(sql`(${sql.join(ways, sql` or `)})`)}`;
}

/** Somebody who is filled in and whom this member may not know of is as nobody. */
function seen(scope: Scope): RawBuilder<unknown> {
  return sql`(v.person_value is null or exists (select from people q
    where q.workspace_id = v.workspace_id and q.id = v.person_value and ${known(scope, 'q')}))`;
}

function numberOf(value: string): string | null {
  const read = readValue({ kind: 'number', choices: [] }, value);
  return read.as === 'number' ? read.value : null;
}

function personOf(value: string): string | null {
  const read = readValue({ kind: 'person', choices: [] }, value);
  return read.as === 'person' ? read.value : null;
}

function escaped(value: string): RawBuilder<string> {
  return sql<string>`replace(replace(replace(lower(${value.trim()}), '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
}
