import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ASK_FAILURES, askAgainAfter, endpointOf, isSameHouse } from './language-model.ts';

test('trouble on the way is asked again three times, a no once, and what a person must put right never', () => {
  const waits = Object.fromEntries(ASK_FAILURES.map((failure) => [failure, [1, 2, 3, 4, 5].map((tries) => askAgainAfter(failure, tries))]));
  for (const failure of ['timeout', 'unreachable', 'failing'] as const) assert.deepEqual(waits[failure], [1, 5, 30, null, null]);
  for (const failure of ['refused', 'broken'] as const) assert.deepEqual(waits[failure], [1, null, null, null, null]);
  for (const failure of ['unauthorised', 'elsewhere', 'unknown', 'key-lost'] as const)
    assert.deepEqual(waits[failure], Array(5).fill(null));
});

test('an address has one form, and what is taken can be taken again', () => {
  assert.equal(endpointOf('HTTPS://Models.Example:443/v1///'), 'https://models.example/v1');
  assert.equal(endpointOf('http://models.example/api/chat/completions/'), 'http://models.example/api');
  assert.equal(endpointOf('localhost:11434/v1'), null);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((rest) => `http://x.example/${rest}`),
      ),
      (typed) => {
        const endpoint = endpointOf(typed);
        if (endpoint === null) return;
        assert.equal(endpointOf(endpoint), endpoint);
        assert.match(endpoint, /^https?:\/\/[^/?#@]+(\/[^?#]*[^/])?$/);
      },
    ),
  );
});

test('the same house is the same protocol, host and port', () => {
  assert.ok(isSameHouse('http://a.example/v1', 'http://a.example/v2'));
  for (const other of ['https://a.example/v1', 'http://b.example/v1', 'http://a.example:81/v1', 'http://a.example.evil.example/v1', ''])
    assert.ok(!isSameHouse('http://a.example/v1', other), other);
});
