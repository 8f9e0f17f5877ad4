import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAmount, sayAmount } from './money.ts';

const plain = (said: string) => said.replace(/\u00a0/g, ' ');

test('an amount is said as people write it, with cents only where there are any', () => {
  assert.equal(plain(sayAmount('186000.00', 'EUR', 'en')), '€186,000');
  assert.equal(plain(sayAmount('186000.00', 'EUR', 'nl')), '€ 186.000');
  assert.equal(plain(sayAmount('12.50', 'EUR', 'en')), '€12.50');
  assert.equal(plain(sayAmount('999999999999999.99', 'EUR', 'en')), '€999,999,999,999,999.99');
});

test('what is typed is read in either way of writing, and what is no amount is not', () => {
  for (const [typed, read] of [
    ['1200', '1200'],
    ['1,200', '1200'],
    ['1.200', '1200'],
    ['1.200,50', '1200.50'],
    ['1,200.50', '1200.50'],
    ['€ 12.5', '12.5'],
    ["1'200", '1200'],
  ] as const)
    assert.equal(readAmount(typed), read, typed);
  for (const typed of ['', 'a lot', '-5', '12.3.4', '1e9']) assert.equal(readAmount(typed), null, typed);
});

test('an amount that is said is read again as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('en', 'nl'), (cents, locale) => {
      const amount = (cents / 100).toFixed(2);
      assert.equal(Number(readAmount(sayAmount(amount, 'EUR', locale))), Number(amount));
    }),
  );
});
