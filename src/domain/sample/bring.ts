import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeConversation } from '../conversations/change.ts';
import { logByHand } from '../conversations/log.ts';
import { receiveFile } from '../conversations/receive.ts';
import type { Scope } from '../scope.ts';
import { moveDates, movedBy } from './dates.ts';
import { LOGGED, type SampleFile, SHELF } from './shelf.ts';

const CONVERSATIONS = fileURLToPath(new URL('./conversations/', import.meta.url));

/** Every file of the shelf, as if it was brought in soon after it happened; the ids of their conversations by key. */
export async function bringFiles(scope: Scope, days: number): Promise<Map<string, string>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'heed-sample-'));
  try {
    const ids = new Map<string, string>();
    for (const file of SHELF) ids.set(file.key, await bringFile(scope, { file, days, folder }));
    return ids;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bringFile(scope: Scope, { file, days, folder }: { file: SampleFile; days: number; folder: string }): Promise<string> {
  const at = movedBy(file.at, days);
  const moved = path.join(folder, file.file);
  await writeFile(moved, moveDates(await readFile(path.join(CONVERSATIONS, file.file), 'utf8'), file.dated, days));
  const then = { ...scope, now: soonAfter(at, scope.now) };
  const received = await receiveFile(then, { path: moved, name: file.name, lastModified: at });
  const [conversation] = received.conversations;
  if (!conversation) throw new Error(`The sample file ${file.file} brought no conversation.`);
  // Meet gives a day without an hour.
  const happenedAt = file.dated === 'meet' ? at : undefined;
  if (file.kind || happenedAt) await changeConversation(then, conversation.id, { kind: file.kind, happenedAt });
  return conversation.id;
}

/** The one conversation that nobody recorded. */
export async function noteByHand(scope: Scope, days: number): Promise<void> {
  const { kind, title, who, lines, promised } = LOGGED;
  const happenedAt = movedBy(LOGGED.at, days);
  const then = { ...scope, now: soonAfter(happenedAt, scope.now) };
  const due = movedBy(promised.due, days).slice(0, 10);
  const { id } = await logByHand(then, { kind, who: [...who], happenedAt, lines: lines.join('\n'), promised: [{ ...promised, due }] });
  await changeConversation(then, id, { title });
}

/** A member gets to it some hours later, but not after now: ISO 8601. */
export function soonAfter(at: string, now: string): string {
  const HOURS = 3 * 3_600_000;
  return new Date(Math.min(Date.parse(at) + HOURS, Date.parse(now))).toISOString();
}
