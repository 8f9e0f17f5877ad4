import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { FoundAct } from '#model/act.ts';
import type { Conversation, Side, Turn } from '#model/conversation.ts';
import { Refusal } from '#model/refusal.ts';
import { label } from '#understanding/label/label.ts';
import { whyNot } from './input.ts';
import { WrongUse } from './usage.ts';

interface Line {
  id: string | number;
  dialogue: string;
  speaker: string;
  side: Side;
  text: string;
}

/** `heed acts`: one dialogue stands in memory at a time. Returns the exit code. */
export async function acts(args: string[]): Promise<number> {
  const [file, more] = args;
  if (file === undefined) throw new WrongUse('Say which file to label.', 'acts');
  if (file.startsWith('--')) throw new WrongUse(`heed acts takes no "${file}".`, 'acts');
  if (more !== undefined) throw new WrongUse('heed acts labels one file at a time.', 'acts');
  try {
    await labelLines(file === '-' ? process.stdin : createReadStream(file));
    return 0;
  } catch (error) {
    const why = whyNot(error);
    if (why === null) throw error;
    process.stderr.write(`${file}: ${why}\n`);
    return 1;
  }
}

async function labelLines(input: NodeJS.ReadableStream) {
  let dialogue: Line[] = [];
  let n = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    n++;
    if (!text.trim()) continue;
    const line = parsed(text, n);
    if (dialogue[0] && dialogue[0].dialogue !== line.dialogue) {
      await write(dialogue);
      dialogue = [];
    }
    dialogue.push(line);
  }
  if (dialogue.length > 0) await write(dialogue);
}

const SIDES = ['us', 'them', 'unknown'];

function parsed(text: string, n: number): Line {
  const value = jsonOf(text.replace(/^\uFEFF/, ''), n);
  const { id, dialogue, speaker, side, text: said } = value;
  if (typeof id !== 'string' && typeof id !== 'number') throw wrong(n, '"id" is missing');
  if (typeof said !== 'string') throw wrong(n, '"text" is missing or not a string');
  if (side !== undefined && side !== null && !SIDES.includes(String(side)))
    throw wrong(n, `"side" is ${JSON.stringify(side)}, not us, them or unknown`);
  return { id, dialogue: String(dialogue ?? ''), speaker: String(speaker ?? side ?? ''), side: (side ?? 'unknown') as Side, text: said };
}

function jsonOf(text: string, n: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong(n, 'this is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(n, 'this is not an object');
  return value as Record<string, unknown>;
}

function wrong(line: number, what: string): Refusal {
  return new Refusal('acts.line', `line ${line}: ${what}.`, { line });
}

/** Speakers of one name on both sides are kept apart. */
async function write(lines: Line[]) {
  const name = (line: Line) => `${line.side} ${line.speaker}`;
  const sides = new Map(lines.map((line) => [name(line), line.side]));
  const conversation: Conversation = {
    source: 'plain',
    sourceId: null,
    kind: 'call',
    startedAt: null,
    title: '',
    participants: [...sides].map(([speaker, side]) => ({ name: speaker, side })),
    turns: lines.map((line, i): Turn => ({ speaker: name(line), text: line.text, line: i + 1 })),
    timeQuality: 'none',
  };
  const found = label(conversation);
  const out = lines.map((line, i) => `${JSON.stringify({ id: line.id, acts: strongest(found[i] ?? []) })}\n`).join('');
  if (!process.stdout.write(out)) await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
}

function strongest(found: FoundAct[]): Record<string, number> {
  const best: Record<string, number> = {};
  for (const { act, p } of found) best[act] = Math.max(best[act] ?? 0, p);
  return best;
}
