import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Act, FoundAct } from '#model/act.ts';
import type { Conversation, Side, TimeQuality, Turn } from '#model/conversation.ts';
import { isBackChannel } from './back-channel.ts';
import { measure } from './measure.ts';
import { runsOf } from './runs.ts';
import { factsOf } from './turn-facts.ts';
import { unansweredQuestions } from './unanswered.ts';

/** The figures counted once more in the plainest way, and held against those of the engine on any conversation. */
const NAMES = ['Ana', 'Ben', 'Ines', 'Daniel'];
const SAID = [
  'Mm-hmm.',
  'Right, yeah.',
  'Does it work without a signal?',
  'How much is it, and how long does it take?',
  'It keeps twelve hours in its own memory. Forty euros a month.',
  'Our platform shows each lorry on one map.',
  'Nee, dat weet ik niet.',
  'We lost one in March, and I think that we will lose another before the summer if it goes on like this.',
  'Anyway, let me first show you this page.',
  '',
  '…',
];
const ACTS: Act[] = [
  'question.open',
  'question.closed',
  'reflection.simple',
  'reflection.complex',
  'pitch.features',
  'pitch.mission',
  'pitch.expertise',
  'other',
];

const found = fc.record({
  act: fc.constantFrom(...ACTS),
  p: fc.constantFrom(0.2, 0.49, 0.5, 0.9),
  from: fc.nat(30),
  length: fc.nat(80),
  spin: fc.option(fc.constantFrom('situation' as const, 'problem' as const, 'implication' as const, 'need-payoff' as const), {
    nil: undefined,
  }),
});
const turn = fc.record({
  speaker: fc.constantFrom(...NAMES, 'Somebody'),
  text: fc.constantFrom(...SAID),
  quiet: fc.integer({ min: -1500, max: 3000 }),
  length: fc.nat(9000),
  acts: fc.array(found, { maxLength: 3 }),
});

interface Case {
  conversation: Conversation;
  acts: FoundAct[][];
}

const anyCase = fc
  .record({
    sides: fc.tuple(...NAMES.map(() => fc.constantFrom<Side>('us', 'them', 'unknown'))),
    timeQuality: fc.constantFrom<TimeQuality>('exact', 'start-only', 'interpolated', 'none'),
    all: fc.array(turn, { maxLength: 25 }),
  })
  .map(({ sides, timeQuality, all }): Case => {
    let at = 2000;
    const turns = all.map(({ speaker, text, quiet, length }, i): Turn => {
      const startMs = Math.max(0, at + quiet);
      at = startMs + length;
      if (timeQuality === 'none') return { speaker, text, line: i + 1 };
      if (timeQuality === 'start-only') return { speaker, text, line: i + 1, startMs };
      return { speaker, text, line: i + 1, startMs, endMs: at, ...(timeQuality === 'exact' && { spokenMs: length }) };
    });
    const participants = NAMES.map((name, i) => ({ name, side: sides[i] ?? 'unknown' }));
    const conversation = {
      source: 'plain',
      sourceId: null,
      kind: 'call',
      startedAt: null,
      title: 'A talk',
      participants,
      turns,
      timeQuality,
    };
    const acts = all.map((one) =>
      one.acts.map(({ act, p, from, length, spin }) => ({
        act,
        p,
        from: Math.min(from, one.text.length),
        to: Math.min(from + length, one.text.length),
        ...(spin && { spin }),
      })),
    );
    return { conversation: conversation as Conversation, acts };
  });

const onAny = (check: (one: Case) => void) => fc.assert(fc.property(anyCase, check), { numRuns: 400 });
const sideOf = ({ participants }: Conversation, name: string) => participants.find((one) => one.name === name)?.side ?? 'unknown';
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0);

test('turns, words and time of each speaker are those of their turns', () => {
  onAny(({ conversation, acts }) => {
    for (const { name, side, turns, words, ms } of measure(conversation, acts).speakers) {
      const theirs = conversation.turns.filter(({ speaker }) => speaker === name);
      assert.equal(side, sideOf(conversation, name));
      assert.equal(turns, theirs.length);
      assert.equal(words, sum(theirs.map(({ text }) => wordsIn(text))));
      assert.equal(ms, conversation.timeQuality === 'exact' ? sum(theirs.map(({ spokenMs = 0 }) => spokenMs)) : null);
    }
  });
});

test('talk share is ours over everybody’s, in time or in words', () => {
  onAny(({ conversation, acts }) => {
    const { listening } = measure(conversation, acts);
    const exact = conversation.timeQuality === 'exact';
    const amount = ({ text, spokenMs = 0 }: Turn) => (exact ? spokenMs : wordsIn(text));
    const ours = conversation.turns.filter(({ speaker }) => sideOf(conversation, speaker) === 'us');
    const all = sum(conversation.turns.map(amount));
    assert.equal(listening.talkShare, ours.length === 0 || all === 0 ? null : sum(ours.map(amount)) / all);
    assert.equal(listening.basis, exact ? 'time' : 'words');
  });
});

const ofKinds = (acts: FoundAct[], ...kinds: Act[]) => acts.filter(({ act }) => kinds.includes(act));

test('questions and reflections are counted, ours and theirs apart', () => {
  onAny(({ conversation, acts }) => {
    const { listening } = measure(conversation, acts);
    const of = (side: Side) => acts.filter((_, i) => sideOf(conversation, conversation.turns[i]?.speaker ?? '') === side).flat();
    const speaks = (side: Side) => conversation.turns.some(({ speaker }) => sideOf(conversation, speaker) === side);
    const asked = ofKinds(of('us'), 'question.open', 'question.closed');
    const spin = (kind: FoundAct['spin']) => asked.filter((act) => act.spin === kind).length;
    const ours = {
      n: asked.length,
      open: ofKinds(asked, 'question.open').length,
      closed: ofKinds(asked, 'question.closed').length,
      situation: spin('situation'),
      problem: spin('problem'),
      implication: spin('implication'),
      needPayoff: spin('need-payoff'),
    };
    assert.deepEqual(listening.questions.ours, speaks('us') ? ours : null);
    assert.equal(listening.questions.theirs, speaks('them') ? ofKinds(of('them'), 'question.open', 'question.closed').length : null);
    const reflections = { simple: ofKinds(of('us'), 'reflection.simple').length, complex: ofKinds(of('us'), 'reflection.complex').length };
    assert.deepEqual(listening.reflections, speaks('us') ? reflections : null);
  });
});

test('no share is below nothing or above all, and no kind of pitch is more than the pitch', () => {
  onAny(({ conversation, acts }) => {
    const { talkShare, pitch } = measure(conversation, acts).listening;
    for (const share of [talkShare, pitch?.share, pitch?.expertise, pitch?.features, pitch?.mission])
      assert.ok(share === null || share === undefined || (share >= 0 && share <= 1), String(share));
    if (pitch) assert.ok(pitch.share + 1e-9 >= Math.max(pitch.expertise, pitch.features, pitch.mission));
  });
});

test('words that two kinds of pitch claim are counted once', () => {
  const text = 'Our platform shows each lorry on one map.';
  const turns = [
    { speaker: 'Ana', text, line: 1 },
    { speaker: 'Ana', text: 'And so on it goes.', line: 2 },
  ];
  const conversation = { ...EMPTY, participants: [{ name: 'Ana', side: 'us' as const }], turns };
  const acts: FoundAct[][] = [
    [
      { act: 'pitch.features', p: 0.9, from: 0, to: text.length },
      { act: 'pitch.mission', p: 0.6, from: 4, to: text.length },
    ],
    [],
  ];
  const { pitch } = measure(conversation, acts).listening;
  assert.deepEqual(pitch, { share: 8 / 13, expertise: 0, features: 8 / 13, mission: 0, firstAtMs: null });
});

const EMPTY: Conversation = {
  source: 'plain',
  sourceId: null,
  kind: 'call',
  startedAt: null,
  title: 'A talk',
  participants: [],
  turns: [],
  timeQuality: 'none',
};

test('a conversation in which nothing is said has no figures and no fault', () => {
  const { listening, speakers, durationMs } = measure(EMPTY, []);
  assert.equal(listening.talkShare, null);
  assert.deepEqual(listening.n, { turns: 0, ours: 0, theirs: 0 });
  assert.deepEqual([speakers, durationMs], [[], null]);
});

test('every run is of one speaker, in the order of time, without signs of listening', () => {
  onAny(({ conversation }) => {
    const runs = runsOf(conversation);
    for (const [r, run] of runs.entries()) {
      assert.notEqual(run.speaker, runs[r - 1]?.speaker);
      for (const i of run.turns) {
        assert.equal(conversation.turns[i]?.speaker, run.speaker);
        assert.ok(!isBackChannel(conversation.turns[i]?.text ?? ''));
      }
      if (run.startMs !== null) assert.ok(run.startMs >= (runs[r - 1]?.startMs ?? 0));
    }
    const spoken = conversation.turns.filter(({ text }) => !isBackChannel(text)).length;
    assert.equal(sum(runs.map(({ turns }) => turns.length)), spoken);
  });
});

test('an open question is a question of theirs, each once, and one of the questions counted', () => {
  onAny(({ conversation, acts }) => {
    const open = unansweredQuestions(conversation, acts);
    for (const { turn: at, from, to } of open) {
      assert.equal(sideOf(conversation, conversation.turns[at]?.speaker ?? ''), 'them');
      assert.ok(ofKinds(acts[at] ?? [], 'question.open', 'question.closed').some((act) => act.from === from && act.to === to));
    }
    assert.equal(new Set(open.map(({ turn: at, from }) => `${at} ${from}`)).size, open.length);
    const { questions } = measure(conversation, acts).listening;
    if (questions.unanswered !== null) {
      assert.equal(questions.unanswered, open.length);
      assert.ok(questions.unanswered <= (questions.theirs ?? 0));
    }
  });
});

test('looked at once for all or again for each, the turns say the same', () => {
  onAny(({ conversation, acts }) => {
    const facts = factsOf(conversation);
    for (const list of [facts.sides, facts.words, facts.nods]) assert.equal(list.length, conversation.turns.length);
    assert.deepEqual(
      facts.nods,
      conversation.turns.map(({ text }) => isBackChannel(text)),
    );
    assert.deepEqual(runsOf(conversation, facts), runsOf(conversation));
    assert.deepEqual(unansweredQuestions(conversation, acts, facts, runsOf(conversation, facts)), unansweredQuestions(conversation, acts));
  });
});

test('measuring changes nothing of what it is given, and the same gives the same', () => {
  onAny(({ conversation, acts }) => {
    const before = structuredClone({ conversation, acts });
    const first = measure(conversation, acts);
    assert.deepEqual({ conversation, acts }, before);
    assert.deepEqual(measure(conversation, acts), first);
  });
});

const NODS: [text: string, nod: boolean][] = [
  ['Mm-hmm.', true],
  ['Right.', true],
  ['Yeah, got it, thanks.', true],
  ['Ja, precies.', true],
  ['…', true],
  ['Okay?', true],
  ['Right, and the depot?', false],
  ['Okay so why?', false],
  ['The depot.', false],
  ['Yes yes yes yes yes yes.', false],
  ['MM-HMM, OKAY', true],
  ['Oké dan', false],
];

test('a nod is short and says nothing but "go on"; a question of three words is a turn', () => {
  for (const [text, nod] of NODS) assert.equal(isBackChannel(text), nod, text);
});
