import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { talk } from '#test/talk.ts';
import { hearingOf } from '#understanding/heads/hearing.ts';
import { bytesOf, modelOf } from '#understanding/heads/model.ts';
import { CORPORA, type CorpusName } from './corpora.ts';
import { HEADS, SENSES } from './curriculum.ts';
import { type Lesson, lessonOf } from './lesson.ts';
import { authoredLessons, train } from './train.ts';

const DATA = mkdtempSync(path.join(tmpdir(), 'heed-train-'));
after(() => rmSync(DATA, { recursive: true, force: true }));

const README: Record<CorpusName, string> = {
  ami: 'Creative Commons Attribution 4.0 International',
  casino: '"Attribution 4.0 International" (CC BY 4.0)',
  goemotions: 'released under the CC BY 4.0 International license',
  parakweet: 'Apache Software License 2.0',
  persuasion: 'Apache License 2.0',
};
const LINES: Record<CorpusName, unknown[]> = {
  ami: [
    { d: 'm', s: 'A', t0: 0, x: 'shall we begin now', act: 'el.sug' },
    { d: 'm', s: 'B', t0: 1, x: 'the case is yellow', act: 'inf' },
  ],
  casino: [
    { d: 1, i: 0, s: 'a', x: 'Hello, how are you?', labels: ['small-talk'] },
    { d: 1, i: 1, s: 'b', x: 'We need more water.', labels: ['self-need'] },
  ],
  goemotions: [
    { x: 'Thanks a lot, that is kind.', y: ['gratitude'] },
    { x: 'This makes me so angry.', y: ['annoyance'] },
  ],
  parakweet: [
    { x: 'Please send the report.', y: 1 },
    { x: 'It rained all day.', y: 0 },
  ],
  persuasion: [{ d: 'p', turn: 0, prev: '<Start>', x: 'We help children in need.', strategy: 'provide-org-facts', act: 'inform' }],
};

/** All five corpora, of two lines each. */
function layCorpora(): string {
  for (const { corpus, part } of SENSES) {
    const folder = path.join(DATA, CORPORA[corpus].folder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'README.md'), README[corpus]);
    writeFileSync(path.join(folder, `${part}.jsonl`), LINES[corpus].map((line) => JSON.stringify(line)).join('\n'));
  }
  return DATA;
}

/** Six talks that say much the same. */
function toyLessons(): Lesson[] {
  const things = ['list', 'map', 'key', 'pump', 'ladder', 'van'];
  return things.map((thing, d) =>
    lessonOf(`toy ${d}`, [
      { turn: 0, speaker: 'Ana', side: 'us', text: `What about the ${thing}?`, labels: ['question', 'question.open', 'finds known'] },
      { turn: 1, speaker: 'Tom', side: 'them', text: `We need a ${thing}.`, labels: ['need', 'find need', 'finds known'] },
      {
        turn: 2,
        speaker: 'Ana',
        side: 'us',
        text: `I'll send you the ${thing} by Friday.`,
        labels: ['commitment', 'find commitment', 'finds known'],
      },
      { turn: 3, speaker: 'Tom', side: 'them', text: 'Thank you.', labels: ['thanks', 'finds known'] },
    ]),
  );
}

test('trained twice on the same tiny set, the bytes are the same; and what was taught is heard', () => {
  const data = layCorpora();
  const said: string[] = [];
  const first = train(data, toyLessons(), (line) => said.push(line));
  const again = train(data, toyLessons(), () => {});
  const bytes = bytesOf(first.model);
  assert.ok(bytes.equals(bytesOf(again.model)));
  assert.match(first.model.card.version, /^heads-[0-9a-f]{8}$/);
  assert.equal(first.model.card.version, again.model.card.version);
  assert.ok(said.some((line) => line.startsWith('ami-dialogue-acts/train.jsonl: 2 lines, CC BY 4.0, SHA-256')));
  assert.deepEqual(
    first.model.card.corpora.map(({ licence }) => licence),
    ['CC BY 4.0', 'CC BY 4.0', 'Apache-2.0', 'Apache-2.0', 'CC BY 4.0', 'PDDL 1.0, packed MIT', 'Apache-2.0'],
  );
  assert.equal(first.outputs.length, first.course.n * HEADS.length);

  const { units, confidences } = hearingOf(
    talk([
      ['Ana', 'What about the drill?'],
      ['Tom', 'We need a drill.'],
      ['Ana', "I'll send you the drill by Friday."],
      ['Tom', 'Thank you.'],
    ]),
    modelOf(bytes),
  );
  const surest = (head: string) => [...units.keys()].sort((a, b) => confidences.of(b, head) - confidences.of(a, head))[0];
  assert.deepEqual(['question', 'need', 'commitment', 'thanks'].map(surest), [0, 1, 2, 3]);
});

test('a corpus whose licence is not the one we know stops it', () => {
  layCorpora();
  writeFileSync(path.join(DATA, CORPORA.casino.folder, 'README.md'), 'CC BY-NC');
  assert.throws(() => train(DATA, toyLessons(), () => {}), /this corpus is not on our list/);
});

test('what is authored to learn from is talks, exchanges and lines, none of them a test talk', () => {
  const names = authoredLessons().map(({ dialogue }) => dialogue);
  assert.ok(names.some((name) => name.includes('.pairs')) && names.some((name) => name.includes('.lines')));
  assert.ok(!names.includes('admissions-01'));
});
