import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FINDING_KINDS } from '#model/finding.ts';
import { type Line, talk } from '#test/talk.ts';
import { understand } from './understand.ts';
import { explain, withReasons } from './why.ts';

const DUTCH: Line[] = [
  ['Ana', 'Waarom belt u ons juist nu?'],
  ['Joost', 'We hebben iemand nodig die de bestellingen invoert. Dat kost ons elke maandag twee uur.'],
  ['Ana', 'Dus jullie zijn elke maandag twee uur kwijt aan de bestellingen.'],
  ['Joost', 'Precies. Kunt u mij de prijslijst sturen? Het is te duur voor ons.'],
  ['Ana', 'Ik stuur je vrijdag de lijst.'],
];

const saidIn = (text: string, words: { from: number; to: number }[]) => words.map(({ from, to }) => text.slice(from, to));

test('Dutch is heard by rules, and they name their cues', () => {
  const conversation = talk(DUTCH);
  const explained = explain(conversation);
  const why = (turn: number, act: Parameters<typeof explained.act>[1]['act'], from = 0, to = 400) => {
    const { by, words, reasons } = explained.act(turn, { act, from, to });
    return { by, reasons, said: saidIn(DUTCH[turn]?.[1] ?? '', words) };
  };
  assert.deepEqual(why(0, 'question.open'), { by: 'rules', reasons: ['question-mark'], said: ['Waarom'] });
  assert.deepEqual(why(1, 'need').said, ['We hebben iemand nodig']);
  assert.match(why(4, 'commitment').said[0] ?? '', /^Ik stuur je/);
  const reflection = why(2, 'reflection.simple');
  assert.deepEqual(reflection.reasons, ['same-words']);
  assert.ok(reflection.said.join(' ').includes('bestellingen'));
  assert.deepEqual(why(1, 'information'), { by: 'rules', reasons: [], said: [] });
});

test('a finding of the rules names the cue of its kind', () => {
  const explained = explain(talk(DUTCH));
  const text = DUTCH[3]?.[1] ?? '';
  const from = text.indexOf('Het is');
  assert.deepEqual(saidIn(text, explained.finding(3, { kind: 'objection', from, to: text.length }).words), ['te duur']);
  for (const kind of FINDING_KINDS) assert.equal(explained.finding(3, { kind, from, to: text.length }).by, 'rules');
});

test('English is heard by trained heads, and what stands outside of every sentence has no reason', () => {
  const lines: Line[] = [['Ana', "Good. I'll send you the plan by Friday."]];
  const explained = explain(talk(lines));
  const heard = explained.finding(0, { kind: 'commitment', from: 6, to: 39 });
  assert.equal(heard.by, 'heads');
  assert.match(saidIn(lines[0]?.[1] ?? '', heard.words)[0] ?? '', /^I'll send/);
  assert.deepEqual(explained.act(0, { act: 'commitment', from: 90, to: 99 }).words, []);
  assert.deepEqual(explained.act(7, { act: 'commitment', from: 0, to: 9 }).words, []);
});

test('of a language that nobody here understands the mark is all there is', () => {
  const explained = explain(talk([['Luc', 'Pourquoi maintenant ? Parce que tout est en retard.']]));
  const heard = explained.act(0, { act: 'question.open', from: 0, to: 21, by: 'mark' });
  assert.deepEqual(heard, { by: 'rules', words: [], reasons: ['question-mark'] });
});

test('a report with reasons is the same report, and each of its acts and findings has one', () => {
  for (const lines of [
    DUTCH,
    [
      ['Tom', 'We need a second van. The reports are late.'],
      ['Ana', "I'll send you a plan by Friday."],
    ] as Line[],
  ]) {
    const conversation = talk(lines);
    const { report } = understand(conversation);
    const told = withReasons(conversation, report);
    assert.deepEqual(
      JSON.parse(JSON.stringify(told, (key, value) => (key === 'why' ? undefined : value))),
      JSON.parse(JSON.stringify(report)),
    );
    assert.ok(told.findings.length > 0 && told.findings.every(({ why }) => why));
    for (const { acts, text } of told.turns)
      for (const { why, from, to } of acts)
        for (const words of why?.words ?? []) assert.ok(words.from >= from && words.to <= to && words.to <= text.length);
  }
});
