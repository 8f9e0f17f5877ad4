import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { readAll } from './read.ts';
import { sourceOfText } from './source.ts';

async function readOne(text: string, name = 'call.vtt') {
  const { format, conversations } = await readAll(sourceOfText(name, text));
  assert.equal(conversations.length, 1);
  const [first] = conversations;
  assert.ok(first);
  return { format, losses: first.losses, ...first.conversation };
}

const said = (turns: { speaker: string; text: string }[]) => turns.map(({ speaker, text }) => [speaker, text]);

test('voice tags name the speakers, with classes, entities, inner tags, blocks and settings around them', async () => {
  const read = await readOne(`WEBVTT

NOTE exported by a meeting tool
00:99 is not a time and this is not a caption

STYLE
::cue { color: papayawhip }

REGION
id:fred
width:40%

c1
00:00:01.200 --> 00:00:06.480
<v Ana Ruiz>What happens on a Monday when the numbers are late?</v>

c2
00:07.100 --> 00:15.900 align:start position:10%
<v.loud.first Tom &amp; Co>Honestly? I phone the depot myself.
<i>Twice</i>, <00:00:12.000>most <b>weeks</b>.</v>
`);
  assert.equal(read.format, 'webvtt');
  assert.equal(read.source, 'webvtt');
  assert.equal(read.timeQuality, 'exact');
  assert.equal(read.title, 'call');
  assert.equal(read.sourceId, null);
  assert.equal(read.startedAt, null);
  assert.deepEqual(read.losses, []);
  assert.deepEqual(read.participants, [
    { name: 'Ana Ruiz', side: 'unknown' },
    { name: 'Tom & Co', side: 'unknown' },
  ]);
  assert.deepEqual(read.turns, [
    {
      speaker: 'Ana Ruiz',
      text: 'What happens on a Monday when the numbers are late?',
      line: 15,
      startMs: 1200,
      endMs: 6480,
      spokenMs: 5280,
    },
    {
      speaker: 'Tom & Co',
      text: 'Honestly? I phone the depot myself. Twice, most weeks.',
      line: 19,
      startMs: 7100,
      endMs: 15900,
      spokenMs: 8800,
    },
  ]);
});

test('a speaker goes on in one turn within a second, and the durations add up as the file gives them', async () => {
  const read = await readOne(`WEBVTT

00:00:01.000 --> 00:00:02.000
<v Ana Ruiz>One

00:00:02.999 --> 00:00:04.000
<v Ana Ruiz>breath.

00:00:05.000 --> 00:00:06.000
<v Ana Ruiz>Another.

00:00:05.500 --> 00:00:05.800
<v Tom Baker>Mm.

00:00:06.000 --> 00:00:07.000
<v Ana Ruiz>Third.
`);
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'One breath.'],
    ['Ana Ruiz', 'Another.'],
    ['Tom Baker', 'Mm.'],
    ['Ana Ruiz', 'Third.'],
  ]);
  assert.deepEqual([read.turns[0]?.startMs, read.turns[0]?.endMs, read.turns[0]?.spokenMs], [1000, 4000, 2001]);
});

test('two voices in one caption share its time, and a caption without a tag goes on with the last voice', async () => {
  const read = await readOne(`WEBVTT

00:00:00.000 --> 00:00:10.000
<v Ana Ruiz>Yes? </v><v Tom Baker>Yes! </v>

00:00:12.000 --> 00:00:13.000
and then some
`);
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'Yes?'],
    ['Tom Baker', 'Yes!'],
    ['Tom Baker', 'and then some'],
  ]);
  assert.equal(
    read.turns.reduce((sum, turn) => sum + (turn.spokenMs ?? 0), 0),
    11_000,
  );
});

test('what looks like a tag and is none stays in the words', async () => {
  const read = await readOne(`WEBVTT

00:00:00.000 --> 00:00:10.000
<v Ana Ruiz>5 < 6 &lt;b&gt; &#8364;20 &#x20AC;30 &unknown; &amp;lt; AT&T <3</v>
`);
  assert.equal(read.turns[0]?.text, '5 < 6 <b> €20 €30 &unknown; &lt; AT&T <3');
});

test('Zoom writes the name before the words; a caption without one goes on, and the words keep their own colons', async () => {
  const read = await readOne(`WEBVTT

1
00:00:03.120 --> 00:00:07.560
Ana Ruiz: Before I show anything, what made you take this call?

2
00:00:08.010 --> 00:00:12.930
Tom Baker (Harbour Foods): Two late deliveries: Monday, and then again on Thursday.

3
00:00:13.050 --> 00:00:14.400
and nobody told us.

4
00:00:15.000 --> 00:00:16.000
Two things: the phone, and the invoice at 12:30

5
00:00:17.000 --> 00:00:18.000
Honestly: I was cross.
`);
  assert.equal(read.format, 'zoom-vtt');
  assert.deepEqual(
    read.participants.map(({ name }) => name),
    ['Ana Ruiz', 'Tom Baker (Harbour Foods)'],
  );
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'Before I show anything, what made you take this call?'],
    [
      'Tom Baker (Harbour Foods)',
      'Two late deliveries: Monday, and then again on Thursday. and nobody told us. Two things: the phone, and the invoice at 12:30',
    ],
    ['Tom Baker (Harbour Foods)', 'Honestly: I was cross.'],
  ]);
  assert.equal(read.turns[1]?.line, 9);
});

test('Zoom with Windows line ends, no blank lines, several speakers in one caption and a caller by number', async () => {
  const read = await readOne(
    'WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:03.000\r\nAna Ruiz: Hello?\r\nTom Baker: Hello.\r\n2\r\n00:00:05.000 --> 00:00:06.000\r\n31612345678: I am on the road.\r\n',
  );
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'Hello?'],
    ['Tom Baker', 'Hello.'],
    ['31612345678', 'I am on the road.'],
  ]);
});

test('Teams: identifiers, names the other way round, outsiders, and voices that are never closed', async () => {
  const read = await readOne(`WEBVTT

6f0c2a1e-5d1b-4c7e-9b35-0a9d1c2e3f40/12-0
00:00:04.311 --> 00:00:08.902
<v Ana Ruiz>So if that keeps happening,
what does it cost you?</v>

6f0c2a1e-5d1b-4c7e-9b35-0a9d1c2e3f40/17-0
00:00:09.420 --> 00:00:16.077
<v Baker, Tom (External)>A customer. We lost one in March.
`);
  assert.equal(read.format, 'teams-vtt');
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'So if that keeps happening, what does it cost you?'],
    ['Baker, Tom (External)', 'A customer. We lost one in March.'],
  ]);
  assert.equal(read.losses[0]?.code, 'file.ends-early');
});

test('old Stream files have confidences and no speakers: one unknown speaker', async () => {
  const read = await readOne(`WEBVTT

NOTE duration:"00:27:42.0000000"

NOTE language:en-us

NOTE Confidence: 0.69

6f0c2a1e-5d1b-4c7e-9b35-0a9d1c2e3f40
00:00:04.311 --> 00:00:08.902
What does it cost you?

NOTE Confidence: 0.81

7f0c2a1e-5d1b-4c7e-9b35-0a9d1c2e3f41
00:00:12.420 --> 00:00:16.077
A customer.
`);
  assert.equal(read.format, 'teams-vtt');
  assert.deepEqual(said(read.turns), [
    ['Unknown speaker', 'What does it cost you?'],
    ['Unknown speaker', 'A customer.'],
  ]);
  assert.deepEqual(read.losses, []);
});

test('a name in brackets on its own line speaks until the next one; sounds are no names', async () => {
  const read = await readOne(`WEBVTT

00:00:01.000 --> 00:00:04.000
(Ana Ruiz)
What does it cost you?

00:00:05.000 --> 00:00:08.000
(Tom Baker)
- A customer.

00:00:09.500 --> 00:00:10.000
(Laughter)

00:00:12.000 --> 00:00:13.000
We lost one in March.
`);
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'What does it cost you?'],
    ['Tom Baker', 'A customer.'],
    ['Tom Baker', '(Laughter)'],
    ['Tom Baker', 'We lost one in March.'],
  ]);
});

test('SRT has a comma in its times and a dash where somebody else speaks', async () => {
  const read = await readOne(
    `\uFEFF1
00:00:04,311 --> 00:00:08,902
<i>Ana Ruiz: What does it cost you?</i>

2
00:00:09,420 --> 00:00:16,077
- A customer.
We lost one in March.

3
00:00:20,000 --> 00:00:21,000
Ana Ruiz: I hear you.
`,
    'call.srt',
  );
  assert.equal(read.format, 'srt');
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'What does it cost you?'],
    ['Unknown speaker', 'A customer. We lost one in March.'],
    ['Ana Ruiz', 'I hear you.'],
  ]);
  assert.equal(read.turns[1]?.line, 7);
  assert.equal(read.turns[0]?.spokenMs, 4591);
});

test('the name of the file decides nothing: captions are known by their times', async () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>Hello there.</v>\n';
  assert.equal((await readOne(vtt, 'photo.png')).format, 'webvtt');
  assert.equal((await readOne(vtt.replace('WEBVTT\n\n', ''), 'x')).format, 'webvtt');
  assert.equal((await readOne('1\n00:00:01,000 --> 00:00:02,000\nAna: Hello there.\n', 'x.vtt')).format, 'srt');
});

test('times that cannot be read take those around them, and the loss says on which line', async () => {
  const read = await readOne(`WEBVTT

00:00:01.000 --> 00:00:02.000
<v Ana Ruiz>One.</v>

00:0x:03.000 --> 00:00:04.000
<v Tom Baker>Two.</v>

00:00:05.000 -#> 00:00:06.000
<v Ana Ruiz>Three.</v>

00:00:09.000 --> 00:00:08.000
<v Tom Baker>Backwards.</v>
`);
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'One.'],
    ['Tom Baker', 'Two.'],
    ['Ana Ruiz', 'Three.'],
    ['Tom Baker', 'Backwards.'],
  ]);
  assert.deepEqual([read.turns[1]?.startMs, read.turns[1]?.endMs], [2000, 4000]);
  assert.equal(read.turns[3]?.spokenMs, 0);
  assert.deepEqual(
    read.losses.map(({ code, line }) => [code, line]),
    [['times.unreadable', 6]],
  );
});

test('an arrow between words is no caption, and a paragraph after a blank line still belongs to its caption', async () => {
  const read = await readOne(`WEBVTT

00:00:01.000 --> 00:00:02.000
<v Ana Ruiz>From step one --> to step two.

And a second paragraph.</v>

00:00:05.000 --> 00:00:06.000
<v Tom Baker>Right.</v>
`);
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'From step one --> to step two. And a second paragraph.'],
    ['Tom Baker', 'Right.'],
  ]);
});

test('a file that is cut in the middle gives what is there and says where it ended', async () => {
  const read = await readOne('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>Hello.</v>\n\n00:03.000 --> 00:04.000\n');
  assert.deepEqual(said(read.turns), [['Ana Ruiz', 'Hello.']]);
  assert.deepEqual(
    read.losses.map(({ code, line }) => [code, line]),
    [['file.ends-early', 6]],
  );
});

test('captions without a word are refused with the line', async () => {
  await assert.rejects(readOne('WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\n<v Ana Ruiz></v>\n'), (wrong: unknown) => {
    assert.ok(wrong instanceof Refusal);
    assert.equal(wrong.code, 'file.no-turns');
    assert.equal(typeof wrong.params.line, 'number');
    return true;
  });
  await assert.rejects(readOne('WEBVTT\n'), { code: 'file.no-turns' });
});

test('captions whose header and first times are damaged are still known by the times after them', async () => {
  const read = await readOne(`WE?VTT

00:00:0\uFFFD.000 --> 00:00:02.000
<v Ana Ruiz>One.</v>

00:00:05.000 --> 00:00:06.000
<v Tom Baker>Two.</v>
`);
  assert.equal(read.format, 'webvtt');
  assert.deepEqual(said(read.turns), [
    ['Ana Ruiz', 'One.'],
    ['Tom Baker', 'Two.'],
  ]);
  assert.equal(read.losses[0]?.code, 'times.unreadable');
});

test('a voice that says nothing but a blank of any kind is no turn', async () => {
  for (const blank of [' ', '\u00a0', '\u3000', '\u2003 ', '\ufeff']) {
    const text = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ana Ruiz>${blank}\n\n00:00:03.000 --> 00:00:04.000\n<v Ana Ruiz>\u00a0Yes.${blank}\n`;
    const { conversations } = await readAll(sourceOfText('call.vtt', text));
    assert.deepEqual(
      conversations[0]?.conversation.turns.map((turn) => turn.text),
      ['Yes.'],
    );
  }
});
