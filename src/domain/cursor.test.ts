import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#model/refusal.ts';
import { likeText, momentOf, readCursor, writeCursor } from './cursor.ts';

const refused = (problem: unknown) => problem instanceof Refusal && problem.code === 'list.cursor';

test('a cursor reads back as it was written', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer()), fc.uuid(), fc.nat(), (key, id, total) => {
      assert.deepEqual(readCursor(writeCursor({ key, id, total })), { key, id, total });
    }),
  );
});

test('whatever else is sent as one is refused, and never a bug', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => Buffer.from(json).toString('base64url')),
      ),
      (text) => {
        assert.throws(() => readCursor(text), refused);
      },
    ),
  );
  assert.throws(() => momentOf({ key: 'no moment', id: '', total: 0 }), refused);
  assert.throws(() => momentOf({ key: 4, id: '', total: 0 }), refused);
});

test('what a person types has no wildcards', () => {
  assert.equal(likeText('50%_\\'), '50\\%\\_\\\\');
});
