import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LANGUAGES, type Language } from '#model/language.ts';
import { listeningReportShape } from '#model/listening.shape.ts';
import { type Line, talk } from '#test/talk.ts';
import { FRENCH, GERMAN, JAPANESE, MIXED, RUSSIAN, SENTENCES, SPANISH, UNKNOWN } from '#test/tongues.ts';
import { questionsByMark } from './label/marked.ts';
import { languagesOf } from './language/recognise.ts';
import { understand } from './understand.ts';

const heard = (lines: Line[], told: Parameters<typeof talk>[1] = { timed: true }) => understand(talk(lines, told)).report;
const EVERYTHING = ['acts', 'findings', 'reflections', 'pitch', 'openClosed', 'spin', 'unanswered'];

test('a sentence alone is known for its language, and taken for one of ours when it is not', () => {
  const wrong: string[] = [];
  let right = 0;
  for (const [language, sentences] of Object.entries(SENTENCES))
    for (const sentence of sentences) {
      const [found] = languagesOf([sentence]);
      if (found === language) right++;
      else if (found !== 'en') wrong.push(`${language} → ${found}: ${sentence}`);
    }
  assert.deepEqual(wrong, []);
  assert.ok(right >= 45, `${right} of 48`);
});

test('among turns of one language each is known for it, the short ones by those around them', () => {
  for (const [language, sentences] of Object.entries(SENTENCES))
    assert.deepEqual(new Set(languagesOf([...sentences, 'OK.', '…'])), new Set([language]), language);
  assert.deepEqual(languagesOf(MIXED.map(([, text]) => text)).join(' '), 'en en en de de de de en en');
});

test('a language with our letters that Heed does not know by name is another one, not the nearest', () => {
  for (const [name, text] of Object.entries(UNKNOWN))
    assert.deepEqual(new Set(languagesOf(text.split(/(?<=[.,?]) /))), new Set(['other']), name);
});

test('an English talk stays English, whatever names and foreign words it has', () => {
  const said = [
    'We drove from Los Angeles to El Paso with Jean de la Tour.',
    'Merci!',
    'He wrote for Die Welt and Le Monde.',
    'Is the pro forma on its way?',
    'Order 4711, Rotterdam harbour, crane depot, Tuesday.',
  ];
  assert.deepEqual(new Set(languagesOf(said)), new Set(['en']));
});

test('any text has a language for each turn, and an empty one the language around it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 12 }), (texts) => {
      const found = languagesOf(texts);
      assert.equal(found.length, texts.length);
      assert.ok(found.every((one: Language) => LANGUAGES.includes(one)));
      assert.deepEqual(languagesOf(texts), found);
    }),
  );
});

for (const [language, lines, questions] of [
  ['de', GERMAN, [2, 1]],
  ['fr', FRENCH, [2, 1]],
  ['es', SPANISH, [2, 0]],
  ['other', JAPANESE, [2, 0]],
  ['other', RUSSIAN, [1, 0]],
] as const)
  test(`a talk in ${language} (${lines[1]?.[1].slice(0, 12)}…) is measured; what needs its words is null and said to be left out`, () => {
    const report = heard(lines);
    listeningReportShape.parse(report);
    const { listening, conversation, findings, turns } = report;
    assert.deepEqual(conversation.languages, [{ language, share: 1 }]);
    assert.deepEqual(conversation.leftOut, [{ language, turns: lines.length, what: EVERYTHING }]);
    assert.deepEqual(findings, []);
    assert.ok((listening.talkShare ?? 0) > 0.2 && listening.basis === 'time');
    assert.ok(listening.longestMonologueMs && listening.switchesPerMinute !== null && listening.paceWordsPerMinute);
    const { ours, theirs, unanswered, unansweredOf } = listening.questions;
    assert.deepEqual([ours?.n, theirs], questions);
    assert.deepEqual([ours?.open, ours?.closed, ours?.situation, ours?.needPayoff], [null, null, null, null]);
    assert.deepEqual([unanswered, unansweredOf, listening.reflections, listening.pitch], [null, undefined, null, null]);
    assert.deepEqual(new Set(turns.flatMap(({ acts }) => acts.map(({ act, by }) => `${act} ${by}`))), new Set(['question.open mark']));
  });

test('in a talk that changes its language, figures come from what is understood, and the rest is counted', () => {
  const { listening, conversation, findings, turns } = heard(MIXED);
  assert.deepEqual(
    conversation.languages.map((one) => one.language),
    ['en', 'de'],
  );
  assert.ok(Math.abs(conversation.languages.reduce((sum, one) => sum + one.share, 0) - 1) < 1e-9);
  assert.deepEqual(conversation.leftOut, [{ language: 'de', turns: 4, what: EVERYTHING }]);
  const { ours, theirs, unanswered, unansweredOf } = listening.questions;
  assert.deepEqual([ours?.n, ours?.open, ours?.closed], [3, 1, 1], 'one of three by its mark alone');
  assert.deepEqual([theirs, unanswered, unansweredOf], [1, null, undefined], 'the one they asked is in German');
  const both = heard([...MIXED, ['Ines', 'What does it cost?'], ['Ana', 'What did you think of the list?']]).listening.questions;
  assert.deepEqual([both.theirs, both.unanswered, both.unansweredOf], [2, 1, 1]);
  assert.equal((listening.reflections?.simple ?? 0) + (listening.reflections?.complex ?? 0), 1);
  assert.ok(findings.some(({ kind }) => kind === 'commitment') && findings.some(({ kind }) => kind === 'need'));
  assert.ok(findings.every(({ turn }) => turns[turn]?.language === 'en'));
});

test('our talk about ourselves is a share of those words of ours that are understood', () => {
  const pitched: Line[] = [
    ['Ana', 'Our platform has dashboards and automatic alerts for every door.'],
    ['Ines', 'Können wir das auf Deutsch machen, bitte? Ich verstehe nicht alles.'],
  ];
  const english = heard(pitched).listening.pitch?.share;
  const more: Line[] = [...pitched, ['Ana', 'Ja, natürlich. Ich kann Ihnen das alles noch einmal auf Deutsch sagen, wenn Sie wollen.']];
  assert.ok((english ?? 0) > 0);
  assert.equal(heard(more).listening.pitch?.share, english);
});

test('of turns of theirs in another language nothing is left out that is asked of ours alone', () => {
  const { conversation } = heard([
    ['Ana', 'What made you take this call today?'],
    ['Ines', 'Ich verstehe Sie sehr gut, aber ich spreche lieber Deutsch mit Ihnen.'],
    ['Ana', 'That is fine, I understand you. What happened on Monday?'],
  ]);
  assert.deepEqual(conversation.leftOut, [{ language: 'de', turns: 1, what: ['acts', 'findings', 'unanswered'] }]);
});

test('English and Dutch leave nothing out', () => {
  const { conversation } = heard([
    ['Ana', 'Waarom duurt het zo lang voor jullie klanten?'],
    ['Ines', 'Because we have to call each of them, and that takes a day.'],
  ]);
  assert.deepEqual(conversation.leftOut, []);
  assert.deepEqual(conversation.languages.map((one) => one.language).sort(), ['en', 'nl']);
  assert.deepEqual(heard([['Ana', '…']]).conversation.languages, []);
});

test('questions are found by the marks of their script, and their words are a slice of the turn', () => {
  const marked: [string, string[]][] = [
    ['Ja. ¿Y qué pasa? Bien.', ['¿Y qué pasa?']],
    ['お元気ですか？ありがとう。', ['お元気ですか？']],
    ['كيف حالك؟ شكرا', ['كيف حالك؟']],
    ['Τι κάνεις; Καλά.', []],
    ['Warum denn?!', ['Warum denn?!']],
    ['> Warum denn?\nDas weiß ich nicht.', []],
    ['Kommt er? Und sie?', ['Kommt er?', 'Und sie?']],
  ];
  for (const [text, questions] of marked)
    assert.deepEqual(
      questionsByMark(text).map(({ from, to }) => text.slice(from, to)),
      questions,
    );
  assert.deepEqual(
    questionsByMark('Ja? Wirklich gut?').map(({ from }) => from),
    [4],
    'one word alone asks for nothing',
  );
});

test('text made to stall a reader of languages is done within seconds', () => {
  for (const text of [
    '¿'.repeat(100_000),
    '?!'.repeat(100_000),
    `${'und '.repeat(50_000)}?`,
    `Der${"'".repeat(100_000)}`,
    '>\n'.repeat(50_000),
  ]) {
    const start = performance.now();
    understand(
      talk([
        ['Ana', 'Das ist nicht so gut für uns und für Sie.'],
        ['Ines', text],
      ]),
    );
    assert.ok(performance.now() - start < 5_000, text.slice(0, 8));
  }
});
