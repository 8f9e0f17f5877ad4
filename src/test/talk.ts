import type { Conversation, Side, Turn } from '#model/conversation.ts';

/** A line of an invented talk: who, what, and in a timed one how many seconds it lasts and how long it was quiet before. */
export type Line = [speaker: string, text: string, seconds?: number, quiet?: number];

interface Told {
  us?: string[];
  unknown?: string[];
  startedAt?: string | null;
  timed?: boolean;
}

/** A conversation of these lines: Ana is us unless said otherwise, everybody else is them. */
export function talk(
  lines: Line[],
  { us = ['Ana'], unknown = [], startedAt = '2026-11-17T13:58:00+01:00', timed = false }: Told = {},
): Conversation {
  const side = (name: string): Side => (us.includes(name) ? 'us' : unknown.includes(name) ? 'unknown' : 'them');
  let clock = 0;
  const turns = lines.map(([speaker, text, seconds = 3, quiet = 0], i): Turn => {
    const startMs = clock + quiet * 1000;
    clock = startMs + seconds * 1000;
    return timed ? { speaker, text, line: i + 1, startMs, endMs: clock, spokenMs: seconds * 1000 } : { speaker, text, line: i + 1 };
  });
  return {
    source: 'plain',
    sourceId: null,
    kind: 'call',
    startedAt,
    title: 'A talk',
    participants: [...new Set(lines.map(([speaker]) => speaker))].map((name) => ({ name, side: side(name) })),
    turns,
    timeQuality: timed ? 'exact' : 'none',
  };
}

/** Where the line stands in `amid`. */
export const AMID = 1;

/** A line in the middle of a small talk. What went before it is half of how it is heard: after a question it answers. */
export function amid(speaker: string, text: string, before = 'What is it like at the moment?'): Conversation {
  const other = speaker === 'Ana' ? 'Ines' : 'Ana';
  return talk([
    [other, before],
    [speaker, text],
    [other, 'I see, and then we go on from there.'],
  ]);
}
