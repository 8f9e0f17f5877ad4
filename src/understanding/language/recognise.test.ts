import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LANGUAGES, type Language } from '#model/language.ts';
import { languagesOf } from './recognise.ts';

/** A turn of talk in each language, in the words people say most. */
const SAID: [Language, string][] = [
  ['en', 'We were there all day and nobody told us what they would do about it, so I want to know what you think.'],
  ['nl', 'Wij hebben de hele dag gewacht en niemand heeft ons gezegd wat er zou gebeuren, dus ik wil graag weten wat jullie denken.'],
  ['de', 'Wir haben den ganzen Tag gewartet und niemand hat uns gesagt, was jetzt passiert, und ich möchte wissen, was Sie denken.'],
  [
    'fr',
    'Nous avons attendu toute la journée et personne ne nous a dit ce qui allait se passer, alors je voudrais savoir quand vous venez.',
  ],
  ['es', 'Estuvimos todo el día esperando y nadie nos dijo lo que iba a pasar, así que quiero saber cuándo vienen ustedes.'],
  ['it', 'Abbiamo aspettato tutto il giorno e nessuno ci ha detto che cosa succede, quindi voglio sapere quando venite da noi.'],
  ['pt', 'Nós estamos aqui o dia todo e ninguém disse o que vai fazer, então eu quero saber quando você pode vir.'],
];

test('a turn of some length is told by the words that are said most in its language', () => {
  for (const [language, text] of SAID) assert.deepEqual(languagesOf([text]), [language], text);
});

test('in a talk that changes its language each turn is in its own', () => {
  const turns = SAID.map(([, text]) => text);
  assert.deepEqual(
    languagesOf(turns),
    SAID.map(([language]) => language),
  );
  assert.deepEqual(languagesOf(turns.toReversed()), SAID.map(([language]) => language).toReversed());
});

test('what is too short to tell is in the language of the turn before it, and the first in that of the whole', () => {
  const [, dutch] = SAID[1] ?? ['', ''];
  const [, german] = SAID[2] ?? ['', ''];
  assert.deepEqual(languagesOf(['Brightwater.', dutch, 'Saltmouth, Eastmere.', german, 'Brightwater.']), ['nl', 'nl', 'nl', 'de', 'de']);
  assert.deepEqual(languagesOf(['Brightwater.', german, german]), ['de', 'de', 'de']);
});

test('one word of another language is a greeting or a name, and leaves the talk in its own', () => {
  const [, english] = SAID[0] ?? ['', ''];
  assert.deepEqual(languagesOf([english, 'Danke!', 'Merci.', 'Hola Carmen', 'Ciao', english]), ['en', 'en', 'en', 'en', 'en', 'en']);
});

test('numbers, times and amounts say nothing of a language', () => {
  const [, french] = SAID[3] ?? ['', ''];
  assert.deepEqual(languagesOf([french, '12:30, 1200.50, 2026-11-01', '7 8 9 10']), ['fr', 'fr', 'fr']);
});

test('another script is another language, and a word of it in ours is not', () => {
  assert.deepEqual(
    languagesOf(['Мы ждали весь день, и никто нам ничего не сказал об этом.', '月曜日の報告 を 待って います', 'Ο Τομ τηλεφώνησε χθες']),
    ['other', 'other', 'other'],
  );
  assert.deepEqual(languagesOf(['We said спасибо to them and they went on with what they have to do.']), ['en']);
});

test('a long turn without one word that we know is in a language that we do not know', () => {
  const finnish =
    'Odotimme koko päivän eikä kukaan kertonut meille mitään siitä mitä seuraavaksi tapahtuisi tehtaalla huomenna aamulla varhain';
  assert.deepEqual(languagesOf([finnish]), ['other']);
  const [, english] = SAID[0] ?? ['', ''];
  assert.deepEqual(languagesOf([english, finnish, english]), ['en', 'other', 'en']);
});

test('no talk at all has no turns, and nothing said is in the language that is understood', () => {
  assert.deepEqual(languagesOf([]), []);
  for (const language of languagesOf(['', '…', '👍', '12'])) assert.ok(['en', 'nl'].includes(language), language);
});

test('curly and straight apostrophes, capitals and marks make no difference', () => {
  const text = "C'est ce que l'équipe n'a pas dit, et j'ai besoin d'une réponse parce qu'on est là avec vous.";
  for (const one of [text, text.replaceAll("'", '’'), text.toUpperCase(), text.replaceAll(',', ' … ')])
    assert.deepEqual(languagesOf([one]), ['fr'], one);
});

const turn = fc.oneof(
  fc.constantFrom(...SAID.map(([, text]) => text)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

test('whatever is said, each turn has one language, and it is one of ours', () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
      const told = languagesOf(turns);
      assert.equal(told.length, turns.length);
      for (const language of told) assert.ok(LANGUAGES.includes(language));
    }),
    { numRuns: 300 },
  );
});

test('a talk said twice over is in the languages it was in once', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(SAID, { minLength: 1 }), (some) => {
      const turns = some.map(([, text]) => text);
      assert.deepEqual(languagesOf([...turns, ...turns]).slice(0, turns.length), languagesOf(turns));
    }),
    { numRuns: 100 },
  );
});
