import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingKind } from '#model/finding.ts';
import { talk } from '#test/talk.ts';
import { label } from '../label/label.ts';
import { find } from './find.ts';

/** The kinds found in one line after a line of ours (or, when we speak it, after one of theirs). */
function kinds(text: string, speaker = 'Ines'): FindingKind[] {
  const conversation = talk([
    [speaker === 'Ana' ? 'Ines' : 'Ana', 'We can take all the time you like for it.'],
    [speaker, text],
  ]);
  return find(conversation, label(conversation), { zone: 'Europe/Amsterdam' }).map(({ kind }) => kind);
}

const HEARD: [FindingKind, string[]][] = [
  [
    'need',
    [
      'We need one list of what is on the road right now.',
      'It takes us two hours every Monday to type them over.',
      'The problem is that nobody acts on the alarms.',
      'We are struggling with the new depot since July.',
      'I wish somebody told us before the school does.',
      'Het kost ons elke maandag twee uur om dat over te typen.',
      'Wij hebben een beter overzicht nodig van wat er rijdt.',
    ],
  ],
  [
    'commitment',
    [
      "I'll send you the July numbers by Friday.",
      'I will ask Beatriz for the list tomorrow.',
      'We are going to send the contract next week.',
      'Let me get back to you on the price tomorrow.',
      'Ik stuur je morgen de cijfers van juli.',
    ],
  ],
  [
    'request',
    [
      'Could you send me the report before Thursday?',
      'Please send the contract to Beatriz.',
      'Can we get a copy of the agreement?',
      'Kun je me de offerte voor vrijdag sturen?',
    ],
  ],
  [
    'trait.value',
    [
      'I like to keep what I sign, always.',
      'What matters most to me is that the children eat.',
      'For me it is about keeping my word.',
      'Afspraak is afspraak bij ons.',
    ],
  ],
  [
    'trait.risk',
    [
      'We would rather start small with two schools.',
      'I have been burned before by such a system.',
      'I am an early adopter with these things.',
    ],
  ],
  [
    'trait.interest',
    [
      'I swim in the harbour, all winter.',
      'In my spare time I am in the garden.',
      'I coach the girls on Saturday.',
      'In mijn vrije tijd zeil ik.',
    ],
  ],
  [
    'trait.irritant',
    ['It annoys me when people call at dinner.', 'I am so sick of those long meetings.', 'Ik erger me aan al dat papier.'],
  ],
  [
    'trait.preference',
    ['I prefer a short mail over a long call.', "I'd rather have it in writing from you.", 'Ik heb liever een mail dan een telefoontje.'],
  ],
  ['trait.goal', ['Our goal is to serve sixty schools.', 'I hope to hand it over to my nephew.', 'Ons doel is zestig scholen.']],
  ['trait.event', ['I am getting married in June.', 'My daughter starts school after summer.', 'Ik ga in mei met pensioen.']],
  ['belief.gap', ['I had no idea you delivered on Sunday.', 'I do not know how you differ from the others.']],
  ['feeling', ['I am worried about July, to be fair.', 'That was the week I felt ashamed of us.', 'Ik maak me zorgen over de zomer.']],
  [
    'feedback',
    [
      'Your support is great, they answer at once.',
      'Your invoices were wrong two months in a row.',
      'It would be great if your app kept the filter.',
    ],
  ],
  [
    'referral',
    [
      'I can introduce you to Marta at the hospital.',
      'You should talk to the people of Saltmouth.',
      'I recommended you to a friend of mine.',
    ],
  ],
  [
    'competitor',
    ['We also looked at Frostline last year.', 'Compared to Frostline you are slower.', 'We have a quote from Kelvin Systems here.'],
  ],
  [
    'objection',
    [
      'It is too expensive for a company our size.',
      'We have no budget for it before summer.',
      'I have to think about it first.',
      'Het is te duur voor ons.',
    ],
  ],
];

for (const [kind, texts] of HEARD)
  test(`${kind} is found in what they say`, () => {
    for (const text of texts) assert.ok(kinds(text).includes(kind), `${text} gave ${kinds(text)}`);
  });

test('what we say about ourselves is nothing of theirs; only our promises are found', () => {
  for (const [kind, texts] of HEARD)
    for (const text of texts) {
      const from = kinds(text, 'Ana');
      assert.deepEqual(
        from.filter((other) => other !== 'commitment'),
        [],
        `${kind}: ${text}`,
      );
    }
});

const QUIET = [
  'Okay, so the next page shows the depot.',
  "I'll be honest, I did not read it.",
  "If it works, I'll send you the list.",
  "I won't send you the list.",
  'I sent you the list on Friday.',
  'Could you say that again?',
  'Can you see my screen?',
  'We need to talk about July.',
  'Thanks, that was helpful.',
  'The depot opens at four and closes at nine.',
  "I don't know what I'll write about.",
  'No problem at all, take your time.',
  "I'm happy to help with that.",
  'We are not worried about that.',
  'The boy who lives there likes football.',
];

test('what is only talk stays talk', () => {
  for (const text of QUIET) assert.deepEqual(kinds(text), [], text);
});
