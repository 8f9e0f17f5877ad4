import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { interestIn } from './interests.ts';

test('what somebody likes is named by its noun phrase, without its article', () => {
  const named: [string, string | null][] = [
    ['I play the tuba, my neighbours know it.', 'tuba'],
    ['We keep bees, four hives behind the church.', 'bees'],
    ["My thing's trains, I can tell you the number of any engine.", 'trains'],
    ["I've got a thing about lighthouses, I've been up two hundred.", 'lighthouses'],
    ['I could talk about Roman drains till you beg for mercy.', 'Roman drains'],
    ['I have a choir on Thursdays.', 'choir'],
    ['The invoice came on Monday.', null],
    ['I like it.', null],
  ];
  for (const [sentence, name] of named) assert.equal(interestIn(sentence), name, sentence);
});

test('whatever is said, a name is a short part of it', () => {
  const words = fc.constantFrom('i', 'love', 'the', 'a', 'bees', 'my', 'thing', 'is', 'choir', 'with', 'and', ',', 'to', 'it');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (said) => {
      const sentence = said.join(' ');
      const name = interestIn(sentence);
      if (name === null) return;
      assert.ok(sentence.toLowerCase().includes(name.toLowerCase()), name);
      assert.ok(name.split(' ').length <= 4, name);
    }),
  );
});
