import assert from 'node:assert/strict';
import { test } from 'node:test';
import { familyOf, leadingAct } from '#model/act.ts';
import { type Line, talk } from '#test/talk.ts';
import { label } from './label.ts';

/** The acts of the last line that are at least as likely as not. */
function last(...lines: Line[]): string[] {
  const acts = label(talk(lines)).at(-1) ?? [];
  return [...new Set(acts.filter(({ p }) => p >= 0.5).map(({ act }) => act))].sort();
}

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
    const acts = (label(talk([['Ana', says]]))[0] ?? []).map(({ act }) => act as string);
    for (const act of ['need', 'implication', 'feeling']) assert.ok(!acts.includes(act), `${act} in ${acts}`);
    assert.notEqual(colour(['Ana', says]), 'need');
  });

test('the same words from them are one', () => {
  assert.deepEqual(last(['Ines', 'We lost a customer last year and nobody told us why.']), ['implication', 'need']);
  assert.deepEqual(last(['Ines', "I'm afraid that it will happen again."]), ['feeling']);
});

test('three minutes about ourselves read as what they are about', () => {
  const us =
    "So, we've been doing this for eleven years. We started with one school, and today we watch nine hundred kitchens in four countries. Our team has six engineers, and we are certified for food. We've written part of the guideline. We have a lot of experience with kitchens like yours.";
  const it =
    "And what we built on top of that is the platform. Our sensors report every thirty seconds. You can draw zones. It's very quick. There's a mobile app for the cooks, and you can export everything as a PDF. We also have an open interface.";
  const why = "So that is really why we started. We wanted lunch to arrive warm. That's our mission. That is us.";
  assert.deepEqual([colour(['Ana', us]), colour(['Ana', it]), colour(['Ana', why])], ['expertise', 'features', 'mission']);
});

test('where we reach to is about the company, not about what we can', () => {
  assert.deepEqual(last(['Ana', 'Today we watch four thousand vehicles in six countries.']), ['pitch.mission']);
});

test('a stretch of features is one, through sentences without a cue', () => {
  const acts =
    label(
      talk([
        [
          'Ana',
          "We monitor cold transport, with sensors that report every thirty seconds. They are small. You can set an alarm for each door. It rings in the cab. We've done that for two hauliers.",
        ],
      ]),
    )[0] ?? [];
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['pitch.features', 'other', 'pitch.features', 'pitch.features', 'pitch.expertise'],
  );
});

test('one feature in an answer makes no stretch of it', () => {
  assert.deepEqual(last(['Ana', 'Our app does that. The man with the key lives in Saltmouth and comes at nine.']), [
    'information',
    'pitch.features',
  ]);
});

test('a promise that names our engineers does not show them off', () => {
  assert.deepEqual(last(['Ana', "I'll ask our engineers and tell you by Friday."]), ['commitment']);
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
];
for (const [theirs, ours] of SAID_BACK)
  test(`said back: ${ours}`, () => {
    const acts = last(['Ines', theirs], ['Ana', ours]);
    assert.ok(
      acts.some((act) => act.startsWith('reflection.')),
      acts.join(' '),
    );
  });

const NOT_SAID_BACK: [theirs: string, ours: string][] = [
  ['We said half an hour, and then I have the drivers.', "Half an hour. I'll keep an eye on the clock."],
  ['You tell me how it went, I promise you I ask.', "I'll tell you how it went, I promise."],
  ['Every tour has its own sheet and its own driver.', 'So you would see the temperature next to the tour.'],
  ['That is all new to me.', "That's new, we're quite proud of that."],
];
for (const [theirs, ours] of NOT_SAID_BACK)
  test(`not said back: ${ours}`, () => {
    const acts = last(['Ines', theirs], ['Ana', ours]);
    assert.ok(!acts.some((act) => act.startsWith('reflection.')), acts.join(' '));
  });

const NO_QUESTIONS = [
  'Well, maybe I start with what we do.',
  "And what's also new is that it talks to your planning system, if it's one of the big four.",
  "And I'd like to know why it came back, so I'll ask the one who makes the invoices.",
  'What could be better is that sheet on the door.',
];
for (const says of NO_QUESTIONS)
  test(`no question: ${says}`, () => {
    const acts = last(['Ines', 'Is that so?'], ['Ana', says]);
    assert.ok(!acts.some((act) => act.startsWith('question.')), acts.join(' '));
  });

test('asking what somebody needs is neither advice nor a request', () => {
  assert.deepEqual(last(['Ana', 'What would you need to see before you would trust a thing like that?']), ['question.open']);
});

test('what comes next in a day is information, not an effect', () => {
  assert.deepEqual(last(['Ines', 'We said half an hour, yes, and then I have the drivers at half past.']), ['information']);
});

test('what a thing costs is a closed question, what it costs them in life is not', () => {
  assert.deepEqual(last(['Ines', 'And what does it cost?']), ['question.closed']);
  assert.deepEqual(last(['Ana', 'What does it cost you when a lorry stands still all day?']), ['question.open']);
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
for (const [says, asks] of BARE)
  test(`without marks, ${asks ? 'a question' : 'no question'}: ${says}`, () => {
    const acts = last(['Ines', 'we have a list'], ['Daniel', says]);
    assert.equal(
      acts.some((act) => act.startsWith('question.')),
      asks,
      acts.join(' '),
    );
  });
