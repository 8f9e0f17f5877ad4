import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Conversation } from '#model/conversation.ts';
import { Refusal } from '#model/refusal.ts';
import { isNearly } from './mend.ts';
import { readAll } from './read.ts';
import { sourceOfBytes, sourceOfText } from './source.ts';

const WORDS = [
  'So what does it cost you?',
  'Two customers: one in March.',
  'Right.',
  'And nobody told us; I phone the depot myself.',
  'Mm-hmm.',
];
const PEOPLE = ['Ana Ruiz', 'Tom Baker', 'Chloe Martin'];
const clock = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);

/** Every format of text, of `n` turns. */
function examples(n: number): Record<string, string> {
  const lines = Array.from({ length: n }, (_, i) => ({
    name: PEOPLE[i % 3] ?? '',
    words: WORDS[(i * 3) % 5] ?? '',
    from: clock(i * 5),
    to: clock(i * 5 + 3.5),
  }));
  const all = (line: (one: (typeof lines)[number], i: number) => string) => lines.map(line).join('');
  return {
    webvtt: `WEBVTT\n\n${all(({ name, words, from, to }) => `${from} --> ${to}\n<v ${name}>${words}</v>\n\n`)}`,
    'zoom-vtt': `WEBVTT\n\n${all(({ name, words, from, to }, i) => `${i + 1}\n${from} --> ${to}\n${name}: ${words}\n\n`)}`,
    'teams-vtt': `WEBVTT\n\n${all(({ name, words, from, to }, i) => `6f0c2a1e-5d1b-4c7e-9b35-0a9d1c2e3f40/${i}-0\n${from} --> ${to}\n<v ${name}>${words}</v>\n\n`)}`,
    srt: all(({ name, words, from, to }, i) => `${i + 1}\n${from.replace('.', ',')} --> ${to.replace('.', ',')}\n${name}: ${words}\n\n`),
    otter: `${all(({ name, words, from }) => `${name}  ${from.slice(1, 8)}  \n${words}\n\n`)}Transcribed by https://otter.ai\n`,
    meet: `Mar 5, 2026\nCall - Transcript\n00:00:00\n\n${all(({ name, words }) => `${name}: ${words}\n`)}\nTranscription ended after 01:00:00\n`,
    plain: all(({ name, words }) => `${name}: ${words}\n`),
    fireflies: JSON.stringify({
      data: { transcript: { id: 'ff_01', title: 'Call', duration: n / 12, sentences: n > 0 ? sentences(n) : [] } },
    }),
    gong: `${JSON.stringify({ callTranscripts: [{ callId: '7782342274025937895', transcript: monologues(n) }] })}\n${JSON.stringify(details(n))}`,
  };
}

const saying = (i: number) => ({ name: PEOPLE[i % 3] ?? '', words: WORDS[(i * 3) % 5] ?? '' });
const IDS = ['6432345678555530067', '9872345678555530011', '1114345678555530999'];

const sentences = (n: number) =>
  Array.from({ length: n }, (_, i) => {
    const { name, words } = saying(i);
    const times = { start_time: i * 5, end_time: i * 5 + 3.5 };
    return { index: i, speaker_id: i % 3, speaker_name: name, ...times, text: words, raw_text: words.toLowerCase(), ai_filters: null };
  });

const monologues = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    speakerId: IDS[i % 3],
    topic: 'Pains',
    sentences: [{ start: i * 5000, end: i * 5000 + 3500, text: saying(i).words }],
  }));

const details = (n: number) => ({
  calls: [
    {
      metaData: { id: '7782342274025937895', title: 'Call', started: '2026-03-05T09:30:00Z', duration: n * 5 },
      parties: PEOPLE.map((name, i) => ({
        id: `p${i}`,
        emailAddress: `p${i}@example.com`,
        name,
        affiliation: 'External',
        speakerId: IDS[i],
      })),
    },
  ],
});

/** What every reading must be: turns with words of named participants, in lines of the file, or a refusal that says why. */
async function readOrRefuse(bytes: Uint8Array): Promise<Conversation | null> {
  const start = performance.now();
  let read: Conversation | null = null;
  try {
    const { conversations } = await readAll(sourceOfBytes('call.txt', bytes));
    assert.ok(conversations.length > 0);
    for (const { conversation, losses } of conversations) {
      check(conversation);
      for (const { code, detail } of losses) assert.match(`${code}: ${detail}`, /^[a-z]+[.][a-z-]+: [A-Z0-9].*\.$/);
      read = conversation;
    }
  } catch (wrong) {
    if (!(wrong instanceof Refusal)) throw wrong;
    assert.ok(wrong.message.length > 10);
  }
  assert.ok(performance.now() - start < 2000, 'it took too long');
  return read;
}

function check({ turns, participants }: Conversation): void {
  assert.ok(turns.length > 0);
  const names = new Set(participants.map(({ name }) => name));
  assert.equal(names.size, participants.length);
  for (const turn of turns) {
    assert.ok(names.has(turn.speaker), turn.speaker);
    assert.ok(turn.text.trim() !== '' && !turn.text.includes('\0'));
    assert.ok(turn.line >= 1);
    for (const ms of [turn.startMs, turn.endMs, turn.spokenMs]) assert.ok(ms === undefined || (Number.isFinite(ms) && ms >= 0), String(ms));
    assert.ok((turn.endMs ?? Number.POSITIVE_INFINITY) >= (turn.startMs ?? 0));
  }
}

/** Numbers that are always the same. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test('every example is whole: all turns, the right people, nothing lost', async () => {
  for (const [format, text] of Object.entries(examples(40))) {
    const { format: found, conversations } = await readAll(sourceOfText('x', text));
    assert.equal(found, format);
    assert.deepEqual(conversations[0]?.losses, []);
    assert.equal(conversations[0]?.conversation.turns.length, 40, format);
    assert.deepEqual(
      conversations[0]?.conversation.participants.map(({ name }) => name),
      PEOPLE,
    );
  }
});

test('cut at any byte: what is there is read, or refused', async () => {
  for (const text of Object.values(examples(6))) {
    const bytes = utf8(text);
    for (let at = 0; at < bytes.length; at++) await readOrRefuse(bytes.subarray(0, at));
    for (let at = 0; at < bytes.length; at += 3) await readOrRefuse(bytes.subarray(at));
  }
});

test('cut in the middle of the file: half of the turns', async () => {
  for (const [format, text] of Object.entries(examples(200))) {
    const read = await readOrRefuse(utf8(text).subarray(0, text.length / 2));
    assert.ok(read && read.turns.length >= 95, `${format}: ${read?.turns.length}`);
  }
});

for (const [kind, byteOf] of Object.entries({
  'random bytes': (roll: (sides: number) => number) => roll(256),
  'bytes above ASCII': (roll: (sides: number) => number) => 128 + roll(128),
  'the byte FF': () => 255,
  zeros: () => 0,
})) {
  test(`300 wrong bytes (${kind}): nine tenths of the turns, the same people, and a loss that says so`, async () => {
    for (const [format, text] of Object.entries(examples(600))) {
      const bytes = utf8(text);
      const roll = dice(format.length * 7 + kind.length);
      for (let i = 0; i < 300; i++) bytes[roll(bytes.length)] = byteOf(roll);
      const { conversations } = await readAll(sourceOfBytes('x', bytes));
      const [first] = conversations;
      const turns = first?.conversation.turns ?? [];
      assert.ok(turns.length >= 540 && turns.length <= 660, `${format}: ${turns.length} turns`);
      // Gong writes a name once: where a letter of it is wrong, nothing can mend it.
      const most = format === 'gong' ? 2 : 0;
      const known = turns.filter(({ speaker }) => PEOPLE.some((name) => isNearly(speaker, name, most))).length;
      assert.ok(known >= turns.length * 0.9, `${format}: ${known} of ${turns.length} by their people`);
      const loss = first?.losses.find(({ code }) => code === 'bytes.wrong');
      assert.ok(loss && (loss.line ?? 0) >= 1, format);
    }
  });
}

test('some bytes of any example changed: never a crash, a hang or an empty result', async () => {
  const texts = Object.values(examples(5)).map(utf8);
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), changes, async (text, wrong) => {
      const bytes = text.slice();
      for (const [at, byte] of wrong) bytes[at % bytes.length] = byte;
      await readOrRefuse(bytes);
    }),
    { numRuns: 400 },
  );
});

test('any bytes and any text: read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => void (await readOrRefuse(bytes))),
    { numRuns: 300 },
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => void (await readOrRefuse(utf8(text)))),
    { numRuns: 300 },
  );
});

test('a soup of the pieces that transcripts are made of: read or refused', async () => {
  const piece = fc.constantFrom(
    ...[
      'WEBVTT\n',
      '\n',
      '\n\n',
      '1\n',
      '00:00:01.000 --> 00:00:02.000\n',
      '00:00:03,000 --> 00:00:01,000 align:start\n',
      '-->',
      '<v Ana Ruiz>',
    ],
    ...[
      '<v',
      '<v.loud Tom &amp; Co>',
      '</v>',
      '<',
      '>',
      '&#0;',
      '&lt;',
      'NOTE x\n',
      'STYLE\n',
      'Ana Ruiz: ',
      'Tom: ',
      ': ',
      '- ',
      '(Ana)\n',
      '>> ',
    ],
    ...[
      'Ana Ruiz  0:04  \n',
      '00:05:00\n',
      'Call - Transcript\n',
      'Transcription ended after 00:01:00\n',
      'words',
      ' ',
      '**',
      '\u00a0',
      '\uFFFD',
      '[0:01] ',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => void (await readOrRefuse(utf8(pieces.join(''))))),
    { numRuns: 1500 },
  );
});

test('lines made to be slow are read in time that grows with their length', async () => {
  const size = 300_000;
  const nasty = [
    '<',
    '<v ',
    '&',
    '&amp',
    ': ',
    'A: ',
    '-->',
    '--> ',
    '0:',
    ' ',
    '\t',
    '*',
    '[',
    '(',
    'a  ',
    '00:00:01.000 --> ',
    '\u00a0',
    'Ana\n',
    '1\n',
    '- \n',
  ];
  for (const piece of nasty) {
    const body = piece.repeat(Math.ceil(size / piece.length));
    const heads = [
      '',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>',
      'Ana Ruiz: ',
      'Ana Ruiz  0:04\n',
      'x - Transcript\n00:00:00\nAna: ',
    ];
    for (const head of heads) await readOrRefuse(utf8(`${head}${body}\nTom: end\n`));
  }
});

test('any conversation written as captions comes back as it was', async () => {
  const word = fc.constantFrom(
    'so',
    'what',
    'does',
    'it',
    'cost',
    'you?',
    'Right.',
    'five',
    '&',
    '<b',
    'a<b>c',
    'één',
    '“no”',
    'x: y',
    '-->x',
  );
  const turn = fc.record({
    speaker: fc.constantFrom('Ana Ruiz', 'Tom & Co', 'Baker, Tom (External)', 'Zoë'),
    words: fc.array(word, { minLength: 1, maxLength: 8 }),
    pause: fc.integer({ min: 1000, max: 9000 }),
    length: fc.integer({ min: 0, max: 9000 }),
  });
  const inVtt = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 30 }), async (given) => {
      let at = 0;
      let line = 1;
      const turns = given.map(({ speaker, words, pause, length }) => {
        at += pause;
        line += 3;
        const one = {
          speaker,
          text: words.join(' '),
          line,
          startMs: at,
          endMs: at + length,
          spokenMs: length,
        };
        at += length;
        return one;
      });
      const text = `WEBVTT\n\n${turns.map((one) => `${clock(one.startMs / 1000)} --> ${clock(one.endMs / 1000)}\n<v ${inVtt(one.speaker)}>${inVtt(one.text)}</v>\n\n`).join('')}`;
      const { conversations } = await readAll(sourceOfText('x', text));
      assert.deepEqual(conversations[0]?.conversation.turns, turns);
    }),
    { numRuns: 200 },
  );
});
