import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, garble, headOfText, readSource, readWith } from '#test/reading.ts';
import { mbox } from './mbox.ts';
import { isEnvelope, messagesIn, unescaped } from './mbox-scan.ts';
import type { ReadConversation } from './reader.ts';
import { sourceOfBytes, sourceOfText } from './source.ts';

interface Letter {
  id?: string;
  from?: string;
  to?: string;
  subject?: string;
  /** Day and clock in March 2026. */
  day?: number;
  clock?: string;
  answers?: string[];
  extra?: string[];
  body?: string;
}

const two = (n: number) => String(n).padStart(2, '0');

function letter({ id, from = 'Tom Baker <tom@harbour.example>', to = 'Ana Ruiz <ana@example.com>', ...more }: Letter): string {
  const { subject = 'Monday reports', day = 5, clock = '09:30:00', answers = [], extra = [], body = 'Late again.' } = more;
  const head = [
    `From ${/<(.+)>/.exec(from)?.[1]} Thu Mar ${String(day).padStart(2)} ${clock} 2026`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${two(day)} Mar 2026 ${clock} +0100`,
    ...(id ? [`Message-ID: <${id}>`] : []),
    ...(answers.length > 0 ? [`References: ${answers.map((answered) => `<${answered}>`).join(' ')}`] : []),
    ...extra,
  ];
  return `${head.join('\n')}\n\n${body}\n\n`;
}

const ana = { from: 'Ana Ruiz <ana@example.com>', to: 'Tom Baker <tom@harbour.example>' };
const THREAD = [
  letter({ id: 'a1', ...ana, day: 4, body: 'How did Monday go?' }),
  letter({
    id: 'b2',
    answers: ['a1'],
    subject: 'Re: Monday reports',
    body: 'Late again.\n\nOn 4 Mar 2026, Ana Ruiz wrote:\n> How did Monday go?',
  }),
];

const words = (all: ReadConversation[]) => all.map(({ conversation }) => conversation.turns.map(({ text }) => text));
const read = (...letters: string[]) => readWith(mbox, letters.join(''));

test('a thread is one conversation, oldest message first, whatever order they lie in', async () => {
  const all = await read(...[...THREAD].reverse());
  assert.equal(all.length, 1);
  const { conversation, losses } = all[0] as ReadConversation;
  assert.deepEqual(losses, []);
  assert.deepEqual(
    conversation.turns.map(({ speaker, text, key, line, at }) => ({ speaker, text, key, line, at })),
    [
      { speaker: 'Ana Ruiz', text: 'How did Monday go?', key: 'a1', line: 1, at: '2026-03-04T09:30:00+01:00' },
      { speaker: 'Tom Baker', text: 'Late again.', key: 'b2', line: 2, at: '2026-03-05T09:30:00+01:00' },
    ],
  );
  assert.deepEqual(
    [conversation.source, conversation.sourceId, conversation.title, conversation.kind, conversation.startedAt],
    ['mbox', 'a1', 'Monday reports', 'email', '2026-03-04T09:30:00+01:00'],
  );
});

test('the bytes of each message are told, and are that message alone', async () => {
  const text = [letter({ id: 'x', subject: 'Other', day: 1 }), ...THREAD].join('');
  const [, second] = await readWith(mbox, text);
  const bytes = Buffer.from(text);
  assert.deepEqual(
    second?.messages?.map(({ key }) => key),
    ['a1', 'b2'],
  );
  for (const { key, from, to } of second?.messages ?? []) {
    const message = bytes.toString('utf8', from, to);
    assert.ok(message.startsWith('From: ') && message.includes(`<${key}>`) && !/^From /m.test(message), message);
  }
});

test('threads come in the order of their newest message', async () => {
  const all = await read(
    letter({ id: 'late', subject: 'One', day: 20 }),
    letter({ id: 'old', subject: 'Two', day: 1 }),
    letter({ id: 'mid', subject: 'Three', day: 10 }),
    letter({ id: 'new', subject: 'Re: Two', answers: ['old'], day: 25 }),
  );
  assert.deepEqual(
    all.map(({ conversation }) => conversation.title),
    ['Three', 'One', 'Two'],
  );
});

test('a thread holds together when messages of it are missing', async () => {
  const all = await read(
    letter({ id: 'c', answers: ['a', 'b'], day: 3 }),
    letter({ id: 'd', answers: ['a', 'x'], day: 4 }),
    letter({ id: 'e', extra: ['In-Reply-To: <d>'], day: 5 }),
  );
  assert.deepEqual(
    all.map(({ conversation }) => [conversation.sourceId, conversation.turns.length]),
    [['a', 3]],
  );
});

test('an answer without references finds its thread by subject, people and time', async () => {
  const question = letter({ id: 'q', ...ana, day: 1, body: 'How did it go?' });
  const answer = (over: Letter) => letter({ id: 'r', subject: 'AW: Monday Reports', day: 6, ...over });
  assert.equal((await read(question, answer({}))).length, 1);
  assert.equal((await read(question, answer({ from: 'X <x@y.example>', to: 'Z <z@y.example>' }))).length, 2, 'other people');
  assert.equal((await read(question, answer({ subject: 'Re: Other' }))).length, 2, 'another subject');
  assert.equal((await read(question, answer({ subject: 'Monday reports' }))).length, 2, 'a new letter of the same subject');
  const old = question.replace('01 Mar 2026', '01 Jan 2026');
  assert.equal((await read(old, answer({}))).length, 2, 'two months later');
});

test('Gmail’s own thread joins what has no references', async () => {
  const gmail = ['X-GM-THRID: 1234567890', 'X-Gmail-Labels: Inbox,Opened'];
  const all = await read(
    letter({ id: 'g1', subject: 'One', extra: gmail, day: 1 }),
    letter({ id: 'g2', subject: 'Two', extra: gmail, day: 2 }),
  );
  assert.deepEqual(
    all.map(({ conversation }) => [conversation.sourceId, conversation.turns.length]),
    [['g1', 2]],
  );
});

test('drafts and spam were not said', async () => {
  const all = await read(
    ...THREAD,
    letter({ id: 'd', subject: 'Draft', extra: ['X-Gmail-Labels: Drafts'] }),
    letter({ id: 's', subject: 'Win', extra: ['X-Gmail-Labels: Spam,Unread'] }),
  );
  assert.equal(all.length, 1);
  assert.deepEqual(
    all[0]?.losses.map(({ code, detail }) => [code, detail.includes('2 messages')]),
    [['message.unsent', true]],
  );
});

test('the same message twice is one turn', async () => {
  assert.deepEqual(words(await read(...THREAD, ...THREAD)), [['How did Monday go?', 'Late again.']]);
});

test('a line that begins with From is only an envelope after an empty line, with a date, above a header', async () => {
  const body = [
    'Hello,',
    'From tom@harbour.example Thu Mar  5 09:30:00 2026',
    'Subject: not a header, no empty line above',
    '',
    'From where I sit it looks careless.',
    'Really: it does.',
    '',
    'From Monday 10:30 on we wait.',
    '',
    'From tom@harbour.example Thu Mar  5 09:30:00 2026',
    'and this line is no header.',
  ].join('\n');
  const all = await read(letter({ id: 'a', body }), letter({ id: 'b', subject: 'Next', day: 6 }));
  assert.deepEqual(
    all.map(({ conversation }) => conversation.turns[0]?.key),
    ['a', 'b'],
  );
  assert.equal(all[0]?.conversation.turns[0]?.text, body);
});

test('escaped lines are what was written, also escaped twice; quoted ones stay quoted', async () => {
  const all = await read(letter({ id: 'a', body: '>From where I sit it looks careless.\n\n>>From is how you quote it.' }));
  assert.match(words(all)[0]?.[0] ?? '', /^From where I sit it looks careless\./);
  const plain = (text: string) => Buffer.from(unescaped(Buffer.from(text))).toString();
  assert.equal(plain('a\n>From b\n>>From c\nx >From d\n>From e'), 'a\nFrom b\n>From c\nx >From d\nFrom e');
  assert.equal(plain('> quoted\n>From here\n'), '> quoted\n>From here\n');
  assert.equal(plain('nothing'), 'nothing');
});

test('Content-Length that lies changes nothing, nor do line ends of the network or a byte order mark', async () => {
  const text = THREAD.map((one) => one.replace('\nTo: ', '\nContent-Length: 99999\nTo: ')).join('');
  const expected = words(await read(...THREAD));
  assert.deepEqual(words(await readWith(mbox, text)), expected);
  assert.deepEqual(words(await readWith(mbox, text.replace(/99999/g, '3'))), expected);
  assert.deepEqual(words(await readWith(mbox, text.replaceAll('\n', '\r\n'))), expected);
  assert.deepEqual(words(await readWith(mbox, `\ufeff${text}`)), expected);
});

test('a damaged message is a loss, and the others are read', async () => {
  const nested = Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`).join('');
  const bad = letter({ id: 'bad', subject: 'Bad', day: 1 }).replace('\n\nLate again.', `\n${nested}`);
  const all = await read(bad, ...THREAD, letter({ id: 'bad2', subject: 'Empty', day: 28, body: '> only a quote' }));
  assert.deepEqual(words(all), [['How did Monday go?', 'Late again.']]);
  assert.deepEqual(
    all.flatMap(({ losses }) => losses.map(({ code }) => code)),
    ['message.damaged', 'message.no-words'],
  );
});

test('a mailbox without words is refused', async () => {
  assert.equal(await codeOf(read(letter({ body: '> only a quote' }))), 'file.no-turns');
});

test('it is known by its first envelope with headers under it', () => {
  assert.equal(mbox.recognises(headOfText(THREAD.join(''))), 'mbox');
  assert.equal(mbox.recognises(headOfText(`\n${THREAD.join('').replaceAll('\n', '\r\n')}`)), 'mbox');
  for (const text of ['From here to there\n\nA story', 'From Thu Mar  5 09:30:00 2026\nand so on', 'From: a@b.example\nTo: c\n\nHi', '']) {
    assert.equal(mbox.recognises(headOfText(text)), null, text);
  }
});

test('envelopes of many programs are envelopes, sentences are not', () => {
  for (const line of [
    'From tom@harbour.example Thu Mar  5 09:30:00 2026',
    'From 1765432198765432109@xxx Thu Mar 05 08:30:00 +0000 2026',
    'From - Thu Mar 05 09:30:00 2026',
    'From MAILER-DAEMON Fri Jul  8 12:08:34 2011',
    'From "Tom Baker" Thu Mar  5 09:30 CET 2026',
  ]) {
    assert.ok(isEnvelope(line), line);
  }
  for (const line of [
    'From Thursday on, 09:30',
    'From 2026 on we go',
    'From me to you on Thu 5 Mar at half past nine in the year 2026',
    '>From a Thu Mar 5 09:30:00 2026',
  ]) {
    assert.ok(!isEnvelope(line), line);
  }
});

test('two megabytes are read in slices of one, wherever the edges of the slices fall', async () => {
  const filler = `${'All of this is said in one very long letter. '.repeat(20)}\n`;
  const letters = Array.from({ length: 60 }, (_, i) =>
    letter({
      id: `m${i}`,
      subject: `Letter ${i}`,
      day: (i % 28) + 1,
      clock: `10:${two(i)}:00`,
      body: `Start ${i}\n${filler.repeat(40 + (i % 7))}\nEnd ${i}.`,
    }),
  );
  const base = sourceOfText('all.mbox', letters.join(''));
  assert.ok(base.size > 2_000_000, `${base.size} bytes`);
  const sizes: number[] = [];
  const source = {
    ...base,
    slice: (from: number, to: number) => {
      sizes.push(to - from);
      return base.slice(from, to);
    },
  };
  const all = await readSource(mbox, source);
  assert.equal(all.length, 60);
  assert.ok(all.every(({ conversation }) => /^Start \d+\n[\s\S]*End \d+\.$/.test(conversation.turns[0]?.text ?? '')));
  assert.ok(Math.max(...sizes) <= 1024 * 1024, `a slice of ${Math.max(...sizes)} bytes`);
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) < base.size * 2.5, 'read about twice');
});

test('an envelope at any place around the edge of a slice is found once', async () => {
  const edge = 1024 * 1024;
  const message = letter({ id: 'second', body: 'Second' });
  for (const shift of [-2050, -2048, -1030, -100, -60, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 100]) {
    const first = letter({ id: 'first', body: '' });
    const long = `${first.trimEnd()}\n\n${'x'.repeat(edge + shift - first.trimEnd().length - 4)}\n\n`;
    const found: number[] = [];
    for await (const { from } of messagesIn(sourceOfText('m', `${long}${message}${'y\n'.repeat(2000)}`))) found.push(from);
    assert.equal(found.length, 2, `shifted by ${shift}`);
  }
});

test('a mailbox changed anywhere gives conversations or a refusal', async () => {
  const bytes = new TextEncoder().encode([...THREAD, letter({ id: 'z', subject: 'Other', day: 9 })].join(''));
  const wrong = fc.record({
    place: fc.nat(3000),
    byte: fc.nat(255),
    how: fc.constantFrom('change' as const, 'drop' as const, 'cut' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 8 }), async (at) => {
      const result = await codeOf(readSource(mbox, sourceOfBytes('m', garble(bytes, at))));
      if (typeof result === 'string') assert.equal(result, 'file.no-turns');
      else assert.ok((result as ReadConversation[]).every(({ conversation }) => conversation.turns.length > 0));
    }),
    { numRuns: 150 },
  );
});
