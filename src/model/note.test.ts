import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LONGEST_NOTE, mentionsIn } from './note.ts';

const INES = '01900000-0000-7000-8000-00000000000a';
const MAYA = '01900000-0000-7000-8000-00000000000b';
const person = (name: string, id = INES) => `[@${name}](heed:person/${id})`;

test('people and members are told apart, and each is mentioned once', () => {
  const body = `Met ${person('Ines')} with [@Maya](heed:member/${MAYA}).\n\n> ${person('Ines Carvalho')} will call ${person('I.')}`;
  assert.deepEqual(mentionsIn(body), { people: [INES], members: [MAYA] });
  assert.deepEqual(mentionsIn(''), { people: [], members: [] });
});

test('an id in capitals is the same id', () => {
  const body = `${person('Ines', INES.toUpperCase())} ${person('Ines')} [@x](HEED:Member/${MAYA.toUpperCase()})`;
  assert.deepEqual(mentionsIn(body), { people: [INES], members: [MAYA] });
});

test('a name may hold what Markdown escapes, or nothing at all', () => {
  for (const name of ['Ines \\[Harbour\\]', 'O’Brien \\\\', 'Ines (ext.)', '李', '', 'Two\nlines'])
    assert.deepEqual(mentionsIn(person(name)).people, [INES], name);
});

test('what is no mention mentions nobody', () => {
  for (const body of [
    `[Ines](heed:person/${INES})`,
    `@Ines (heed:person/${INES})`,
    `[@Ines](heed:deal/${INES})`,
    `[@Ines](https://heed.example/person/${INES})`,
    `[@Ines](heed:person/${INES.slice(0, -1)})`,
    `[@Ines](heed:person/${INES} "title")`,
    `[@Ines](javascript:person/${INES})`,
    `[@Ines] (heed:person/${INES})`,
    '[@Ines](heed:person/)',
    INES,
  ])
    assert.deepEqual(mentionsIn(body), { people: [], members: [] }, body);
});

test('a link right before a mention does not swallow it', () => {
  assert.deepEqual(mentionsIn(`[a](https://x.example)${person('Ines')}[@Maya](heed:member/${MAYA})`), { people: [INES], members: [MAYA] });
  assert.deepEqual(mentionsIn(`[@nobody [@Ines](heed:person/${INES})`).people, [INES]);
});

test('whatever is written around them, those who are mentioned are found, in the order of their first mention', () => {
  const between = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '(', ')', '*', '`', '#', '😀') });
  const name = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '(', '\\[', '\\]', '\\\\') });
  fc.assert(
    fc.property(fc.array(fc.tuple(between, name, fc.uuid(), fc.boolean()), { maxLength: 6 }), (parts) => {
      const body = parts.map(([text, called, id, us]) => `${text}[@${called}](heed:${us ? 'member' : 'person'}/${id})`).join('');
      const ids = (us: boolean) => [...new Set(parts.filter((part) => part[3] === us).map((part) => part[2].toLowerCase()))];
      assert.deepEqual(mentionsIn(body), { people: ids(false), members: ids(true) });
    }),
  );
});

test('the longest note, of nothing but beginnings, is read at once', () => {
  const began = performance.now();
  assert.deepEqual(mentionsIn('[@'.repeat(LONGEST_NOTE / 2)), { people: [], members: [] });
  assert.deepEqual(mentionsIn(`[@${'\\'.repeat(LONGEST_NOTE - 2)}`), { people: [], members: [] });
  assert.ok(performance.now() - began < 5000, 'from every beginning to the end it took a minute');
});
