import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitOf, wholeSentence } from './unit.ts';

test('a whole sentence ends with its last mark, whatever stands within it', () => {
  const ends = (text: string) => wholeSentence(text).ends;
  assert.equal(ends('Really? That late.'), '.');
  assert.equal(ends('Is it?'), '?');
  assert.equal(ends('He said "no!"'), '!');
  assert.equal(ends('and then…'), '.');
  assert.equal(ends('yes'), '');
  assert.equal(ends('Are you sure?  '), '?');
});

test('a whole sentence is all of the text, with its words', () => {
  const text = 'Well, we need one. A list.';
  const { from, to, words, said } = wholeSentence(text);
  assert.deepEqual([from, to, said], [0, text.length, 6]);
  assert.deepEqual(
    words.slice(0, 3).map(({ w }) => w),
    ['well', 'we', 'need'],
  );
});

test('a unit knows the cues of its sentence, of acts and of findings', () => {
  const text = "I'll send you the list by Friday.";
  const { acting, finding, side } = unitOf({ text, sentence: wholeSentence(text), turn: 3, speaker: 'Ana', side: 'us' });
  assert.ok((acting.get('commitment')?.p ?? 0) > 0.5);
  assert.ok(finding.has('errand') || finding.has('to-you'));
  assert.equal(side, 'us');
});
