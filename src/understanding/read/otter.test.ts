import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from './read.ts';
import { sourceOfText } from './source.ts';

async function readOne(text: string, name = 'Call_with_Tom.txt') {
  const { format, conversations } = await readAll(sourceOfText(name, text), { zone: 'Europe/Amsterdam' });
  const [first] = conversations;
  assert.ok(first);
  return { format, losses: first.losses, ...first.conversation };
}

test('Otter: a name, two spaces and a start; a turn ends where the next begins', async () => {
  const read = await readOne(`Ana Ruiz  0:04  
So if that keeps happening, what does it cost you?

Unknown Speaker  0:09  
A customer. We lost one in March.

And nearly a second one.

Tom Baker  1:02:15  
That is the part my boss does not know.

Transcribed by https://otter.ai
`);
  assert.equal(read.format, 'otter');
  assert.equal(read.timeQuality, 'start-only');
  assert.equal(read.title, 'Call with Tom');
  assert.deepEqual(read.turns, [
    { speaker: 'Ana Ruiz', text: 'So if that keeps happening, what does it cost you?', line: 2, startMs: 4000, endMs: 9000 },
    {
      speaker: 'Unknown Speaker',
      text: 'A customer. We lost one in March. And nearly a second one.',
      line: 5,
      startMs: 9000,
      endMs: 3_735_000,
    },
    { speaker: 'Tom Baker', text: 'That is the part my boss does not know.', line: 10, startMs: 3_735_000 },
  ]);
  assert.deepEqual(read.losses, []);
});

test('a title block above the first name gives the title and the date', async () => {
  const read = await readOne(`Discovery call, Harbour Foods
Thu, Mar 5, 2026 9:30AM • 27:42

SUMMARY KEYWORDS
reports, depot, monday

SPEAKERS
Ana Ruiz, Tom Baker

Ana Ruiz  0:04
What does it cost you?

Tom Baker  0:09
A customer.
`);
  assert.equal(read.title, 'Discovery call, Harbour Foods');
  assert.equal(read.startedAt, '2026-03-05T09:30:00+01:00');
  assert.deepEqual(
    read.participants.map(({ name }) => name),
    ['Ana Ruiz', 'Tom Baker'],
  );
});

test('each block is its own turn, also when the same person goes on', async () => {
  const read = await readOne('Ana Ruiz  0:04\nOne.\n\nAna Ruiz  0:04\nTwo.\n\nSpeaker 1  0:02\nThree, at 10:30.\n');
  assert.deepEqual(
    read.turns.map(({ speaker, text, startMs, endMs }) => [speaker, text, startMs, endMs]),
    [
      ['Ana Ruiz', 'One.', 4000, 4000],
      ['Ana Ruiz', 'Two.', 4000, undefined],
      ['Speaker 1', 'Three, at 10:30.', 2000, undefined],
    ],
  );
});

test('a name without words at the end is told as a loss', async () => {
  const read = await readOne('Ana Ruiz  0:04\nOne.\n\nTom Baker  0:09\n');
  assert.deepEqual(
    read.losses.map(({ code, line }) => [code, line]),
    [['file.ends-early', 4]],
  );
});

test('names without any words are no conversation', async () => {
  await assert.rejects(readOne('Ana Ruiz  0:04\n\nTom Baker  0:09\n'), { code: 'file.no-turns' });
});
