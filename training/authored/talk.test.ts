import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ACTS } from '#model/act.ts';
import { FINDING_KINDS } from '#model/finding.ts';
import { sentenceOf, talkOf } from './talk.ts';

const HEAD = `# id: lifts-03
# trade: lift maintenance
# kind: call
# date: 2026-03-05T09:30:00+01:00
# us: Ana Ruiz
# them: Tom Baker, Lena Voss
# offering: Harbourline
# claim c1: Works without a signal and sends everything later.
`;
const TALK = `${HEAD}
Ana: What made you take this call? | question.open/problem
Tom: Honestly, the lift stood still twice in May. | need | need:0 "the lift stood still twice in May"
+ I carried my mother up; myself. | implication self-disclosure | need:3 "I carried my mother up; myself."; feeling word=tired tone=bad cause="the stairs; all of them"
Lena Voss: Your app needs a signal. | information | belief.false claim=c1
Ana: I'll send you the roster by Friday. | commitment | commitment whom=Tom due=2026-03-06 what="send the roster"
`;

test('a talk is read with its head, its turns and its sentences', () => {
  const talk = talkOf(TALK, 'lifts-03.talk');
  assert.deepEqual(
    [talk.id, talk.trade, talk.kind, talk.date, talk.us, talk.them, talk.offering],
    ['lifts-03', 'lift maintenance', 'call', '2026-03-05T09:30:00+01:00', ['Ana Ruiz'], ['Tom Baker', 'Lena Voss'], 'Harbourline'],
  );
  assert.deepEqual(talk.claims, [{ id: 'c1', statement: 'Works without a signal and sends everything later.' }]);
  assert.deepEqual(
    talk.turns.map(({ speaker, side, sentences }) => [speaker, side, sentences.length]),
    [
      ['Ana Ruiz', 'us', 1],
      ['Tom Baker', 'them', 2],
      ['Lena Voss', 'them', 1],
      ['Ana Ruiz', 'us', 1],
    ],
  );
});

test('a sentence has its acts, the kind of its question, and findings with quote, depth and fields', () => {
  const { turns } = talkOf(TALK, 'x');
  assert.deepEqual([turns[0]?.sentences[0]?.acts, turns[0]?.sentences[0]?.spin], [['question.open'], 'problem']);
  const [need, feeling] = turns[1]?.sentences[1]?.findings ?? [];
  assert.deepEqual([need?.kind, need?.depth, need?.quote], ['need', 3, 'I carried my mother up; myself.']);
  assert.deepEqual(feeling?.fields, { word: 'tired', tone: 'bad', cause: 'the stairs; all of them' });
  const [first] = turns[1]?.sentences[0]?.findings ?? [];
  assert.deepEqual([first?.from, first?.to], [10, 43]);
  assert.deepEqual(turns[3]?.sentences[0]?.findings[0]?.fields, { whom: 'Tom', due: '2026-03-06', what: 'send the roster' });
});

const WRONG: [what: string, text: string, message: RegExp][] = [
  ['a head line without a name', `# lifts\n${TALK}`, /^Error: x:1: a head line is/],
  ['a line of nobody', `${TALK}just words here`, /x:15: neither "Name: sentence"/],
  ['a talk that begins in the middle of a turn', `${HEAD}+ So. | other`, /x:9: a talk does not begin with "\+"/],
  ['a stranger', `${HEAD}Bob: Hello. | smalltalk`, /x:9: "Bob" stands in neither us nor them/],
  ['no act', `${HEAD}Ana: Hello.`, /x:9: one to three acts/],
  ['too many acts', `${HEAD}Tom: Hello. | need feeling thanks other`, /one to three acts/],
  ['an act that is none', `${HEAD}Ana: Hello. | greeting`, /"greeting" is no act/],
  ['a kind of question that is none', `${HEAD}Ana: Why? | question.open/why`, /"question.open\/why" is no kind of question/],
  ['a kind of what is no question', `${HEAD}Ana: So. | other/problem`, /"other\/problem" is no kind of question/],
  ['a finding that is none', `${HEAD}Tom: So. | other | wish`, /"wish" is no finding/],
  ['a need without its depth', `${HEAD}Tom: So. | need | need`, /a need, and only a need, has a depth/],
  ['a depth that is none', `${HEAD}Tom: So. | need | need:7`, /has a depth of 0 to 4/],
  ['the depth of what is no need', `${HEAD}Tom: So. | other | feedback:2`, /only a need, has a depth/],
  ['a quote that nobody said', `${HEAD}Tom: So. | need | need:1 "such"`, /the quote "such" does not stand in the sentence/],
  ['a claim that is none', `${HEAD}Tom: So. | other | belief.gap claim=c9`, /there is no claim c9/],
  ['a day that is none', `${HEAD}Tom: So. | other | commitment due=soon`, /due "soon" is no date/],
  ['a field without a name', `${HEAD}Tom: So. | other | feedback well`, /"well" is neither a quote nor a field/],
  ['a third column', `${HEAD}Tom: So. | other | feedback | more`, /more than two "\|"/],
  ['no sentence', `${HEAD}Tom:  | other`, /x:9:/],
  ['no id', TALK.replace('# id: lifts-03\n', ''), /x:1: "# id:" is missing/],
  ['a kind of talk that is none', TALK.replace('kind: call', 'kind: lunch'), /kind "lunch" is none/],
  ['a date that is none', TALK.replace('2026-03-05T09:30:00+01:00', 'Thursday'), /the date is none/],
];
for (const [what, text, message] of WRONG)
  test(`refused, with file and line: ${what}`, () => assert.throws(() => talkOf(text, 'x'), message));

test('lines may end as on any machine, and empty ones do not count', () => {
  assert.deepEqual(talkOf(TALK.replaceAll('\n', '\r\n'), 'x'), talkOf(TALK, 'x'));
  assert.deepEqual(talkOf(TALK.replaceAll('\nTom', '\n\n\nTom'), 'x'), talkOf(TALK, 'x'));
});

const said = fc.stringMatching(/^[a-z' ,.?!é]{1,60}$/).filter((text) => text.trim() !== '');
const line = fc.record({
  said,
  acts: fc.uniqueArray(fc.constantFrom(...ACTS), { minLength: 1, maxLength: 3 }),
  found: fc.array(fc.constantFrom(...FINDING_KINDS.filter((kind) => kind !== 'need')), { maxLength: 3 }),
});

test('whatever is written by the rules is read as it was meant', () => {
  const fail = (what: string) => new Error(what);
  fc.assert(
    fc.property(line, ({ said, acts, found }) => {
      const sentence = sentenceOf(`${said} | ${acts.join(' ')} | ${found.join('; ')}`, fail, []);
      assert.deepEqual([sentence.text, sentence.acts, sentence.findings.map(({ kind }) => kind)], [said.trim(), acts, found]);
      for (const { quote, from, to } of sentence.findings) assert.equal(said.trim().slice(from, to), quote);
    }),
  );
});

test('whatever is written: it is read, or refused with the file and the line, never anything else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('Tom: So. | need | need:1', '+ So. | other', '# us: X')), {
        maxLength: 8,
      }),
      (lines) => {
        try {
          talkOf(`${HEAD}${lines.join('\n')}`, 'x');
        } catch (error) {
          assert.match((error as Error).message, /^x:\d+: /);
        }
      },
    ),
    { numRuns: 300 },
  );
});
