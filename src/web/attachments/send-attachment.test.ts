import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalOf } from '../query/trouble.ts';
import { refusedBy } from './send-attachment.ts';
import { squareIn } from './square.ts';

test('what was refused is said by its code and with its numbers', () => {
  const refused = refusedBy({ code: 'file.too-large', message: 'The file is larger than 25 MB.', params: { limit: 25 } }, 413);
  assert.deepEqual(refusalOf(refused), { code: 'file.too-large', message: 'The file is larger than 25 MB.', params: { limit: 25 } });
});

test('an answer that is none of ours is a fault, not a refusal of something', () => {
  for (const answer of [null, '<html>502</html>', 7]) assert.equal(refusalOf(refusedBy(answer, 502))?.code, 'INTERNAL_SERVER_ERROR');
});

test('a photo is cut to the largest square in its middle, and never blown up', () => {
  assert.deepEqual(squareIn(1000, 600), { x: 200, y: 0, side: 600, to: 256 });
  assert.deepEqual(squareIn(300, 900), { x: 0, y: 300, side: 300, to: 256 });
  assert.deepEqual(squareIn(100, 120), { x: 0, y: 10, side: 100, to: 100 });
});
