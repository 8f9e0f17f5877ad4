import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Turn } from '#model/conversation.ts';
import { readAll } from './read.ts';
import { sourceOfBytes, sourceOfText } from './source.ts';

/** The same talk however its file is set: what most lines look like is read by a shorter way, which must end at the same place. */
const PEOPLE = ['Ana Ruiz', 'Tom Baker', 'Chloe Martin', 'Zoë de Vries'];
const WORDS = [
  'So what does it cost you?',
  'Two customers: one in March.',
  'Right.',
  'See you at 10:30, then.',
  'Een café — graag!',
  'I phone the depot; nobody knows (yet).',
  'Note: it was late.',
];

interface Said {
  name: string;
  words: string;
  at: number;
}

const stamp = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
const clock = (seconds: number) => stamp(seconds).slice(0, 8);
const each = (said: readonly Said[], line: (one: Said, i: number) => string) => said.map(line).join('');

const FORMATS: Record<string, (said: readonly Said[]) => string> = {
  'voice tags': (said) =>
    `WEBVTT\n\n${each(said, ({ name, words, at }) => `${stamp(at)} --> ${stamp(at + 3)}\n<v ${name}>${words}</v>\n\n`)}`,
  Zoom: (said) =>
    `WEBVTT\n\n${each(said, ({ name, words, at }, i) => `${i + 1}\n${stamp(at)} --> ${stamp(at + 3)}\n${name}: ${words}\n\n`)}`,
  SRT: (said) =>
    each(said, ({ name, words, at }, i) => `${i + 1}\n${stamp(at)} --> ${stamp(at + 3)}\n${name}: ${words}\n\n`.replaceAll('.000', ',000')),
  Otter: (said) => each(said, ({ name, words, at }) => `${name}  ${clock(at)}  \n${words}\n\n`),
  Meet: (said) =>
    `Mar 5, 2026\nCall - Transcript\n00:00:00\n\n${each(said, ({ name, words }) => `${name}: ${words}\n`)}\nTranscription ended after ${clock(9000)}\n`,
  plain: (said) => each(said, ({ name, words }) => `${name}: ${words}\n`),
};

/** `lines`: whether lines keep their numbers. */
const DISGUISES: Record<string, { put: (text: string) => string | Uint8Array; lines: boolean }> = {
  'Windows line ends': { put: (text) => text.replaceAll('\n', '\r\n'), lines: true },
  'the line ends of an old Macintosh': { put: (text) => text.replaceAll('\n', '\r'), lines: true },
  'a byte order mark': { put: (text) => `\uFEFF${text}`, lines: true },
  'UTF-16': { put: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), lines: true },
  'white space at the ends of lines': { put: (text) => text.replaceAll('.\n', '. \t\n'), lines: true },
  'empty lines at its end': { put: (text) => `${text}\n\n \n`, lines: true },
  'empty lines between': { put: (text) => text.replaceAll('\n\n', '\n\n\n'), lines: false },
};

const talk = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...WORDS)), { minLength: 8, maxLength: 25 }).map((some) => {
  let who = 0;
  return some.map(([step, words], i): Said => {
    who = i < PEOPLE.length ? i : (who + 1 + step) % PEOPLE.length;
    return { name: PEOPLE[who] ?? '', words, at: i * 5 };
  });
});

async function read(content: string | Uint8Array): Promise<{ format: string; turns: Turn[]; people: string[] }> {
  const source = typeof content === 'string' ? sourceOfText('x', content) : sourceOfBytes('x', content);
  const { format, conversations } = await readAll(source);
  const { turns = [], participants = [] } = conversations[0]?.conversation ?? {};
  return { format, turns, people: participants.map(({ name }) => name) };
}

for (const [format, write] of Object.entries(FORMATS)) {
  test(`${format}: everybody and every word of a talk is there`, async () => {
    await fc.assert(
      fc.asyncProperty(talk, async (said) => {
        const { turns } = await read(write(said));
        assert.deepEqual(
          turns.map(({ speaker, text }) => [speaker, text]),
          said.map(({ name, words }) => [name, words]),
        );
      }),
      { numRuns: 60 },
    );
  });

  for (const [disguise, { put, lines }] of Object.entries(DISGUISES))
    test(`${format} with ${disguise} is the same talk`, async () => {
      await fc.assert(
        fc.asyncProperty(talk, async (said) => {
          const text = write(said);
          const bare = await read(text);
          const found = await read(put(text));
          const turns = lines ? found.turns : found.turns.map((turn, i) => ({ ...turn, line: bare.turns[i]?.line ?? 0 }));
          assert.deepEqual({ ...found, turns }, bare);
        }),
        { numRuns: 25 },
      );
    });
}

const MARKED: Record<string, (one: Said) => string> = {
  'stars around the name': ({ name, words }) => `**${name}:** ${words}\n`,
  'stars around the name, the colon outside': ({ name, words }) => `**${name}**: ${words}\n`,
  'two spaces after the colon': ({ name, words }) => `${name}:  ${words}\n`,
  'a tab after the colon': ({ name, words }) => `${name}:\t${words}\n`,
  'brackets around the name': ({ name, words }) => `[${name}]: ${words}\n`,
  'white space before the name': ({ name, words }) => `  ${name}: ${words}\n`,
};

for (const [mark, line] of Object.entries(MARKED))
  test(`names and colons with ${mark} are the same talk as without`, async () => {
    await fc.assert(
      fc.asyncProperty(talk, async (said) => {
        const bare = await read(each(said, ({ name, words }) => `${name}: ${words}\n`));
        assert.deepEqual(await read(each(said, line)), bare);
      }),
      { numRuns: 40 },
    );
  });
