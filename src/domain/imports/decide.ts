import type { ImportObject } from '#model/import.ts';
import { type DealRow, decideDeal, lookAtDeals, replayDeal } from './decide-deal.ts';
import { decideNote, lookAtNotes, type NoteRow } from './decide-note.ts';
import { decideOrganisation, lookAtOrganisations, type OrganisationRow } from './decide-organisation.ts';
import { decidePerson, replay } from './decide-person.ts';
import { decideTask, lookAtTasks, type TaskRow } from './decide-task.ts';
import type { Decision } from './decision.ts';
import { keyOfExternal } from './external.ts';
import { isFirm, lookAtPeople } from './look-people.ts';
import type { Chunk, Run } from './run.ts';
import { stagedRows } from './stage.ts';
import { domainsOf, type PersonRow, type StagedRow } from './staged.ts';

/** What happens to some rows of one kind, one after another: the same in a dry run and when it counts. */
export async function decideRows(chunk: Chunk, object: ImportObject, rows: StagedRow[]): Promise<Decision[]> {
  if (object === 'organisation') {
    const look = await lookAtOrganisations(chunk, rows as OrganisationRow[]);
    return rows.map((row) => decideOrganisation(chunk, look, row as OrganisationRow));
  }
  if (object === 'person') return decidePeople(chunk, rows as PersonRow[]);
  if (object === 'deal') return decideDeals(chunk, rows as DealRow[]);
  if (object === 'note') {
    const look = await lookAtNotes(chunk, rows as NoteRow[]);
    return rows.map((row) => decideNote(chunk, look, row as NoteRow));
  }
  const look = await lookAtTasks(chunk, rows as TaskRow[]);
  return rows.map((row) => decideTask(chunk, look, row as TaskRow));
}

/** In a dry run somebody from an earlier chunk is in no table: the rows that brought them are read again first. */
async function decidePeople(chunk: Chunk, rows: PersonRow[]): Promise<Decision[]> {
  const met = chunk.run.dry ? metBefore(chunk.run, rows) : new Map<string, { file: number; row: number }>();
  const origins = (await stagedRows(chunk.place, chunk.run.importId, 'person', [...met.values()])) as PersonRow[];
  const look = await lookAtPeople(chunk, [...rows, ...origins]);
  for (const [id, at] of met) {
    const origin = origins.find((one) => one.file === at.file && one.row === at.row);
    if (origin) replay(chunk, look, origin, id);
  }
  return rows.map((row) => decidePerson(chunk, look, row));
}

function metBefore({ seen }: Run, rows: PersonRow[]): Map<string, { file: number; row: number }> {
  const met = new Map<string, { file: number; row: number }>();
  for (const row of rows) {
    const ids = [
      row.externalId === null ? undefined : seen.ids.get(`person X ${keyOfExternal(row)}`),
      ...(row.data.emails ?? []).map(({ match }) => seen.ids.get(`person e ${match}`)),
      ...(row.data.links ?? []).map(({ match }) => seen.ids.get(`person u ${match}`)),
      ...(seen.people.get(row.matchKey) ?? []).map(({ id }) => id),
    ];
    for (const id of ids) {
      const at = id && !seen.states.has(id) && !seen.again.has(id) ? placeOf(id) : undefined;
      if (id && at) met.set(id, at);
    }
  }
  return met;
}

/** The same of deals: who has a part in them may stand in a file of its own. */
async function decideDeals(chunk: Chunk, rows: DealRow[]): Promise<Decision[]> {
  const { dry, seen, importId } = chunk.run;
  const ids = dry ? rows.flatMap((row) => (row.externalId === null ? [] : (seen.ids.get(`deal X ${keyOfExternal(row)}`) ?? []))) : [];
  const met = [...new Set(ids)].filter((id) => !seen.deals.has(id)).flatMap((id) => placeOf(id) ?? []);
  const origins = (await stagedRows(chunk.place, importId, 'deal', met)) as DealRow[];
  const look = await lookAtDeals(chunk, [...rows, ...origins]);
  for (const origin of origins) replayDeal(chunk, look, origin, `new:${origin.file}:${origin.row}`);
  return rows.map((row) => decideDeal(chunk, look, row));
}

/** Of a record that a dry run would make. */
function placeOf(id: string): { file: number; row: number } | undefined {
  const [kind, file, row] = id.split(':');
  return kind === 'new' && row !== undefined ? { file: Number(file), row: Number(row) } : undefined;
}

/** Whether rows may mean what the chunk before them met: then they wait until that is committed, and read it. */
export function meetsBefore({ seen }: Run, object: ImportObject, rows: StagedRow[]): boolean {
  if (object === 'person')
    return (rows as PersonRow[]).some(
      (row) =>
        (row.externalId !== null && seen.ids.has(`person X ${keyOfExternal(row)}`)) ||
        (row.data.emails ?? []).some(({ match }) => seen.ids.has(`person e ${match}`)) ||
        (row.data.links ?? []).some(({ match }) => seen.ids.has(`person u ${match}`)) ||
        (!isFirm(row) && seen.people.has(row.matchKey)),
    );
  if (object === 'organisation')
    return (rows as OrganisationRow[]).some(
      (row) =>
        (row.externalId !== null && seen.ids.has(`organisation X ${keyOfExternal(row)}`)) ||
        domainsOf(row.data).some((domain) => seen.ids.has(`organisation d ${domain}`)) ||
        seen.named.has(`organisation ${row.matchKey}`),
    );
  return true;
}
