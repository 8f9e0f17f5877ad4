import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formsOf, fullNameOf, mayBeShortFor } from './nicknames.ts';

const NAMES = [
  'tom',
  'thomas',
  'pat',
  'patrick',
  'patricia',
  'sam',
  'samuel',
  'samantha',
  'alex',
  'jan',
  'ana',
  'grace',
  'xq',
  'constructor',
  '',
];
const name = fc.constantFrom(...NAMES);

test('a short form stands for its full name in either direction, and for no other', () => {
  assert.ok(mayBeShortFor('tom', 'thomas') && mayBeShortFor('thomas', 'tom') && mayBeShortFor('tommy', 'tom'));
  assert.ok(!mayBeShortFor('tom', 'tim') && !mayBeShortFor('patrick', 'patricia'), 'though both may be a Pat');
  assert.ok(mayBeShortFor('pat', 'patrick') && mayBeShortFor('pat', 'patricia'));
  fc.assert(
    fc.property(name, name, (one, other) => {
      assert.equal(mayBeShortFor(one, other), mayBeShortFor(other, one));
      assert.ok(mayBeShortFor(one, one));
    }),
  );
});

test('all forms of a name are forms of each other, the full one first', () => {
  for (const one of NAMES) {
    const forms = formsOf(one);
    assert.equal(forms[0], fullNameOf(one));
    assert.equal(new Set(forms).size, forms.length, `${one} has a form twice`);
    for (const form of forms) assert.ok(mayBeShortFor(form, forms[0] ?? ''), form);
  }
});
