import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORPCError } from '@orpc/server';
import { pino } from 'pino';
import { Refusal } from '#model/refusal.ts';
import { answerTo, asOrpcError, statusOf } from './answers.ts';

function scribe() {
  const lines: string[] = [];
  return { lines, log: pino({}, { write: (line: string) => void lines.push(line) }) };
}

test('the beginning of a code says the status', () => {
  assert.deepEqual(
    ['auth.sign-in-first', 'may.not-allowed', 'missing.person', 'conflict.changed', 'file.too-large', 'file.empty'].map(statusOf),
    [401, 403, 404, 409, 413, 400],
  );
});

test('a refusal reaches the person who asked, and is no entry in the log', () => {
  const { lines, log } = scribe();
  const { status, body } = answerTo(new Refusal('missing.person', 'There is no such person.', { id: 'x' }), log);
  assert.equal(status, 404);
  assert.deepEqual(body, { code: 'missing.person', message: 'There is no such person.', params: { id: 'x' } });
  assert.deepEqual(lines, []);
});

test('of a bug the caller learns a number, and the log the rest', () => {
  const { lines, log } = scribe();
  const { status, body } = answerTo(new Error('duplicate key value: ines@harbour.example'), log);
  assert.equal(status, 500);
  assert.doesNotMatch(JSON.stringify(body), /ines@harbour/);
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', new RegExp(String(body.params.id)));
});

test('inside the procedures the same holds, and what oRPC refused itself passes', () => {
  const { lines, log } = scribe();
  const refused = asOrpcError(new Refusal('may.not-allowed', 'Only an admin may do that.'), log);
  assert.equal(refused.status, 403);
  assert.deepEqual(refused.data, { code: 'may.not-allowed', params: {} });
  const wrongInput = new ORPCError('BAD_REQUEST', { message: 'Input validation failed' });
  assert.equal(asOrpcError(wrongInput, log), wrongInput);
  assert.deepEqual(lines, []);
  const broken = asOrpcError(new ORPCError('INTERNAL_SERVER_ERROR', { cause: new Error('secret detail') }), log);
  assert.equal(broken.status, 500);
  assert.doesNotMatch(JSON.stringify(broken), /secret detail/);
  assert.equal(lines.length, 1);
});
