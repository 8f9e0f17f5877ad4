import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sealingWith } from './seal.ts';

const ours = sealingWith('a secret of at least thirty-two letters');

test('what was sealed opens in its place with the same secret, and nowhere else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.uuid(), fc.uuid(), (text, here, there) => {
      fc.pre(here !== there && text.isWellFormed());
      const sealed = ours.seal(text, here);
      assert.equal(ours.open(sealed, here), text);
      assert.equal(ours.open(sealed, there), null);
      assert.equal(sealingWith('another secret of thirty-two letters').open(sealed, here), null);
    }),
    { numRuns: 30 },
  );
});

test('the same text is sealed otherwise each time, and does not show', () => {
  const [one, other] = [ours.seal('sk-only-for-you', 'w'), ours.seal('sk-only-for-you', 'w')];
  assert.notDeepEqual(one, other);
  assert.ok(!one.includes('sk-only'));
});

test('what was changed anywhere, cut or grown opens no more', () => {
  const sealed = ours.seal('sk-only-for-you', 'w');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.equal(ours.open(changed, 'w'), null, `byte ${at}`);
    assert.equal(ours.open(sealed.subarray(0, at), 'w'), null, `cut at ${at}`);
  }
  assert.equal(ours.open(Buffer.concat([sealed, Buffer.of(0)]), 'w'), null);
});
