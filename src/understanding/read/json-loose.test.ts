import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberOf, parseLoosely, textOf } from './json-loose.ts';

test('right JSON is read as JSON is read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { documents, damagedAt, cut } = parseLoosely(JSON.stringify(value));
      assert.deepEqual([documents, damagedAt, cut], [[JSON.parse(JSON.stringify(value))], null, false]);
    }),
  );
});

test('several documents in one file are several', () => {
  const { documents, damagedAt } = parseLoosely('{"a":[1,2.5,-3e2]}\n\n{"b":{"c":null,"d":true}}\n["x","y\\n\\u00e9"]');
  assert.deepEqual(documents, [{ a: [1, 2.5, -300] }, { b: { c: null, d: true } }, ['x', 'y\né']]);
  assert.equal(damagedAt, null);
});

test('a file that ends early keeps every object that is whole', () => {
  const whole = JSON.stringify({ id: 'x', list: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] });
  const { documents, cut, damagedAt } = parseLoosely(whole.slice(0, whole.indexOf('thr')));
  assert.deepEqual(documents, [{ id: 'x', list: [{ text: 'one' }, { text: 'two' }] }]);
  assert.equal(cut, true);
  assert.ok(damagedAt !== null && damagedAt > whole.indexOf('two'));
});

test('a lost quote costs one string, not the rest of the file', () => {
  const text = '{"list":[{"text":"one},{"text":"two"},{"text":"three"},{"text":"four"}]}';
  const { documents, damagedAt } = parseLoosely(text);
  const list = (documents[0] as { list: { text: string }[] }).list;
  assert.deepEqual(
    list.slice(-2).map(({ text }) => text),
    ['three', 'four'],
  );
  assert.notEqual(damagedAt, null);
});

test('a quote too many inside a string stays inside it', () => {
  const { documents } = parseLoosely('{"text":"he said "yes" to me","end":4}');
  assert.deepEqual(documents, [{ text: 'he said "yes" to me', end: 4 }]);
});

test('a line break in the middle of a string ends it', () => {
  const { documents } = parseLoosely('{"a":"cut\n"b":2,"c":3}');
  assert.equal((documents[0] as { c: number }).c, 3);
});

test('brackets of the wrong kind and stray ones are passed over', () => {
  const { documents, damagedAt } = parseLoosely('{"a":[{"b":1},{"b":2]}, {"c":3}}}}');
  assert.ok(documents.length >= 1);
  assert.notEqual(damagedAt, null);
});

test('a key that would change what objects inherit changes nothing', () => {
  const { documents } = parseLoosely('{"__proto__":{"polluted":true},"a":1,}');
  assert.equal((documents[0] as { polluted?: boolean }).polluted, undefined);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});

test('brackets nested a hundred thousand deep end nothing', () => {
  assert.notEqual(parseLoosely('['.repeat(100_000)).damagedAt, null);
  assert.notEqual(parseLoosely('{"a":'.repeat(100_000)).damagedAt, null);
});

test('any text is read in time that grows with its length', () => {
  for (const piece of ['"', '\\', '" ', '{"a" ', '-', 'e', '[]]', '"\n']) {
    const started = performance.now();
    parseLoosely(`{${piece.repeat(300_000)}`);
    assert.ok(performance.now() - started < 2000, `${JSON.stringify(piece)} took ${Math.round(performance.now() - started)} ms`);
  }
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ 1-.ent\n') }), (text) => parseLoosely(text).documents.length >= 0));
});

test('text and numbers are taken in whichever way they are written', () => {
  assert.deepEqual([textOf(' a '), textOf(''), textOf(7), textOf(null), textOf({})], ['a', null, '7', null, null]);
  assert.deepEqual([numberOf('4.30'), numberOf(4.3), numberOf(''), numberOf('x'), numberOf(null)], [4.3, 4.3, null, null, null]);
});
