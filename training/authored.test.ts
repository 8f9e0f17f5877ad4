import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { linesOf } from './authored/lines.ts';
import { exchangesOf } from './authored/pairs.ts';
import { talkOf } from './authored/talk.ts';
import { authoredChecksum, lessonOfTalk, lessonsOfLines, lessonsOfPairs, TEST_TALKS, talksOf } from './authored.ts';
import { HEADS } from './curriculum.ts';

const HERE = path.join(import.meta.dirname, 'authored');
const filesIn = (folder: string) =>
  readdirSync(path.join(HERE, folder)).map((name) => ({ name, text: readFileSync(path.join(HERE, folder, name), 'utf8') }));

test('everything that was authored can be read', () => {
  for (const { name, text } of filesIn('talks')) assert.ok(talkOf(text, name).turns.length >= 10, name);
  for (const { name, text } of filesIn('lines')) assert.ok(linesOf(text, name).length > 0, name);
  for (const { name, text } of filesIn('pairs')) assert.ok(exchangesOf(text, name).length > 0, name);
});

test('a talk is called what its file is called, and its quotes stand where they are said to', () => {
  for (const { name, text } of filesIn('talks')) {
    const { id, turns } = talkOf(text, name);
    assert.equal(`${id}.talk`, name);
    for (const { sentences } of turns)
      for (const { text: said, findings } of sentences)
        for (const { quote, from, to } of findings) assert.equal(said.slice(from, to), quote);
  }
});

test('the test talks are 25, all of them are there, and none is in the training part', () => {
  assert.equal(TEST_TALKS.size, 25);
  const test = talksOf('test').map(({ id }) => id);
  assert.deepEqual(new Set(test), TEST_TALKS);
  const train = talksOf('train');
  assert.ok(train.every(({ id }) => !TEST_TALKS.has(id)));
  assert.equal(train.length + test.length, filesIn('talks').length);
});

test('no sentence of a test talk, longer than a few words, stands among what is learned from', () => {
  const long = (text: string) => (text.split(' ').length > 7 ? text.toLowerCase().replace(/[^a-z ]/g, '') : null);
  const sentencesOf = (part: 'train' | 'test') =>
    talksOf(part).flatMap(({ turns }) => turns.flatMap(({ sentences }) => sentences.map(({ text }) => long(text))));
  const learned = new Set([
    ...sentencesOf('train'),
    ...filesIn('lines').flatMap(({ name, text }) => linesOf(text, name).map(({ sentence }) => long(sentence.text))),
    ...filesIn('pairs').flatMap(({ name, text }) =>
      exchangesOf(text, name).flatMap(({ theirs, answers }) => [theirs, ...answers.map((one) => one.text)].map(long)),
    ),
  ]);
  const leaked = sentencesOf('test').filter((text) => text !== null && learned.has(text));
  assert.deepEqual(leaked, []);
});

const TALK = `# id: tiny
# trade: lifts
# kind: call
# date: 2026-03-05T09:30:00+01:00
# us: Ana
# them: Tom
Ana: What happens at night? | question.open/problem
Tom: It stops. | need | need:2
+ I like it quiet. | self-disclosure | trait.preference; belief.gap
`;

test('a talk becomes a lesson: acts, families, kinds, findings, depths, and that its findings are known', () => {
  const { dialogue, units, labels } = lessonOfTalk(talkOf(TALK, 'tiny'));
  assert.equal(dialogue, 'tiny');
  assert.deepEqual(
    units.map(({ turn, side }) => [turn, side]),
    [
      [0, 'us'],
      [1, 'them'],
      [1, 'them'],
    ],
  );
  assert.deepEqual(labels[0], ['question.open', 'question', 'spin problem', 'finds known']);
  assert.deepEqual(labels[1], ['need', 'find need', 'deep 1', 'deep 2', 'finds known']);
  assert.deepEqual(labels[2], ['self-disclosure', 'find trait.preference', 'find trait', 'find belief.gap', 'find belief', 'finds known']);
});

test('of an exchange only our answer is learned, and never its findings; all of a file is one dialogue a block', () => {
  const lessons = lessonsOfPairs();
  assert.ok(lessons.length > 500);
  for (const { labels, dialogue } of lessons) {
    assert.equal(labels[0], null);
    assert.ok(labels[1]?.every((label) => !/^(?:find|deep) /.test(label) && label !== 'finds known'));
    assert.match(dialogue, /^\S+\.pairs \d+$/);
  }
});

test('every label that is learned has a head, and every head has something to learn from', () => {
  const all = [...talksOf('train').map(lessonOfTalk), ...lessonsOfPairs(), ...lessonsOfLines()].flatMap(({ labels }) =>
    labels.flatMap((some) => some ?? []),
  );
  const seen = new Set(all);
  for (const label of seen) if (label !== 'finds known') assert.ok(HEADS.includes(label), label);
  for (const head of HEADS) assert.ok(seen.has(head), head);
});

test('the checksum of what was authored is the same again', () => {
  assert.match(authoredChecksum(), /^[0-9a-f]{64}$/);
  assert.equal(authoredChecksum(), authoredChecksum());
});
