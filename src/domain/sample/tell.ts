import { sql } from 'kysely';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import { confirmFinding, editFinding, rejectFindings } from '../findings/decide.ts';
import { noteFinding } from '../findings/note.ts';
import { confirmNeed, type SaidWords } from '../needs/understood.ts';
import { keepPromise } from '../promises/keep.ts';
import type { Change } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { movedBy } from './dates.ts';
import type { Told, Waiting } from './told.ts';

const LEFT = 2;

interface Turn {
  id: string;
  text: string;
  speakerId: string;
}

interface Suggested {
  id: string;
  kind: FindingKind;
  turnId: string;
  fromChar: number;
  toChar: number;
  p: number;
}

export interface Chapter {
  conversationId: string;
  told: Told[];
  days: number;
  /** Ids of what Lantern says of itself, by key. */
  claims: Map<string, string>;
  /** ISO 8601: the moment the sample is opened; what is kept later is not kept yet. */
  opened: string;
  /** What is left to be confirmed here; null where all is settled. */
  waits: readonly Waiting[] | null;
}

/** What a member decided about one conversation: mended and confirmed what is told of, and turned down the rest where all is settled. */
export async function tellChapter(change: Change, { conversationId, told, days, claims, opened, waits }: Chapter): Promise<void> {
  const turns = await turnsOf(change, conversationId);
  const open = await openIn(change, conversationId);
  const decided = new Set<string>();
  for (const one of told) {
    const place = placeOf(turns, one);
    const suggestion = suggestedAt(open, { ...place, kind: one.kind, decided });
    const fields = fieldsOf(one, days, claims);
    const { turn, from, to } = place;
    const { id } = suggestion ?? (await noteFinding(change, { conversationId, turnId: turn.id, from, to, kind: one.kind, ...fields }));
    decided.add(id);
    if (suggestion) {
      await editFinding(change, id, { kind: one.kind, ...fields });
      await confirmFinding(change, id);
    }
    await afterwards(change, { id, told: one, days, opened, place: { turnId: turn.id, from, to } });
  }
  const rest = open.filter((one) => !decided.has(one.id));
  const news = rest.filter((one) => !saysTheSame(one, turns, told));
  const left = waits ? leftOf(news, turns, waits) : [];
  await rejectFindings(
    change,
    rest.filter((one) => !left.includes(one)).map((one) => one.id),
  );
}

/** The turn that holds these words, and where in it; a story that quotes what nobody said is a mistake of ours. */
function placeOf(turns: Turn[], told: Waiting): { turn: Turn; from: number; to: number } {
  for (const turn of turns) {
    const from = turn.text.indexOf(told.quote);
    if (from >= 0) return { turn, from, to: from + told.quote.length };
  }
  throw new Error(`Nobody says "${told.quote}".`);
}

interface Sought {
  turn: Turn;
  from: number;
  to: number;
  kind: FindingKind;
  decided: Set<string>;
}

/** What Heed suggested for just these words, of this kind rather than another. */
function suggestedAt(open: Suggested[], { turn, from, to, kind, decided }: Sought): Suggested | undefined {
  const here = open.filter((one) => !decided.has(one.id) && one.turnId === turn.id && one.fromChar === from && one.toChar === to);
  return here.find((one) => one.kind === kind) ?? here[0];
}

/** What is still to be looked at: that of which the story says so, and the surest beside it where that is too little. */
function leftOf(open: Suggested[], turns: Turn[], waits: readonly Waiting[]): Suggested[] {
  const named = open.filter((one) => saysTheSame(one, turns, waits));
  const others = open.filter((one) => !named.includes(one)).sort((a, b) => b.p - a.p);
  return [...named, ...others.slice(0, Math.max(0, LEFT - named.length))];
}

/** Cut elsewhere, the same words of the same kind would be asked about again. */
function saysTheSame(open: Suggested, turns: Turn[], told: readonly Waiting[]): boolean {
  return told.some((one) => {
    const { turn, from, to } = placeOf(turns, one);
    return one.kind === open.kind && turn.id === open.turnId && open.fromChar < to && from < open.toChar;
  });
}

/** What a told thing says beside its quote, its day moved along, its claim by its id. */
function fieldsOf(told: Told, days: number, claims: Map<string, string>): FindingFields {
  const { in: _in, quote: _quote, kind: _kind, kept: _kept, understood: _understood, claim, ...rest } = told;
  const fields = claim ? { ...rest, claim: claims.get(claim) ?? null } : rest;
  return fields.due ? { ...fields, due: movedBy(fields.due, days).slice(0, 10) } : fields;
}

async function afterwards(
  change: Change,
  { id, told, days, opened, place }: { id: string; told: Told; days: number; opened: string; place: SaidWords },
): Promise<void> {
  const keptAt = told.kept ? movedBy(`${told.kept}T16:30:00Z`, days) : null;
  const kept = keptAt !== null && Date.parse(keptAt) <= Date.parse(opened) ? keptAt : null;
  if (!kept && !told.understood) return;
  const row = await firstOf(
    change.db,
    sql<{ became: string }>`select became->>'id' as became from findings where workspace_id = ${change.workspaceId} and id = ${id}`,
  );
  if (!row) return;
  if (kept) await keepPromise({ ...change, now: kept }, row.became);
  if (told.understood) await confirmNeed(change, { needId: row.became, ...place });
}

async function turnsOf(change: Change, conversationId: string): Promise<Turn[]> {
  return rowsOf(
    change.db,
    sql<Turn>`select id, text, speaker_id from turns where workspace_id = ${change.workspaceId} and conversation_id = ${conversationId} order by i`,
  );
}

async function openIn(change: Change, conversationId: string): Promise<Suggested[]> {
  return rowsOf(
    change.db,
    sql<Suggested>`select id, kind, turn_id, from_char, to_char, p from findings where workspace_id = ${change.workspaceId}
      and conversation_id = ${conversationId} and confirmed_at is null and rejected_at is null order by id`,
  );
}
