import assert from 'node:assert/strict';
import { test } from 'node:test';
import { talkOf } from './authored/talk.ts';
import { conversationOf, f1In, tallyOf } from './score-talks.ts';

const TALK = talkOf(
  `# id: tiny
# trade: lifts
# kind: call
# date: 2026-03-05T09:30:00+01:00
# us: Ana Ruiz
# them: Tom Baker
# offering: Harbourline
# claim c1: Works without a signal and sends everything later.
Ana: Good morning Tom. | smalltalk
+ What happens at night? | question.open/implication
Tom: The alarm rings and nobody hears it. | need | need:0
+ I am so worried about July. | feeling | feeling word=worried tone=bad
Ana: I'll send you the roster by Friday. | commitment | commitment whom=Tom due=2026-03-06 what="send the roster"
Tom: Thank you. | thanks
`,
  'tiny',
);

test('a talk is read as a conversation: turns of joined sentences, and where each begins', () => {
  const { conversation, starts } = conversationOf(TALK);
  assert.deepEqual(
    conversation.turns.map(({ speaker, text }) => [speaker, text]),
    [
      ['Ana Ruiz', 'Good morning Tom. What happens at night?'],
      ['Tom Baker', 'The alarm rings and nobody hears it. I am so worried about July.'],
      ['Ana Ruiz', "I'll send you the roster by Friday."],
      ['Tom Baker', 'Thank you.'],
    ],
  );
  assert.deepEqual(starts, [[0, 18], [0, 37], [0], [0]]);
  assert.deepEqual(conversation.participants, [
    { name: 'Ana Ruiz', side: 'us' },
    { name: 'Tom Baker', side: 'them' },
  ]);
});

test('what is plainly said is counted as found: a question, a need, a promise with its day', () => {
  const tally = tallyOf([TALK]);
  for (const name of [
    'act question.open',
    'act question',
    'act commitment',
    'act thanks',
    'find need',
    'find commitment',
    'commitment due',
  ])
    assert.deepEqual(tally.get(name), { right: 1, alarms: 0, missed: 0 }, name);
});

test('what is not there is an alarm, what is not found is missed, and F1 says so', () => {
  const wrong = structuredClone(TALK);
  const [need] = wrong.turns[1]?.sentences ?? [];
  assert.ok(need);
  need.findings = [{ kind: 'referral', quote: need.text, from: 0, to: need.text.length, depth: null, fields: {} }];
  const tally = tallyOf([wrong]);
  assert.deepEqual(tally.get('find need'), { right: 0, alarms: 1, missed: 0 });
  assert.deepEqual(tally.get('find referral'), { right: 0, alarms: 0, missed: 1 });
  assert.deepEqual(f1In(tally, 'find referral'), { f1: 0, n: 1 });
  assert.deepEqual(f1In(tally, 'find commitment'), { f1: 1, n: 1 });
  assert.deepEqual(f1In(tally, 'find nothing'), { f1: 0, n: 0 });
});

test('a promise with the wrong day is found, and its day is wrong', () => {
  const other = structuredClone(TALK);
  const [promise] = other.turns[2]?.sentences[0]?.findings ?? [];
  assert.ok(promise);
  promise.fields.due = '2026-03-13';
  const tally = tallyOf([other]);
  assert.deepEqual(tally.get('find commitment'), { right: 1, alarms: 0, missed: 0 });
  assert.deepEqual(tally.get('commitment due'), { right: 0, alarms: 1, missed: 1 });
});
