import assert from 'node:assert/strict';
import { test } from 'node:test';
import { familyOf, leadingAct } from '#model/act.ts';
import { atLeast, atMost } from '#test/shares.ts';
import { type Line, talk } from '#test/talk.ts';
import { label } from './label.ts';

/** The acts of the last line. */
function last(...lines: Line[]): string[] {
  return [...new Set((label(talk(lines)).at(-1) ?? []).map(({ act }) => act))].sort();
}

const isAsked = (acts: string[]) => acts.some((act) => act.startsWith('question.'));
const saysBack = (acts: string[]) => acts.some((act) => act.startsWith('reflection.'));

/** What colours the last line's lane. */
function colour(...lines: Line[]): string {
  const leading = leadingAct(label(talk(lines)).at(-1) ?? []);
  return leading ? familyOf(leading.act) : 'none';
}

const OURS = [
  'I stopped late.',
  "I'd love that.",
  'We lost four customers last year and nobody told us why.',
  'It was wrong, and it has been wrong since April.',
  "I want to do it better and I'm afraid that I will do it again.",
  'In our first year everything was slow and by hand.',
  "You told us twice, and it came back wrong a third time, so that's expensive.",
];
for (const says of OURS)
  test(`our own words are no need of theirs: ${says}`, () => {
    const acts = last(['Ines', 'What is it like for you?'], ['Ana', says]);
    for (const act of ['need', 'implication', 'feeling']) assert.ok(!acts.includes(act), `${act} in ${acts}`);
    assert.notEqual(colour(['Ana', says]), 'need');
  });

test('the same words from them often are', () =>
  atLeast(
    0.4,
    OURS,
    (says) =>
      last(['Ana', 'What is it like for you?'], ['Ines', says], ['Ana', 'Go on.'], ['Ines', says]).some((act) =>
        /need|feeling|implication/.test(act),
      ),
    'ours from them',
  ));

test('three minutes about ourselves read as talk about ourselves', () => {
  const us =
    "So, we've been doing this for eleven years. We started with one school, and today we watch nine hundred kitchens in four countries. Our team has six engineers, and we are certified for food. We've written part of the guideline. We have a lot of experience with kitchens like yours.";
  const it =
    "And what we built on top of that is the platform. Our sensors report every thirty seconds. You can draw zones. It's very quick. There's a mobile app for the cooks, and you can export everything as a PDF. We also have an open interface.";
  const why = "So that is really why we started. We wanted lunch to arrive warm. That's our mission. That is us.";
  const pitched = [us, it, why].flatMap((text) => {
    const acts =
      label(
        talk([
          ['Ines', 'I have not heard of you before.'],
          ['Ana', text],
        ]),
      )[1] ?? [];
    return [...new Set(acts.map(({ from }) => from))].map((at) => acts.some(({ act, from }) => from === at && act.startsWith('pitch.')));
  });
  atLeast(0.5, pitched, (one) => one, 'sentences about ourselves');
});

test('a promise that names our engineers does not show them off', () => {
  const acts = last(['Ines', 'And who knows that?'], ['Ana', "I'll ask our engineers and tell you by Friday."]);
  assert.ok(acts.includes('commitment') && !acts.some((act) => act.startsWith('pitch.')), acts.join(' '));
});

const SAID_BACK: [theirs: string, ours: string][] = [
  ['I phone the depot myself, and my boss asks me why.', 'So it lands on your desk, and on you.'],
  [
    'In winter I swim every morning, and in July I never get to the water.',
    'So in winter you get your mornings back, and July is the price you pay for it.',
  ],
  ['I lost their money once, so I look three times before I move.', 'So slow is how you keep faith with them.'],
  ['I have the reading glasses on a string and still can not see the number.', 'You need it big enough to read without glasses.'],
  ['They came into my yard, in the sixth week.', 'So you had six weeks, and they were the ones who stood in your yard.'],
  ['It is not the noise, it is that they stop believing it.', 'That frightens you more than the noise.'],
  [
    'I need someone I trust in the second row, and it only works because it is me.',
    "It works because it's you, and that's what worries you about it.",
  ],
  ['We lose two hours every Monday on the orders.', 'So you lose two hours every Monday.'],
  ['I phone the depot myself, twice most weeks.', 'Right. So you phone the depot yourself.'],
  ['The alarms come at five and nobody acts on them.', 'The alarms come and nobody acts.'],
  [
    'I knew I could not promise that. I like to keep what I sign.',
    'So it is less about temperature, and more about being able to sign something and know it is true.',
  ],
  ['Nobody knew, and I wrote the letter alone.', 'It sounds like you felt alone with it.'],
  ['My boss looks at the numbers every night.', 'That must be hard for you.'],
];
test('most of what says back their words or their meaning is heard as that', () =>
  atLeast(0.85, SAID_BACK, ([theirs, ours]) => saysBack(last(['Ines', theirs], ['Ana', ours])), 'said back'));

const NOT_SAID_BACK: [theirs: string, ours: string][] = [
  ['We said half an hour, and then I have the drivers.', "Half an hour. I'll keep an eye on the clock."],
  ['You tell me how it went, I promise you I ask.', "I'll tell you how it went, I promise."],
  ['Every tour has its own sheet and its own driver.', 'So you would see the temperature next to the tour.'],
  ['That is all new to me.', "That's new, we're quite proud of that."],
  ['The drivers leave at four in the morning.', 'We open at four as well, so somebody is there.'],
  ['I phone the depot myself.', 'Our desk answers in nine seconds.'],
  ['We have forty schools.', 'How many of them are along the coast?'],
];
test('little of what only has their words in it is', () =>
  atMost(0.35, NOT_SAID_BACK, ([theirs, ours]) => saysBack(last(['Ines', theirs], ['Ana', ours])), 'not said back'));

const NO_QUESTIONS = [
  'Well, maybe I start with what we do.',
  "And what's also new is that it talks to your planning system, if it's one of the big four.",
  "And I'd like to know why it came back, so I'll ask the one who makes the invoices.",
  'What could be better is that sheet on the door.',
  'When we get there we phone the depot.',
  'That is how it went.',
];
test('not most statements that open like a question are taken for one', () =>
  atMost(0.5, NO_QUESTIONS, (says) => isAsked(last(['Ines', 'Is that so?'], ['Ana', says])), 'no questions'));

test('asking what somebody needs is a question, and neither advice nor a promise', () => {
  const acts = last(['Ines', 'It is new to us.'], ['Ana', 'What would you need to see before you would trust a thing like that?']);
  assert.ok(acts.includes('question.open'), acts.join(' '));
  for (const act of ['advice', 'commitment', 'need']) assert.ok(!acts.includes(act), act);
});

const BARE: [says: string, asks: boolean][] = [
  ['so do you know what season of the year sells most', true],
  ['but have any of you ever seen those odd key rings', true],
  ['or does it flip all the way', true],
  ['i mean do we need to think about that', true],
  ['you did not put it in the drawer or', true],
  ['which is more expensive than the regular one', false],
  ['i think that is it yeah', false],
  ['on one side i would say yes and on the other no', false],
];
test('without marks, most are rightly heard as a question or as none', () =>
  atLeast(0.7, BARE, ([says, asks]) => isAsked(last(['Ines', 'we have a list'], ['Daniel', says])) === asks, 'bare'));
