import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listeningReportShape } from '#model/listening.shape.ts';
import { type Line, talk } from '#test/talk.ts';
import { engineVersion, understand } from './understand.ts';

const CALL: Line[] = [
  ['Ana', 'Before I show anything, what made you take this call?', 4],
  ['Ines', 'It takes us two hours every Monday to type the orders over, and it costs us a customer a year.', 12, 1],
  ['Ana', 'So you lose two hours every Monday. What happens when the list is wrong?', 6, 2],
  ['Ines', 'Then it is my name on the letter to the schools. I am worried about July.', 9, 1],
  ['Ana', 'Our platform shows every door on one map.', 5, 0],
  ['Daniel', 'Does your app work without a signal?', 3, 1],
  ['Ines', 'I like to keep what I sign, that is the thing.', 5, 1],
  ['Ana', 'What did you write in that letter?', 3, 1],
  ['Ines', 'That we were sorry. You should talk to Marta at the hospital, she has the same.', 8, 1],
  ['Ana', "I'll call her tomorrow, and I'll send you the July report by Friday.", 5, 1],
];

test('a call is understood as a person who listened would tell it', () => {
  const { report, version } = understand(talk(CALL, { timed: true }), { zone: 'Europe/Amsterdam' });
  assert.equal(version, engineVersion());
  const { questions, reflections, pitch } = report.listening;
  assert.deepEqual([questions.ours?.n, questions.ours?.open], [3, 3]);
  assert.equal((reflections?.simple ?? 0) + (reflections?.complex ?? 0), 1);
  assert.equal(pitch?.firstAtMs, report.turns[4]?.startMs);
  const found = report.findings.map(({ kind, who }) => `${kind} ${who}`);
  for (const sure of ['need Ines', 'feeling Ines', 'belief.gap Daniel', 'commitment Ana'])
    assert.ok(found.includes(sure), `${sure} in ${found}`);
  assert.ok(found.length <= 14, String(found));
});

test('the report has the shape that everybody relies on', () => {
  for (const conversation of [talk(CALL), talk(CALL, { timed: true }), talk(CALL, { us: [] }), talk([['Ana', '…']])])
    listeningReportShape.parse(understand(conversation).report);
});

test('the same conversation is understood the same twice, and is not changed by it', () => {
  const conversation = talk(CALL, { timed: true });
  const before = structuredClone(conversation);
  assert.deepEqual(understand(conversation), understand(conversation));
  assert.deepEqual(conversation, before);
});

test('a conversation of one silent turn is understood without a word too many', () => {
  const { report } = understand(talk([['Ines', '…']]));
  assert.deepEqual(report.findings, []);
  assert.equal(report.listening.talkShare, null);
});

const HOSTILE: [string, string][] = [
  ['dots', '.'.repeat(200_000)],
  ['one endless word', 'a'.repeat(200_000)],
  ['a word that never settles', 'well,,,,,,,, '.repeat(5_000)],
  ['the same two words', 'no no '.repeat(20_000)],
  ['gaps inside gaps', 'can you can you if you could '.repeat(3_000)],
  ['an endless promise', `I'll send you ${'the list and '.repeat(8_000)} by Friday`],
  ['apostrophes', "i'll'll'll ".repeat(8_000)],
  ['marks', '?! '.repeat(20_000)],
];

test('text made to stall a reader is done within seconds', () => {
  for (const [name, text] of HOSTILE) {
    const start = performance.now();
    understand(
      talk([
        ['Ines', 'I thought you only sell sensors to hospitals.'],
        ['Ana', text],
        ['Ines', text],
      ]),
      { zone: 'Europe/Amsterdam' },
    );
    assert.ok(performance.now() - start < 10_000, `${name} took ${Math.round(performance.now() - start)} ms`);
  }
});
