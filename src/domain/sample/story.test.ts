import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFindingKind } from '#model/finding.ts';
import { OFFERINGS } from './offerings.ts';
import { LOGGED, SHELF } from './shelf.ts';
import { FRESH, STORY } from './story.ts';

const ofKind = (start: string) => STORY.filter((told) => told.kind.startsWith(start));

test('every part of the story is of a kind there is, in a conversation there is', () => {
  const keys = new Set(SHELF.map((file) => file.key));
  for (const told of STORY) {
    assert.ok(isFindingKind(told.kind), told.kind);
    assert.ok(keys.has(told.in), told.in);
  }
  for (const key of Object.keys(FRESH)) assert.ok(keys.has(key), key);
});

test('a need has a rung, a promise what and to whom, a trait and a belief our words for it', () => {
  for (const told of ofKind('need')) assert.ok(told.statement && [0, 1, 2, 3, 4].includes(told.depth ?? -1), told.quote);
  for (const told of ofKind('commitment')) assert.ok(told.what && told.whom, told.quote);
  for (const told of [...ofKind('trait.'), ...ofKind('belief.')]) assert.ok(told.statement, told.quote);
  for (const told of ofKind('feeling')) assert.ok(told.feeling && told.tone, told.quote);
  for (const told of ofKind('feedback')) assert.ok(told.verdict, told.quote);
});

test('what somebody holds about us is held against something Lantern says', () => {
  const claims = new Set(OFFERINGS.flatMap((offering) => Object.keys(offering.claims)));
  const held = STORY.filter((told) => told.claim);
  assert.ok(held.length >= 3);
  for (const told of held) assert.ok(told.kind.startsWith('belief.') && claims.has(told.claim ?? ''), told.quote);
});

test('only promises are kept, and only needs are understood', () => {
  for (const told of STORY) {
    if (told.kept) assert.equal(told.kind, 'commitment', told.quote);
    if (told.understood) assert.equal(told.kind, 'need', told.quote);
  }
});

test('a day that is named is the day it falls on', () => {
  const weekday = (day: string | null | undefined) => new Date(day ?? '').toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
  const days = 'Monday|Tuesday|Wednesday|Thursday|Friday';
  for (const told of STORY) {
    const named = new RegExp(`(?:by|on|before next|moved to) (${days})$`).exec(told.dueText ?? '')?.[1];
    if (named) assert.equal(weekday(told.due), named, told.quote);
  }
});

test('a promise is due after it was made, and kept after it was made', () => {
  const made = new Map(SHELF.map((file) => [file.key, file.at.slice(0, 10)]));
  for (const told of STORY) {
    const day = made.get(told.in) ?? assert.fail();
    if (told.due) assert.ok(told.due >= day, told.quote);
    if (told.kept) assert.ok(told.kept >= day, told.quote);
  }
  assert.ok(LOGGED.promised.due > LOGGED.at.slice(0, 10));
});

test('what is told is told once', () => {
  const seen = STORY.map((told) => `${told.in} ${told.kind} ${told.quote}`);
  assert.equal(new Set(seen).size, seen.length);
});
