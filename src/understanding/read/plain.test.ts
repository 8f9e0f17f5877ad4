import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from './read.ts';
import { sourceOfText } from './source.ts';

async function readOne(text: string, name = 'pasted') {
  const { format, conversations } = await readAll(sourceOfText(name, text));
  const [first] = conversations;
  assert.ok(first);
  return { format, losses: first.losses, ...first.conversation };
}

const said = (turns: { speaker: string; text: string }[]) => turns.map(({ speaker, text }) => [speaker, text]);

test('names and colons: consecutive lines of one person are one turn, lines without a name go on', async () => {
  const read = await readOne(`Ana Ruiz: What made you take this call?
Tom Baker: Two late deliveries: Monday, and Thursday.
And nobody told us.

Tom Baker: Nobody.
Ana Ruiz: I see: that hurts.
`);
  assert.equal(read.format, 'plain');
  assert.equal(read.timeQuality, 'none');
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'What made you take this call?'],
    ['Tom Baker', 'Two late deliveries: Monday, and Thursday. And nobody told us. Nobody.'],
    ['Ana Ruiz', 'I see: that hurts.'],
  ]);
  assert.deepEqual(
    read.turns.map(({ line }) => line),
    [1, 2, 6],
  );
});

test('the name on a line of its own, Markdown, and short names', async () => {
  assert.deepEqual(said((await readOne('Ana:\nHello there.\nTom:\nHello you.\n')).turns), [
    ['Ana', 'Hello there.'],
    ['Tom', 'Hello you.'],
  ]);
  assert.deepEqual(said((await readOne('**Ana Ruiz:** Hello there.\n\n**Tom Baker**: Hello you.\n')).turns), [
    ['Ana Ruiz', 'Hello there.'],
    ['Tom Baker', 'Hello you.'],
  ]);
  assert.deepEqual(said((await readOne('Q: And then?\nA: Then nothing.\n')).turns), [
    ['Q', 'And then?'],
    ['A', 'Then nothing.'],
  ]);
});

test('a time before or after the name is where the turn starts', async () => {
  const before = await readOne('[00:00:04] Ana Ruiz: Hello.\n[00:00:09] Tom Baker: Hello you.\n');
  const after = await readOne('Ana Ruiz (0:04): Hello.\nTom Baker (0:09): Hello you.\n');
  for (const read of [before, after]) {
    assert.equal(read.timeQuality, 'start-only');
    assert.deepEqual(read.turns, [
      { speaker: 'Ana Ruiz', text: 'Hello.', line: 1, startMs: 4000, endMs: 9000 },
      { speaker: 'Tom Baker', text: 'Hello you.', line: 2, startMs: 9000 },
    ]);
  }
  const some = await readOne('[0:04] Ana Ruiz: Hello.\nTom Baker: Hello you.\n');
  assert.equal(some.timeQuality, 'none');
  assert.ok(some.turns.every(({ startMs }) => startMs === undefined));
});

test('a title and a date above the talk; other lines are left out and told', async () => {
  const read = await readOne('Call with Harbour Foods\n5 March 2026, 09:30\nRoom 3\n\nAna Ruiz: Hello.\nTom Baker: Hello you.\n');
  assert.equal(read.title, 'Call with Harbour Foods');
  assert.equal(read.startedAt, '2026-03-05T09:30:00+00:00');
  assert.deepEqual(read.losses, [{ code: 'lines.skipped', line: 3, detail: 'One line above the first speaker was left out.' }]);
});

test('notes in nobody’s name are a note, a turn a paragraph', async () => {
  const read = await readOne(
    `Met Tom at the port fair on Tuesday.
He phones the depot himself most weeks.

To do: send him the depot list. His words: "never again".
`,
    'notes.md',
  );
  assert.equal(read.format, 'by-hand');
  assert.equal(read.kind, 'note');
  assert.equal(read.title, 'notes');
  assert.deepEqual(read.participants, [{ name: 'Unknown speaker', side: 'unknown' }]);
  assert.deepEqual(
    read.turns.map(({ text, line }) => [text, line]),
    [
      ['Met Tom at the port fair on Tuesday. He phones the depot himself most weeks.', 1],
      ['To do: send him the depot list. His words: "never again".', 4],
    ],
  );
});

test('notes in other scripts and of a few words are notes as well', async () => {
  for (const text of [
    'Called Tom. Wants Monday.',
    'Том звонил на склад два раза.',
    '先方は月曜日の報告が遅いと言っていました。',
    '- tea\n- two sugars\n- brings his own',
  ]) {
    assert.equal((await readOne(text)).format, 'by-hand', text);
  }
});

test('headings of notes are no people, also with stars around them', async () => {
  const read = await readOne(`Notes by Gemini
* **Reports**: they are late every Monday.
* **Phones**: they ring at nine.
* **Depot**: Tom drives there himself.
* **Sundays**: he wants to sleep.
`);
  assert.equal(read.format, 'by-hand');
  assert.equal(read.turns.length, 1);
});

test('a single line with a name is said by that person', async () => {
  const read = await readOne('Tom Baker: I want to sleep on Sunday night.\n');
  assert.deepEqual([read.format, said(read.turns)], ['plain', [['Tom Baker', 'I want to sleep on Sunday night.']]]);
});

test('a list of labels is no talk between them', async () => {
  assert.equal((await readOne('Agenda: the depot\nDecision: we wait\nDate: Monday\nLocation: the port\n')).format, 'by-hand');
});
