import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { talk } from '#test/talk.ts';
import { tellTurns } from './tell.ts';

test('who spoke is told by side and number, as they first speak, and never by name', () => {
  const heard = talk(
    [
      ['Tom Baker', 'Hello.'],
      ['Ana', 'Good day.'],
      ['Vera', 'And I am here too.'],
      ['Room 4', 'Can you hear us?'],
      ['Ben', 'We can.'],
      ['Tom Baker', 'Good.'],
    ],
    { us: ['Ana', 'Ben'], unknown: ['Room 4'] },
  );
  assert.deepEqual(
    tellTurns(heard).map(({ who }) => who),
    ['them 1', 'us 1', 'them 2', 'somebody 1', 'us 2', 'them 1'],
  );
  assert.deepEqual(Object.keys(tellTurns(heard)[0] ?? {}), ['turn', 'who', 'said']);
});

test('a long turn goes in pieces of whole words under its own number, and nothing of it is lost', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }).map((word) => word.replace(/\s/g, 'x')),
        { maxLength: 3000 },
      ),
      (words) => {
        const text = words.join(' ');
        const told = tellTurns(
          talk([
            ['Ana', 'Yes.'],
            ['Tom', text],
          ]),
        ).filter(({ turn }) => turn === 1);
        assert.equal(
          told
            .map(({ said }) => said)
            .join(' ')
            .replace(/\s+/g, ' ')
            .trim(),
          text.replace(/\s+/g, ' ').trim().toWellFormed(),
        );
        assert.ok(told.every(({ said }) => said.length <= 4000 && said.trim() === said && said !== ''));
      },
    ),
    { numRuns: 25 },
  );
});

test('one word without an end is cut where it must be; silence is nothing to tell', () => {
  assert.deepEqual(
    tellTurns(talk([['Tom', 'a'.repeat(9000)]])).map(({ said }) => said.length),
    [4000, 4000, 1000],
  );
  assert.deepEqual(tellTurns(talk([['Tom', '  \n ']])), []);
});
