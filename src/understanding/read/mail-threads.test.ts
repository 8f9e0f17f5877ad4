import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MailHead } from './mail-message.ts';
import { type Thread, ThreadIndex } from './mail-threads.ts';

const DAY = 24 * 3600_000;
const ANA = { name: 'Ana Ruiz', email: 'ana@example.com' };
const TOM = { name: 'Tom Baker', email: 'tom@harbour.example' };

interface Mail extends Partial<MailHead> {
  /** Day since 1970. */
  day?: number;
}

const head = (mail: Mail): MailHead => ({
  id: null,
  inReplyTo: null,
  references: [],
  subject: 'Monday reports',
  at: null,
  from: TOM,
  to: [ANA],
  gmailThread: null,
  gmailLabels: [],
  ...mail,
});

function threadsOf(...mails: Mail[]): Thread[] {
  const index = new ThreadIndex();
  for (const [i, mail] of mails.entries()) index.add(head(mail), { from: i * 100, to: i * 100 + 99, at: (mail.day ?? i + 1) * DAY });
  return index.threads();
}

/** Which messages, by their ordinal, are together. */
const groups = (threads: Thread[]) => threads.map(({ messages }) => messages.map(({ from }) => from / 100));

test('a message alone is a thread under its own id', () => {
  assert.deepEqual(threadsOf({ id: 'a', day: 3 }), [{ root: 'a', messages: [{ from: 0, to: 99, at: 3 * DAY }], newestAt: 3 * DAY }]);
});

test('an answer joins what it answers, an answer to the answer too, in any order of the file', () => {
  const question = { id: 'a', day: 1 };
  const answer = { id: 'b', inReplyTo: 'a', day: 2 };
  const more = { id: 'c', references: ['a', 'b'], day: 3 };
  assert.deepEqual(groups(threadsOf(question, answer, more)), [[0, 1, 2]]);
  assert.deepEqual(groups(threadsOf(more, answer, question)), [[2, 1, 0]]);
  assert.equal(threadsOf(more, question)[0]?.root, 'a');
});

test('the root is the same when the message that began the thread is not in the file', () => {
  assert.equal(threadsOf({ id: 'c', references: ['a', 'b'] }, { id: 'd', references: ['a', 'b', 'c'] })[0]?.root, 'a');
  assert.equal(threadsOf({ id: 'd', inReplyTo: 'a' })[0]?.root, 'a');
});

test('two answers to a lost message are one thread', () => {
  assert.deepEqual(groups(threadsOf({ id: 'b', inReplyTo: 'lost' }, { id: 'c', inReplyTo: 'lost' })), [[0, 1]]);
});

test('a message that names itself, or two that name each other, do not go round for ever', () => {
  assert.deepEqual(groups(threadsOf({ id: 'a', inReplyTo: 'a', references: ['a', 'a'] })), [[0]]);
  assert.deepEqual(groups(threadsOf({ id: 'a', inReplyTo: 'b' }, { id: 'b', inReplyTo: 'a' })), [[0, 1]]);
});

test('messages without an id are each their own', () => {
  assert.deepEqual(groups(threadsOf({}, {})), [[0], [1]]);
});

test('an answer that lost its references joins by subject, people and a month', () => {
  const question = { id: 'a', day: 1 };
  const answer: Mail = { id: 'b', subject: 'RE: Monday Reports', from: ANA, to: [TOM] };
  assert.deepEqual(groups(threadsOf(question, { ...answer, day: 31 })), [[0, 1]]);
  assert.deepEqual(groups(threadsOf(question, { ...answer, day: 32 })), [[0], [1]]);
  assert.deepEqual(groups(threadsOf(question, { ...answer, from: { name: 'X', email: 'x@y.example' }, to: [] })), [[0], [1]]);
  assert.deepEqual(groups(threadsOf(question, { ...answer, subject: 'Monday reports' })), [[0], [1]], 'a new letter of the same subject');
  assert.deepEqual(groups(threadsOf(question, { ...answer, references: ['other'] })), [[0], [1]], 'an answer to something else');
  assert.deepEqual(
    groups(threadsOf({ id: 'a', subject: '' }, { id: 'b', subject: 'Re:' })),
    [[0], [1]],
    'no subject is no subject in common',
  );
});

test('a chain of answers may last longer than a month, none of its pauses may', () => {
  const answer = (day: number): Mail => ({ id: `m${day}`, subject: 'Re: Monday reports', day });
  assert.deepEqual(groups(threadsOf({ id: 'a', day: 1 }, answer(25), answer(50), answer(75))), [[0, 1, 2, 3]]);
});

test('Gmail’s thread is a thread', () => {
  assert.deepEqual(groups(threadsOf({ id: 'a', gmailThread: '7' }, { id: 'b', gmailThread: '8' }, { id: 'c', gmailThread: '7' })), [
    [1],
    [0, 2],
  ]);
});

test('threads stand in the order of their newest message, undated ones first', () => {
  const threads = threadsOf({ id: 'a', day: 9 }, { id: 'b', day: 0 }, { id: 'c', day: 3 }, { id: 'd', references: ['c'], day: 12 });
  assert.deepEqual(groups(threads), [[1], [0], [2, 3]]);
});

test('every message is in one thread, whatever they say of each other', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const mail = fc.record({
    id,
    inReplyTo: fc.option(id),
    references: fc.array(id, { maxLength: 3 }),
    subject: fc.constantFrom('x', 'Re: x', 'Re: y', ''),
    day: fc.nat(60),
  });
  fc.assert(
    fc.property(fc.array(mail, { maxLength: 25 }), (mails) => {
      const threads = threadsOf(...mails);
      const all = groups(threads).flat();
      assert.deepEqual(
        [...all].sort((a, b) => a - b),
        mails.map((_, i) => i),
      );
      for (const { messages, newestAt } of threads) assert.equal(newestAt, Math.max(...messages.map(({ at }) => at)));
    }),
  );
});

test('fifty thousand messages of one subject are threaded in a second or two', () => {
  const index = new ThreadIndex();
  const started = performance.now();
  for (let i = 0; i < 50_000; i++) {
    index.add(head({ id: `m${i}`, subject: 'Re: News', from: { name: 'N', email: `n${i}@x.example` }, to: [] }), {
      from: i,
      to: i + 1,
      at: i * 1000,
    });
  }
  assert.equal(index.threads().length, 50_000);
  assert.ok(performance.now() - started < 4000);
});
