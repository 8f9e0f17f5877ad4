import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fillTimes, lossOfTimes, recordsIn } from './json-salvage.ts';

const KEYS = ['index', 'speaker_name', 'start_time', 'text', 'raw_text'];
const one = (i: number, text: string) =>
  `{"index":${i},"speaker_name":"Ana Ruiz","start_time":${i * 5}.5,"text":"${text}","raw_text":"${text.toLowerCase()}"}`;
const record = (i: number, text: string) => ({
  index: String(i),
  speaker_name: 'Ana Ruiz',
  start_time: `${i * 5}.5`,
  text,
  raw_text: text.toLowerCase(),
});

test('whole records come out whole, however they are set', () => {
  const text = `[${one(0, 'What does it cost?')},\n${one(1, 'A customer, or two.')}]`;
  const both = [record(0, 'What does it cost?'), record(1, 'A customer, or two.')];
  assert.deepEqual(recordsIn(text, KEYS), both);
  assert.deepEqual(recordsIn(JSON.stringify(JSON.parse(text), null, 2).replaceAll('": ', '":'), KEYS), both);
});

const BROKEN: [what: string, from: string, to: string][] = [
  ['the bracket that opens it', '{"index"', '\uFFFD"index"'],
  ['the bracket that closes it', '"},{', '"\uFFFD,{'],
  ['the comma after it', '},{', '}\uFFFD{'],
  ['the quote that opens a key', '"text":"What', '\uFFFDtext":"What'],
  ['the quote that closes a key', '"text":"What', '"text\uFFFD:"What'],
  ['the colon after a key', '"text":"What', '"text"\uFFFD"What'],
  ['a letter of a key', '"text":"What', '"t\uFFFDxt":"What'],
  ['the quote that opens the words', '"text":"What', '"text":\uFFFDWhat'],
  ['the quote that closes the words', 'cost?","raw', 'cost?\uFFFD,"raw'],
  ['the comma after the words', 'cost?","raw', 'cost?"\uFFFD"raw'],
  ['two letters of a long key', 'speaker_name', 'sp\uFFFDaker\uFFFDname'],
];

for (const [what, from, to] of BROKEN)
  test(`with ${what} wrong, both sentences and their people are there`, () => {
    const text = `[${one(0, 'What does it cost?')},${one(1, 'A customer.')}]`;
    assert.ok(text.includes(from));
    const records = recordsIn(text.replace(from, to), KEYS);
    assert.deepEqual(
      records.map((found) => found.text),
      ['What does it cost?', 'A customer.'],
    );
    assert.deepEqual(
      records.map(({ speaker_name }) => speaker_name),
      ['Ana Ruiz', 'Ana Ruiz'],
    );
  });

test('a key that is lost altogether costs its value alone', () => {
  const text = `[${one(0, 'What?')},${one(1, 'A customer.')},${one(2, 'In March.')}]`.replace('"index":1', '######:1');
  const records = recordsIn(text, KEYS);
  assert.deepEqual(
    records.map((found) => found.text),
    ['What?', 'A customer.', 'In March.'],
  );
  assert.equal(records[1]?.index, undefined);
});

test('quotes, colons and keys within the words stay words', () => {
  const said = ['He said \\"yes\\", and: no.', 'the text: it is late', 'a, b, {c}', 'caf\\u00e9\\nor not'];
  const text = `[${said.map((words, i) => one(i, words)).join(',')}]`;
  assert.deepEqual(
    recordsIn(text, KEYS).map((found) => found.text),
    ['He said "yes", and: no.', 'the text: it is late', 'a, b, {c}', 'café or not'],
  );
});

test('what is null, empty or not asked for is not in a record', () => {
  const text = '[{"index":0,"topic":"x","text":null,"raw_text":""},{"index":1,"text":"Yes."}]';
  assert.deepEqual(recordsIn(text, KEYS), [{ index: '0' }, { index: '1', text: 'Yes.' }]);
});

test('a key that always comes first begins a record, also where the one before it misses its own', () => {
  const text = '{"speakerId":"a","text":"One."},{"speakerId":"b","start":4,"text":"Two."},{"start":5,"text":"Three."}';
  assert.deepEqual(
    recordsIn(text, ['speakerId', 'start', 'text'], ['speakerId']).map(({ speakerId, text: words }) => [speakerId, words]),
    [
      ['a', 'One.'],
      ['b', 'Two.'],
      [undefined, 'Three.'],
    ],
  );
});

test('one wrong byte anywhere costs at most one record of twenty', () => {
  const text = `[${Array.from({ length: 20 }, (_, i) => one(i, `Sentence ${i}, said by Ana.`)).join(',')}]`;
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom('\uFFFD', 'x', '"', '{', '}', ',', ' '), (at, wrong) => {
      const records = recordsIn(text.slice(0, at) + wrong + text.slice(at + 1), KEYS);
      const whole = records.filter((found, i) => found.text === `Sentence ${found.index ?? i}, said by Ana.`);
      assert.ok(records.length >= 20 && records.length <= 21, `${records.length} records`);
      assert.ok(whole.length >= 19, `${whole.length} whole`);
    }),
    { numRuns: 500 },
  );
});

test('any text is looked through in time that grows with its length', () => {
  for (const piece of ['"', '"text":', '"te":', '\uFFFD', ',a', '"text":"', '" ,']) {
    const start = performance.now();
    recordsIn(piece.repeat(300_000 / piece.length), KEYS);
    assert.ok(performance.now() - start < 2000, `${JSON.stringify(piece)} took ${Math.round(performance.now() - start)} ms`);
  }
});

const timed = (...times: [string?, string?][]) =>
  times.map(([start, end]) => ({ ...(start !== undefined && { start }), ...(end !== undefined && { end }) })) as Record<string, string>[];

test('times that cannot be read are those of the neighbours, and are counted', () => {
  assert.deepEqual(fillTimes(timed(['1', '2'], ['3\uFFFD', '4'], ['5'], ['7', '8']), 'start', 'end'), {
    times: [
      [1, 2],
      [2, 4],
      [5, 5],
      [7, 8],
    ],
    n: 2,
  });
});

test('an end before its start is no end', () => {
  assert.deepEqual(fillTimes(timed(['1', '2'], ['6', '3'], ['7', '8']), 'start', 'end')?.times[1], [6, 6]);
});

test('a file without times keeps none', () => {
  assert.equal(fillTimes(timed([], [], ['1', '2']), 'start', 'end'), null);
});

test('no time is negative, and none ends before it starts, whatever is written', () => {
  const number = fc.option(fc.oneof(fc.integer().map(String), fc.double().map(String), fc.string({ maxLength: 4 })), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 20 }), (all) => {
      for (const [from, to] of fillTimes(timed(...all), 'start', 'end')?.times ?? []) assert.ok(from >= 0 && to >= from, `${from} ${to}`);
    }),
  );
});

test('a person is told how many times were guessed, or nothing', () => {
  assert.deepEqual(lossOfTimes(0), []);
  assert.equal(lossOfTimes(3)[0]?.detail, 'The times of 3 sentences could not be read.');
});
