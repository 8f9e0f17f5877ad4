import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOurWords } from './wording.ts';

const WORDED: [said: string, ours: string][] = [
  ['We need one list of what is on our road.', 'One list of what is on their road'],
  ['I would like a map on paper.', 'A map on paper'],
  ["What I don't have is a name and nothing else", ''],
  ["What I don't have is a name for the file.", 'A name for the file'],
  ['I need a day from you, one that holds, because I have to tell the managers.', 'A day from us'],
  ['I like to keep what I sign.', 'Likes to keep what they sign'],
  ['I swim in the harbour, all winter.', 'Swims in the harbour'],
  ["I don't like to check up on an honest man.", 'Does not like to check up on an honest man'],
  ["I can't be in two places, and it only works because it's me.", 'Can not be in two places'],
  ['I studied for it in Porto.', 'Studied for it in Porto'],
  ['Nobody acts on the alarms.', 'Nobody acts on the alarms'],
  ["You're a sensor company, so for you that is the interesting part.", 'We are a sensor company'],
];
for (const [said, ours] of WORDED) test(`in our words: ${said}`, () => assert.equal(inOurWords(said, 'en'), ours || null));

const LEFT_TO_THE_QUOTE = [
  "They are less tired now they would say they are and it is what they call, what's the word, curious.",
  'If the cold chain breaks once more in July it is my name on the letter.',
  'I was a bit tired of this conversation before we had it, to be honest with you.',
  'I worry that we lose the whole auction day in December because the boys talk.',
  'what they would do if I was not in the room when it rings at night',
];
for (const said of LEFT_TO_THE_QUOTE) test(`left to the quote: ${said}`, () => assert.equal(inOurWords(said, 'en'), null));

test('Dutch is left to the quote', () => assert.equal(inOurWords('Wij hebben een lijst nodig.', 'nl'), null));

test('no wording is longer than twelve words or has a comma in it', () => {
  for (const [said] of WORDED) {
    const ours = inOurWords(said, 'en');
    if (ours) assert.ok(ours.split(' ').length <= 13 && !ours.includes(','), ours);
  }
});
