import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, FoundAct } from '#model/act.ts';
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

function sureOf(text: string, act: Act): number {
  return Math.max(0, ...heard(text).map((found) => (found.act === act ? found.p : 0)));
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
  'Wat gebeurt er als de cijfers te laat zijn?',
  'Hoe plannen jullie de routes nu?',
  'Waarom is dat belangrijk voor je?',
  'Kun je daar iets meer over vertellen?',
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
  'Bellen jullie het depot zelf?',
  'Hoeveel scholen zijn dat?',
  'Dat was in juli, toch?',
  'Is dat elke week zo?',
];

test('open questions are heard as open', () => {
  for (const text of OPEN) assert.ok(sureOf(text, 'question.open') >= 0.5, `${text} ${JSON.stringify(heard(text))}`);
});

test('closed questions are heard as closed', () => {
  for (const text of CLOSED) {
    assert.ok(sureOf(text, 'question.closed') >= 0.5, `${text} ${JSON.stringify(heard(text))}`);
    assert.equal(sureOf(text, 'question.open'), 0, text);
  }
});

/** As speech recognition writes: small letters and no marks at all. */
const UNMARKED: [string, Act | null][] = [
  ['what happens on a monday when the numbers are late', 'question.open'],
  ['so how do you plan the routes today', 'question.open'],
  ['why does that matter to you', 'question.open'],
  ['okay and what did your boss say about it', 'question.open'],
  ['tell me more about the letter', 'question.open'],
  ['who else carries that with you', 'question.open'],
  ['do you phone the depot yourself', 'question.closed'],
  ['is that every week', 'question.closed'],
  ['how many schools is that', 'question.closed'],
  ['are your drivers on the road at five', 'question.closed'],
  ["you phone them yourself don't you", 'question.closed'],
  ['that was in july is that right', 'question.closed'],
  ['and have you talked to the schools', 'question.closed'],
  ['wat gebeurt er als het misgaat', 'question.open'],
  ['hoe lang duurt dat', 'question.closed'],
  ['heb je het al met de scholen besproken', 'question.closed'],
  ['what is important is that they know', null],
  ['what they did was call the school', null],
  ['when we get there we phone the depot', null],
  ['i know what you mean', null],
  ['we do not phone the depot anymore', null],
  ['do not worry about the gate', null],
  ['yeah that is how it went', null],
  ['the depot is the one who decides', null],
];

test('questions without any mark are heard by how they open, and statements are not taken for them', () => {
  for (const [text, act] of UNMARKED) {
    const asked = (['question.open', 'question.closed'] as const).filter((kind) => sureOf(text, kind) >= 0.5);
    assert.deepEqual(asked, act ? [act] : [], text);
  }
});

test('two questions in one breath without marks are two', () => {
  const acts = heard('okay so what happens when the trucks are late and do you phone the depot yourself');
  assert.deepEqual(
    acts.filter(({ act, p }) => act.startsWith('question') && p >= 0.5).map(({ act }) => act),
    ['question.open', 'question.closed'],
  );
});

test('where questions carry marks, a full stop speaks against one', () => {
  const marked = label(
    talk([
      ['Ines', 'Did you see the gate?'],
      ['Ana', 'Is that every week.'],
    ]),
  )[1];
  assert.ok(marked?.every(({ act, p }) => !act.startsWith('question') || p < 0.5));
});

test('a word of surprise with a question mark asks for nothing', () => {
  for (const text of ['Right?', 'Really?', 'Okay?', 'Hm?']) assert.ok(sureOf(text, 'question.closed') < 0.5, text);
  assert.ok(sureOf('Why?', 'question.open') >= 0.5);
});

const SPIN: [string, FoundAct['spin']][] = [
  ['How many schools do you deliver to?', 'situation'],
  ['Where do you keep the numbers?', 'situation'],
  ['What is the hardest problem with that?', 'problem'],
  ['What goes wrong on a Monday?', 'problem'],
  ['Are you happy with the sensors you have?', 'problem'],
  ['What does that cost you?', 'implication'],
  ['What happens when the chain breaks in July?', 'implication'],
  ['How does that affect your drivers?', 'implication'],
  ['If July went well, what would you do in August?', 'need-payoff'],
  ['How would it help if you knew at five?', 'need-payoff'],
  ['What would it mean if nobody had to phone?', 'need-payoff'],
  ['Wat kost dat jullie per maand?', 'implication'],
  ['Wat gaat er mis op maandag?', 'problem'],
  ['Zou dat helpen in de zomer?', 'need-payoff'],
];

test('our questions are of one of four kinds', () => {
  for (const [text, spin] of SPIN) assert.equal(heard(text).find(({ act }) => act.startsWith('question'))?.spin, spin, text);
});

test('small talk and questions about the meeting are of no kind, and theirs never', () => {
  for (const text of ['How are you today?', 'Can you hear me?', 'Shall we start with the numbers?', 'Does that make sense?'])
    assert.equal(heard(text).find(({ act }) => act.startsWith('question'))?.spin, undefined, text);
  const theirs = label(talk([['Ines', 'How does that affect the price?']]))[0];
  assert.equal(theirs?.[0]?.spin, undefined);
});

test('saying back their own words is a simple reflection', () => {
  for (const [theirs, ours] of [
    ['We lose two hours every Monday on the orders.', 'So you lose two hours every Monday.'],
    ['I phone the depot myself, twice most weeks.', 'Right. So you phone the depot yourself.'],
    ['The alarms come at five and nobody acts on them.', 'The alarms come and nobody acts.'],
    ['Wij verliezen elke maandag twee uur.', 'Jullie verliezen twee uur op maandag.'],
  ] as const) {
    const acts = heard(ours, theirs);
    assert.ok(
      acts.some(({ act, p }) => act === 'reflection.simple' && p >= 0.5),
      `${ours} ${JSON.stringify(acts)}`,
    );
  }
});

test('adding what it means to them is a complex one', () => {
  for (const [theirs, ours] of [
    [
      'I knew I could not promise that. I like to keep what I sign.',
      'So it is less about temperature, and more about being able to sign something and know it is true.',
    ],
    ['Nobody knew, and I wrote the letter alone.', 'It sounds like you felt alone with it.'],
    ['My boss looks at the numbers every night.', 'That must be hard for you.'],
    ['Niemand wist het en ik schreef de brief.', 'Het klinkt alsof je er alleen voor stond.'],
  ] as const) {
    const acts = heard(ours, theirs);
    assert.ok(
      acts.some(({ act, p }) => act === 'reflection.complex' && p >= 0.5),
      `${ours} ${JSON.stringify(acts)}`,
    );
  }
});

test('what is said later in a turn, by them, or to nobody is no reflection', () => {
  const acts = label(
    talk([
      ['Ana', 'It sounds like a busy week ahead of us.'],
      ['Ines', 'So you deliver to schools as well.'],
      ['Ana', 'We do. Forty of them by now. All along the coast. So you lose two hours.'],
    ]),
  );
  for (const found of acts) assert.ok(!(found ?? []).some(({ act, p }) => act.startsWith('reflection') && p >= 0.5), JSON.stringify(found));
});
