import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, garble, headOfText, readWith } from '#test/reading.ts';
import { zipOf } from '#test/zip-of.ts';
import type { Hints } from './reader.ts';
import { whatsapp } from './whatsapp.ts';
import { orderOf, stampOf } from './whatsapp-stamp.ts';
import { saidBy, writtenIn } from './whatsapp-text.ts';

const ANDROID = `05/03/2026, 09:31 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.
05/03/2026, 09:32 - Tom Baker: Report late again
second line: of the same message
05/03/2026, 09:40 - Tom Baker: <Media omitted>
05/03/2026, 09:41 - Tom Baker: This message was deleted
14/03/2026, 10:05 - Ana Ruiz: I will call at 4.
`;
const US = `3/5/26, 9:33\u202fPM - Ana Ruiz: On it. I will call at 4.
3/15/26, 12:05\u202fAM - Tom Baker: Thanks
`;
const IOS = `\ufeff[05/03/2026, 09:31:02] Tom Baker: \u200eMessages and calls are end-to-end encrypted.
[05/03/2026, 09:32:10] Tom Baker: Report late again
second line of the same message
[05/03/2026, 09:33:41] Ana Ruiz: On it \u200e<This message was edited>
\u200e[05/03/2026, 09:40:00] Tom Baker: \u200e<attached: 00000012-PHOTO-2026-03-05-09-40-00.jpg>
[25/03/2026, 09:41:00] ~ Tom Baker: See you
`;

const only = async (text: string, about: Hints & { name?: string } = {}) => {
  const all = await readWith(whatsapp, text, about);
  assert.equal(all.length, 1);
  return all[0] as (typeof all)[number];
};
const words = ({ conversation }: Awaited<ReturnType<typeof only>>) => conversation.turns.map(({ speaker, text }) => `${speaker}: ${text}`);

test('an Android chat gives what people wrote, with continuation lines, and says that media are not read', async () => {
  const read = await only(ANDROID, { name: 'WhatsApp Chat with Tom Baker.txt', zone: 'Europe/Amsterdam' });
  assert.deepEqual(words(read), ['Tom Baker: Report late again\nsecond line: of the same message', 'Ana Ruiz: I will call at 4.']);
  const { conversation } = read;
  assert.deepEqual([conversation.kind, conversation.title, conversation.timeQuality], ['chat', 'Tom Baker', 'start-only']);
  assert.equal(conversation.startedAt, '2026-03-05T09:32:00+01:00');
  assert.deepEqual(
    conversation.turns.map(({ line, at, startMs }) => ({ line, at, startMs })),
    [
      { line: 2, at: '2026-03-05T09:32:00+01:00', startMs: 0 },
      { line: 6, at: '2026-03-14T10:05:00+01:00', startMs: (9 * 24 * 60 + 33) * 60_000 },
    ],
  );
  assert.deepEqual(
    read.losses.map(({ code }) => code),
    ['media.omitted'],
  );
});

test('a chat of a US phone has the month first, twelve hours and narrow spaces', async () => {
  const { conversation, losses } = await only(US);
  assert.deepEqual(losses, []);
  assert.deepEqual(
    conversation.turns.map(({ at }) => at),
    ['2026-03-05T21:33:00+00:00', '2026-03-15T00:05:00+00:00'],
  );
  assert.equal(conversation.title, 'Ana Ruiz, Tom Baker');
});

test('an iOS chat loses its marks, its notice, its photos and the edited note, not its words', async () => {
  const read = await only(IOS);
  assert.deepEqual(words(read), ['Tom Baker: Report late again\nsecond line of the same message', 'Ana Ruiz: On it', 'Tom Baker: See you']);
  assert.equal(read.conversation.turns[1]?.at, '2026-03-05T09:33:41+00:00');
  assert.deepEqual(
    read.conversation.participants.map(({ name }) => name),
    ['Tom Baker', 'Ana Ruiz'],
  );
});

test('the ZIP that iOS makes is read by the chat in it', async () => {
  const zip = zipOf({ '_chat.txt': IOS, '00000012-PHOTO.jpg': 'not a picture' });
  assert.equal(whatsapp.recognises(headOfText(zip, ['_chat.txt', '00000012-PHOTO.jpg'])), 'whatsapp');
  const [read] = await readWith(whatsapp, zip);
  assert.equal(read?.conversation.turns.length, 3);
});

test('stamps of many phones are stamps', () => {
  const same = { date: [5, 3, 2026], clock: [9, 31, 0] };
  const written: [string, object][] = [
    ['05/03/2026, 09:31 - Tom: hi', same],
    ['05-03-2026 09:31 - Tom: hi', same],
    ['05.03.2026, 09:31 - Tom: hi', same],
    ['[05/03/2026, 09:31:00] Tom: hi', same],
    ['\u200e[05-03-2026 09:31:00] Tom: hi', same],
    ['[5/3/2026, 9:31:00\u202fa.\u00a0m.] Tom: hi', same],
    ['2026-03-05, 09:31 - Tom: hi', { date: [2026, 3, 5], clock: [9, 31, 0] }],
    ['3/5/26, 12:01 AM - Tom: hi', { date: [3, 5, 26], clock: [0, 1, 0] }],
    ['3/5/26, 12:01 pm - Tom: hi', { date: [3, 5, 26], clock: [12, 1, 0] }],
  ];
  for (const [line, stamp] of written) assert.deepEqual(stampOf(line), { ...stamp, rest: 'Tom: hi' }, line);
  for (const line of [
    'on 05/03/2026, 09:31 - we met',
    '05/03/2026: a day',
    '[05/03/2026, 09:31:00 Tom: hi',
    '1/2/3, 99:99 - Tom: hi',
    '',
  ]) {
    assert.equal(stampOf(line), null, line);
  }
});

test('day and month are told by any number above twelve, by time going on, else by the hint', () => {
  const order = (dates: [number, number, number][], dayFirst?: boolean) =>
    orderOf(
      dates.map((date) => ({ date, clock: [9, 0, 0], rest: '' })),
      dayFirst,
    );
  assert.deepEqual(
    order([
      [5, 3, 26],
      [13, 3, 26],
    ]),
    { order: 'day-first', certain: true },
  );
  assert.deepEqual(
    order(
      [
        [3, 5, 26],
        [3, 13, 26],
      ],
      true,
    ),
    { order: 'month-first', certain: true },
  );
  assert.deepEqual(order([[2026, 3, 5]]), { order: 'year-first', certain: true });
  // Read as day first, the second would be before the first.
  assert.deepEqual(
    order([
      [3, 5, 26],
      [4, 2, 26],
    ]),
    { order: 'month-first', certain: true },
  );
  assert.deepEqual(order([[5, 3, 26]], false), { order: 'month-first', certain: true });
  assert.deepEqual(order([[5, 3, 26]]), { order: 'day-first', certain: false });
});

test('dates that can be read both ways are read as day first, and that is told', async () => {
  const { conversation, losses } = await only('05/03/2026, 09:32 - Tom: Hi\n06/03/2026, 09:33 - Ana: Hello\n');
  assert.equal(conversation.startedAt, '2026-03-05T09:32:00+00:00');
  assert.deepEqual(
    losses.map(({ code, line }) => [code, line]),
    [['date.order', 1]],
  );
  const told = await only('05/03/2026, 09:32 - Tom: Hi\n06/03/2026, 09:33 - Ana: Hello\n', { dayFirst: false });
  assert.equal(told.conversation.startedAt, '2026-05-03T09:32:00+00:00');
  assert.deepEqual(told.losses, []);
});

test('a later and longer export is the same chat and has the same messages first', async () => {
  const before = await only(ANDROID);
  const after = await only(`${ANDROID}15/03/2026, 09:00 - Lee Chan: I joined late\n15/03/2026, 09:00 - Lee Chan: I joined late\n`);
  assert.equal(after.conversation.sourceId, before.conversation.sourceId);
  const keys = after.conversation.turns.map(({ key }) => key);
  assert.deepEqual(
    keys.slice(0, 2),
    before.conversation.turns.map(({ key }) => key),
  );
  assert.equal(new Set(keys).size, 4, 'the same words in the same minute are two messages');
  const other = await only(ANDROID.replace('Report late again', 'Shall we meet?'));
  assert.notEqual(other.conversation.sourceId, before.conversation.sourceId);
});

test('lines of the app have no speaker; the first colon ends the name', () => {
  assert.deepEqual(saidBy('Tom Baker: two things: price and time'), { speaker: 'Tom Baker', text: ' two things: price and time' });
  assert.deepEqual(saidBy('+31 6 1234 5678: hi'), { speaker: '+31 6 1234 5678', text: ' hi' });
  for (const line of [
    'Ana Ruiz left',
    'Ana Ruiz created group “Sales: EU”',
    'Ana changed the subject to Sales: EU',
    'https://x.example/a',
    '',
  ]) {
    assert.equal(saidBy(line), null, line);
  }
});

test('what the app writes in place of words is not words', () => {
  for (const text of ['<Media omitted>', '\u200eimage omitted', 'IMG-2026.jpg (file attached)', '<Media weggelaten>', '<bijlage: a.jpg>']) {
    assert.deepEqual(writtenIn(text), { kind: 'media' }, text);
  }
  for (const text of ['This message was deleted', 'You deleted this message.', 'Dit bericht is verwijderd', 'Missed voice call', '  ']) {
    assert.deepEqual(writtenIn(text), { kind: 'system' }, text);
  }
  assert.deepEqual(writtenIn('IMG-2026.jpg (file attached)\nThe pallets, this morning'), {
    kind: 'words',
    text: 'The pallets, this morning',
  });
  assert.deepEqual(writtenIn('Tot vrijdag <Dit bericht is bewerkt>'), { kind: 'words', text: 'Tot vrijdag' });
  assert.deepEqual(writtenIn('I deleted this message by mistake'), { kind: 'words', text: 'I deleted this message by mistake' });
});

test('a chat without words of people is refused', async () => {
  assert.equal(await codeOf(readWith(whatsapp, '05/03/2026, 09:31 - Ana Ruiz: <Media omitted>\n')), 'file.no-turns');
});

test('a day that does not exist is a loss, and the words are kept', async () => {
  const { conversation, losses } = await only('31/02/2026, 09:31 - Ana: One\n01/03/2026, 09:32 - Ana: Two\n');
  assert.deepEqual([conversation.turns.length, conversation.startedAt], [2, null]);
  assert.deepEqual(
    losses.map(({ code, line }) => [code, line]),
    [['date.wrong', 1]],
  );
});

test('it is known by its stamps', () => {
  for (const text of [ANDROID, US, IOS]) assert.equal(whatsapp.recognises(headOfText(text)), 'whatsapp');
  for (const text of ['Ana: hi\nTom: hello', '2026-03-05 some log line\nanother', 'WEBVTT\n\n00:01.000 --> 00:02.000\nhi', '']) {
    assert.equal(whatsapp.recognises(headOfText(text)), null, text);
  }
  assert.equal(whatsapp.recognises(headOfText('', ['word/document.xml'])), null);
});

test('a line of any length costs no more than its length', async () => {
  for (const piece of ['05/03/2026, 09:31 - ', '\u200e', ' ', 'Tom: ', '[1/1/1, ']) {
    const started = performance.now();
    await codeOf(readWith(whatsapp, `${ANDROID}${piece.repeat(200_000)}`));
    assert.ok(performance.now() - started < 3000, JSON.stringify(piece));
  }
});

test('a damaged copy gives turns or a refusal', async () => {
  const bytes = new TextEncoder().encode(IOS.repeat(2));
  const wrong = fc.record({
    place: fc.nat(2000),
    byte: fc.nat(255),
    how: fc.constantFrom('change' as const, 'drop' as const, 'cut' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 8 }), async (at) => {
      const read = await codeOf(readWith(whatsapp, garble(bytes, at)));
      if (typeof read === 'string') assert.equal(read, 'file.no-turns');
      else assert.ok((read as { conversation: { turns: unknown[] } }[])[0]?.conversation.turns.length);
    }),
    { numRuns: 200 },
  );
});
