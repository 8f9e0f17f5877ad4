import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysToMove, moveDates, movedBy } from './dates.ts';

const NEWEST = '2026-11-17T16:40:12Z';
const WEEK = 7 * 86_400_000;

test('on the Thursday after, nothing moves; a year later it has moved by whole weeks', () => {
  assert.equal(daysToMove(NEWEST, '2026-11-19T09:00:00Z'), 0);
  assert.equal(daysToMove(NEWEST, '2027-11-19T09:00:00Z'), 364);
  assert.equal(daysToMove(NEWEST, '2026-11-17T16:00:00Z'), -7, 'never later than now');
});

test('whenever it is opened, the newest moment is in the week before, on the same weekday at the same time', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (now) => {
      const days = daysToMove(NEWEST, now.toISOString());
      const newest = movedBy(NEWEST, days);
      const age = now.getTime() - Date.parse(newest);
      assert.ok(age >= 0 && age < WEEK, `${newest} at ${now.toISOString()}`);
      assert.equal(new Date(newest).getUTCDay(), new Date(NEWEST).getUTCDay());
      assert.equal(newest.slice(11, 19), '16:40:12');
    }),
  );
});

test('mail: the headers, the line above a quoted tail and the line between messages move, the letter does not', () => {
  const mail = [
    'From ruth@fieldandfold.example Mon Nov  9 08:12:12 2026',
    'Date: Mon, 09 Nov 2026 08:12:12 +0000',
    '',
    'I said Friday, 13 Nov 2026.',
    'On Wed, 11 Nov 2026 at 16:31, Maya Okafor <maya@lantern.example> wrote:',
  ].join('\n');
  assert.deepEqual(moveDates(mail, 'mail', 56).split('\n'), [
    'From ruth@fieldandfold.example Mon Jan  4 08:12:12 2027',
    'Date: Mon, 4 Jan 2027 08:12:12 +0000',
    '',
    'I said Friday, 13 Nov 2026.',
    'On Wed, 6 Jan 2027 at 16:31, Maya Okafor <maya@lantern.example> wrote:',
  ]);
});

test('chats of both kinds of phone, a Meet heading and a Fireflies date move', () => {
  assert.equal(moveDates('25/12/2026, 17:04 - Ruth: Hello\non 25/12/2026', 'chat', 7), '01/01/2027, 17:04 - Ruth: Hello\non 25/12/2026');
  assert.equal(moveDates('[18/08/2026, 06:12:44] Joost: Hoi', 'chat', -7), '[11/08/2026, 06:12:44] Joost: Hoi');
  assert.equal(moveDates('Nov 13, 2026\nThe invoice - Transcript', 'meet', 21), 'Dec 4, 2026\nThe invoice - Transcript');
  assert.equal(moveDates('{ "date": 1794823200000, "duration": 4 }', 'fireflies', 7), `{ "date": ${1794823200000 + WEEK}, "duration": 4 }`);
});

test('a format that carries no date stays as it is, to the letter', () => {
  const text = 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nMaya: on Mon, 9 Nov 2026';
  assert.equal(moveDates(text, 'file', 70), text);
});
