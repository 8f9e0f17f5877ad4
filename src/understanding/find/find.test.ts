import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FINDING_KINDS, type Finding } from '#model/finding.ts';
import { atLeast } from '#test/shares.ts';
import { amid, type Line, talk } from '#test/talk.ts';
import { label } from '../label/label.ts';
import { find, roomIn } from './find.ts';

function found(lines: Line[], told: Parameters<typeof talk>[1] = {}): Finding[] {
  const conversation = talk(lines, told);
  return find(conversation, label(conversation), { zone: 'Europe/Amsterdam' });
}

/** What is found in a line of theirs in the middle of a talk. */
function inTalk(text: string, before?: string): Finding[] {
  const conversation = amid('Ines', text, before);
  return find(conversation, label(conversation), { zone: 'Europe/Amsterdam' }).filter(({ turn }) => turn === 1);
}

test('unknown speakers are listened to as well', () => {
  const [need] = found(
    [
      ['Voice', 'What do you need?'],
      ['Other', 'We need one list of what is on the road right now.'],
      ['Voice', 'Good.'],
    ],
    { us: [], unknown: ['Voice', 'Other'] },
  ).filter(({ kind }) => kind === 'need');
  assert.equal(need?.who, 'Other');
});

test('what is at stake for a person lies deeper than what is only missing', () => {
  const depthOf = (text: string) => inTalk(text).find(({ kind }) => kind === 'need')?.depth;
  const DEEP = [
    'If it fails again it is my name on the letter to the parents.',
    'It takes us two days every month and it costs us a customer a year.',
    'I am the one who has to tell the nurses, and I lie awake over it.',
    'We lost the contract over it, forty thousand a year.',
  ];
  const SHALLOW = [
    'We need one list of what is on the road.',
    'The printer on the second floor does not work.',
    'The door to the yard jams.',
    'There is no signal in the tunnel.',
  ];
  const mean = (texts: string[]) => texts.reduce((sum, text) => sum + (depthOf(text) ?? 0), 0) / texts.length;
  assert.ok(mean(DEEP) > mean(SHALLOW) + 0.4, `${mean(DEEP)} against ${mean(SHALLOW)}`);
  atLeast(0.7, SHALLOW, (text) => (depthOf(text) ?? 0) < 2, 'shallow');
});

test('a promise says who, to whom, what and by when', () => {
  const [promise] = found([
    ['Ines', 'Can we see how July went at a company our size?'],
    ['Ana', "Yes. I'll send you a July report from a company your size by Friday."],
  ]).filter(({ kind }) => kind === 'commitment');
  assert.ok(promise);
  const { who, whom, what, due, dueText, quote, statement } = promise;
  assert.deepEqual(
    { who, whom, what, due, dueText, quote, statement },
    {
      who: 'Ana',
      whom: 'Ines',
      what: "send a July report from a company Ines's size",
      due: '2026-11-20',
      dueText: 'by Friday',
      quote: "I'll send you a July report from a company your size by Friday.",
      statement: "Send a July report from a company Ines's size",
    },
  );
});

test('a promise without a time has no due date, and without a clock anywhere none is guessed', () => {
  const [open] = found([
    ['Ana', "I'll send you the report."],
    ['Ines', 'Good, then I wait for that.'],
  ]);
  assert.equal(open?.due, null);
  const [dateless] = found(
    [
      ['Ana', "I'll send you the report by Friday."],
      ['Ines', 'Good, then I wait.'],
    ],
    { startedAt: null },
  );
  assert.equal(dateless?.kind, 'commitment');
  assert.equal(dateless?.due, null);
});

test('without a date of the conversation, the caller says from when to count', () => {
  const conversation = talk(
    [
      ['Ana', "I'll send you the report by Friday."],
      ['Ines', 'Good, then I wait.'],
    ],
    { startedAt: null },
  );
  const [promise] = find(conversation, label(conversation), { now: '2026-11-17T12:00:00Z', zone: 'UTC' });
  assert.equal(promise?.due, '2026-11-20');
});

test('a written message is counted from the moment it was written', () => {
  const conversation = talk([
    ['Ana', "I'll send you the report tomorrow."],
    ['Ines', 'Good, then I wait.'],
  ]);
  const written = { ...conversation, turns: conversation.turns.map((turn) => ({ ...turn, at: '2026-12-24T09:00:00+01:00' })) };
  assert.equal(find(written, label(written), { zone: 'Europe/Amsterdam' })[0]?.due, '2026-12-25');
});

test('with several people, a promise is to whoever it names or answers', () => {
  const lines: Line[] = [
    ['Ines', 'Who sends us the numbers of July then?'],
    ['Daniel', 'I only need them for the board.'],
    ['Ana', "I'll send Ines the numbers tomorrow."],
    ['Daniel', 'And the map of the depots?'],
    ['Ana', "I'll send you that map tomorrow as well."],
  ];
  const promises = found(lines).filter(({ kind }) => kind === 'commitment');
  assert.deepEqual(
    promises.map(({ whom }) => whom),
    ['Ines', 'Daniel'],
  );
});

test('a request is owed by the one who is asked', () => {
  const [request] = found([
    ['Ana', 'Then we have it all together now.'],
    ['Ines', 'Could you send me the report before Thursday?'],
  ]);
  assert.equal(request?.kind, 'request');
  assert.equal(request?.who, 'Ines');
  assert.equal(request?.whom, 'Ana');
  assert.equal(request?.what, 'send the report');
  assert.equal(request?.due, '2026-11-19');
});

test('a question about our offering that stays open is a gap in what they know', () => {
  const gaps = found([
    ['Ana', 'So that is what our app does.'],
    ['Daniel', 'Does your app work without a signal?'],
    ['Ana', 'Anyway, before that I wanted to show you the map.'],
  ]).filter(({ kind }) => kind.startsWith('belief.'));
  assert.deepEqual(
    gaps.map(({ kind, who }) => [kind, who]),
    [['belief.gap', 'Daniel']],
  );
});

test('a feeling has its word and its tone', () => {
  const feeling = (text: string) => inTalk(text, 'How was that for you?').find(({ kind }) => kind === 'feeling');
  assert.deepEqual([feeling('I am so worried about July.')?.feeling, feeling('I am so worried about July.')?.tone], ['worried', 'bad']);
  const relieved = feeling('I was so relieved that evening.');
  assert.deepEqual([relieved?.feeling, relieved?.tone], ['relieved', 'good']);
});

test('feedback has a verdict: done well, or to be done better', () => {
  const said: [string, string][] = [
    ['Your support is great, they answer at once.', 'well'],
    ['You were wonderful with my mother, thank you.', 'well'],
    ['It would be great if your app kept the filter.', 'better'],
    ['You should have told us sooner that you were late.', 'better'],
  ];
  const verdicts = said.flatMap(([text, verdict]) =>
    inTalk(text, 'And how have we done so far?')
      .filter(({ kind }) => kind === 'feedback')
      .map((one) => one.verdict === verdict),
  );
  atLeast(0.5, verdicts, (right) => right, 'verdicts');
});

test('a competitor has a name, and a day, a country or one of us is none', () => {
  const name = (text: string) =>
    found([
      ['Ines', text],
      ['Ana', 'Tell me more about that please.'],
    ]).find(({ kind }) => kind === 'competitor')?.name;
  assert.equal(name('We have a quote from Kelvin Systems here.'), 'Kelvin Systems');
  assert.equal(name("We looked at Frostline's sensors as well."), 'Frostline');
  assert.equal(name('We looked at Germany as well.'), undefined);
  assert.equal(name('We talked to Ana about it all.'), undefined);
  assert.equal(name('We looked at the other ones.'), undefined);
});

test('an objection has its subject', () => {
  const said: [string, string][] = [
    ['It is too expensive for a company our size.', 'price'],
    ['We have no budget for it before summer.', 'price'],
    ['I would have to run it by the board.', 'authority'],
    ['It is not the right time for us.', 'timing'],
  ];
  const found = said.map(([text, subject]) => ({
    subject,
    one: inTalk(text, 'So what do you think?').find(({ kind }) => kind === 'objection'),
  }));
  atLeast(0.5, found, ({ one }) => one !== undefined, 'objections');
  for (const { subject, one } of found) if (one) assert.equal(one.name, subject);
});

test('our wording is not their quote, and Dutch is left to the quote', () => {
  const need = inTalk('We need one list of what is on our road.').find(({ kind }) => kind === 'need');
  assert.equal(need?.statement, 'One list of what is on their road');
  const [dutch] = found([['Ines', 'Wij hebben een beter overzicht nodig van wat er rijdt.']]);
  assert.equal(dutch?.statement, null);
});

test('a long sentence is quoted around its cue, in 4 to 40 words', () => {
  const long = `Well the drivers leave at four and the gate is closed by then and the man with the key lives in Saltmouth, ${'and then there is the bridge and the lights and the fish market, '.repeat(2)}and we need one list of what is on the road, because the school calls me.`;
  const words = inTalk(long).map(({ quote }) => quote.split(' ').length);
  assert.ok(words.length > 0 && words.every((n) => n >= 4 && n <= 40), String(words));
});

test('the same words again are not found again', () => {
  const says = 'We need one list of what is on the road.';
  const twice = found([
    ['Ana', 'What do you need?'],
    ['Ines', says],
    ['Ana', 'What would be on that list of yours?'],
    ['Ines', says.replace('.', '!')],
    ['Ana', 'I see.'],
  ]);
  assert.equal(twice.filter(({ kind }) => kind === 'need').length, 1);
});

test('when hundreds are unsure, only as many stay as a reader would look at', () => {
  const lines = Array.from({ length: 60 }, (_, i): Line => ['Ines', `Dat is duur bij depot nummer ${i} aan de haven.`]);
  const all = found(lines);
  assert.ok(all.every(({ kind, p }) => kind === 'objection' && p < 0.8));
  assert.equal(all.length, roomIn(talk(lines)));
});

test('a conversation has room for thirty suggestions, a long one for one a minute', () => {
  const spoken = (words: number) => roomIn(talk([['Ines', 'word '.repeat(words)]]));
  assert.deepEqual([spoken(10), spoken(4500), spoken(9000)], [30, 30, 60]);
});

const pieces =
  'We need|one list|because|of the road|I will|send you|the report|by Friday|next week|it is too expensive|I thought you|only sell|Frostline|I am worried|if|um|we we|?|.|,|and|it takes us|two hours|ik stuur je|morgen|het rapport|nodig|your app|does|great|I love|é—“'.split(
    '|',
  );
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 70 }).map((some) => some.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);
const anyLine = fc.tuple(fc.constantFrom('Ana', 'Ines', 'Daniel', 'Voice'), anyText) as fc.Arbitrary<Line>;

test('whatever is said: a quote is a slice of its turn, its fields fit its kind, nothing is found twice', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 10 }), (lines) => {
      const conversation = talk(lines, { unknown: ['Voice'] });
      const findings = find(conversation, label(conversation), { zone: 'Europe/Amsterdam' });
      const seen = new Set<string>();
      for (const finding of findings) {
        const turn = conversation.turns[finding.turn];
        assert.ok(FINDING_KINDS.includes(finding.kind) && finding.p > 0 && finding.p <= 1);
        assert.equal(turn?.text.slice(finding.from, finding.to), finding.quote);
        assert.ok(finding.quote.length > 0);
        assert.equal(turn?.speaker, finding.who);
        if (finding.who === 'Ana') assert.equal(finding.kind, 'commitment');
        if (finding.due) assert.match(finding.due, /^\d{4}-\d\d-\d\d(T\d\d:\d\d:00[+-]\d\d:\d\d)?$/);
        const key = `${finding.kind} ${finding.turn} ${finding.from}`;
        assert.ok(!seen.has(key), key);
        seen.add(key);
      }
    }),
    { numRuns: 300 },
  );
});

test('of two promises in one breath the whole is kept, and a phrase of speech beside a promise does not hide it', () => {
  const both = found([
    ['Ines', 'You do not know that yet?'],
    ['Ana', "No. I'll ask Tom about the limits, and I'll tell you by Wednesday what he says."],
  ]).find(({ who }) => who === 'Ana');
  assert.equal(both?.kind, 'commitment');
  assert.equal(both?.what, 'ask Tom about the limits');
  assert.equal(both?.due, '2026-11-18');
  assert.equal(
    found([
      ['Ana', "I'll be honest, I'll send you the list tomorrow."],
      ['Ines', 'Good.'],
    ])[0]?.kind,
    'commitment',
  );
});

test('what "that" is, is taken from before it', () => {
  const [promise] = found([
    ['Ana', "The churn by year, you'll have that by Wednesday."],
    ['Sam', 'Good, then I wait for it.'],
  ]);
  assert.equal(promise?.what, 'The churn by year');
});

test('the words for a time are kept even where no day can be named', () => {
  const [promise] = found(
    [
      ['Ana', "I'll send you the list by Friday."],
      ['Ines', 'Good, then I wait.'],
    ],
    { startedAt: null },
  );
  assert.deepEqual([promise?.what, promise?.due, promise?.dueText], ['send the list', null, 'by Friday']);
});

test('the same feeling is told once', () => {
  const feelings = found([
    ['Ines', 'It makes me angry already now, to be clear.'],
    ['Ana', 'Say more about that July night.'],
    ['Ines', 'I am angry in November about a night in July.'],
  ]).filter(({ kind }) => kind === 'feeling');
  assert.equal(feelings.length, 1);
});
