import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FoundAct } from '#model/act.ts';
import type { Conversation } from '#model/conversation.ts';
import { type Line, talk } from '#test/talk.ts';
import { label } from '../label/label.ts';
import { isBackChannel } from './back-channel.ts';
import { measure } from './measure.ts';

const timed = (lines: Line[], told = {}) => talk(lines, { timed: true, ...told });
const figures = (conversation: Conversation) => measure(conversation, label(conversation));
const none = (conversation: Conversation): FoundAct[][] => conversation.turns.map(() => []);

const CALL: Line[] = [
  ['Ana', 'Before I show anything, what made you take this call?', 4],
  ['Ines', 'Two late deliveries on Monday and then again on Thursday.', 10, 0.5],
  ['Ana', 'Mm-hmm.', 1],
  ['Ines', 'And nobody told us, so I phoned the depot myself.', 20],
  ['Ana', 'What did that cost you?', 2, 3],
  ['Ines', 'A customer. We lost one in March.', 6, 1],
];

test('talk share is our time over the time of everybody, back-channels included', () => {
  const { listening, speakers } = figures(timed(CALL));
  assert.equal(listening.basis, 'time');
  assert.equal(listening.talkShare, 7 / 43);
  assert.deepEqual(
    speakers.map(({ name, side, turns, ms }) => [name, side, turns, ms]),
    [
      ['Ana', 'us', 3, 7000],
      ['Ines', 'them', 3, 36000],
    ],
  );
});

test('durations are those of the segments before they were joined, where the file gave them', () => {
  const call = timed(CALL);
  const first = call.turns[0];
  assert.ok(first);
  const joined = { ...call, turns: [{ ...first, spokenMs: 3000 }, ...call.turns.slice(1)] };
  assert.equal(figures(joined).speakers[0]?.ms, 6000);
});

test('without exact times the share is of words, and what needs times is left out', () => {
  const { listening, speakers, durationMs } = figures(talk(CALL));
  assert.equal(listening.basis, 'words');
  assert.equal(listening.talkShare, 16 / 43);
  assert.equal(durationMs, null);
  assert.deepEqual(
    [
      listening.longestMonologueMs,
      listening.longestStoryMs,
      listening.patienceMs,
      listening.switchesPerMinute,
      listening.paceWordsPerMinute,
    ],
    [null, null, null, null, null],
  );
  assert.equal(speakers[0]?.ms, null);
  assert.equal(speakers[0]?.words, 16);
});

test('unknown speakers stand in the denominator', () => {
  const lines: Line[] = [
    ['Ana', 'We begin with the plan for July.', 10],
    ['Somebody', 'I only came to listen to it today.', 30],
    ['Ines', 'Good, then tell me about July please.', 20],
  ];
  assert.equal(figures(timed(lines, { unknown: ['Somebody'] })).listening.talkShare, 10 / 60);
});

test('a back-channel breaks neither our stretch nor theirs', () => {
  const { listening } = figures(timed(CALL));
  assert.equal(listening.longestStoryMs, 31_000);
  assert.equal(listening.longestMonologueMs, 4000);
});

test('patience is the median of our waits after them, and talking over them is no wait', () => {
  const lines: Line[] = [
    ['Ines', 'The first of the trucks came late again.', 5],
    ['Ana', 'What happened then at the depot gate?', 2, 4],
    ['Ines', 'They sent it back without a word.', 5, 1],
    ['Ana', 'Who carried that with you on the day?', 2, 1],
    ['Ines', 'Nobody did, it was only me there.', 5, 1],
  ];
  assert.equal(figures(timed(lines)).listening.patienceMs, 2500);
  const over = timed([...lines, ['Ana', 'So nobody was there with you then.', 2, -3]]);
  assert.equal(figures(over).listening.patienceMs, 1000);
});

test('the switch from them to us over an unknown speaker is not our wait', () => {
  const lines: Line[] = [
    ['Ines', 'The first of the trucks came late again.', 5],
    ['Voice', 'This is the operator with an announcement.', 5],
    ['Ana', 'What happened then at the depot gate?', 2, 4],
  ];
  assert.equal(figures(timed(lines, { unknown: ['Voice'] })).listening.patienceMs, null);
});

test('switches are counted a minute between the first word and the last', () => {
  const lines: Line[] = [
    ['Ines', 'One story about the depot in spring.', 30],
    ['Ana', 'One question about what it did to you.', 30],
    ['Ines', 'One answer that took me a long while.', 60],
  ];
  assert.equal(figures(timed(lines)).listening.switchesPerMinute, 1);
});

test('start times alone give switches and the last start, and nothing that needs an end', () => {
  const exact = timed(CALL);
  const starts: Conversation = {
    ...exact,
    timeQuality: 'start-only',
    turns: exact.turns.map(({ endMs: _end, spokenMs: _spoken, ...turn }) => turn),
  };
  const { listening, durationMs } = figures(starts);
  assert.equal(durationMs, 41_500);
  assert.equal(listening.basis, 'words');
  assert.equal(listening.longestStoryMs, null);
  assert.equal(listening.patienceMs, null);
  assert.equal(listening.switchesPerMinute, 3 / (41.5 / 60));
});

test('guessed times give no figures at all', () => {
  const { listening, durationMs } = figures({ ...timed(CALL), timeQuality: 'interpolated' });
  assert.deepEqual([durationMs, listening.switchesPerMinute, listening.longestStoryMs, listening.basis], [null, null, null, 'words']);
});

test('nobody of us: what is about us is null, the figures of each speaker stay', () => {
  const { listening, speakers } = figures(timed(CALL, { us: [], unknown: ['Ana', 'Ines'] }));
  assert.equal(listening.talkShare, null);
  assert.equal(listening.questions.ours, null);
  assert.equal(listening.questions.theirs, null);
  assert.equal(listening.questions.unanswered, null);
  assert.equal(listening.reflections, null);
  assert.equal(listening.pitch, null);
  assert.equal(listening.paceWordsPerMinute, null);
  assert.deepEqual(listening.n, { turns: 6, ours: 0, theirs: 0 });
  assert.equal(speakers[1]?.ms, 36_000);
});

test('somebody of us who never spoke is not us talking for nothing', () => {
  const call = timed(CALL, { us: [] });
  const silent = { ...call, participants: [...call.participants, { name: 'Maya', side: 'us' as const }] };
  assert.equal(figures(silent).listening.talkShare, null);
});

test('pace is our words in a minute of our own talking', () => {
  assert.equal(figures(timed(CALL)).listening.paceWordsPerMinute, 16 / (7 / 60));
});

test('our questions are counted by kind, theirs in all', () => {
  const { questions } = figures(timed(CALL)).listening;
  assert.deepEqual(questions.ours, { n: 2, open: 2, closed: 0, situation: 0, problem: 1, implication: 1, needPayoff: 0 });
  assert.equal(questions.theirs, 0);
});

test('an act that is reported counts, however sure it is: who reports it stands by it', () => {
  const call = timed(CALL);
  const acts = none(call);
  assert.equal(measure(call, acts).listening.questions.ours?.n, 0);
  acts[0] = [{ act: 'question.open', p: 0.3, from: 0, to: 5 }];
  assert.equal(measure(call, acts).listening.questions.ours?.n, 1);
});

test('pitch is the part of our words about us, and where two kinds claim the same words they count once', () => {
  const call = timed([
    ['Ines', 'Tell me what happens in July then.', 3],
    ['Ana', 'Our platform sends alarms. Nobody has to look.', 6],
  ]);
  const acts = none(call);
  acts[1] = [
    { act: 'pitch.features', p: 0.9, from: 0, to: 26 },
    { act: 'pitch.expertise', p: 0.6, from: 0, to: 26 },
  ];
  const { pitch } = measure(call, acts).listening;
  assert.deepEqual(pitch, { share: 0.5, expertise: 0, features: 0.5, mission: 0, firstAtMs: 3000 });
});

test('what is a sign of listening and what is a turn', () => {
  for (const text of [
    'Mm-hmm.',
    'Right.',
    'Okay, got it.',
    'Yeah, yeah.',
    'I see.',
    'Ja, precies.',
    'Oké.',
    'Mm.',
    '…',
    'Really?',
    'Oh wow.',
  ])
    assert.ok(isBackChannel(text), text);
  for (const text of [
    'Why?',
    'Two trucks.',
    'No, on Thursday.',
    'What happened then?',
    'Right, but what did it cost you in the end?',
    'In maart.',
    'Okay so when?',
  ])
    assert.ok(!isBackChannel(text), text);
});

const words = fc.constantFrom(
  'The trucks came late again today.',
  'What did that cost you in March?',
  'We lost one customer over it.',
  'Nobody told us about the gate.',
);
const speaker = fc.constantFrom('Ana', 'Ines', 'Daniel');
const line = fc.tuple(speaker, words, fc.integer({ min: 1, max: 90 }), fc.integer({ min: -1, max: 5 })) as fc.Arbitrary<Line>;
const lines = fc.array(line, { minLength: 1, maxLength: 25 });

test('shares lie between 0 and 1, the speakers add up, and ours and theirs are the whole', () => {
  fc.assert(
    fc.property(lines, (said) => {
      const ours = figures(timed(said));
      const theirs = figures(timed(said, { us: ['Ines', 'Daniel'] }));
      const sum = ours.speakers.reduce((total, { ms }) => total + (ms ?? 0), 0);
      assert.equal(
        sum,
        said.reduce((total, [, , seconds]) => total + (seconds ?? 0) * 1000, 0),
      );
      const share = ours.listening.talkShare ?? 0;
      assert.ok(share >= 0 && share <= 1);
      assert.ok(Math.abs(share + (theirs.listening.talkShare ?? 0) - 1) < 1e-9);
      const pitch = ours.listening.pitch?.share ?? 0;
      assert.ok(pitch >= 0 && pitch <= 1);
    }),
    { numRuns: 200 },
  );
});

test('putting "mm-hmm" anywhere changes neither stretches, nor patience, nor switches', () => {
  fc.assert(
    fc.property(lines, fc.nat(), speaker, (said, place, who) => {
      const call = timed(said);
      const at = place % call.turns.length;
      const startMs = call.turns[at]?.startMs ?? 0;
      const nod = { speaker: who, text: 'Mm-hmm.', line: 99, startMs: startMs + 100, endMs: startMs + 400, spokenMs: 300 };
      const nodded = { ...call, turns: [...call.turns.slice(0, at + 1), nod, ...call.turns.slice(at + 1)] };
      const pick = ({ listening: l }: ReturnType<typeof measure>) => [
        l.longestMonologueMs,
        l.longestStoryMs,
        l.patienceMs,
        l.switchesPerMinute,
      ];
      const known = new Set(said.map(([name]) => name));
      if (known.has(who)) assert.deepEqual(pick(measure(nodded, none(nodded))), pick(measure(call, none(call))));
    }),
    { numRuns: 200 },
  );
});
