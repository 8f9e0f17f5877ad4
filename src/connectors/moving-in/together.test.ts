import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LookedFile } from '#model/import.ts';
import { tieTogether } from './together.ts';

const file = (name: string, more: Partial<LookedFile> = {}): LookedFile => ({
  i: 0,
  dropped: 0,
  name,
  source: 'salesforce',
  object: 'person',
  rows: 1,
  size: 1,
  why: { code: 'file.known' },
  ...more,
});

test('files are counted over the whole import', () => {
  assert.deepEqual(
    tieTogether([{ file: file('a') }, { file: file('b', { dropped: 1 }) }]).map(({ i, name }) => [i, name]),
    [
      [0, 'a'],
      [1, 'b'],
    ],
  );
});

test('two ids of one owner are one owner, with the rows of both; who is not known keeps the id', () => {
  const owners = [
    { owner: '1', rows: 3 },
    { owner: '2', rows: 2 },
    { owner: '3', rows: 9 },
  ];
  const users = new Map([
    ['1', 'maya@us.example'],
    ['2', 'maya@us.example'],
  ]);
  const [told] = tieTogether([{ file: file('a', { owners }) }, { file: file('users', { source: null, object: null }), users }]);
  assert.deepEqual(told?.owners, [
    { owner: '3', rows: 9 },
    { owner: 'maya@us.example', rows: 5 },
  ]);
  assert.deepEqual(told?.ownerNames, { 1: 'maya@us.example', 2: 'maya@us.example' });
});

const ambiguous = { order: 'unknown', sample: '03/04/2025', proof: 0 } as const;
const proven = (order: 'day-first' | 'month-first') => ({ order, proof: 12 });

test('an order of dates is borrowed only from the same program in the same drop, and only when nothing speaks against it', () => {
  const orderOf = (...others: LookedFile[]) =>
    tieTogether([{ file: file('a', { dates: { ...ambiguous } }) }, ...others.map((one) => ({ file: one }))])[0]?.dates?.order;
  assert.equal(orderOf(file('b', { dates: proven('day-first') })), 'day-first');
  assert.equal(orderOf(file('b', { dates: proven('day-first') }), file('c', { dates: proven('month-first') })), 'unknown');
  assert.equal(orderOf(file('b', { dates: proven('day-first'), source: 'hubspot' })), 'unknown');
  assert.equal(orderOf(file('b', { dates: proven('day-first'), dropped: 1 })), 'unknown');
  const [csv] = tieTogether([
    { file: file('a', { source: 'csv', dates: { ...ambiguous } }) },
    { file: file('b', { source: 'csv', dates: proven('day-first') }) },
  ]);
  assert.equal(csv?.dates?.order, 'unknown', 'lists of anybody may come from anywhere');
});

test('the lines of our own export go before its tables, in the same archive only', () => {
  const heed = { file: file('out/people.jsonl', { source: 'heed' }) };
  const table = (dropped: number) => ({ file: file('out/people.csv', { source: 'csv', dropped }) });
  const [, twin, other] = tieTogether([heed, table(0), table(1)]);
  assert.deepEqual([twin?.source, twin?.why], [null, { code: 'file.left-out', params: { what: 'twin' } }]);
  assert.equal(other?.source, 'csv');
});

test('tables as they are kept and files that were given to us stay where they lie in our export, and only there', () => {
  const heed = { file: file('out/people.jsonl', { source: 'heed' }) };
  const beside = (name: string, dropped = 0) => ({ file: file(name, { source: 'csv', dropped }) });
  const looked = tieTogether([
    ...[heed, beside('out/all/stages.csv'), beside('out/files/list.csv'), beside('out/attachments/a.csv')],
    ...[beside('all/members.csv'), beside('out/allied.csv'), beside('out/all/stages.csv', 1)],
  ]);
  assert.deepEqual(
    looked.map(({ source }) => source),
    ['heed', null, null, null, 'csv', 'csv', 'csv'],
  );
});
