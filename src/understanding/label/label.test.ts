import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ACTS, type Act, type FoundAct } from '#model/act.ts';
import { isUnderstood } from '#model/language.ts';
import { atLeast, atMost } from '#test/shares.ts';
import { AMID, amid, type Line, talk } from '#test/talk.ts';
import { languagesOf } from '../language/recognise.ts';
import { label } from './label.ts';

function said(speaker: string, text: string, before?: string): FoundAct[] {
  return label(amid(speaker, text, before))[AMID] as FoundAct[];
}

function has(speaker: string, text: string, act: Act, before?: string): boolean {
  return said(speaker, text, before).some((one) => one.act === act);
}

/** What is said before each kind of a sentence, so that it stands where people say such things. */
const BEFORE: Partial<Record<Act, string>> = {
  implication: 'And what does that do to the rest of your week?',
  feeling: 'How is that for you?',
  commitment: 'Good, so those are the things that are left to do.',
  request: 'Then I think we have been through it all.',
  advice: 'I am not sure where we should begin.',
  'self-disclosure': 'I come from a small place myself, down by the river.',
};

/** English, by the heads: the share of a list that is heard, a few points below what the model reaches. */
const THEIRS: [act: Act, least: number, texts: string[]][] = [
  [
    'need',
    0.8,
    [
      'We need a single list of what is on the road.',
      "What I don't have is someone who picks up the phone at five in the morning.",
      'It takes us two hours every Monday to type them over.',
      'The problem is that nobody acts on the alarms.',
      'We lose everything in the tunnel.',
      'I wish somebody told us.',
      'Our planning is a nightmare.',
      "We're struggling with the new depot.",
      'We lost a customer last year and nobody told us why.',
      'The boiler gives out every time it freezes.',
      'Half of the invoices go to the wrong address.',
      'I never know which of the three sheets is the right one.',
      'We are short of hands on Saturdays.',
      'There is nobody who can read those letters for her.',
      'My back hurts by the end of every shift.',
      'The children have nowhere to go between three and six.',
      'We run out of gloves twice a month.',
      'It has to work without a signal, or it is no use to us.',
      'Everything is on paper, and the paper gets wet.',
      'I want somebody who answers at night.',
    ],
  ],
  [
    'implication',
    0.25,
    [
      'We lost a customer in March because of it.',
      'That means we drive twice.',
      'It costs us two days a month.',
      'So then I have to stay until eight and my own kids wait.',
      'And if it fails in July it is my name on the letter.',
      'Last winter we paid eleven thousand in fines for it.',
      'The nurses leave, and the ones who stay do double shifts.',
      'By the time we notice, the whole batch goes in the bin.',
      'We had to throw away two hundred meals.',
      'Every month it stays like this we lose about nine members.',
    ],
  ],
  [
    'feeling',
    0.5,
    [
      'I am worried about July.',
      "I'm so tired of it all.",
      'It keeps me up at night.',
      'I hate that letter.',
      'We were disappointed, to be fair.',
      'That makes me nervous.',
      "I'm afraid that it will happen again.",
      'I am quite proud of what they did there.',
      'Honestly I felt ashamed.',
      'I was relieved when she rang.',
      "It's lonely, doing this by yourself.",
      'I lie awake over it.',
    ],
  ],
  [
    'commitment',
    0.85,
    [
      "I'll send you the numbers by Friday.",
      'I will talk it over with Beatriz.',
      'We are going to send the list tomorrow.',
      'Let me get back to you on that.',
      'I promise to call the schools.',
      "I'll really just ask my boss on Monday.",
      'You will have the drawings on Wednesday.',
      "I'll find out who signs for it and tell you.",
      'We will have a man at your gate at seven.',
      "Leave it with me, I'll ring the garage tonight.",
    ],
  ],
  [
    'request',
    0.85,
    [
      'Could you send me the report?',
      'Please share the numbers with Beatriz.',
      "I'd like you to call the school.",
      'Can we get a copy of the contract?',
      'Let me know when you are there.',
      'Would you put that in writing for my manager?',
      'Send me the price list before the weekend, please.',
      'Can you ask your engineer to look at the pump?',
      'I need you to confirm the date by mail.',
      'Please do not call before nine.',
    ],
  ],
  [
    'thanks',
    0.75,
    ['Thank you for that.', 'Thanks a lot!', 'I appreciate it.', 'Thanks for coming all this way.', 'Thank you, that helps me a lot.'],
  ],
  [
    'affirmation',
    0.6,
    ['That makes sense.', 'Good point.', "You're right.", 'That was brave of you.', 'You did that really well.', 'Well done, honestly.'],
  ],
  ['smalltalk', 0.75, ['Good morning!', 'How was your weekend?', 'Nice to meet you.', 'Have a nice day.', 'Lovely weather today.']],
  [
    'advice',
    0.45,
    [
      'You should call them first.',
      'I would suggest a smaller pilot.',
      'Why do not we start with two schools?',
      'If I were you I would wait until spring.',
      'Maybe try it with one van first.',
      'You could ask the neighbours what they pay.',
    ],
  ],
  [
    'self-disclosure',
    0.45,
    [
      'My daughter goes to that school.',
      'I grew up by the harbour.',
      'When I was a driver we used paper.',
      'I have two boys and a dog at home.',
      'My father had the same shop before me.',
      'I am not much of a reader myself.',
    ],
  ],
  [
    'information',
    0.75,
    [
      'The depot opens at four and closes at nine.',
      'There are forty schools along the coast.',
      'We bought the building in 2012.',
      'The contract runs until the end of March.',
      'She works on the third floor.',
    ],
  ],
  ['other', 0.3, ['Mm-hmm.', 'The second one.', 'Yes.', 'Let me see.', 'Okay, right.', 'No, go on.']],
];
for (const [act, least, texts] of THEIRS)
  test(`their ${act} is heard, ${Math.round(100 * least)} in a hundred at least`, () =>
    atLeast(least, texts, (text) => has('Ines', text, act, BEFORE[act]), act));

test('an effect of a need is heard as a need or as an effect, nearly always', () =>
  atLeast(
    0.8,
    THEIRS.flatMap(([act, , texts]) => (act === 'implication' ? texts : [])),
    (text) => has('Ines', text, 'need', BEFORE.implication) || has('Ines', text, 'implication', BEFORE.implication),
    'need or effect',
  ));

test('of all kinds together, three of four are heard', () =>
  atLeast(
    0.77,
    THEIRS.flatMap(([act, , texts]) => texts.map((text) => ({ act, text }))),
    ({ act, text }) => has('Ines', text, act, BEFORE[act]),
    'all',
  ));

test('little of what sounds like a promise and is none is taken for one', () => {
  atMost(
    0.3,
    [
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
      'You said you would send it on Friday.',
      'We send one every month anyway.',
      'She promised me a list and I never got it.',
      'I could have sent it then.',
      "I'll say it is a lot of money.",
      'It will rain tomorrow.',
    ],
    (text) => has('Ines', text, 'commitment', BEFORE.commitment),
    'no promise',
  );
});

test('little of what sounds like a need and is none is taken for one', () => {
  atMost(
    0.2,
    [
      'No problem.',
      "We don't need that.",
      'We need to talk about July.',
      'I want to say something.',
      'It is hard to say.',
      'We need to wrap up in a minute.',
      'I want to thank you for coming.',
      'There is nothing wrong with it.',
      'We are not short of anything there.',
      'I need a minute to find my glasses.',
      'What do you need from me?',
      'I would like to start with the drawings.',
    ],
    (text) => has('Ines', text, 'need', 'Good, so that is the first half of it.'),
    'no need',
  );
});

test('not most of what sounds like a feeling and is none is taken for one', () => {
  atMost(
    0.55,
    [
      "I'm happy to send it over.",
      "I'm afraid I have to go.",
      'I feel that we are done here.',
      'I would love to.',
      'He was angry with the driver.',
      'I am sorry, I did not hear you.',
      'Are you nervous about that?',
      'Glad you asked.',
    ],
    (text) => has('Ines', text, 'feeling', 'Good, so that is the first half of it.'),
    'no feeling',
  );
});

test('a condition before a promise, and what only sounds like one, is never a commitment', () => {
  for (const text of ["I'll be honest with you.", "If you like, I'll send you the list.", "Unless you mind I'll send it to her."])
    assert.ok(!has('Ana', text, 'commitment'), text);
  assert.ok(!label(talk([['Ines', 'Als jij het stuurt, bel ik de school.']]))[0]?.some(({ act }) => act === 'commitment'));
  assert.ok(!label(talk([['Ines', 'Geen probleem hoor.']]))[0]?.some(({ act }) => act === 'need'));
});

test('a promise is surer than a perhaps', () => {
  const sure = (text: string) => said('Ines', text).find(({ act }) => act === 'commitment')?.p ?? 0;
  assert.ok(sure('I will send you the report tomorrow.') > sure('Perhaps somebody could send a report one day.'));
});

test('each sentence of a turn has its own acts, with the characters it covers', () => {
  const text = 'Hello Ana. I am so worried about July! I will send you the letter by Friday.';
  const found = said('Ines', text);
  const at = (act: Act) => found.filter((one) => one.act === act).map(({ from, to }) => text.slice(from, to));
  assert.deepEqual(at('smalltalk'), ['Hello Ana.']);
  assert.deepEqual(at('feeling'), ['I am so worried about July!']);
  assert.deepEqual(at('commitment'), ['I will send you the letter by Friday.']);
});

test('curly apostrophes, stammers and fillers hide nothing', () => {
  assert.ok(has('Ines', 'Um I’ll I’ll uh send you the the report by Friday.', 'commitment'));
  assert.ok(has('Ines', 'we we really uh need a um single list', 'need'));
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

const words = "we|need|I|I'll|send|you|?|.|what|is|um|if|so|ik|stuur|je|\n|…|T_V_|é|İ".split('|');
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((some) => some.join(' ')),
);
const anyLine = fc.tuple(fc.constantFrom('Ana', 'Ines', 'Voice'), anyText) as fc.Arbitrary<Line>;
const NEVER_OURS: Act[] = ['need', 'implication', 'feeling'];

test('whatever is said: acts lie inside their turn, are known, sure between 0 and 1, and of the side that can do them', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const conversation = talk(lines, { unknown: ['Voice'] });
      const languages = languagesOf(conversation.turns.map(({ text }) => text));
      label(conversation).forEach((found, i) => {
        const { text = '', speaker } = conversation.turns[i] ?? {};
        const ours = isUnderstood(languages[i] ?? 'other');
        if (ours && /[\p{L}\p{N}]/u.test(text) && !text.includes('>')) assert.ok(found.length > 0, JSON.stringify(text));
        for (const { act, p, from, to } of found) {
          assert.ok(ACTS.includes(act) && p >= 0 && p <= 1);
          assert.ok(from >= 0 && from < to && to <= text.length);
          if (speaker === 'Ana') assert.ok(!NEVER_OURS.includes(act), `${act} of ours: ${text}`);
          if (speaker === 'Ines') assert.ok(!act.startsWith('pitch.'), `${act} of theirs: ${text}`);
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
