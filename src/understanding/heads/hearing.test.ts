import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTS } from '#model/act.ts';
import { atLeast } from '#test/shares.ts';
import { type Line, talk } from '#test/talk.ts';
import { confidencesOf, hearingOf } from './hearing.ts';
import { ourModel } from './model.ts';

const CALL: Line[] = [
  ['Ana', 'Good morning Ines. What made you take this call?'],
  ['Ines', 'The alarm rings at three and nobody hears it. We lost a whole load in May.'],
  ['Ana', 'So nobody heard it, and the load was gone. How did you find out?'],
  ['Ines', 'My driver rang me at six. I was so ashamed.'],
  ['Ana', "That must have been hard. I'll send you the night roster by Friday."],
  ['Ines', 'Thank you. Does it work without a signal?'],
];

const all = (lines: Line[]) => {
  const { units, confidences } = hearingOf(talk(lines));
  return units.map((_, i) => ourModel().card.heads.map(({ name }) => confidences.of(i, name)));
};

test('a conversation is cut into sentences, each a unit in the order they were said', () => {
  const { turns, units } = hearingOf(talk(CALL));
  assert.deepEqual(
    turns.map(({ sentences, firstUnit }) => [sentences.length, firstUnit]),
    [
      [2, 0],
      [2, 2],
      [2, 4],
      [2, 6],
      [2, 8],
      [2, 10],
    ],
  );
  assert.deepEqual(
    units.slice(0, 3).map(({ text, sentence, side, turn }) => [text.slice(sentence.from, sentence.to), side, turn]),
    [
      ['Good morning Ines.', 'us', 0],
      ['What made you take this call?', 'us', 0],
      ['The alarm rings at three and nobody hears it.', 'them', 1],
    ],
  );
});

test('Dutch turns have no units: the heads know no Dutch', () => {
  const { turns, units } = hearingOf(
    talk([
      ['Joost', 'Wij hebben een beter overzicht nodig van wat er rijdt.'],
      ['Ana', 'What would you like to see on it first?'],
      ['Joost', 'Ik wil weten of het goed is, ja of nee.'],
    ]),
  );
  assert.deepEqual(
    turns.map(({ tongue }) => tongue),
    ['nl', 'en', 'nl'],
  );
  assert.deepEqual(
    units.map(({ turn }) => turn),
    [1],
  );
  assert.equal(turns[1]?.firstUnit, 0);
});

test('lines forwarded in a mail are heard by nobody', () => {
  const { units } = hearingOf(talk([['Ines', 'See below.\n\n> I need one list by Friday.\n\nInes']]));
  assert.ok(units.every(({ text, sentence }) => !text.slice(sentence.from, sentence.to).includes('need')));
});

test('the same conversation gives the same confidences, and is not changed by it', () => {
  const conversation = talk(CALL);
  const before = structuredClone(conversation);
  assert.deepEqual(all(CALL), all(CALL));
  hearingOf(conversation);
  assert.deepEqual(conversation, before);
});

test('every confidence is one, and a head speaks just where it is as sure as its threshold', () => {
  const { units, confidences } = hearingOf(talk(CALL));
  for (const [i] of units.entries())
    for (const { name } of ourModel().card.heads) {
      const p = confidences.of(i, name);
      assert.ok(p >= 0 && p <= 1, `${name} ${p}`);
      if (confidences.says(i, name)) assert.ok(p >= confidences.thresholdOf(name) - 1e-9, name);
      else assert.ok(p <= confidences.thresholdOf(name) + 1e-9, name);
    }
});

test('every act has a head, and a head that is none is an error of ours', () => {
  const { confidences } = hearingOf(talk(CALL));
  for (const act of ACTS) assert.ok(confidences.of(0, act) >= 0);
  assert.throws(() => confidences.of(0, 'weather'), /no head "weather"/);
  assert.throws(() => confidences.says(0, 'weather'), /no head/);
  assert.throws(() => confidences.thresholdOf('weather'), /no head/);
});

test('what a sensor noticed can be asked for; of one that is not there nothing was', () => {
  const { confidences } = hearingOf(talk(CALL));
  assert.ok(Math.abs(confidences.sensed(0, 'goemotions gratitude')) <= 1);
  assert.equal(confidences.sensed(99, 'goemotions gratitude'), 0);
});

const ASKED: Line[] = [
  ['Ana', 'What made you take this call?'],
  ['Ines', 'The alarm rings at three.'],
  ['Ana', 'How often does that happen?'],
  ['Ines', 'About twice a month, since May.'],
  ['Ana', 'Who hears it then?'],
  ['Ines', 'Nobody does.'],
  ['Ana', 'Do you have anybody at night?'],
  ['Ines', 'We had a man, until March.'],
  ['Ana', 'Why did he leave?'],
  ['Ines', 'He was tired of it.'],
  ['Ana', 'And what would you like to have instead?'],
  ['Ines', 'One person who answers.'],
  ['Ana', 'Is there anything else?'],
  ['Ines', 'No, that is all.'],
  ['Ana', 'Could you show me the room?'],
  ['Ines', 'Sure, come along.'],
];

test('stripped of marks and capitals, questions are still heard, and answers are not taken for questions', () => {
  const bare = ASKED.map(([who, says]): Line => [who, says.replace(/[.,?!]/g, '').toLowerCase()]);
  const { units, confidences, marks } = hearingOf(talk(bare));
  assert.equal(marks, false);
  atLeast(
    0.85,
    units.filter(({ side }) => side === 'us'),
    (unit) => confidences.says(units.indexOf(unit), 'question'),
    'bare questions',
  );
  atLeast(
    0.85,
    units.filter(({ side }) => side === 'them'),
    (unit) => !confidences.says(units.indexOf(unit), 'question'),
    'bare answers',
  );
});

test('with their marks, nearly all', () => {
  const { units, confidences, marks } = hearingOf(talk(ASKED));
  assert.equal(marks, true);
  atLeast(0.95, units, (unit) => confidences.says(units.indexOf(unit), 'question') === (unit.side === 'us'), 'questions and answers');
});

test('what was said before matters to how a sentence is heard', () => {
  const after = (before: string) => {
    const { units, confidences } = hearingOf(
      talk([
        ['Ines', before],
        ['Ana', 'So nobody heard it, and the load was gone.'],
        ['Ines', 'Yes.'],
      ]),
    );
    return confidences.of(
      units.findIndex(({ turn }) => turn === 1),
      'reflection',
    );
  };
  assert.ok(after('The alarm rang, nobody heard it, and we lost the load.') > after('Good morning, please sit down.'));
});

test('of no units there is nothing to ask, and a silent turn is none', () => {
  const { units } = hearingOf(talk([['Ines', '…']]));
  assert.deepEqual(units, []);
  assert.ok(confidencesOf([], true).thresholdOf('need') > 0);
});

test('a thousand turns are heard within two seconds of one core', () => {
  const long = Array.from({ length: 1000 }, (_, i): Line => CALL[i % CALL.length] as Line);
  const start = process.cpuUsage();
  assert.equal(hearingOf(talk(long)).units.length, 2000);
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 2_000_000, `${Math.round((user + system) / 1000)} ms`);
});
