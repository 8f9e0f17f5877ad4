import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Line, talk } from '#test/talk.ts';
import { label } from '../label/label.ts';
import { unansweredQuestions } from './unanswered.ts';

function openIn(lines: Line[]): string[] {
  const conversation = talk(lines);
  return unansweredQuestions(conversation, label(conversation)).map(
    ({ turn, from, to }) => conversation.turns[turn]?.text.slice(from, to) ?? '',
  );
}

test('a question we pass over for somebody else is left open', () => {
  const open = openIn([
    ['Daniel', 'And does it work without a signal? In the tunnel we lose everything.'],
    ['Ines', 'Look, alarms are not my problem, I have had those for six years.'],
    ['Ana', 'What did you write in that letter?'],
    ['Ines', 'That we were sorry and that it would not happen again.'],
  ]);
  assert.deepEqual(open, ['And does it work without a signal?']);
});

test('a plain answer closes it', () => {
  assert.deepEqual(
    openIn([
      ['Daniel', 'Does it work without a signal?'],
      ['Ana', 'It keeps twelve hours in its own memory.'],
    ]),
    [],
  );
});

test('a bare yes or no closes it, though it is as short as a nod', () => {
  assert.deepEqual(
    openIn([
      ['Daniel', 'Does it work without a signal?'],
      ['Ana', 'Yes.'],
      ['Daniel', 'Good, then I have nothing more to ask.'],
    ]),
    [],
  );
});

test('a question of ours in return alone does not answer it', () => {
  const lines: Line[] = [
    ['Daniel', 'How much does the whole thing cost a year?'],
    ['Ana', 'Where do your people keep their notes?'],
    ['Daniel', 'On paper mostly, in the cabin of the lorry.'],
    ['Ana', 'Interesting, who reads those notes afterwards?'],
  ];
  assert.deepEqual(openIn(lines), ['How much does the whole thing cost a year?']);
});

test('an answer after one question back counts', () => {
  const lines: Line[] = [
    ['Daniel', 'How much does the whole thing cost a year?'],
    ['Ana', 'For how many lorries would that be?'],
    ['Daniel', 'About forty of them by the summer.'],
    ['Ana', 'Then the cost is nine thousand a year.'],
  ];
  assert.deepEqual(openIn(lines), []);
});

test('changing the subject is no answer', () => {
  const lines: Line[] = [
    ['Daniel', 'What happens to our data when we leave?'],
    ['Ana', 'Anyway, before that I wanted to show you the alarms screen.'],
    ['Daniel', 'Fine, show me that screen of yours first.'],
  ];
  assert.deepEqual(openIn(lines), ['What happens to our data when we leave?']);
});

test('the last question of a talk that simply ends is open', () => {
  assert.deepEqual(
    openIn([
      ['Ana', 'That is all I had for today.'],
      ['Daniel', 'When will the pilot start?'],
    ]),
    ['When will the pilot start?'],
  );
});

test('what a colleague of theirs answers is not ours to answer', () => {
  const lines: Line[] = [
    ['Daniel', 'Which depot had the broken gate in July?'],
    ['Ines', 'The gate in Saltmouth, the depot by the harbour.'],
    ['Ana', 'Who was there when it happened?'],
  ];
  assert.deepEqual(openIn(lines), []);
});

test('a question they answer themselves at length was not put to us', () => {
  const story =
    'Because first the phone rang and then the driver stood there and the school called and I had nothing to tell them except that I would look and so I drove over there in the dark.';
  assert.deepEqual(
    openIn([
      ['Daniel', `Do you know what happened next? ${story}`],
      ['Ana', 'Who else was there?'],
    ]),
    [],
  );
});

test('our own questions are never in the list', () => {
  assert.deepEqual(
    openIn([
      ['Ana', 'What keeps you awake at night?'],
      ['Daniel', 'Mm.'],
      ['Ana', 'Where do the drivers park?'],
    ]),
    [],
  );
});
