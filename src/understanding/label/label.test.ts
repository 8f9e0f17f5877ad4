import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ACTS, type Act, type FoundAct } from '#model/act.ts';
import { isUnderstood } from '#model/language.ts';
import { type Line, talk } from '#test/talk.ts';
import { languagesOf } from '../language/recognise.ts';
import { label } from './label.ts';

function said(speaker: string, text: string): FoundAct[] {
  return label(talk([[speaker, text]]))[0] as FoundAct[];
}

function has(speaker: string, text: string, act: Act) {
  const found = said(speaker, text);
  assert.ok(
    found.some((one) => one.act === act && one.p >= 0.5),
    `${act}: ${text} ${JSON.stringify(found)}`,
  );
}

function hasNot(speaker: string, text: string, act: Act) {
  const found = said(speaker, text);
  assert.ok(!found.some((one) => one.act === act && one.p >= 0.5), `not ${act}: ${text} ${JSON.stringify(found)}`);
}

const THEIRS: Partial<Record<Act, string[]>> = {
  need: [
    'We need a single list of what is on the road.',
    "What I don't have is someone who picks up the phone at five in the morning.",
    'It takes us two hours every Monday to type them over.',
    'The problem is that nobody acts on the alarms.',
    'We lose everything in the tunnel.',
    'I wish somebody told us.',
    'Our planning is a nightmare.',
    "We're struggling with the new depot.",
    'Het kost ons elke maandag twee uur.',
    'We hebben een beter overzicht nodig.',
    'Het probleem is dat niemand belt.',
    'Ik moet alles met de hand overtypen.',
  ],
  implication: [
    'We lost a customer in March.',
    'That means we drive twice.',
    'It costs us two days a month.',
    'Daardoor rijden we twee keer.',
  ],
  feeling: [
    'I am worried about July.',
    "I'm so tired of it all.",
    'It keeps me up at night.',
    'I hate that letter.',
    'We were disappointed, to be fair.',
    'That makes me nervous.',
    'Ik maak me zorgen over juli.',
    'Ik ben er trots op.',
  ],
  commitment: [
    "I'll send you the numbers by Friday.",
    'I will talk it over with Beatriz.',
    'We are going to send the list tomorrow.',
    'Let me get back to you on that.',
    'I promise to call the schools.',
    "I'll really just ask my boss on Monday.",
    'Ik stuur je morgen de cijfers.',
    'Ik zal het met Beatriz bespreken.',
    'Ik kom er volgende week op terug.',
  ],
  request: [
    'Could you send me the report?',
    'Please share the numbers with Beatriz.',
    "I'd like you to call the school.",
    'Can we get a copy of the contract?',
    'Let me know when you are there.',
    'Kun je me het rapport sturen?',
    'Zou je de offerte willen aanpassen?',
  ],
  thanks: ['Thank you for that.', 'Thanks a lot!', 'I appreciate it.', 'Dank je wel.', 'Bedankt voor je tijd.'],
  affirmation: ['That makes sense.', 'Good point.', "You're right.", 'Exactly right.', 'Goed punt.', 'Je hebt gelijk.'],
  smalltalk: ['Good morning!', 'How was your weekend?', 'Nice to meet you.', 'Have a nice day.', 'Goedemorgen!', 'Fijn weekend!'],
  advice: [
    'You should call them first.',
    'I would suggest a smaller pilot.',
    'Why do not we start with two schools?',
    'Je zou kunnen beginnen met twee scholen.',
  ],
  'self-disclosure': [
    'My daughter goes to that school.',
    'I grew up by the harbour.',
    'When I was a driver we used paper.',
    'Mijn dochter zit op die school.',
  ],
  information: [
    'The depot opens at four and closes at nine.',
    'There are forty schools along the coast.',
    'Het depot gaat om vier uur open.',
  ],
  other: ['Mm-hmm.', 'The second one.'],
};

for (const [act, texts] of Object.entries(THEIRS) as [Act, string[]][])
  test(`their ${act} is heard`, () => {
    for (const text of texts) has('Ines', text, act);
  });

const OURS: Partial<Record<Act, string[]>> = {
  'pitch.features': [
    'Our platform shows every truck on one map.',
    'With it you can set an alarm for each door.',
    'It integrates with your planning tool.',
    'We offer a dashboard for drivers.',
    'The app lets you export the report.',
    'Ons platform laat elke vrachtwagen zien.',
    'Daarmee kun je alarmen instellen.',
  ],
  'pitch.expertise': [
    'We have worked with harbours for years.',
    'Our customers tell us the same.',
    'We have helped companies like yours.',
    'Our team has twenty years of experience.',
    'Onze klanten vertellen hetzelfde.',
    'We werken met veel havens.',
  ],
  'pitch.mission': [
    'We started because food should arrive the way it left.',
    'Our mission is that nothing is thrown away.',
    'We believe that food matters.',
    'Our company was founded in 2012.',
    'Onze missie is dat er niets wordt weggegooid.',
  ],
};

for (const [act, texts] of Object.entries(OURS) as [Act, string[]][])
  test(`our ${act} is heard, and the same words from them are no pitch`, () => {
    for (const text of texts) {
      has('Ana', text, act);
      hasNot('Ines', text, act);
    }
  });

test('what sounds like a promise and is none', () => {
  for (const text of [
    "I'll be honest with you.",
    "We'll see about that.",
    "If you send it, I'll read it over.",
    "I won't send you anything.",
    'I sent you the report on Friday.',
    'I would send it, but I have none.',
    'They will send it later.',
    "I'll show you my screen.",
    'I will have to think.',
    'Will I send you the report?',
    'Als jij het stuurt, bel ik de school.',
  ])
    hasNot('Ines', text, 'commitment');
});

test('what sounds like a need and is none', () => {
  for (const text of [
    'No problem.',
    "We don't need that.",
    'We need to talk about July.',
    'I want to say something.',
    'It is hard to say.',
    'Geen probleem hoor.',
  ])
    hasNot('Ines', text, 'need');
});

test('what sounds like a feeling and is none', () => {
  for (const text of ["I'm happy to send it over.", "I'm afraid I have to go.", 'I feel that we are done here.', 'I would love to.'])
    hasNot('Ines', text, 'feeling');
});

test('a "maybe" makes a promise less sure', () => {
  const sure = said('Ines', 'I will send you the report.')[0]?.p ?? 0;
  const maybe = said('Ines', 'Maybe I will send you the report.')[0]?.p ?? 1;
  assert.ok(maybe < sure);
});

test('each sentence of a turn has its own acts, with the characters it covers', () => {
  const text = 'Hello Ana. We lost one in March! I will send you the letter.';
  const found = said('Ines', text);
  const at = (act: Act) => found.filter((one) => one.act === act).map(({ from, to }) => text.slice(from, to));
  assert.deepEqual(at('smalltalk'), ['Hello Ana.']);
  assert.deepEqual(at('need'), ['We lost one in March!']);
  assert.deepEqual(at('commitment'), ['I will send you the letter.']);
});

test('curly apostrophes, stammers and fillers hide nothing', () => {
  has('Ines', 'Um I’ll I’ll uh send you the the report.', 'commitment');
  has('Ines', 'we we really uh need a um single list', 'need');
});

test('a turn without words has no acts, and one with words always has', () => {
  assert.deepEqual(said('Ines', '…'), []);
  assert.deepEqual(said('Ines', ''), []);
  assert.equal(said('Ines', 'Saltmouth.').length, 1);
});

test('a Dutch turn in an English talk is read as Dutch', () => {
  const acts = label(
    talk([
      ['Ines', 'We have been looking at this for a while and it is not good.'],
      ['Ana', 'Ik stuur je morgen het verslag van deze week op.'],
    ]),
  );
  assert.ok(acts[1]?.some(({ act }) => act === 'commitment'));
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'we',
        'need',
        'I',
        "I'll",
        'send',
        'you',
        '?',
        '.',
        'what',
        'is',
        'um',
        'if',
        'so',
        'ik',
        'stuur',
        'je',
        '\n',
        '…',
        'T_V_',
        'é',
        'İ',
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join(' ')),
);
const anyLine = fc.tuple(fc.constantFrom('Ana', 'Ines', 'Voice'), anyText) as fc.Arbitrary<Line>;

test('whatever is said: acts lie inside their turn, are known, and are sure between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const conversation = talk(lines, { unknown: ['Voice'] });
      const languages = languagesOf(conversation.turns.map(({ text }) => text));
      label(conversation).forEach((found, i) => {
        const text = conversation.turns[i]?.text ?? '';
        const ours = isUnderstood(languages[i] ?? 'other');
        if (ours && /[\p{L}\p{N}]/u.test(text) && !text.includes('>')) assert.ok(found.length > 0, JSON.stringify(text));
        for (const { act, p, from, to } of found) {
          assert.ok(ACTS.includes(act) && p > 0 && p <= 1);
          assert.ok(from >= 0 && from < to && to <= text.length);
        }
      });
    }),
    { numRuns: 300 },
  );
});

test('the same conversation is labelled the same twice', () => {
  const conversation = talk([
    ['Ines', 'What does it cost? We lost one in March.'],
    ['Ana', 'It sounds like July is on your mind. I will send you the list.'],
  ]);
  assert.deepEqual(label(conversation), label(conversation));
});
