import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { documentXml, zipOf } from './make-docx.ts';
import { readAll } from './read.ts';
import { sourceOfBytes, sourceOfText } from './source.ts';

async function readDocx(paragraphs: string[], name = 'x.docx') {
  const { format, conversations } = await readAll(sourceOfBytes(name, zipOf(documentXml(paragraphs))), { zone: 'Europe/Madrid' });
  const [first] = conversations;
  assert.ok(first);
  return { format, losses: first.losses, ...first.conversation };
}

const CALL = [
  'Discovery call-20260305_093000-Meeting Transcript',
  '5 March 2026, 09:30am',
  '27m 42s',
  'Ana Ruiz started transcription',
  'Ana Ruiz   0:04',
  'So if that keeps happening, what does it cost you?',
  'Baker, Tom (External)   0:09',
  'A customer. We lost one in March.',
  'And nearly another.',
  'Ana Ruiz   1:00:00',
  'I hear you.',
  'Ana Ruiz stopped transcription',
];

test('Teams .docx: starts only, the header gives title and date, who started the transcription said nothing', async () => {
  const read = await readDocx(CALL);
  assert.equal(read.format, 'teams-docx');
  assert.equal(read.kind, 'meeting');
  assert.equal(read.title, 'Discovery call');
  assert.equal(read.startedAt, '2026-03-05T09:30:00+01:00');
  assert.equal(read.timeQuality, 'start-only');
  assert.deepEqual(read.turns, [
    { speaker: 'Ana Ruiz', text: 'So if that keeps happening, what does it cost you?', line: 6, startMs: 4000, endMs: 9000 },
    {
      speaker: 'Baker, Tom (External)',
      text: 'A customer. We lost one in March. And nearly another.',
      line: 8,
      startMs: 9000,
      endMs: 3_600_000,
    },
    { speaker: 'Ana Ruiz', text: 'I hear you.', line: 11, startMs: 3_600_000 },
  ]);
  assert.deepEqual(read.losses, []);
});

test('newer Teams puts a name and its words in one paragraph with a line break between', async () => {
  const read = await readDocx(['Call-20260305_093000-Meeting Transcript', 'Ana Ruiz   0:04\nHello there.', 'Tom Baker   0:09\nHello you.']);
  assert.deepEqual(
    read.turns.map(({ speaker, text }) => [speaker, text]),
    [
      ['Ana Ruiz', 'Hello there.'],
      ['Tom Baker', 'Hello you.'],
    ],
  );
  assert.equal(read.startedAt, '2026-03-05T09:30:00+01:00');
});

test('older Teams has the times on a line of their own, start and end: exact', async () => {
  const read = await readDocx([
    '0:0:4.310 --> 0:0:8.900',
    'Ana Ruiz',
    'So if that keeps happening, what does it cost you?',
    '0:0:9.420 --> 0:0:16.77',
    'Tom Baker',
    'A customer.',
    'We lost one in March.',
  ]);
  assert.equal(read.format, 'teams-docx');
  assert.equal(read.timeQuality, 'exact');
  assert.deepEqual(
    read.turns.map(({ speaker, text, startMs, endMs, spokenMs }) => [speaker, text, startMs, endMs, spokenMs]),
    [
      ['Ana Ruiz', 'So if that keeps happening, what does it cost you?', 4310, 8900, 4590],
      ['Tom Baker', 'A customer. We lost one in March.', 9420, 16_770, 7350],
    ],
  );
});

test('the words of a Teams document pasted as text read the same', async () => {
  const { format, conversations } = await readAll(sourceOfText('pasted', CALL.join('\n')));
  assert.equal(format, 'teams-docx');
  assert.equal(conversations[0]?.conversation.turns.length, 3);
});

test('a Google Meet .docx is a Word document as well: its words decide', async () => {
  const read = await readDocx([
    'Mar 5, 2026',
    'Call - Transcript',
    '00:00:00',
    'Ana Ruiz: Hello.',
    'Tom Baker: Hello you.',
    'Transcription ended after 00:10:00',
  ]);
  assert.equal(read.format, 'meet');
  assert.equal(read.title, 'Call');
  assert.equal(read.turns.length, 2);
});

test('a document of notes is a note, an empty one is empty', async () => {
  assert.equal((await readDocx(['Met Tom at the port fair.', 'He brings his own tea.'])).format, 'by-hand');
  await assert.rejects(readDocx([]), { code: 'file.empty' });
});

test('a document that unpacks to more than it may is refused before it is opened, whatever it declares', async () => {
  const bomb = zipOf(documentXml(['Ana Ruiz   0:04', 'x'.repeat(17 * 1024 * 1024)]), { deflate: true });
  assert.ok(bomb.length < 200_000);
  await assert.rejects(readAll(sourceOfBytes('x.docx', bomb)), (wrong: unknown) => {
    assert.ok(wrong instanceof Refusal);
    assert.match(wrong.code, /too-large$/);
    return true;
  });
  const liar = zipOf(documentXml(['Ana Ruiz   0:04', 'x'.repeat(17 * 1024 * 1024)]), { deflate: true, declared: 1000 });
  await assert.rejects(readAll(sourceOfBytes('x.docx', liar)), Refusal);
});

test('a document cut anywhere is refused as damaged, never half read', async () => {
  const whole = zipOf(documentXml(CALL));
  for (let at = 4; at < whole.length; at += 37)
    await assert.rejects(readAll(sourceOfBytes('x.docx', whole.subarray(0, at))), Refusal, `cut at ${at}`);
});

test('a document whose XML is broken is refused', async () => {
  await assert.rejects(readAll(sourceOfBytes('x.docx', zipOf('<w:document><w:body><w:p'))), { code: 'file.damaged' });
});
