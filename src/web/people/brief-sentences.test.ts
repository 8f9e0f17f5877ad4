import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BriefQuestion, QUESTION_SORTS } from '#model/brief.ts';
import { PERSON_KINDS } from '#model/person.ts';
import { datesFor } from '../messages/dates.ts';
import { brief as briefEn } from '../messages/en/brief.ts';
import { people as peopleEn } from '../messages/en/people.ts';
import { brief as briefNl } from '../messages/nl/brief.ts';
import { people as peopleNl } from '../messages/nl/people.ts';
import { questionOf, whyAsk } from './brief-sentences.ts';

const question = (more: Partial<BriefQuestion>): BriefQuestion => ({
  ...{ sort: 'gap', depth: null, known: null, words: '', quote: null, said: null, at: null, kind: null, i: null },
  ...more,
});
const both = [
  { text: briefEn, ask: peopleEn.ask, dates: datesFor('en', 'UTC') },
  { text: briefNl, ask: peopleNl.ask, dates: datesFor('nl', 'UTC') },
] as const;
const asked = (more: Partial<BriefQuestion>) => both.map(({ text, ask }) => questionOf(question(more), text, ask));
const because = (more: Partial<BriefQuestion>) => both.map(({ text, dates }) => whyAsk(question(more), text, { object: 'Ines' }, dates));

test('a rung nobody asked about is asked for, and it is said what is known and what is not', () => {
  for (const [depth, ask] of peopleEn.ask.entries()) assert.equal(asked({ depth })[0], ask);
  assert.equal(because({ depth: 3, known: 2 })[0], 'We know what it costs, not what it means to Ines. Nobody ever asked.');
});

test('what was promised is asked after by what it was, and the day says why', () => {
  const promise = { sort: 'promise', words: 'the July report', at: '2026-11-20' } as const;
  for (const said of asked(promise)) assert.match(said, /the July report/);
  assert.match(because(promise)[0] ?? '', /20 Nov/);
  assert.match(because(promise)[1] ?? '', /20 nov/);
});

test('our words for it stand in the question; where there are only theirs, those are shown beside it', () => {
  for (const sort of ['renew', 'goal'] as const) {
    const [inOurs] = asked({ sort, words: 'early mornings', quote: 'I am up at five' });
    assert.match(inOurs ?? '', /early mornings/);
    for (const said of asked({ sort, words: '', quote: 'I am up at five' })) assert.match(said, /^[^:]+\?$/, 'no place is left empty');
  }
});

test('of an organisation nobody decides at, its name is said', () => {
  for (const said of because({ sort: 'decider', words: 'Harbour Foods' })) assert.match(said, /Harbour Foods/);
});

test('a first question is one that fits what they are to us, and there are three for each', () => {
  for (const kind of PERSON_KINDS)
    for (const i of [0, 1, 2]) {
      const [en, nl] = asked({ sort: 'first', kind, i });
      assert.ok(en && nl && en !== nl, `${kind} ${i}`);
    }
  assert.equal(asked({ sort: 'first', kind: null, i: 0 })[0], asked({ sort: 'first', kind: 'own', i: 0 })[0]);
});

test('every sort of question is a question, and says why, in both languages', () => {
  for (const sort of QUESTION_SORTS) {
    const whole = { sort, depth: 1, known: 0, words: 'the alarm', at: '2026-11-20', kind: 'friend', i: 1 } as const;
    const [en, nl] = asked(whole);
    for (const said of [en, nl]) assert.match(said ?? '', /\?$/, sort);
    assert.notEqual(en, nl, sort);
    for (const why of because(whole)) assert.match(why, /\p{L}.*[.:]$/u, sort);
  }
});

test('without a day nothing is made up', () => {
  for (const sort of ['unanswered', 'promise', 'renew'] as const)
    for (const why of because({ sort })) assert.doesNotMatch(why, /null|undefined|Invalid|1970/);
});
