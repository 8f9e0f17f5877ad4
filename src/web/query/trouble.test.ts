import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { en } from '../messages/en/all.ts';
import { nl } from '../messages/nl/all.ts';
import { refusal as no } from '../messages/nl/refusal.ts';
import { isFinal, isMissing, isSignedOut, refusalOf, sayTrouble } from './trouble.ts';

before(() => nl.refusal.come());

const refused = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'That person is not here any more.',
  data: { code: 'missing.person', params: {} },
};

test('our own code stands before the transport’s, and is said in the language on screen', () => {
  assert.equal(refusalOf(refused)?.code, 'missing.person');
  assert.equal(sayTrouble(refused, nl), no['missing.person']);
});

test('what is filled in comes along', () => {
  const damaged = { status: 400, code: 'BAD_REQUEST', message: 'x', data: { code: 'file.damaged', params: { name: 'call.docx' } } };
  assert.match(sayTrouble(damaged, nl), /^call\.docx is beschadigd/);
});

test('a code without a line falls back to the English sentence that came with it', () => {
  assert.equal(
    sayTrouble({ code: 'X', message: 'Say who you spoke with, please.', data: { code: 'later.code' } }, nl),
    'Say who you spoke with, please.',
  );
});

test('a bug and a server that does not answer are said plainly, without their insides', () => {
  assert.equal(sayTrouble({ code: 'INTERNAL_SERVER_ERROR', message: 'undefined is not a function' }, en), en.trouble.broke);
  assert.equal(sayTrouble(new TypeError('Failed to fetch'), en), en.trouble.unreachable);
  assert.equal(sayTrouble(null, en), en.trouble.unreachable);
});

test('while our sentences are not here, the English one that came with it is said', () => {
  assert.equal(en.refusal.read(), null);
  assert.equal(sayTrouble(refused, en), 'That person is not here any more.');
});

test('a no is not asked again, a silence is', () => {
  assert.equal(isFinal(refused), true);
  assert.equal(isMissing(refused), true);
  assert.equal(isSignedOut({ status: 401 }), true);
  assert.equal(isFinal({ status: 503 }), false);
  assert.equal(isFinal(new TypeError('Failed to fetch')), false);
});
