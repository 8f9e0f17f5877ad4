import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueIn } from './due.ts';

/** Tuesday 17 November 2026, two in the afternoon in Amsterdam. */
const TUESDAY = '2026-11-17T14:00:00+01:00';

function due(words: string, said = TUESDAY, zone = 'Europe/Amsterdam', tongue: 'en' | 'nl' = 'en'): string | null {
  return dueIn(words, new Date(said), zone, tongue)?.due ?? null;
}

const ENGLISH: [string, string | null][] = [
  ["I'll send it by Friday", '2026-11-20'],
  ["I'll send it on Monday", '2026-11-23'],
  ["I'll send it tomorrow", '2026-11-18'],
  ["I'll send it today", '2026-11-17'],
  ["I'll send it tonight", '2026-11-17'],
  ["I'll send it by the end of the day", '2026-11-17'],
  ["I'll send it next week", '2026-11-27'],
  ["I'll send it early next week", '2026-11-24'],
  ["I'll send it this week", '2026-11-20'],
  ["I'll send it by the end of the week", '2026-11-20'],
  ["I'll send it before the weekend", '2026-11-20'],
  ["I'll send it by the end of the month", '2026-11-30'],
  ["I'll send it next month", '2026-12-31'],
  ["I'll send it by the end of the year", '2026-12-31'],
  ["I'll send it by the 20th", '2026-11-20'],
  ["I'll send it by the 12th", '2026-12-12'],
  ["I'll send it by the twelfth", '2026-12-12'],
  ["I'll send it by 12 December", '2026-12-12'],
  ["I'll send it by December 3", '2026-12-03'],
  ["I'll send it in two weeks", '2026-12-01'],
  ["I'll send it within three days", '2026-11-20'],
  ["I'll send it Friday morning", '2026-11-20'],
  ["I'll send it to two people", null],
  ["I'll send it soon", null],
  ['I may send it', null],
  ['we started in 2012', null],
];

test('English words for a time become a date, seen from the day they were said', () => {
  for (const [words, date] of ENGLISH) assert.equal(due(words), date, words);
});

const DUTCH: [string, string | null][] = [
  ['Ik stuur het morgen', '2026-11-18'],
  ['Ik stuur het vrijdag', '2026-11-20'],
  ['Ik stuur het volgende week', '2026-11-27'],
  ['Ik stuur het deze week', '2026-11-20'],
  ['Ik stuur het voor het weekend', '2026-11-20'],
  ['Ik stuur het eind van de maand', '2026-11-30'],
  ['Ik stuur het uiterlijk de 20e', '2026-11-20'],
  ['Ik stuur het binnenkort', null],
];

test('Dutch words likewise', () => {
  for (const [words, date] of DUTCH) assert.equal(due(words, TUESDAY, 'Europe/Amsterdam', 'nl'), date, words);
});

test('an hour is kept, with the offset that holds there on that day', () => {
  assert.equal(due("I'll call you tomorrow at 3pm"), '2026-11-18T15:00:00+01:00');
  assert.equal(due("I'll call you tomorrow at 3pm", TUESDAY, 'America/New_York'), '2026-11-18T15:00:00-05:00');
  assert.equal(due("I'll call you tomorrow at 10:30", TUESDAY, 'Asia/Kolkata'), '2026-11-18T10:30:00+05:30');
});

test('tomorrow is the day after today there, not here', () => {
  const late = '2026-11-17T23:30:00Z';
  assert.equal(due("I'll send it tomorrow", late, 'UTC'), '2026-11-18');
  assert.equal(due("I'll send it tomorrow", late, 'Europe/Amsterdam'), '2026-11-19');
  assert.equal(due("I'll send it tomorrow", late, 'America/Los_Angeles'), '2026-11-18');
  assert.equal(due("I'll send it tomorrow", late, 'Pacific/Auckland'), '2026-11-19');
});

test('a change of the clocks between saying and doing moves nothing', () => {
  const beforeSpring = '2026-03-28T14:00:00+01:00';
  assert.equal(due("I'll send it tomorrow", beforeSpring), '2026-03-29');
  assert.equal(due("I'll call you tomorrow at 9am", beforeSpring), '2026-03-29T09:00:00+02:00');
  const beforeAutumn = '2026-10-24T14:00:00+02:00';
  assert.equal(due("I'll call you on Monday at 9am", beforeAutumn), '2026-10-26T09:00:00+01:00');
  assert.equal(due("I'll send it by the end of next week", beforeAutumn), '2026-10-30');
});

test('said on a Friday, "this week" is today; said on a Saturday, it is not in the past', () => {
  assert.equal(due("I'll send it this week", '2026-11-20T09:00:00+01:00'), '2026-11-20');
  assert.equal(due("I'll send it this week", '2026-11-21T09:00:00+01:00'), '2026-11-21');
});

test('the 31st skips months that have none', () => {
  assert.equal(due("I'll send it by the 31st", '2026-11-17T14:00:00+01:00'), '2026-12-31');
});

test('what is over is no due date', () => {
  assert.equal(due('We talked about it yesterday'), null);
});

test('the words and their place are those of the sentence', () => {
  const sentence = "I'll send it by Friday, as promised";
  const found = dueIn(sentence, new Date(TUESDAY), 'Europe/Amsterdam', 'en');
  assert.equal(found?.dueText, 'by Friday');
  assert.equal(sentence.slice(found?.from, found?.to), 'by Friday');
});

test('of several times the one that is owed: the last, or the one after "by"; a part of a day says nothing of which day', () => {
  const told: [string, string | null][] = [
    ["I'll ask them this afternoon and ring you tomorrow", '2026-11-18'],
    ["I'm going to ring him this afternoon and you get two dates from me by Friday", '2026-11-20'],
    ["I'll call you on Monday, before noon", '2026-11-23'],
    ["I'll talk to the teacher about Tuesday mornings and get back to you on Friday", '2026-11-20'],
    ["I'll come on Thursday of next week", '2026-11-26'],
    ["I'll come on Wednesday next week", '2026-11-25'],
    ["I'll be back on the thirtieth", '2026-11-30'],
    ["I'll go through it at the weekend", '2026-11-22'],
    ["I'll do that right after this call", '2026-11-17'],
    ["I'll ring you on Tuesday", '2026-11-24'],
  ];
  for (const [words, day] of told) assert.equal(due(words)?.slice(0, 10) ?? null, day, words);
});
