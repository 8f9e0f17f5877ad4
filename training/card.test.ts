import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTS } from '#model/act.ts';
import { FINDING_KINDS } from '#model/finding.ts';
import { ourModel } from '#understanding/heads/model.ts';
import { CORPORA } from './corpora.ts';
import { AROUND, authored, HEADS, SENSES } from './curriculum.ts';

const { card } = ourModel();

test('the card of the model we come with names every corpus it learned from, with licence, thanks and SHA-256', () => {
  for (const { corpus, part } of SENSES) {
    const { folder, licenceName, cite } = CORPORA[corpus];
    const named = card.corpora.find(({ file }) => file.startsWith(`${folder}/${part}.jsonl`));
    assert.deepEqual([named?.licence, named?.cite], [licenceName, cite], folder);
  }
  assert.ok(card.corpora.some(({ file, licence }) => file === 'training/authored' && licence === 'Apache-2.0'));
  for (const { file, sha256 } of card.corpora) assert.match(sha256, /^[0-9a-f]{64}$/, file);
  assert.equal(new Set(card.corpora.map(({ sha256 }) => sha256)).size, card.corpora.length);
});

test('it names nothing that is not on our list', () => {
  const folders: string[] = Object.values(CORPORA).map(({ folder }) => folder);
  for (const { file } of card.corpora) assert.ok(file.startsWith('training/') || folders.includes(file.split('/')[0] ?? ''), file);
});

test('no part that is kept for testing was learned from', () => {
  for (const { file } of card.corpora) assert.doesNotMatch(file, /\/test\./);
});

test('its heads and sensors are those of the curriculum, in that order', () => {
  assert.deepEqual(
    card.heads.map(({ name }) => name),
    [...HEADS],
  );
  const senses = SENSES.flatMap(({ corpus, labels }) => labels.map((label) => `${corpus} ${label}`));
  assert.deepEqual(card.sensors, [...HEADS, ...senses]);
  assert.deepEqual(card.around, [...AROUND]);
});

test('every act and every finding has a head of its own', () => {
  for (const act of ACTS) assert.ok(HEADS.includes(act), act);
  for (const kind of FINDING_KINDS) assert.ok(HEADS.includes(`find ${kind}`), kind);
  assert.equal(new Set(HEADS).size, HEADS.length);
});

test('findings are known only where they were labelled, acts everywhere a sentence was', () => {
  assert.equal(authored(null, 'need'), 0);
  assert.equal(authored(['need'], 'need'), 1);
  assert.equal(authored(['need'], 'thanks'), -1);
  assert.equal(authored(['need'], 'find need'), 0);
  assert.equal(authored(['need', 'finds known'], 'find need'), -1);
  assert.equal(authored(['find need', 'finds known'], 'find need'), 1);
  assert.equal(authored(['need'], 'deep 1'), 0);
});
