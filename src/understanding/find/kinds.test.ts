import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, FindingKind } from '#model/finding.ts';
import { atLeast, atMost } from '#test/shares.ts';
import { amid } from '#test/talk.ts';
import { label } from '../label/label.ts';
import { find } from './find.ts';

/** What is found in one line in the middle of a talk. */
function found(text: string, speaker = 'Ines', before?: string): Finding[] {
  const conversation = amid(speaker, text, before);
  return find(conversation, label(conversation), { zone: 'Europe/Amsterdam' }).filter(({ turn }) => turn === 1);
}

function kinds(text: string, speaker = 'Ines', before?: string): FindingKind[] {
  return found(text, speaker, before).map(({ kind }) => kind);
}

const DONE = 'Then I think we have been through it all.';
const US = 'So what do you make of us so far?';
const YOU = 'And what should I know about you, before we start?';

/**
 * English, by the heads: what was said before, the share that is found at least, and the sentences. Null: too few of that kind are found to hold it to a
 * share by itself; it counts among the traits.
 */
const HEARD: [kind: FindingKind, before: string, least: number | null, texts: string[]][] = [
  [
    'need',
    'What is it like at the moment?',
    0.75,
    [
      'We need one list of what is on the road right now.',
      'It takes us two hours every Monday to type them over.',
      'The problem is that nobody acts on the alarms.',
      'We are struggling with the new depot since July.',
      'I wish somebody told us before the school does.',
      'Half of the invoices go to the wrong address.',
      'The boiler gives out every time it freezes.',
      'My back hurts by the end of every shift.',
      'The children have nowhere to go between three and six.',
      'I never know which of the three sheets is the right one.',
      'We run out of gloves twice a month.',
      'If it breaks once more, it is my name on the letter to the schools.',
    ],
  ],
  [
    'commitment',
    'Good, so those are the things that are left to do.',
    0.9,
    [
      "I'll send you the July numbers by Friday.",
      'I will ask Beatriz for the list tomorrow.',
      'We are going to send the contract next week.',
      'Let me get back to you on the price tomorrow.',
      'You will have the drawings on Wednesday.',
      "I'll find out who signs for it and tell you.",
      'I will write to him tonight.',
      'We will have a man at your gate at seven.',
    ],
  ],
  [
    'request',
    DONE,
    0.85,
    [
      'Could you send me the report before Thursday?',
      'Please send the contract to Beatriz.',
      'Can we get a copy of the agreement?',
      'Would you put that in writing for my manager?',
      'Can you ask your engineer to look at the pump?',
      'Send me the price list before the weekend, please.',
      'Could somebody call me on Monday about the lease?',
      'I need you to confirm the date by mail.',
    ],
  ],
  [
    'trait.value',
    YOU,
    null,
    [
      'I like to keep what I sign, always.',
      'What matters most to me is that the children eat.',
      'For me it is about keeping my word.',
      "I don't like to be careless with money that is not mine.",
      'Nobody here is treated as a number, that is sacred to me.',
      'Honesty comes before anything else for me.',
    ],
  ],
  [
    'trait.risk',
    YOU,
    null,
    [
      'We would rather start small with two schools.',
      'I have been burned before by such a system.',
      'I am an early adopter with these things.',
      'I never go first, I let the others find the holes.',
      'I will put money into something odd if I like the people.',
      "I don't gamble with the pension of forty people.",
    ],
  ],
  [
    'trait.interest',
    YOU,
    0.7,
    [
      'I swim in the harbour, all winter.',
      'In my spare time I am in the garden.',
      'I coach the girls on Saturday.',
      'On Sundays I sail with my brother.',
      'I sing in a choir, badly, but every Tuesday.',
      'I collect old maps of the coast.',
    ],
  ],
  [
    'trait.irritant',
    YOU,
    null,
    [
      'It annoys me when people call at dinner.',
      'I am so sick of those long meetings.',
      'What I cannot stand is somebody who is late and says nothing.',
      'It drives me mad when they send the same form twice.',
      'I hate it when people talk over my head.',
      'Please, not another dashboard.',
    ],
  ],
  [
    'trait.preference',
    YOU,
    0.7,
    [
      'I prefer a short mail over a long call.',
      "I'd rather have it in writing from you.",
      'Mornings are better for me than afternoons.',
      'Just call me, I never read my mail.',
      'I like to see it on paper before I decide.',
      'Tell me straight, without the pictures.',
    ],
  ],
  [
    'trait.goal',
    'Where do you want to be in two years?',
    0.15,
    [
      'Our goal is to serve sixty schools.',
      'I hope to hand it over to my nephew.',
      'I want to run my own place before I am forty.',
      'By then I would like to walk to the shops without a stick.',
      'We are working towards a second branch.',
      'One day I want to finish that degree.',
    ],
  ],
  [
    'trait.event',
    'And how are things with you?',
    0.7,
    [
      'I am getting married in June.',
      'My daughter starts school after summer.',
      'We are moving to a new office in March.',
      'I retire at the end of May.',
      'My son was born three weeks ago.',
      'I begin my new job on Monday.',
    ],
  ],
  [
    'belief.gap',
    US,
    0.3,
    [
      'I had no idea you delivered on Sunday.',
      'I do not know how you differ from the others.',
      'Do you also work with small schools?',
      'Does it work without a signal?',
      'Is there somebody I can call at night?',
      'I did not know that somebody comes and fetches it.',
    ],
  ],
  [
    'belief.false',
    US,
    0.55,
    [
      'I thought you only sell sensors to hospitals.',
      "You're a sensor company, so you do not do people.",
      'Your people only come in office hours, I was told.',
      'You are far too big to care about a shop like mine.',
      'I suppose you charge for every call as well.',
      'I always thought you were part of the council.',
    ],
  ],
  [
    'feeling',
    'How is that for you?',
    0.8,
    [
      'I am worried about July, to be fair.',
      'That was the week I felt ashamed of us.',
      'I am tired of it, honestly.',
      'I was so relieved when she rang.',
      'It makes me angry, even now.',
      'I am proud of what they did there.',
      "I'm afraid that it will happen again.",
      'Honestly I felt alone with it.',
    ],
  ],
  [
    'feedback',
    'And how have we done so far?',
    0.3,
    [
      'Your support is great, they answer at once.',
      'Your invoices were wrong two months in a row.',
      'It would be great if your app kept the filter.',
      'Priya knew our menu by Friday, that was quick.',
      'The man you sent was kind to my mother.',
      'You could have told us sooner that it was late.',
    ],
  ],
  [
    'referral',
    DONE,
    0.5,
    [
      'I can introduce you to Marta Duarte at the hospital.',
      'You should talk to Sam Whitlock, he has the same.',
      'I recommended you to a friend of mine, Joan Peters.',
      'It was Ruth Amadi who told me to call you.',
      'I told Yusuf Demir about you, he is going to call.',
    ],
  ],
  [
    'competitor',
    US,
    0.75,
    [
      'We also looked at Frostline last year.',
      'Compared to Frostline you are slower.',
      'We have a quote from Kelvin Systems here.',
      'Right now we use Brightpath for the small ones.',
      'My boss wants to go with Norgate, they are local.',
    ],
  ],
  [
    'objection',
    US,
    0.5,
    [
      'It is too expensive for a company our size.',
      'We have no budget for it before summer.',
      'I have to think about it first.',
      'I would have to run it by the board.',
      'We have just bought the other one, sorry.',
      'To be honest I do not see why we would need it.',
      'Now is not a good moment, with the move.',
    ],
  ],
];

for (const [kind, before, least, texts] of HEARD)
  if (least !== null)
    test(`${kind} is found in what they say, ${Math.round(100 * least)} in a hundred at least`, () =>
      atLeast(least, texts, (text) => kinds(text, 'Ines', before).includes(kind), kind));

const ALL = HEARD.flatMap(([kind, before, , texts]) => texts.map((text) => ({ kind, before, text })));

test('of all kinds together two of three are found', () =>
  atLeast(0.67, ALL, ({ kind, before, text }) => kinds(text, 'Ines', before).includes(kind), 'all kinds'));

test('of who they are, something is found more often than not', () =>
  atLeast(
    0.58,
    ALL.filter(({ kind }) => kind.startsWith('trait.')),
    ({ before, text }) => kinds(text, 'Ines', before).some((kind) => kind.startsWith('trait.')),
    'any trait',
  ));

const DUTCH: [FindingKind, string[]][] = [
  ['need', ['Het kost ons elke maandag twee uur om dat over te typen.', 'Wij hebben een beter overzicht nodig van wat er rijdt.']],
  ['commitment', ['Ik stuur je morgen de cijfers van juli.']],
  ['request', ['Kun je me de offerte voor vrijdag sturen?']],
  ['trait.value', ['Afspraak is afspraak bij ons.']],
  ['trait.interest', ['In mijn vrije tijd zeil ik.']],
  ['trait.irritant', ['Ik erger me aan al dat papier.']],
  ['trait.preference', ['Ik heb liever een mail dan een telefoontje.']],
  ['trait.goal', ['Ons doel is zestig scholen.']],
  ['trait.event', ['Ik ga in mei met pensioen.']],
  ['feeling', ['Ik maak me zorgen over de zomer.']],
  ['objection', ['Het is te duur voor ons.']],
];
test('in Dutch each kind is found, and what we say of ourselves is nothing of theirs', () => {
  for (const [kind, texts] of DUTCH)
    for (const text of texts) {
      assert.ok(kinds(text).includes(kind), `${text} gave ${kinds(text)}`);
      assert.ok(
        kinds(text, 'Ana').every((other) => other === 'commitment'),
        `${kind}: ${text}`,
      );
    }
});

test('what we say about ourselves is nothing of theirs; only our promises are found', () => {
  for (const { text, before } of ALL) {
    const from = kinds(text, 'Ana', before);
    assert.ok(
      from.every((kind) => kind === 'commitment'),
      `${text} gave ${from}`,
    );
  }
});

test('each finding is theirs word for word, and has the fields of its kind', () => {
  for (const { text, before } of ALL)
    for (const one of found(text, 'Ines', before)) {
      assert.ok(one.quote.length > 0 && text.includes(one.quote), one.quote);
      assert.equal(one.who, 'Ines');
      assert.equal(one.depth !== undefined, one.kind === 'need', one.kind);
      assert.equal(one.verdict !== undefined, one.kind === 'feedback', one.kind);
      assert.equal(one.what !== undefined, one.kind === 'commitment' || one.kind === 'request', one.kind);
      assert.equal(one.claim !== undefined, one.kind.startsWith('belief.'), one.kind);
      if (one.kind === 'competitor' || one.kind === 'referral') assert.ok(one.name && text.includes(one.name), text);
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
  'You only ring on a Saturday, I noticed.',
  "It's late, from here.",
  'We said half an hour, yes, and then I have the drivers at half past.',
  'She works on the third floor.',
  'Good morning, please sit down.',
];

test('of what is only talk, not half is taken for more', () =>
  atMost(0.45, QUIET, (text) => kinds(text, 'Ines', 'Good, so that is the first half of it.').length > 0, 'quiet'));
