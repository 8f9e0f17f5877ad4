import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#model/refusal.ts';
import { likeText, momentOf, numberOf, readCursor, writeCursor } from './cursor.ts';

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

test('a total that nobody counted is no total: half of one, less than none, or more than can be counted', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const sent = (json: string) => Buffer.from(json).toString('base64url');
  assert.deepEqual(readCursor(sent(`["a","${id}",0]`)), { key: 'a', id, total: 0 });
  for (const total of ['-1', '1.5', '1e300', '"3"', 'null', '9007199254740993'])
    assert.throws(() => readCursor(sent(`["a","${id}",${total}]`)), refused, total);
});

test('where a page ended is a text without a NUL, or a number, and the id of a row', () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const cursor = (key: unknown, of: unknown = id) => Buffer.from(JSON.stringify([key, of, 1])).toString('base64url');
  for (const key of [null, true, ['a'], { a: 1 }, 'a\u0000b']) assert.throws(() => readCursor(cursor(key)), refused, JSON.stringify(key));
  for (const row of [null, 7, '', 'x', `${id} or true`, [id]])
    assert.throws(() => readCursor(cursor('a', row)), refused, JSON.stringify(row));
});

test('a count that a list goes on from is one that the database can hold', () => {
  assert.equal(numberOf({ key: 7, id: '', total: 0 }), 7);
  for (const key of [1.5, 2 ** 31, -(2 ** 31), '7', Number.NaN])
    assert.throws(() => numberOf({ key, id: '', total: 0 }), refused, String(key));
  assert.equal(momentOf({ key: '2026-11-20T10:00:00Z', id: '', total: 0 }), '2026-11-20T10:00:00Z');
  for (const key of ['2026-02-30T10:00:00Z', 'infinity', '0000-01-01T00:00:00Z'])
    assert.throws(() => momentOf({ key, id: '', total: 0 }), refused, key);
});
