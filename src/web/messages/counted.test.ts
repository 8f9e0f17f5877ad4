import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversations as conversationsEn } from './en/conversations.ts';
import { duplicates as duplicatesEn } from './en/duplicates.ts';
import { languageModel as languageModelEn } from './en/language-model.ts';
import { lists as listsEn } from './en/lists.ts';
import { offerings as offeringsEn } from './en/offerings.ts';
import { promises as promisesEn } from './en/promises.ts';
import { settings as settingsEn } from './en/settings.ts';
import { today as todayEn } from './en/today.ts';
import { conversations as conversationsNl } from './nl/conversations.ts';
import { duplicates as duplicatesNl } from './nl/duplicates.ts';
import { languageModel as languageModelNl } from './nl/language-model.ts';
import { lists as listsNl } from './nl/lists.ts';
import { offerings as offeringsNl } from './nl/offerings.ts';
import { promises as promisesNl } from './nl/promises.ts';
import { settings as settingsNl } from './nl/settings.ts';
import { today as todayNl } from './nl/today.ts';

test('the heading over promises counts in words, and leaves out what is not', () => {
  assert.equal(promisesEn.heading(1, 0, 0), 'One promise is late.');
  assert.equal(promisesEn.heading(2, 1, 3), 'Two promises are late, one is due today, three are due tomorrow.');
  assert.equal(promisesEn.heading(0, 13, 0), '13 are due today.');
  assert.equal(promisesEn.heading(0, 0, 0), 'No promise is late.');
  assert.equal(promisesNl.heading(1, 0, 1), 'Eén belofte is te laat, één is voor morgen.');
  assert.equal(promisesNl.heading(0, 2, 0), 'Twee zijn voor vandaag.');
});

test('what is owed on both sides is one sentence', () => {
  assert.match(promisesEn.sub(1, 1), /^One you made, one was made to you\./);
  assert.match(promisesEn.sub(0, 2), /^None you made, two were made to you\./);
  assert.match(promisesNl.sub(2, 1), /^Twee .*één /);
});

test('how late something is, and was, bends with the days', () => {
  assert.deepEqual([promisesEn.late(1), promisesEn.late(2)], ['1 day late', '2 days late']);
  assert.deepEqual(
    [promisesNl.keptLate(1, '3 nov'), promisesNl.keptLate(4, '3 nov')],
    ['nagekomen 3 nov, 1 dag te laat', 'nagekomen 3 nov, 4 dagen te laat'],
  );
});

test('the morning says how many wait, and ends when they are done', () => {
  assert.deepEqual(
    [todayEn.heading(1), todayEn.heading(3), todayEn.heading(11)],
    ['One person waits to be heard.', 'Three people wait to be heard.', '11 people wait to be heard.'],
  );
  assert.deepEqual([todayEn.endDone(1), todayEn.endDone(4)], ['When this is done, so are you.', 'When these four are done, so are you.']);
  assert.equal(todayNl.heading(2), 'Twee mensen wachten om gehoord te worden.');
  assert.equal(todayNl.heading(1), 'Eén persoon wacht om gehoord te worden.');
});

test('members who work here and those who are invited are told in one sentence', () => {
  assert.equal(settingsEn.membersTitle(1, 0), 'One of you works here.');
  assert.equal(settingsEn.membersTitle(3, 1), 'Three of you work here, and one is invited.');
  assert.equal(settingsEn.membersTitle(14, 2), '14 of you work here, and two are invited.');
  assert.equal(settingsNl.membersTitle(1, 2), 'Eén van jullie werkt hier, en twee zijn uitgenodigd.');
});

test('an offer of our own and pointing to others are told apart', () => {
  assert.equal(offeringsEn.heading(2, 0), 'You offer two things.');
  assert.equal(offeringsEn.heading(1, 1), 'You offer one thing, and point to one thing of others.');
  assert.equal(offeringsEn.heading(0, 3), 'You point to three things of others.');
  for (const [ours, others] of [
    [1, 0],
    [0, 1],
    [2, 2],
  ] as const)
    assert.match(offeringsNl.heading(ours, others), /(één ding|twee dingen).*\.$/);
});

test('a tag says on what it hangs, and says when it hangs on nothing', () => {
  assert.equal(listsEn.used({ people: 1, organisations: 2, deals: 1 }), '1 person, 2 organisations, 1 deal');
  assert.equal(listsEn.used({ people: 0, organisations: 1, deals: 0 }), '1 organisation');
  assert.equal(listsEn.used({ people: 0, organisations: 0, deals: 0 }), 'unused');
  assert.match(listsNl.used({ people: 1200, organisations: 0, deals: 2 }), /^1\.200 .*, 2 deals$/);
  assert.notEqual(listsNl.used({ people: 0, organisations: 0, deals: 0 }), '');
});

test('words that a person may choose from are joined as they are said', () => {
  assert.deepEqual(
    [listsEn.or([]), listsEn.or(['a']), listsEn.or(['a', 'b']), listsEn.or(['a', 'b', 'c'])],
    ['', 'a', 'a or b', 'a, b or c'],
  );
  assert.equal(listsNl.or(['a', 'b', 'c']), 'a, b of c');
});

test('a change to many says of how many it was, and when it was so already', () => {
  assert.equal(listsEn.done(1, 'tagged Cold'), '1 person: tagged Cold');
  assert.equal(listsEn.done(1200, 'tagged Cold'), '1,200 people: tagged Cold');
  assert.equal(listsEn.done(0, 'tagged Cold'), 'That was so already of all of them');
  assert.match(listsNl.done(1, 'met label Koud'), /^1 \p{L}+: met label Koud$/u);
});

test('looking for the same person twice tells how far it is', () => {
  assert.deepEqual([0, 1, 2].map(duplicatesEn.looking), [
    'Looking over everybody',
    'Looking over everybody: 1 pair so far',
    'Looking over everybody: 2 pairs so far',
  ]);
  assert.match(duplicatesNl.looking(1), /1 paar$/);
  assert.match(duplicatesNl.looking(2), /2 paren$/);
});

test('two of one name are not named twice', () => {
  assert.equal(duplicatesEn.nowOne('Grace', 'Grace'), 'Both Grace are one person');
  assert.equal(duplicatesEn.nowOne('Grace', 'Gracie'), 'Grace and Gracie are one person');
  assert.equal(duplicatesEn.sinceStays(1, 'Grace'), 'Both are back. One thing written or changed since stays with Grace.');
  assert.equal(duplicatesEn.sinceStays(3, 'Grace'), 'Both are back. 3 things written or changed since stay with Grace.');
});

test('what came in says its talks only when there are several', () => {
  assert.equal(conversationsEn.stateDone('WhatsApp', 1, 1), 'WhatsApp, 1 turn');
  assert.equal(conversationsEn.stateDone('WhatsApp', 40, 3), 'WhatsApp, 3 conversations, 40 turns');
  assert.equal(conversationsNl.stateDone('WhatsApp', 1, 1), 'WhatsApp, 1 beurt');
});

test('of a tray that is empty it is said what became of what was in it', () => {
  assert.match(conversationsEn.trayDoneWhy(1, 0), /^One thing confirmed\. It stands/);
  assert.match(conversationsEn.trayDoneWhy(5, 0), /^5 things confirmed\. They stand/);
  assert.match(conversationsEn.trayDoneWhy(2, 3), /^2 confirmed, 3 put aside\./);
  assert.match(conversationsNl.trayDoneWhy(0, 2), /0.*2/);
});

test('a filter over one turn says one turn', () => {
  assert.deepEqual([conversationsEn.filtered(1, 1), conversationsEn.filtered(1, 12)], ['1 of 1 turn', '1 of 12 turns']);
  assert.equal(conversationsNl.filtered(0, 1), '0 van 1 beurt');
});

test('a language model that was tried says whether what it found holds', () => {
  assert.match(languageModelEn.tried(1, '2.1'), /found one thing in our made-up talk that holds\.$/);
  assert.match(languageModelEn.tried(4, '2.1'), /in 2\.1 s and found 4 things in our made-up talk that hold\.$/);
  assert.match(languageModelEn.tried(0, '2.1'), /nothing it said of our made-up talk holds/);
  assert.match(languageModelNl.tried(0, '2,1'), /2,1 s/);
});
