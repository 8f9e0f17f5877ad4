import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isUnderstood, LANGUAGES } from './language.ts';
import { mayAct, ROLES } from './member.ts';
import { hueOf, initialsOf } from './person.ts';
import { Refusal } from './refusal.ts';
import { inLatin } from './transliterate.ts';

test('a face without a photo has the first letters of the first and the last word', () => {
  for (const [name, initials] of [
    ['Ines Carvalho', 'IC'],
    ['ana maría ruiz', 'AR'],
    ['Cher', 'C'],
    ['Dr. Grace Oyelaran', 'GO'],
    ['dhr. Jan de Wit', 'JW'],
    ['Tom Baker (external)', 'TB'],
    ['Tom Baker 2', 'TB'],
    ['  Élodie   Ørsted ', 'ÉØ'],
    ['李小龙', '李'],
    ['Dr.', '?'],
    ['', '?'],
    ['+44 20 7946', '?'],
  ] as const)
    assert.equal(initialsOf(name), initials, name);
});

test('a letter that takes two units is one initial, and never half of one', () => {
  assert.equal(initialsOf('𝒜da 𝓛ovelace'), '𝒜𝓛');
  assert.equal(initialsOf('𠮷野家'), '𠮷');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'É', ' ', '(', ')', '𝒜', '😀', '.') }), (name) => initialsOf(name).isWellFormed()),
  );
});

test('the colour of a face is one of eight, always the same for the same person, and all eight are used', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const hue = hueOf(id);
      assert.ok(Number.isInteger(hue) && hue >= 1 && hue <= 8);
      assert.equal(hueOf(id), hue);
    }),
  );
  const hues = Array.from({ length: 200 }, (_, i) => hueOf(`01900000-0000-7000-8000-${String(i).padStart(12, '0')}`));
  assert.equal(new Set(hues).size, 8);
});

test('each role may do what the ones after it may, and nothing of the ones before it', () => {
  assert.ok(mayAct('owner', 'guest') && mayAct('admin', 'member') && mayAct('guest', 'guest'));
  assert.ok(!mayAct('guest', 'member') && !mayAct('member', 'admin') && !mayAct('admin', 'owner'));
  for (const role of ROLES) assert.equal(ROLES.filter((needed) => mayAct(role, needed)).length, ROLES.length - ROLES.indexOf(role));
});

test('we understand English and Dutch, and say of every other language that we do not', () => {
  assert.deepEqual(LANGUAGES.filter(isUnderstood), ['en', 'nl']);
});

test('a refusal carries its code and what fills its sentence, and is an error like any other', () => {
  const refusal = new Refusal('missing.person', 'That person is not here any more.', { name: 'Ines' });
  assert.ok(refusal instanceof Error);
  assert.deepEqual(
    [refusal.name, refusal.code, refusal.message, refusal.params],
    ['Refusal', 'missing.person', 'That person is not here any more.', { name: 'Ines' }],
  );
  assert.deepEqual(new Refusal('x', 'y').params, {});
});

test('Cyrillic and Greek are read in Latin letters, other scripts stay as they are', () => {
  for (const [text, latin] of [
    ['Наталья Щукина', 'natalya shchukina'],
    ['Юрий Жёлтый', 'yurii zheltyi'],
    ['Київ Єгор Їжак', 'kiiv egor izhak'],
    ['Ђорђе Њего', 'dorde njego'],
    ['Γιώργος Χρυσός', 'giorgos chrysos'],
    ['Łukasz Søren Þór Straße', 'lukasz soren thor strasse'],
    ['İstanbul', 'istanbul'],
    ['Nguyễn Đức', 'nguyen duc'],
    ['李 小龙', '李 小龙'],
    ['O’Brien-2', 'o’brien-2'],
  ] as const)
    assert.equal(inLatin(text), latin, text);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      assert.equal(inLatin(inLatin(text)), inLatin(text));
    }),
  );
});
