import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#model/refusal.ts';
import { dayOf, likeText, momentOf, readCursor, realOf, writeCursor } from './cursor.ts';

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

test('a key of another list is refused: a day is no moment, a number none that the database cannot hold', () => {
  const at = (key: string | number) => ({ key, id: '', total: 0 });
  assert.equal(dayOf(at('9999-12-31')), '9999-12-31');
  assert.equal(realOf(at('0.85')), '0.85');
  assert.equal(realOf(at('1e-05')), '1e-05');
  for (const key of ['2026-02-30', '0000-01-01', '2026-11-01T10:00:00Z', 'ada byron', '', 5])
    assert.throws(() => dayOf(at(key)), refused, `${key}`);
  for (const key of ['', 'NaN', 'Infinity', '1e400', '1e-99', '0x10', '1 or true', '9'.repeat(50), 0.85])
    assert.throws(() => realOf(at(key)), refused, `${key}`);
});

test('what a person types has no wildcards', () => {
  assert.equal(likeText('50%_\\'), '50\\%\\_\\\\');
});
