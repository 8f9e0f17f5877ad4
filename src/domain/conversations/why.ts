import { type RawBuilder, sql } from 'kysely';
import type { FoundAct } from '#model/act.ts';
import type { Participant, Turn } from '#model/conversation.ts';
import { confidenceWord, type FindingKind } from '#model/finding.ts';
import { BY_MODEL } from '#model/language-model.ts';
import type { WhyView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import type { Heard, HeardBy } from '#model/why.ts';
import { engineVersion } from '#understanding/understand.ts';
import { explainCut } from '#understanding/why.ts';
import { NOTED } from '../findings/view.ts';
import type { Scope } from '../scope.ts';
import { documentOf, readable } from '../statement.ts';
import { missing } from './open.ts';

/** Turns either side that are listened to again: as far as an act looks for what the other said. */
const AROUND = 4;
/** Characters of the beginning that tell which language is spoken in general. */
const BEGINNING = 8000;

interface Loaded {
  version: string | null;
  participants: Participant[];
  /** The turn and those around it; `acts` as they were stored. */
  turns: (Turn & { i: number; acts: FoundAct[] })[];
  lastTurn: number;
  /** Whether anything in it carries its mark. */
  marks: boolean;
  beginning: string;
  findings: { id: string; kind: FindingKind; from: number; to: number; p: number; version: string }[];
}

/**
 * Why a turn was heard as it was: its acts, and its suggestions that wait, as they were first said. The turn is listened to again with what stands
 * around it; what an older engine said, a language model or a member, cannot be asked. @throws Refusal `missing.conversation`, `missing.turn`.
 */
export async function whyHeard(scope: Scope, id: string, turn: number): Promise<WhyView> {
  const loaded = await load(scope, id, turn);
  if (!loaded) throw missing();
  const { turns, lastTurn, marks, participants, beginning, version } = loaded;
  const at = turns.findIndex(({ i }) => i === turn);
  const acts = turns[at]?.acts;
  if (!acts) throw new Refusal('missing.turn', 'Those words are not in this conversation any more.');
  const explained = explainCut({ participants, turns }, { firstTurn: turn - at, lastTurn, marks, beginning });
  const told = (by: HeardBy | null, ask: () => Heard): Heard => (by ? { by, words: [], reasons: [] } : ask());
  return {
    turn,
    acts: acts.map(({ act, p, from, to, by }) => ({
      ...{ act, p, confidence: confidenceWord(p), from, to },
      ...told(silentBy(version), () => explained.act(at, { act, from, to, by })),
    })),
    findings: loaded.findings.map((found) => ({
      ...{ id: found.id, kind: found.kind, p: found.p, confidence: confidenceWord(found.p), from: found.from, to: found.to },
      ...told(silentBy(found.version), () => explained.finding(at, found)),
    })),
  };
}

/** Who said it, when that is somebody who cannot be asked; null when it was this engine. */
function silentBy(version: string | null): HeardBy | null {
  if (version === engineVersion()) return null;
  if (version === NOTED) return 'by-hand';
  return version?.startsWith(BY_MODEL) ? 'language-model' : 'older-engine';
}

async function load(scope: Scope, id: string, turn: number): Promise<Loaded | null> {
  return documentOf<Loaded>(
    scope.db,
    sql`select json_build_object('version', c.engine_version,
      'participants', (select coalesce(json_agg(json_build_object('name', s.name, 'side', s.side) order by s.i), '[]')
        from speakers s where s.workspace_id = c.workspace_id and s.conversation_id = c.id),
      'turns', (select coalesce(json_agg(json_build_object('i', t.i, 'speaker', s.name, 'text', t.text, 'line', t.line, 'acts', t.acts) order by t.i), '[]')
        from turns t join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id
        where t.workspace_id = c.workspace_id and t.conversation_id = c.id and t.i between ${turn - AROUND}::int and ${turn + AROUND}::int),
      'lastTurn', (select coalesce(max(t.i), 0) from turns t where t.workspace_id = c.workspace_id and t.conversation_id = c.id),
      'marks', exists (select from turns t where t.workspace_id = c.workspace_id and t.conversation_id = c.id
        and (t.text like '%?%' or t.text ~ '[.!]\\s*$')),
      'beginning', (select left(coalesce(string_agg(t.text, ' ' order by t.i), ''), ${BEGINNING}::int) from turns t
        where t.workspace_id = c.workspace_id and t.conversation_id = c.id and t.i < 200),
      'findings', ${waitingAt(scope, turn)})
      from conversations c where c.workspace_id = ${scope.workspaceId} and c.id = ${id} and ${readable(scope, 'c')}`,
  );
}

/** Suggestions at a turn of the conversation of alias c, as they were first said: what a person has made of one since is their own. */
function waitingAt(scope: Scope, turn: number): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.suggested->>'kind', 'from', f.from_char, 'to', f.to_char, 'p', f.p,
      'version', f.engine_version) order by f.from_char, f.id), '[]')
    from findings f join turns t on t.workspace_id = f.workspace_id and t.id = f.turn_id
    where f.workspace_id = ${scope.workspaceId} and f.conversation_id = c.id and t.i = ${turn}
      and f.confirmed_at is null and f.rejected_at is null)`;
}
