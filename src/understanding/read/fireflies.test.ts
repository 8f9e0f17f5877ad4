import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, garble, headOfText, readWith } from '#test/reading.ts';
import { fireflies } from './fireflies.ts';
import { matchEmails } from './match-emails.ts';

const sentence = (speaker: number, start: unknown, end: unknown, text: string) => ({
  index: 0,
  speaker_id: speaker,
  speaker_name: ['Ana Ruiz', 'Tom Baker'][speaker],
  start_time: start,
  end_time: end,
  text,
  raw_text: text.toLowerCase(),
  ai_filters: { question: null, sentiment: 'neutral' },
});

const transcript = (over: object = {}) => ({
  id: 'ff_01',
  title: 'Discovery call',
  date: 1772703000000,
  duration: 27.7,
  organizer_email: 'ana@example.com',
  participants: ['ana@example.com', 'tom@harbour.example'],
  speakers: [
    { id: 0, name: 'Ana Ruiz' },
    { id: 1, name: 'Tom Baker' },
  ],
  sentences: [
    sentence(0, 4.3, 8.9, 'What does it cost you?'),
    sentence(1, 9.4, 12, 'A customer.'),
    sentence(1, 12.5, 16.1, 'We lost one in March.'),
    sentence(1, 18, 20, 'Since then I phone the depot.'),
  ],
  ...over,
});

const only = async (content: object | string) => {
  const all = await readWith(fireflies, typeof content === 'string' ? content : JSON.stringify(content));
  assert.equal(all.length, 1);
  return all[0] as (typeof all)[number];
};

test('a transcript is the same bare and under data.transcript', async () => {
  const bare = await only(transcript());
  assert.deepEqual(await only({ data: { transcript: transcript() } }), bare);
  assert.deepEqual((await readWith(fireflies, JSON.stringify({ data: { transcripts: [transcript()] } })))[0], bare);
  const { conversation, losses } = bare;
  assert.deepEqual(losses, []);
  assert.equal(conversation.sourceId, 'ff_01');
  assert.equal(conversation.title, 'Discovery call');
  assert.equal(conversation.startedAt, '2026-03-05T09:30:00.000Z');
  assert.equal(conversation.timeQuality, 'exact');
  assert.deepEqual(conversation.participants, [
    { name: 'Ana Ruiz', email: 'ana@example.com', side: 'unknown' },
    { name: 'Tom Baker', email: 'tom@harbour.example', side: 'unknown' },
  ]);
});

test('sentences of one breath are one turn that keeps the time really spoken', async () => {
  const { conversation } = await only(transcript());
  assert.deepEqual(conversation.turns, [
    { speaker: 'Ana Ruiz', text: 'What does it cost you?', line: 1, startMs: 4300, endMs: 8900, spokenMs: 4600 },
    { speaker: 'Tom Baker', text: 'A customer. We lost one in March.', line: 2, startMs: 9400, endMs: 16100, spokenMs: 6200 },
    { speaker: 'Tom Baker', text: 'Since then I phone the depot.', line: 4, startMs: 18000, endMs: 20000, spokenMs: 2000 },
  ]);
});

test('times may be strings, and a date ISO 8601 or seconds', async () => {
  const sentences = [sentence(0, '4.30', '8.90', 'What does it cost you?')];
  const { conversation } = await only(transcript({ sentences, date: '2026-03-05T09:30:00Z' }));
  assert.deepEqual([conversation.turns[0]?.startMs, conversation.turns[0]?.endMs], [4300, 8900]);
  assert.equal(conversation.startedAt, '2026-03-05T09:30:00.000Z');
  assert.equal((await only(transcript({ date: 1772703000 }))).conversation.startedAt, '2026-03-05T09:30:00.000Z');
  assert.equal((await only(transcript({ date: null, dateString: 'nonsense' }))).conversation.startedAt, null);
});

test('milliseconds show by the duration in minutes', async () => {
  const { conversation } = await only(transcript({ duration: 0.3, sentences: [sentence(0, 4300, 18_000, 'Slowly')] }));
  assert.equal(conversation.turns[0]?.endMs, 18_000);
});

test('without ends only the starts are told, without starts no times', async () => {
  const starts = await only(transcript({ sentences: [sentence(0, 4, null, 'One'), sentence(1, 9, null, 'Two')] }));
  assert.equal(starts.conversation.timeQuality, 'start-only');
  assert.equal(starts.conversation.turns[0]?.spokenMs, undefined);
  const none = await only(transcript({ sentences: [sentence(0, null, null, 'One'), sentence(1, undefined, null, 'Two')] }));
  assert.equal(none.conversation.timeQuality, 'none');
});

test('a speaker without a name has the one of the list, a number, or none', async () => {
  const nameless = (id: unknown) => ({ ...sentence(0, 1, 2, 'Words'), speaker_name: null, speaker_id: id });
  const { conversation } = await only(transcript({ sentences: [nameless(1), nameless(5), nameless(null)] }));
  assert.deepEqual(
    conversation.turns.map(({ speaker }) => speaker),
    ['Tom Baker', 'Speaker 6', 'Unknown speaker'],
  );
});

test('a sentence without words is a loss with its number', async () => {
  const { losses } = await only(transcript({ sentences: [sentence(0, 1, 2, 'Words'), { ...sentence(1, 3, 4, ' '), raw_text: null }] }));
  assert.deepEqual(
    losses.map(({ code, line }) => [code, line]),
    [['sentence.unreadable', 2]],
  );
});

test('a file that was cut gives the sentences before the cut and says where it was', async () => {
  const whole = JSON.stringify({ data: { transcript: transcript() } }, null, 1);
  const at = whole.indexOf('We lost one');
  const { conversation, losses } = await only(whole.slice(0, at + 4));
  assert.deepEqual(
    conversation.turns.map(({ text }) => text),
    ['What does it cost you?', 'A customer.'],
  );
  assert.equal(losses[0]?.code, 'file.cut');
  assert.equal(losses[0]?.line, whole.slice(0, at).split('\n').length);
  assert.equal(conversation.title, 'Discovery call');
});

test('nobody speaking and broken JSON are refused in words', async () => {
  assert.equal(await codeOf(readWith(fireflies, JSON.stringify(transcript({ sentences: [] })))), 'file.no-turns');
  assert.equal(await codeOf(readWith(fireflies, '"sentences" "speaker_name"')), 'file.damaged');
});

test('it is known by its fields, and other JSON is not', () => {
  const known = (value: unknown) => fireflies.recognises(headOfText(JSON.stringify(value)));
  assert.equal(known(transcript()), 'fireflies');
  assert.equal(known({ data: { transcript: transcript() } }), 'fireflies');
  assert.equal(known({ callTranscripts: [] }), null);
  assert.equal(known([{ id: 1, sentences: 3 }]), null);
  assert.equal(fireflies.recognises(headOfText('Ana: "sentences" and "speaker_name" are fields')), null);
});

test('an address goes with a speaker only where there is no choice', () => {
  const match = (names: string[], emails: string[]) => Object.fromEntries(matchEmails(names, emails, new Map()));
  assert.deepEqual(match(['Ana Ruiz', 'José Núñez'], ['ana.ruiz@example.com', 'jnunez@example.com']), {
    'Ana Ruiz': 'ana.ruiz@example.com',
    'José Núñez': 'jnunez@example.com',
  });
  assert.deepEqual(match(['Ana Ruiz', 'Ana Smit'], ['ana@example.com']), {});
  assert.deepEqual(match(['Ana Ruiz'], ['ana@example.com', 'ana@other.example']), {});
  assert.deepEqual(match(['Tom Baker'], ['office@harbour.example', 'no address']), {});
  assert.deepEqual(Object.fromEntries(matchEmails(['T. Baker'], ['a@b.example'], new Map([['T. Baker', 'a@b.example']]))), {
    'T. Baker': 'a@b.example',
  });
});

const wrongs = fc.array(
  fc.record({ place: fc.nat(5000), byte: fc.nat(255), how: fc.constantFrom('change' as const, 'drop' as const, 'cut' as const) }),
  { minLength: 1, maxLength: 6 },
);

test('a damaged copy gives turns or a refusal, never a crash or nothing', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ data: { transcript: transcript() } }, null, 1));
  await fc.assert(
    fc.asyncProperty(wrongs, async (at) => {
      const read = await codeOf(readWith(fireflies, garble(bytes, at)));
      if (typeof read === 'string') assert.match(read, /^file\.(no-turns|damaged)$/);
      else assert.ok((read as { conversation: { turns: unknown[] } }[])[0]?.conversation.turns.length);
    }),
    { numRuns: 300 },
  );
});

test('three hundred wrong bytes in a long file leave nine tenths of its sentences', async () => {
  const sentences = Array.from({ length: 1500 }, (_, i) =>
    sentence(i % 2, i * 3, i * 3 + 2, `This is sentence number ${i} of a long call.`),
  );
  const bytes = new TextEncoder().encode(JSON.stringify(transcript({ sentences })));
  for (let i = 0; i < 300; i++) bytes[(i * 7919 + 1000) % bytes.length] = 0xff;
  const { conversation, losses } = (await readWith(fireflies, bytes))[0] as Awaited<ReturnType<typeof only>>;
  assert.ok(conversation.turns.length >= 1350, `${conversation.turns.length} turns`);
  assert.ok(losses.some(({ code }) => code === 'bytes.wrong'));
});
