import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainly } from './log.ts';
import { troubleOf } from './trouble.ts';

const withCode = (code: string, message = 'x', more: object = {}) => Object.assign(new Error(message), { code, ...more });

test('of an error its name, sentence and place are told, never the values it carries', () => {
  const problem = withCode('23505', 'duplicate key value violates unique constraint "accounts_email_key"', {
    detail: 'Key (email)=(ines@harbour.example) already exists.',
    where: 'COPY turns, line 3: "We lose a day"',
    parameters: ['ines@harbour.example'],
  });
  const told = plainly(problem);
  assert.equal(told.code, '23505');
  assert.match(told.message, /accounts_email_key/);
  assert.match(told.stack ?? '', /log\.test\.ts/);
  assert.doesNotMatch(JSON.stringify(told), /ines@harbour|We lose/);
});

test('what was being read when it broke is left out', () => {
  for (const text of ['Ines said "no" today', '{"name": "Ines', '["Ines"']) {
    try {
      JSON.parse(text);
      assert.fail('it was read');
    } catch (problem) {
      assert.doesNotMatch(plainly(problem).message, /Ines|today/, text);
    }
  }
  assert.equal(
    plainly(withCode('22P02', 'invalid input syntax for type uuid: "Ines Carvalho"')).message,
    'invalid input syntax for type uuid: [kept out]',
  );
  assert.equal(plainly(new Error('relation "people" does not exist')).message, 'relation "people" does not exist');
});

test('what was thrown and is no error is told by its kind, and a long sentence is cut', () => {
  assert.deepEqual(plainly('Ines said no'), { name: 'thrown', message: 'string' });
  assert.deepEqual(plainly(undefined), { name: 'thrown', message: 'undefined' });
  assert.equal(plainly(new Error('x'.repeat(5000))).message.length, 300);
});

test('the trouble of the machine is told from a bug', () => {
  const codeOf = (problem: unknown) => troubleOf(problem)?.code ?? null;
  for (const code of ['ENOSPC', 'EDQUOT', '53100']) assert.equal(codeOf(withCode(code)), 'server.no-room', code);
  for (const code of ['57P01', '57P02', '57P03', '53300', '08006', '08P01']) assert.equal(codeOf(withCode(code)), 'server.away', code);
  for (const syscall of ['connect', 'read', 'write', 'getaddrinfo'])
    assert.equal(codeOf(withCode('ECONNRESET', 'x', { syscall })), 'server.away', syscall);
  for (const said of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])
    assert.equal(codeOf(new Error(said)), 'server.away', said);
  for (const code of ['22021', '22P05']) assert.equal(codeOf(withCode(code)), 'input.characters', code);
});

test('a missing file, a wrong statement and a mistake of ours stay bugs', () => {
  for (const problem of [withCode('ENOENT', 'x', { syscall: 'open' }), withCode('42P01'), withCode('23505'), new TypeError('x'), 'x', null])
    assert.equal(troubleOf(problem), null, String(problem));
});
