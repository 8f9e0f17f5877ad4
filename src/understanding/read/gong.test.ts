import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, garble, headOfText, readWith } from '#test/reading.ts';
import { gong } from './gong.ts';

const ANA = '6432345678555530067';
const TOM = '9872345678555530011';

const transcripts = (unit = 1, callId = '7782342274025937895') => ({
  requestId: 'r1',
  callTranscripts: [
    {
      callId,
      transcript: [
        { speakerId: ANA, topic: 'Pains', sentences: [{ start: 4311 * unit, end: 8902 * unit, text: 'What does it cost you?' }] },
        {
          speakerId: TOM,
          topic: 'Pains',
          sentences: [
            { start: 9420 * unit, end: 12000 * unit, text: 'A customer.' },
            { start: 12100 * unit, end: 16077 * unit, text: 'We lost one in March.' },
          ],
        },
        {
          speakerId: ANA,
          topic: null,
          sentences: [{ start: 1_640_000 * unit, end: 1_655_000 * unit, text: 'Then I will call you on Monday.' }],
        },
      ],
    },
  ],
});

const details = {
  calls: [
    {
      metaData: {
        id: '7782342274025937895',
        title: 'Discovery call',
        started: '2026-03-05T09:30:00Z',
        duration: 1662,
        direction: 'Conference',
      },
      parties: [
        { id: 'p1', emailAddress: 'Ana@example.com', name: 'Ana Ruiz', affiliation: 'Internal', speakerId: ANA },
        { id: 'p2', emailAddress: 'tom@harbour.example', name: 'Tom Baker', affiliation: 'External', speakerId: TOM },
        { id: 'p3', emailAddress: null, name: 'Never spoke', affiliation: 'Unknown', speakerId: null },
      ],
    },
  ],
};

const only = async (content: string) => {
  const all = await readWith(gong, content, { name: 'gong call.json' });
  assert.equal(all.length, 1);
  return all[0] as (typeof all)[number];
};

test('transcript and details are one call, concatenated in either order, in a list or in one object', async () => {
  const [said, known] = [JSON.stringify(transcripts(), null, 2), JSON.stringify(details)];
  const first = await only(`${said}\n${known}`);
  assert.deepEqual(await only(`${known}${said}`), first);
  assert.deepEqual(await only(`[${said},${known}]`), first);
  assert.deepEqual(await only(JSON.stringify({ ...transcripts(), ...details })), first);
  assert.deepEqual(first.losses, []);
  const { turns, ...call } = first.conversation;
  assert.deepEqual(call, {
    source: 'gong',
    sourceId: '7782342274025937895',
    kind: 'call',
    startedAt: '2026-03-05T09:30:00Z',
    title: 'Discovery call',
    participants: [
      { name: 'Ana Ruiz', email: 'ana@example.com', side: 'us' },
      { name: 'Tom Baker', email: 'tom@harbour.example', side: 'them' },
    ],
    timeQuality: 'exact',
  });
  assert.deepEqual(turns.slice(0, 2), [
    { speaker: 'Ana Ruiz', text: 'What does it cost you?', line: 1, startMs: 4311, endMs: 8902, spokenMs: 4591 },
    { speaker: 'Tom Baker', text: 'A customer. We lost one in March.', line: 2, startMs: 9420, endMs: 16077, spokenMs: 6557 },
  ]);
});

test('the duration of the call tells seconds from milliseconds', async () => {
  const seconds = await only(JSON.stringify({ ...transcripts(0.001), ...details }));
  assert.deepEqual([seconds.conversation.turns[0]?.startMs, seconds.conversation.turns.at(-1)?.endMs], [4311, 1_655_000]);
});

test('the duration decides also where the numbers alone would mislead', async () => {
  const said = transcripts();
  const last = said.callTranscripts[0]?.transcript[2]?.sentences[0];
  if (last) last.end += 0.5;
  assert.equal((await only(JSON.stringify({ ...said, ...details }))).conversation.turns[0]?.startMs, 4311);
});

test('talk that stops long before the call does is still in milliseconds', async () => {
  const said = transcripts();
  said.callTranscripts[0]?.transcript.pop();
  const { conversation } = await only(JSON.stringify({ ...said, ...details }));
  assert.equal(conversation.turns.at(-1)?.endMs, 16_077);
});

test('without details it is speakers by number, and the unit shows by the times themselves', async () => {
  const { conversation } = await only(JSON.stringify(transcripts()));
  assert.deepEqual(conversation.participants, [
    { name: 'Speaker 1', side: 'unknown' },
    { name: 'Speaker 2', side: 'unknown' },
  ]);
  assert.equal(conversation.title, 'gong call');
  assert.equal(conversation.startedAt, null);
  assert.equal(conversation.turns[0]?.endMs, 8902);
  assert.equal((await only(JSON.stringify(transcripts(0.001)))).conversation.turns[0]?.endMs, 8902);
});

test('two parties of one name are told apart', async () => {
  const [first, second] = details.calls[0]?.parties ?? [];
  const call = { ...details.calls[0], parties: [first, { ...second, name: 'Ana Ruiz' }] };
  const { conversation } = await only(JSON.stringify({ ...transcripts(), calls: [call] }));
  assert.deepEqual(
    conversation.participants.map(({ name }) => name),
    ['Ana Ruiz', 'Ana Ruiz (tom@harbour.example)'],
  );
});

test('several calls are several conversations, each with its own details', async () => {
  const both = { callTranscripts: [...transcripts().callTranscripts, ...transcripts(1, '2').callTranscripts] };
  const all = await readWith(gong, `${JSON.stringify(both)}${JSON.stringify(details)}`);
  assert.deepEqual(
    all.map(({ conversation }) => [conversation.sourceId, conversation.participants[0]?.name]),
    [
      ['7782342274025937895', 'Ana Ruiz'],
      ['2', 'Speaker 1'],
    ],
  );
});

test('a cut file gives the sentences before the cut', async () => {
  const whole = JSON.stringify(transcripts(), null, 1);
  const { conversation, losses } = await only(whole.slice(0, whole.indexOf('We lost one') + 5));
  assert.deepEqual(
    conversation.turns.map(({ text }) => text),
    ['What does it cost you?', 'A customer.'],
  );
  assert.equal(losses[0]?.code, 'file.cut');
});

test('details alone, and a call where nobody speaks, are refused in words', async () => {
  assert.equal(await codeOf(readWith(gong, JSON.stringify(details))), 'file.no-turns');
  assert.equal(await codeOf(readWith(gong, '{"callTranscripts":[{"callId":"1","transcript":[]}]}')), 'file.no-turns');
});

test('it is known by its fields', () => {
  const known = (text: string) => gong.recognises(headOfText(text));
  assert.equal(known(JSON.stringify(transcripts())), 'gong');
  assert.equal(known(`\n [${JSON.stringify(details)}]`), 'gong');
  assert.equal(known('{"sentences":[]}'), null);
  assert.equal(known('Tom: "callTranscripts"'), null);
});

test('a damaged copy gives turns or a refusal', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(transcripts()) + JSON.stringify(details));
  const wrong = fc.record({
    place: fc.nat(3000),
    byte: fc.nat(255),
    how: fc.constantFrom('change' as const, 'drop' as const, 'cut' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 5 }), async (at) => {
      const read = await codeOf(readWith(gong, garble(bytes, at)));
      if (typeof read === 'string') assert.match(read, /^file\.(no-turns|damaged)$/);
      else assert.ok((read as { conversation: { turns: unknown[] } }[])[0]?.conversation.turns.length);
    }),
    { numRuns: 200 },
  );
});
