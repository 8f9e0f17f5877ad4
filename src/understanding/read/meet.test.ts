import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from './read.ts';
import { sourceOfText } from './source.ts';

async function readOne(text: string, zone?: string) {
  const { format, conversations } = await readAll(sourceOfText('meet.txt', text), zone ? { zone } : {});
  const [first] = conversations;
  assert.ok(first);
  return { format, losses: first.losses, ...first.conversation };
}

const MEETING = `Mar 5, 2026
Discovery call with Harbour Foods - Transcript
00:00:00

Ana Ruiz: What would "solved" look like by summer?
Tom Baker: That I sleep on Sunday night.

00:05:00

Ana Ruiz: Say more about Sunday.
Ana Ruiz's Presentation: (shared screen audio)
Tom Baker: One thing: the phone.
It rings at nine.
Tom Baker: Always.

Transcription ended after 00:27:42

This editable transcript was computer generated and might contain errors. People can also change the text after it was created.
`;

test('Meet: times between headings are shared out by words, a shared screen is nobody', async () => {
  const read = await readOne(MEETING);
  assert.equal(read.format, 'meet');
  assert.equal(read.kind, 'meeting');
  assert.equal(read.timeQuality, 'interpolated');
  assert.equal(read.title, 'Discovery call with Harbour Foods');
  assert.equal(read.startedAt, '2026-03-05T00:00:00+00:00');
  assert.deepEqual(
    read.participants.map(({ name }) => name),
    ['Ana Ruiz', 'Tom Baker'],
  );
  assert.deepEqual(
    read.turns.map(({ speaker, text, line }) => [speaker, text, line]),
    [
      ['Ana Ruiz', 'What would "solved" look like by summer?', 5],
      ['Tom Baker', 'That I sleep on Sunday night.', 6],
      ['Ana Ruiz', 'Say more about Sunday.', 10],
      ['Tom Baker', 'One thing: the phone. It rings at nine. Always.', 12],
    ],
  );
  const [first, second, third, fourth] = read.turns;
  assert.deepEqual([first?.startMs, second?.endMs, third?.startMs, fourth?.endMs], [0, 300_000, 300_000, 1_662_000]);
  // 7 of 13 words
  assert.equal(first?.endMs, Math.round((300_000 * 7) / 13));
  assert.ok(read.turns.every((turn) => turn.spokenMs === undefined));
  assert.deepEqual(read.losses, []);
});

test('the date is the day where the file was made', async () => {
  assert.equal((await readOne(MEETING, 'America/New_York')).startedAt, '2026-03-05T00:00:00-05:00');
});

test('Notes by Gemini: the summary was not said, and the invited have their addresses', async () => {
  const read = await readOne(
    `📝 Notes

Mar 5, 2026

## Discovery call with Harbour Foods

Invited [Ana Ruiz](mailto:ana@example.com) [Tom Baker](mailto:tom@harbour.example) [Lee Wong](mailto:lee@example.com)

Attachments Discovery call

### Summary

Ana Ruiz asked about Sundays. Tom Baker: wants sleep.

### Details

* **Reports**: they are late.
* **Phones**: they ring.

# 📖 Transcript

Mar 5, 2026

## Discovery call with Harbour Foods \\- Transcript

### 00:00:00 {#00:00:00}

**Ana Ruiz:** What would "solved" look like?
**Tom Baker:** That I sleep.

### Transcription ended after 00:01:00
`.replace('\\-', '-'),
  );
  assert.equal(read.format, 'meet');
  assert.deepEqual(read.participants, [
    { name: 'Ana Ruiz', email: 'ana@example.com', side: 'unknown' },
    { name: 'Tom Baker', email: 'tom@harbour.example', side: 'unknown' },
  ]);
  assert.deepEqual(
    read.turns.map(({ text }) => text),
    ['What would "solved" look like?', 'That I sleep.'],
  );
  assert.equal(read.startedAt?.slice(0, 10), '2026-03-05');
  assert.equal(read.turns.at(-1)?.endMs, 60_000);
});

test('attendees between the heading and the talk are no speech', async () => {
  const read = await readOne(`Call - Transcript
Attendees
Ana Ruiz, Tom Baker, Tom Baker's Presentation
Transcript
00:00:00
Ana Ruiz: Hello.
Tom Baker: Hello you.
Meeting ended after 00:02:00 👋
`);
  assert.deepEqual(
    read.turns.map(({ speaker, text }) => [speaker, text]),
    [
      ['Ana Ruiz', 'Hello.'],
      ['Tom Baker', 'Hello you.'],
    ],
  );
});

test('without the line that ends it, the last part has no times, and that is told', async () => {
  const read = await readOne(MEETING.slice(0, MEETING.indexOf('Transcription ended')));
  assert.deepEqual(
    read.turns.map(({ startMs }) => startMs === undefined),
    [false, false, true, true],
  );
  assert.equal(read.losses[0]?.code, 'file.ends-early');
  const only = await readOne('Call - Transcript\n00:00:00\n\nAna Ruiz: Hello.\nTom Baker: Hello.\n');
  assert.equal(only.timeQuality, 'none');
  assert.ok(only.turns.every((turn) => turn.startMs === undefined));
});

test('Dutch Meet ends in Dutch', async () => {
  const read = await readOne(`5 mrt 2026
Kennismaking - Transcriptie
00:00:00

Ana Ruiz: Wat kost het u?
Presentatie van Ana Ruiz: (geluid)
Tom de Bakker: Een klant.

Transcriptie beëindigd na 00:10:00
`);
  assert.equal(read.title, 'Kennismaking');
  assert.equal(read.startedAt, '2026-03-05T00:00:00+00:00');
  assert.deepEqual(
    read.turns.map(({ speaker, endMs }) => [speaker, endMs]),
    [
      ['Ana Ruiz', 400_000],
      ['Tom de Bakker', 600_000],
    ],
  );
});

test('a heading and nobody who speaks is refused with the line', async () => {
  await assert.rejects(readOne('Mar 5, 2026\nCall - Transcript\n00:00:00\n\nnobody: \n'), { code: 'file.no-turns' });
});
