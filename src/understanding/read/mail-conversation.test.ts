import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threadOf, type WrittenMail } from './mail-conversation.ts';
import { type Correspondent, keyOf, type MailHead, rootOf } from './mail-message.ts';

const ANA: Correspondent = { name: 'Ana Ruiz', email: 'ana@example.com' };
const TOM: Correspondent = { name: 'Tom Baker', email: 'tom@harbour.example' };

const head = (over: Partial<MailHead> = {}): MailHead => ({
  id: 'a',
  inReplyTo: null,
  references: [],
  subject: 'Monday reports',
  at: '2026-03-05T09:30:00+01:00',
  from: TOM,
  to: [ANA],
  gmailThread: null,
  gmailLabels: [],
  ...over,
});
const mail = (over: Partial<MailHead> = {}, text = 'Late again.'): WrittenMail => ({ head: head(over), key: over.id ?? 'a', text });
const thread = (...mails: WrittenMail[]) => threadOf(mails, { source: 'mbox', sourceId: 'root' });

test('who writes comes before who is written to, each once', () => {
  const { participants } = thread(mail(), mail({ id: 'b', from: ANA, to: [TOM, { name: 'lee@example.com', email: 'lee@example.com' }] }));
  assert.deepEqual(
    participants.map(({ name }) => name),
    ['Tom Baker', 'Ana Ruiz', 'lee@example.com'],
  );
  assert.ok(participants.every(({ side }) => side === 'unknown'));
});

test('an address is one person under its first name, also when a phone writes it another way', () => {
  const { turns, participants } = thread(mail(), mail({ id: 'b', from: { name: 'T. Baker (mobile)', email: 'tom@harbour.example' } }));
  assert.deepEqual(
    turns.map(({ speaker }) => speaker),
    ['Tom Baker', 'Tom Baker'],
  );
  assert.equal(participants.length, 2);
});

test('people of one name stay two people, with and without an address', () => {
  const { participants } = thread(
    mail({
      to: [
        { name: 'Tom Baker', email: 'tom@other.example' },
        { name: 'Tom Baker', email: null },
      ],
    }),
  );
  assert.deepEqual(participants, [
    { name: 'Tom Baker', email: 'tom@harbour.example', side: 'unknown' },
    { name: 'Tom Baker <tom@other.example>', email: 'tom@other.example', side: 'unknown' },
    { name: 'Tom Baker (2)', side: 'unknown' },
  ]);
});

test('names are unique in their conversation, because turns point at them', () => {
  const many = Array.from(
    { length: 30 },
    (_, i): Correspondent => ({ name: `Name ${i % 3}`, email: i % 2 === 0 ? `n${i % 7}@x.example` : null }),
  );
  const { participants } = thread(mail({ to: many }));
  assert.equal(new Set(participants.map(({ name }) => name)).size, participants.length);
});

test('a message without a sender still was written by somebody', () => {
  assert.equal(thread(mail({ from: null })).turns[0]?.speaker, 'Unknown sender');
});

test('the title is the first subject without what programs put before it, else the first words', () => {
  assert.equal(thread(mail({ subject: 'Re: Fwd: Monday' })).title, 'Monday');
  assert.equal(thread(mail({ subject: 'Re:' }), mail({ id: 'b', subject: 'AW: Montag' })).title, 'Montag');
  assert.equal(thread(mail({ subject: '' })).title, 'Late again.');
  const long = thread(mail({ subject: '' }, 'word '.repeat(40))).title;
  assert.ok(long.length <= 61 && long.endsWith('…'), long);
});

test('a thread starts at its first date, and turns without one have none', () => {
  const { startedAt, turns, timeQuality } = thread(mail({ at: null }), mail({ id: 'b' }));
  assert.equal(startedAt, '2026-03-05T09:30:00+01:00');
  assert.deepEqual(
    turns.map(({ at, startMs }) => [at, startMs]),
    [
      [undefined, undefined],
      ['2026-03-05T09:30:00+01:00', undefined],
    ],
  );
  assert.equal(timeQuality, 'none');
});

test('turns are numbered by message and carry its key', () => {
  assert.deepEqual(
    thread(mail(), mail({ id: 'b' })).turns.map(({ line, key }) => [line, key]),
    [
      [1, 'a'],
      [2, 'b'],
    ],
  );
});

test('the key of a message without an id is made of what it is, and of nothing else', () => {
  const nameless = head({ id: null });
  assert.equal(keyOf(head(), 'x'), 'a');
  assert.match(keyOf(nameless, 'x'), /^[0-9a-f]{32}$/);
  assert.equal(keyOf(nameless, 'x'), keyOf(head({ id: null, to: [] }), 'x'));
  for (const other of [{ at: null }, { from: ANA }, { subject: 'Tuesday' }]) {
    assert.notEqual(keyOf(nameless, 'x'), keyOf(head({ id: null, ...other }), 'x'));
  }
  assert.notEqual(keyOf(nameless, 'x'), keyOf(nameless, 'y'));
});

test('the root of a thread is the first that is known of it', () => {
  assert.equal(rootOf(head({ references: ['r', 's'], inReplyTo: 's' })), 'r');
  assert.equal(rootOf(head({ inReplyTo: 's' })), 's');
  assert.equal(rootOf(head()), 'a');
  assert.equal(rootOf(head({ id: null })), null);
});
