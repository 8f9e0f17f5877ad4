import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesFor } from '../messages/dates.ts';
import { linkTo, sourceOf } from './cited.ts';

const dates = datesFor('en', 'Europe/Amsterdam');
const speakers = [
  {
    ...{ id: 's', i: 1, name: 'Ines Carvalho', email: null, side: 'them' as const, personId: 'p', memberId: null },
    ...{ isYou: false, turns: 3, words: 30, ms: null },
  },
];
const year = new Date().getFullYear();
const talk = { id: 'c', title: 'Harbour Foods second call', happenedAt: `${year}-11-17T13:00:00Z`, datedBy: 'source' as const, speakers };

test('a quote says whose it is, in which conversation, and when it was said', () => {
  const said = { speaker: 1, at: null, startMs: 125_000 };
  assert.match(sourceOf(talk, said, dates), /^Ines Carvalho, Harbour Foods second call, \w{3} 17 Nov, 14:02$/);
  assert.match(sourceOf(talk, { ...said, at: `${year}-11-18T08:30:00Z` }, dates), /, \w{3} 18 Nov, 09:30$/);
});

test('an hour that only the file gave is left out, and so is what has no title', () => {
  assert.match(
    sourceOf({ ...talk, datedBy: 'file', title: '' }, { speaker: 1, at: null, startMs: 0 }, dates),
    /^Ines Carvalho, \w{3} 17 Nov$/,
  );
});

test('a link opens the conversation at the turn', () => {
  assert.equal(linkTo('https://heed.example', talk, 12), 'https://heed.example/conversations/c?turn=12');
});
