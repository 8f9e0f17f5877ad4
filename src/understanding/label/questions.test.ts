import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, FoundAct } from '#model/act.ts';
import { atLeast, atMost } from '#test/shares.ts';
import { talk } from '#test/talk.ts';
import { label } from './label.ts';

/** Acts of one line of ours after a line of theirs; the context has no question mark of its own. */
function heard(text: string, before = 'We deliver to forty schools along the coast.'): FoundAct[] {
  return label(
    talk([
      ['Ines', before],
      ['Ana', text],
    ]),
  )[1] as FoundAct[];
}

function has(text: string, act: Act): boolean {
  return heard(text).some((found) => found.act === act);
}

const DUTCH_BEFORE = 'Wij leveren aan veertig scholen langs de kust.';

/** In Dutch, by rules: at least as likely as not. */
function dutchHas(text: string, act: Act, before = DUTCH_BEFORE): boolean {
  return heard(text, before).some((found) => found.act === act && found.p >= 0.5);
}

const OPEN = [
  'What happens on a Monday when the numbers are late?',
  'How do you plan the routes today?',
  'Why does that matter to you?',
  'And how did your people take it?',
  'Who else carries that with you?',
  'Where do the numbers come from?',
  'Tell me more about the letter.',
  'Can you walk me through a normal Monday?',
  'So what would solved look like by summer?',
  'Before I show anything, what made you take this call?',
  'I am curious how you found out.',
  'What else keeps you busy?',
  'Okay, and what did your boss say?',
  'Could you describe the last time it went wrong?',
  'Help me understand what happens at the gate.',
  'How come nobody saw it?',
];

const CLOSED = [
  'Do you phone the depot yourself?',
  'Is that every week?',
  'How many schools is that?',
  'How long does it take?',
  'When did it start?',
  'Are your drivers on the road at five?',
  'Would it help to see the alarms?',
  'So you do this by hand, right?',
  'It was July, was it not?',
  'Which depot is it?',
  'Has anybody told them?',
  "Isn't that a lot?",
  'You lost one in March?',
  'What time do they start?',
];

test('questions that carry a mark are heard as questions, nearly all of them', () =>
  atLeast(0.92, [...OPEN, ...CLOSED], (text) => has(text, 'question.open') || has(text, 'question.closed'), 'asked'));

test('of open questions most are heard as open', () => atLeast(0.8, OPEN, (text) => has(text, 'question.open'), 'open'));

test('of closed questions most are heard as closed', () => atLeast(0.85, CLOSED, (text) => has(text, 'question.closed'), 'closed'));

test('a question is of one kind', () => {
  for (const text of [...OPEN, ...CLOSED]) assert.ok(heard(text).filter(({ act }) => act.startsWith('question.')).length <= 1, text);
});

test('in Dutch each is heard as what it is', () => {
  for (const text of [
    'Wat gebeurt er als de cijfers te laat zijn?',
    'Hoe plannen jullie de routes nu?',
    'Waarom is dat belangrijk voor je?',
    'Kun je daar iets meer over vertellen?',
  ])
    assert.ok(dutchHas(text, 'question.open'), text);
  for (const text of ['Bellen jullie het depot zelf?', 'Hoeveel scholen zijn dat?', 'Dat was in juli, toch?', 'Is dat elke week zo?']) {
    assert.ok(dutchHas(text, 'question.closed'), text);
    assert.ok(!dutchHas(text, 'question.open'), text);
  }
});

/** As speech recognition writes: small letters and no marks at all. */
const UNMARKED = [
  'what happens on a monday when the numbers are late',
  'so how do you plan the routes today',
  'why does that matter to you',
  'okay and what did your boss say about it',
  'tell me more about the letter',
  'who else carries that with you',
  'do you phone the depot yourself',
  'is that every week',
  'how many schools is that',
  'are your drivers on the road at five',
  "you phone them yourself don't you",
  'that was in july is that right',
  'and have you talked to the schools',
];
const STATED = [
  'what is important is that they know',
  'what they did was call the school',
  'when we get there we phone the depot',
  'i know what you mean',
  'we do not phone the depot anymore',
  'do not worry about the gate',
  'yeah that is how it went',
  'the depot is the one who decides',
];
const asked = (text: string) => heard(text, 'we deliver to forty schools along the coast').some(({ act }) => act.startsWith('question.'));

test('questions without any mark are heard by their words, and not most statements are taken for them', () => {
  atLeast(0.85, UNMARKED, asked, 'unmarked');
  atMost(0.55, STATED, asked, 'stated');
});

test('in Dutch without any mark, by how they open', () => {
  for (const [text, act] of [
    ['wat gebeurt er als het misgaat', 'question.open'],
    ['hoe lang duurt dat', 'question.closed'],
    ['heb je het al met de scholen besproken', 'question.closed'],
  ] as const)
    assert.ok(dutchHas(text, act), text);
});

test('two questions in one breath without marks are two', () => {
  const acts = heard('okay so what happens when the trucks are late and do you phone the depot yourself');
  assert.deepEqual(
    acts.filter(({ act }) => act.startsWith('question')).map(({ act }) => act),
    ['question.open', 'question.closed'],
  );
});

const SPIN: [string, FoundAct['spin']][] = [
  ['How many schools do you deliver to?', 'situation'],
  ['Where do you keep the numbers?', 'situation'],
  ['Who orders the paper in your house?', 'situation'],
  ['What is the hardest problem with that?', 'problem'],
  ['What goes wrong on a Monday?', 'problem'],
  ['Are you happy with the sensors you have?', 'problem'],
  ['What does that cost you?', 'implication'],
  ['What happens when the chain breaks in July?', 'implication'],
  ['How does that affect your drivers?', 'implication'],
  ['If July went well, what would you do in August?', 'need-payoff'],
  ['How would it help if you knew at five?', 'need-payoff'],
  ['What would it mean if nobody had to phone?', 'need-payoff'],
];

test('our questions are of one of four kinds, most of them of the right one', () =>
  atLeast(0.6, SPIN, ([text, spin]) => heard(text).find(({ act }) => act.startsWith('question'))?.spin === spin, 'spin'));

test('in Dutch too', () => {
  for (const [text, spin] of [
    ['Wat kost dat jullie per maand?', 'implication'],
    ['Wat gaat er mis op maandag?', 'problem'],
    ['Zou dat helpen in de zomer?', 'need-payoff'],
  ] as const)
    assert.equal(heard(text, DUTCH_BEFORE).find(({ act }) => act.startsWith('question'))?.spin, spin, text);
});

test('few questions of small talk or about the meeting are of a kind, and theirs never are', () => {
  atMost(
    0.3,
    ['How are you today?', 'Can you hear me?', 'Shall we start with the numbers?', 'Does that make sense?', 'Is this seat free?'],
    (text) => heard(text).some(({ spin }) => spin !== undefined),
    'spin of small talk',
  );
  for (const [text] of SPIN) {
    const theirs = label(talk([['Ines', text]]))[0] ?? [];
    assert.ok(
      theirs.every(({ spin }) => spin === undefined),
      text,
    );
  }
});

test('in Dutch, saying back is heard as simple, and as complex where it adds what it means', () => {
  assert.ok(dutchHas('Jullie verliezen twee uur op maandag.', 'reflection.simple', 'Wij verliezen elke maandag twee uur.'));
  assert.ok(dutchHas('Het klinkt alsof je er alleen voor stond.', 'reflection.complex', 'Niemand wist het en ik schreef de brief.'));
});

test('what says back with more meaning is more often heard as complex than what repeats', () => {
  const MEANING: [string, string][] = [
    ['Nobody knew, and I wrote the letter alone.', 'It sounds like you felt alone with it.'],
    ['My boss looks at the numbers every night.', 'That must weigh on you.'],
    ['She stopped answering the phone after that.', 'You were afraid of what it meant.'],
    ['They took my name off the door.', 'As if you had never been there.'],
  ];
  const REPEATED: [string, string][] = [
    ['We lose two hours every Monday on the orders.', 'Two hours every Monday.'],
    ['I phone the depot myself, twice most weeks.', 'So you phone the depot yourself.'],
    ['The alarms come at five and nobody acts on them.', 'The alarms come and nobody acts.'],
    ['It has been closed since the third of May.', 'Closed since May.'],
  ];
  const complex = ([theirs, ours]: [string, string]) => heard(ours, theirs).some(({ act }) => act === 'reflection.complex');
  assert.ok(MEANING.filter(complex).length > REPEATED.filter(complex).length);
});
