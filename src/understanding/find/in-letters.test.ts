import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#model/finding.ts';
import { atLeast, atMost } from '#test/shares.ts';
import { talk } from '#test/talk.ts';
import { understand } from '../understand.ts';

/** What is found in a letter of Ines to Ana, written on Tuesday 17 November 2026. */
function found(says: string): Finding[] {
  return understand(
    talk([
      ['Ines', says],
      ['Ana', 'Thank you.'],
    ]),
    { zone: 'Europe/Lisbon' },
  ).report.findings;
}

const DEEDS: [says: string, what: string, due: string | null][] = [
  ['I will make sure that you are included in the next meeting.', 'make sure that Ana is included in the next meeting', null],
  ['We will let you know when you can try the new scale.', 'let Ana know when they can try the new scale', null],
  ['I shall call you tomorrow to discuss the details.', 'call Ana to discuss the details', '2026-11-18'],
  ['I will send you the list of drivers by the end of the day tomorrow.', 'send the list of drivers by the end of the day', '2026-11-18'],
  ['I shall send you more about the dinner later this week.', 'send more about the dinner', '2026-11-20'],
  ['Please let me know what the outcome of the meeting is.', 'say what the outcome of the meeting is', null],
  ['Please, send me the figures by Thursday.', 'send the figures', '2026-11-19'],
  ['Please print your letter and the two attachments.', "print Ana's letter and the two attachments", null],
];
const deedIn = (says: string) => found(says).find(({ kind }) => kind === 'commitment' || kind === 'request');

test('nearly everything that is to be done is found, with what and by when', () => {
  atLeast(0.85, DEEDS, ([says]) => deedIn(says) !== undefined, 'deeds');
  for (const [says, what, due] of DEEDS) {
    const deed = deedIn(says);
    if (deed) assert.deepEqual([deed.what, deed.due], [what, due], says);
  }
});

test('a long deed is cut where it does not hang in the air', () => {
  const deed = deedIn(
    'I will set up a meeting with the four planners of the night to talk over how we get help from the store for our plan.',
  );
  const words = deed?.what?.split(' ') ?? [];
  assert.ok(words.length > 8 && words.length <= 18, deed?.what ?? '');
  assert.ok(!['to', 'of', 'the', 'from', 'with'].includes(words.at(-1) ?? ''), deed?.what ?? '');
});

const MANNERS = [
  'I am pleased to invite you to our fair on Tuesday, it is outside.',
  "I'm always happy to receive feedback from you.",
  "I hate to bother you with this, I'm sure you have enough to do.",
  'Your feedback is very important to us, as you know.',
  "If you're not ready to share everything, you can leave it out.",
  "If you're not interested, you may leave it.",
  'Talk to Susan about joining the group.',
  'It would be nice if you could be at my dinner.',
  'He talked to Greg Piper about the letter.',
  'In section four we promise that we have given nothing to anybody.',
  'Please find the attached list.',
];
test('of manners, and what is nothing of theirs, few are taken for more', () =>
  atMost(0.35, MANNERS, (says) => found(says).length > 0, 'manners'));

test('a feeling in a letter is one all the same, with its word, its tone and no wording of ours', () => {
  const [glad] = found('I am so glad that your trip is postponed, I was worried.').filter(({ kind }) => kind === 'feeling');
  assert.deepEqual([glad?.kind, glad?.feeling, glad?.tone, glad?.statement], ['feeling', 'glad', 'good', null]);
});
