import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Turn } from '#model/conversation.ts';
import { readAll } from './read.ts';
import { sourceOfText } from './source.ts';

const PEOPLE = ['Ana Ruiz', 'Tom Baker', 'Chloe Martin', 'Baker, Tom (External)'];
const SENTENCES = [
  'So what does it cost you?',
  'Two customers: one in March.',
  'Right.',
  'See you at 10:30, then.',
  'Één café — “graag”!',
  'a - b',
  '(She laughs.)',
];

interface Given {
  speaker: string;
  text: string;
  /** Seconds from the start; each two after the one before. */
  at: number;
}

/** Nobody speaks twice in a row, so that turns are what is written. */
const talk = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...SENTENCES)), { minLength: 4, maxLength: 25 }).map((some): Given[] => {
  let who = 0;
  return some.map(([step, text], i) => {
    who = i === 0 ? 0 : (who + 1 + step) % PEOPLE.length;
    return { speaker: PEOPLE[who] ?? '', text, at: i * 2 };
  });
});

const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);
const short = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

async function turnsOf(text: string): Promise<Turn[]> {
  const { conversations } = await readAll(sourceOfText('x', text));
  return conversations[0]?.conversation.turns ?? [];
}

const pairs = (turns: { speaker: string; text: string }[]) => turns.map(({ speaker, text }) => [speaker, text]);

/** How each format writes a conversation, and which times it can give back, in milliseconds. */
const FORMATS: Record<
  string,
  { write: (given: Given[]) => string; times?: (one: Given, next: Given | undefined) => [number | undefined, number | undefined] }
> = {
  'Zoom captions': {
    write: (given) =>
      `WEBVTT\n\n${given.map(({ speaker, text, at }, i) => `${i + 1}\n${clock(at)}.000 --> ${clock(at + 1)}.500\n${speaker}: ${text}\n\n`).join('')}`,
    times: ({ at }) => [at * 1000, at * 1000 + 1500],
  },
  SubRip: {
    write: (given) =>
      given.map(({ speaker, text, at }, i) => `${i + 1}\n${clock(at)},000 --> ${clock(at + 1)},500\n${speaker}: ${text}\n\n`).join(''),
    times: ({ at }) => [at * 1000, at * 1000 + 1500],
  },
  Otter: {
    write: (given) =>
      `${given.map(({ speaker, text, at }) => `${speaker}  ${short(at)}  \n${text}\n\n`).join('')}Transcribed by https://otter.ai\n`,
    times: ({ at }, next) => [at * 1000, next && next.at * 1000],
  },
  'Teams as text': {
    write: (given) => `Call-Meeting Transcript\n${given.map(({ speaker, text, at }) => `${speaker}   ${short(at)}\n${text}\n`).join('')}`,
    times: ({ at }, next) => [at * 1000, next && next.at * 1000],
  },
  Meet: {
    write: (given) =>
      `Call - Transcript\n00:00:00\n\n${given.map(({ speaker, text }) => `${speaker}: ${text}\n`).join('')}\nTranscription ended after 00:30:00\n`,
  },
  'names and colons': {
    write: (given) => given.map(({ speaker, text }) => `${speaker}: ${text}\n`).join('\n'),
    times: () => [undefined, undefined],
  },
};

for (const [format, { write, times }] of Object.entries(FORMATS)) {
  test(`${format}: what is written is what is read`, async () => {
    await fc.assert(
      fc.asyncProperty(talk, async (given) => {
        const text = write(given);
        const turns = await turnsOf(text);
        assert.deepEqual(pairs(turns), pairs(given));
        const lines = text.split('\n');
        for (const turn of turns) assert.ok(lines[turn.line - 1]?.includes(turn.text), `line ${turn.line}`);
        if (times) {
          assert.deepEqual(
            turns.map(({ startMs, endMs }) => [startMs, endMs]),
            given.map((one, i) => times(one, given[i + 1])),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
}

test('Meet: the times shared out by words run from the first heading to the end without a gap', async () => {
  await fc.assert(
    fc.asyncProperty(talk, async (given) => {
      const turns = await turnsOf(FORMATS.Meet?.write(given) ?? '');
      assert.equal(turns[0]?.startMs, 0);
      assert.equal(turns.at(-1)?.endMs, 1_800_000);
      for (const [i, turn] of turns.entries()) assert.equal(turn.endMs, turns[i + 1]?.startMs ?? 1_800_000);
    }),
    { numRuns: 40 },
  );
});
