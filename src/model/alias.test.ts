import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aliasHere, aliasOf, isPlaceholder, nameVariants, plainName, workDomain } from './alias.ts';
import { heroOf } from './hero.ts';
import { marksIn, snippetOf, soughtWords } from './marks.ts';

test('names are compared without case, accents and double spaces', () => {
  assert.equal(plainName('  José  ÁLVAREZ '), 'jose alvarez');
  assert.deepEqual(nameVariants('Baker, Tom (External)'), ['baker, tom (external)', 'baker, tom', 'tom baker']);
  assert.deepEqual(nameVariants('Tom Baker'), ['tom baker']);
});

test('what a tool writes for somebody it does not know is nobody’s name', () => {
  for (const name of ['Speaker 1', 'Unknown Speaker', 'spreker 2', 'Onbekende spreker', 'Guest', 'Speaker A', '2', 'Me'])
    assert.ok(isPlaceholder(name), name);
  for (const name of ['Tom', 'Guest Services', 'Speakman', 'Ana Ruiz', 'Agent Smith', 'Bo']) assert.ok(!isPlaceholder(name), name);
  assert.notEqual(aliasOf({ name: 'Speaker 1' }, 'one'), aliasOf({ name: 'Speaker 1' }, 'two'));
  assert.equal(aliasOf({ name: 'Tom Baker' }, 'one'), aliasOf({ name: 'tom  BAKER' }, 'two'));
  assert.equal(aliasOf({ name: 'Tom', email: ' Tom@Harbour.Example ' }, 'one'), 'tom@harbour.example');
});

test('an address that anybody can have says nothing about where they work', () => {
  assert.equal(workDomain('Tom@Harbour.example'), 'harbour.example');
  assert.equal(workDomain('tom@gmail.com'), null);
  assert.equal(workDomain('tom'), null);
});

test('at the head stands the deepest need or feeling, of equals the newest', () => {
  const at = (day: number) => `2026-11-0${day}T10:00:00Z`;
  const one = (id: string, kind: 'need' | 'feeling' | 'trait.value' | 'objection', depth: number | null, day: number) => ({
    id,
    kind,
    depth,
    saidAt: at(day),
  });
  assert.equal(heroOf([]), null);
  assert.equal(heroOf([one('a', 'objection', null, 1)]), null);
  assert.equal(heroOf([one('a', 'need', 1, 2), one('b', 'need', 3, 1)])?.id, 'b');
  assert.equal(heroOf([one('a', 'need', 3, 2), one('b', 'feeling', null, 1), one('c', 'need', 4, 2)])?.id, 'c');
  assert.equal(heroOf([one('a', 'need', 2, 2), one('b', 'trait.value', null, 1)])?.id, 'b');
});

test('what is sought is marked at the beginning of words, and a long text is cut around it', () => {
  assert.deepEqual(soughtWords('Cold  chain!'), ['cold', 'chain']);
  assert.deepEqual(marksIn('The cold chain, a colder one', ['cold']), [
    [4, 8],
    [18, 22],
  ]);
  const text = `${'before '.repeat(60)}the cold chain broke ${'after '.repeat(60)}`;
  const snippet = snippetOf(text, ['cold']);
  assert.ok(snippet.text.length <= 170);
  assert.deepEqual(
    snippet.marks.map(([from, to]) => snippet.text.slice(from, to)),
    ['cold'],
  );
});

test('whatever the text, marks lie within it, in order, and show what was sought', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      (text, sought) => {
        const words = soughtWords(sought);
        const { text: cut, marks } = snippetOf(text, words);
        let end = 0;
        for (const [from, to] of marks) {
          assert.ok(from >= end && to > from && to <= cut.length);
          assert.ok(words.map(plainName).includes(plainName(cut.slice(from, to))), 'whatever the accents');
          end = to;
        }
      },
    ),
  );
});

test('a name said of one conversation alone is told apart from the same name elsewhere, once and not twice', () => {
  assert.equal(aliasHere('tom baker', 'c1'), 'tom baker @c1');
  assert.equal(aliasHere(aliasHere('tom baker', 'c1'), 'c1'), 'tom baker @c1');
  assert.notEqual(aliasHere('tom baker', 'c1'), aliasHere('tom baker', 'c2'));
  const placeholder = aliasOf({ name: 'Speaker 1' }, 'c1');
  assert.equal(aliasHere(placeholder, 'c1'), placeholder, 'nobody knows a placeholder elsewhere anyway');
});

test('a name of several commas is not turned around, and one of brackets alone is still itself', () => {
  assert.deepEqual(nameVariants('Baker, Tom, PhD'), ['baker, tom, phd']);
  assert.deepEqual(nameVariants('(external)'), ['(external)']);
  assert.deepEqual(nameVariants('Tom [Sales] Baker (NL)').slice(0, 2), ['tom [sales] baker (nl)', 'tom baker']);
  assert.deepEqual(nameVariants('  '), []);
});

test('an address says more than a name: two of one name with two addresses are two', () => {
  const tom = (email: string | null) => aliasOf({ name: 'Tom Baker', email }, 'c1');
  assert.notEqual(tom('tom@harbour.example'), tom('tom@other.example'));
  assert.equal(tom(null), 'tom baker');
  assert.equal(tom(''), 'tom baker', 'an empty address is none');
});
