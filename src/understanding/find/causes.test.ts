import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causeIn } from './causes.ts';

const CAUSES: [says: string, feeling: string | null, cause: string | null][] = [
  ["I'm worried about the July audit.", 'worried', 'the July audit'],
  ["I'm so tired of typing it over, honestly.", 'tired', 'typing it over, honestly'],
  ['I was relieved to hear her voice, and then I cried.', 'relieved', 'her voice'],
  ['I am proud of them but they do not know it.', 'proud', 'them'],
  ['I felt ashamed because nobody had told the parents.', 'ashamed', 'nobody had told the parents'],
  ['We were angry over the letter; it was rude.', 'angry', 'the letter'],
  ['Because of the noise I am exhausted.', 'exhausted', 'the noise I am exhausted'],
  ['It makes me nervous when he is late.', 'nervous', 'he is late'],
  ['I am sad.', 'sad', null],
  ['I feel fine today', null, null],
  ["I'm worried.", 'worried', null],
  ['Worried about what comes after that week – really.', 'worried', 'what comes after that week – really'],
];

test('what a feeling comes from is what follows it, or what follows a because', () => {
  for (const [says, feeling, cause] of CAUSES) assert.equal(causeIn(says, feeling), cause, says);
});

test('a cause is twelve words at most, and their own', () => {
  const says = `I am afraid of ${'the long dark winter and '.repeat(8)}spring.`;
  const cause = causeIn(says, 'afraid') ?? '';
  assert.ok(cause.split(' ').length <= 12 && cause.length > 0);
  assert.ok(says.includes(cause));
});

test('a feeling that is not in the sentence leaves only the because', () => {
  assert.equal(causeIn('I lie awake because of the rent.', 'worried'), 'the rent');
  assert.equal(causeIn('I lie awake.', 'worried'), null);
});
