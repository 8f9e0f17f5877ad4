import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endpointOf } from '#model/language-model.ts';
import type { ClaimView, OfferingView } from '#model/offering.ts';
import { isOpenWay, keyHint } from './model-way.ts';
import { awayIn, countOffered } from './put-away.ts';

const claim = (id: string, withdrawnAt: string | null = null) => ({ id, statement: id, withdrawnAt }) as ClaimView;
const offering = (id: string, more: Partial<OfferingView> = {}): OfferingView => ({
  ...{ id, name: id, kind: 'ours', forWhom: '', notForWhom: '', emotionalNeed: '', putAwayAt: null, claims: [] },
  ...more,
});

test('what is ours and what we only point to are counted apart', () => {
  assert.deepEqual(countOffered([offering('a'), offering('b', { kind: 'partner' }), offering('c', { kind: 'other' })]), {
    ours: 1,
    others: 2,
  });
  assert.deepEqual(countOffered([]), { ours: 0, others: 0 });
});

test('what was put away counts once with all its claims; of what is offered each withdrawn claim counts', () => {
  const gone = offering('gone', { putAwayAt: '2026-11-01', claims: [claim('1'), claim('2', '2026-10-01')] });
  const kept = offering('kept', { claims: [claim('3'), claim('4', '2026-10-01'), claim('5', '2026-10-02')] });
  const { away, n } = awayIn([gone, kept, offering('whole', { claims: [claim('6')] })]);
  assert.equal(n, 3);
  assert.deepEqual(
    away.map(({ id, claims }) => [id, claims.map((one) => one.id)]),
    [
      ['gone', []],
      ['kept', ['4', '5']],
    ],
  );
});

test('where nothing was taken back there is nothing to show', () => {
  assert.deepEqual(awayIn([offering('a', { claims: [claim('1')] })]), { away: [], n: 0 });
});

test('what is listed as away still stands whole in what is offered', () => {
  const kept = offering('kept', { claims: [claim('3'), claim('4', '2026-10-01')] });
  awayIn([kept]);
  assert.equal(kept.claims.length, 2);
});

test('http to another machine is an open way, and nothing dressed as this machine passes for it', () => {
  for (const typed of [
    'http://models.example',
    'HTTP://10.0.0.4:8080/v1',
    'http://localhost.evil.example/v1',
    'http://127.0.0.1.evil.example',
    'http://localhostess',
  ])
    assert.equal(isOpenWay(endpointOf(typed)), true, typed);
  for (const typed of [
    'https://models.example',
    'http://localhost:11434/v1',
    'http://127.0.0.1',
    'http://127.8.8.8:1',
    'http://[::1]:8080',
    'HTTP://LocalHost',
  ])
    assert.equal(isOpenWay(endpointOf(typed)), false, typed);
});

test('an address that is none, or hides a name, is no way at all', () => {
  assert.equal(isOpenWay(endpointOf('models.example')), false);
  assert.equal(isOpenWay(endpointOf('http://localhost:x@evil.example')), false);
  assert.equal(isOpenWay(null), false);
});

const text = { keyNone: 'none', keyKept: 'kept', keyElsewhere: 'elsewhere' };

test('a kept key is for its own house: typing another address says so before anything is sent', () => {
  const view = { key: 'kept', endpoint: 'https://models.example/v1' } as Parameters<typeof keyHint>[0];
  assert.equal(keyHint(view, 'https://models.example/v2', text), 'kept');
  assert.equal(keyHint(view, 'https://models.example:8443/v1', text), 'elsewhere');
  assert.equal(keyHint(view, 'http://models.example/v1', text), 'elsewhere');
  assert.equal(keyHint(view, null, text), 'kept', 'half an address is none yet');
  assert.equal(keyHint({ ...view, key: 'none' }, 'https://other.example', text), 'none');
});
