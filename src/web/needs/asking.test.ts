import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERSON_KINDS } from '#model/person.ts';
import { needs as en } from '../messages/en/needs.ts';
import { needs as nl } from '../messages/nl/needs.ts';
import { mannerOf, nextQuestion } from './asking.ts';

const saying = (...texts: string[]) => ({ quotes: texts.map((text) => ({ text })) as never });

test('the question after their own words fits whatever they said', () => {
  const asked = { depth: 2, kinds: ['customer'] as const, above: saying('Nobody acts on the alarms.') };
  assert.equal(
    nextQuestion(asked, en),
    'You said “Nobody acts on the alarms”. When that happens, what does the week after look like for you?',
  );
  assert.match(nextQuestion(asked, nl), /^Je zei “Nobody acts on the alarms”\. Als dat gebeurt/);
});

test('long words, questions and quotes in quotes are not put into a question; the next that reads well is', () => {
  const long = 'We had nine of them and '.repeat(6);
  assert.equal(nextQuestion({ depth: 1, kinds: [], above: saying(long, 'Why is that?') }, en), en.ask.customer[1]);
  assert.match(nextQuestion({ depth: 1, kinds: [], above: saying(long, 'It is slow') }, en), /“It is slow”/);
  assert.equal(nextQuestion({ depth: 3, kinds: [], above: null }, en), en.ask.customer[3]);
});

test('each kind of relationship has a question at every depth, in both languages; no two depths ask the same', () => {
  for (const text of [en, nl])
    for (const kind of PERSON_KINDS) {
      const questions = [0, 1, 2, 3, 4].map((depth) => nextQuestion({ depth, kinds: [kind], above: null }, text));
      assert.equal(new Set(questions).size, 5, kind);
      for (const question of questions) assert.match(question, /^\p{Lu}.*\?$/u);
    }
});

test('somebody who is more than one thing is asked as the nearer one', () => {
  assert.equal(mannerOf(['customer', 'friend']), 'friend');
  assert.equal(mannerOf(['prospect', 'partner']), 'customer');
  assert.equal(mannerOf([]), 'customer');
});
