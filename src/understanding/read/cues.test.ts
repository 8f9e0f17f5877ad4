import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTime, scanCues } from './cues.ts';

const wordsOf = (text: string) => scanCues(text).cues.map((cue) => text.slice(cue.from, cue.to));

test('times with and without hours, with point or comma, short and long', () => {
  const cases: [string, number][] = [
    ['00:00:01.200', 1200],
    ['00:00:01,200', 1200],
    ['01:02.5', 62_500],
    ['1:02:15', 3_735_000],
    ['0:0:4.310', 4310],
    ['100:00:00.000', 360_000_000],
    [' 00:01.000', 1000],
    ['00:01.0005', 1000],
  ];
  for (const [text, ms] of cases) assert.equal(readTime(text, 0, text.length), ms, text);
});

test('what is no time', () => {
  for (const text of ['', '12', 'a:b', ':12', '1:2:3:4', '00:0x:01.000', '12:', '1234567:00', '--:--']) {
    assert.ok(readTime(text, 0, text.length) < 0, text);
  }
});

test('a caption keeps the line its words start on, whatever stands above them', () => {
  const text = `WEBVTT - a title

NOTE
a note of
several lines

1
00:00:01.000 --> 00:00:02.000
first

id with words
00:00:03.000 --> 00:00:04.000 line:0 position:20% align:end
second
line


3
00:05.000 --> 00:06.000
third`;
  const { cues, losses } = scanCues(text);
  assert.deepEqual(wordsOf(text), ['first', 'second\nline', 'third']);
  assert.deepEqual(
    cues.map(({ line, startMs, endMs, one }) => [line, startMs, endMs, one]),
    [
      [9, 1000, 2000, true],
      [13, 3000, 4000, false],
      [19, 5000, 6000, false],
    ],
  );
  assert.deepEqual(losses, []);
});

test('without blank lines the number of the next caption is not said', () => {
  const text = '1\n00:00:01,000 --> 00:00:02,000\nWe have\n42\n2\n00:00:03,000 --> 00:00:04,000\nof them\n';
  assert.deepEqual(wordsOf(text), ['We have\n42', 'of them']);
});

test('blank lines between the times and the words are allowed', () => {
  assert.deepEqual(wordsOf('00:01.000 --> 00:02.000\n\nlate words\n\n00:03.000 --> 00:04.000\nmore\n'), ['late words', 'more']);
});

test('times that run backwards end where they start', () => {
  const [cue] = scanCues('00:05.000 --> 00:02.000\nwords\n').cues;
  assert.deepEqual([cue?.startMs, cue?.endMs], [5000, 5000]);
});

test('the words on the line of the times are found when the line end between them is damaged', () => {
  const text = '00:00:01.000 --> 00:00:02.000?<v Ana>Hello.</v>\n\n00:00:03.000 --> 00:00:04.000\nmore\n';
  assert.deepEqual(wordsOf(text), ['<v Ana>Hello.</v>', 'more']);
});

test('a NOTE hides whatever it holds, but not the caption after it', () => {
  assert.deepEqual(wordsOf('WEBVTT\n\nNOTE\nsay nothing\n00:01.000 --> 00:02.000\nwords\n'), ['words']);
  assert.deepEqual(wordsOf('WEBVTT\n\nNOTE one line\n\n00:01.000 --> 00:02.000\nNOTE is a word as well\n'), ['NOTE is a word as well']);
});

test('the quick way and the careful way agree on every caption', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const time = fc
    .tuple(fc.nat(99), fc.nat(59), fc.nat(59), fc.nat(999), fc.constantFrom('.', ','))
    .map(([h, m, s, ms, point]) => `${two(h)}:${two(m)}:${two(s)}${point}${String(ms).padStart(3, '0')}`);
  const caption = fc.record({
    number: fc.option(fc.nat(9999)),
    from: time,
    to: time,
    words: fc.constantFrom('Hello.', '<v Ana>Hi</v>', '7', 'a\nb'),
  });
  fc.assert(
    fc.property(fc.array(caption, { maxLength: 12 }), (captions) => {
      const write = (gap: string) =>
        captions
          .map(({ number, from, to, words }) => `${number === null ? '' : `${number}\n`}${from} -->${gap}${to}\n${words}\n\n`)
          .join('');
      const at = (text: string) =>
        scanCues(text).cues.map(({ startMs, endMs, line, from, to }) => [startMs, endMs, line, text.slice(from, to)]);
      // Two spaces after the arrow are not the usual caption.
      assert.deepEqual(at(write(' ')), at(write('  ')));
      assert.equal(at(write(' ')).length, captions.length);
    }),
  );
});
