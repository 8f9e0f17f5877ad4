import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Part, TieKind } from '#model/organisation.ts';
import type { Change } from '../scope.ts';

interface Line {
  from: string;
  to: string;
  kind: TieKind;
  closeness: number;
  note: string;
}

const PARTS: Record<string, Part> = { 'Ines Carvalho': 'decides', 'Daniel Brandt': 'can-say-no' };

// As they told it themselves, in the calls and over lunch.
const LINES: Line[] = [
  { from: 'Ruth Adeyemi', to: 'Ines Carvalho', kind: 'introduced', closeness: 3, note: 'sent you to her' },
  { from: 'Daniel Brandt', to: 'Ines Carvalho', kind: 'works-with', closeness: 2, note: 'They were in the second call together.' },
];

/** Who of them decides, and who is close to whom. */
export async function tieEverybody(change: Change, people: Map<string, string>): Promise<void> {
  const w = change.workspaceId;
  for (const [name, part] of Object.entries(PARTS))
    await sql`update affiliations set part = ${part} where workspace_id = ${w} and person_id = ${people.get(name) ?? null}::uuid`.execute(
      change.db,
    );
  for (const { from, to, kind, closeness, note } of LINES)
    await sql`insert into ties (workspace_id, id, from_id, to_id, kind, closeness, note, created_at, created_by)
      values (${w}, ${uuidv7()}, ${people.get(from)}, ${people.get(to)}, ${kind}, ${closeness}, ${note}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    );
}
