import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { CORPORA, loadFile, needFile } from './corpora.ts';

const DATA = mkdtempSync(path.join(tmpdir(), 'heed-corpora-'));
after(() => rmSync(DATA, { recursive: true, force: true }));

const LINES = '{"x":"We need two.","labels":["self-need"]}\n\n{"x":"Hello!","labels":["small-talk"]}\n';

function lay(folder: string, files: Record<string, string | Buffer>): string {
  const data = mkdtempSync(path.join(DATA, 'data-'));
  mkdirSync(path.join(data, folder), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(data, folder, name), content);
  return data;
}

const LICENCE = 'Licence: "Attribution 4.0 International" (CC BY 4.0).';

test('a corpus is read with the SHA-256 of its bytes, plain or packed', () => {
  const plain = lay('casino-strategies', { 'README.md': LICENCE, 'train.jsonl': LINES });
  const loaded = needFile(plain, 'casino', 'train');
  assert.deepEqual([loaded.lines.length, loaded.file], [2, 'casino-strategies/train.jsonl']);
  assert.equal(loaded.sha256, createHash('sha256').update(LINES).digest('hex'));
  const packed = gzipSync(LINES);
  const zipped = needFile(lay('casino-strategies', { 'README.md': LICENCE, 'train.jsonl.gz': packed }), 'casino', 'train');
  assert.deepEqual(zipped.lines, loaded.lines);
  assert.equal(zipped.sha256, createHash('sha256').update(packed).digest('hex'));
});

test('a folder whose README lacks the licence is refused, and one without a README', () => {
  for (const readme of ['All rights reserved.', 'CC BY-NC 4.0', 'Free for research.']) {
    const data = lay('casino-strategies', { 'README.md': readme, 'train.jsonl': LINES });
    assert.throws(() => needFile(data, 'casino', 'train'), /this corpus is not on our list/, readme);
  }
  const bare = lay('casino-strategies', { 'train.jsonl': LINES });
  assert.throws(() => loadFile(bare, 'casino', 'train'), /a corpus without its licence is not learned from/);
});

test('what is not there is null, or an error where it is needed', () => {
  const data = lay('casino-strategies', { 'README.md': LICENCE });
  assert.equal(loadFile(data, 'casino', 'valid'), null);
  assert.throws(() => needFile(data, 'casino', 'valid'), /has no valid\.jsonl or valid\.jsonl\.gz/);
});

test('every corpus on the list has a licence that lets us give on what was learned, and says whom to thank', () => {
  for (const { licenceName, cite, folder } of Object.values(CORPORA)) {
    assert.match(licenceName, /^(?:CC BY 4\.0|Apache-2\.0|CC0|MIT)$/, folder);
    assert.ok(cite.length > 5, folder);
  }
});
