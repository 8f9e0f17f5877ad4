import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockHead, damagedHead, namesOfHeads } from './blocks.ts';

test('a name, two spaces or more, and a time', () => {
  const cases: [string, string, number][] = [
    ['Ana Ruiz  0:04', 'Ana Ruiz', 4000],
    ['Ana Ruiz   12:34', 'Ana Ruiz', 754_000],
    ['Tom Baker\t1:02:15', 'Tom Baker', 3_735_000],
    ['Tom Baker\u00a0\u00a0 0:09', 'Tom Baker', 9000],
    ['Unknown Speaker  0:00', 'Unknown Speaker', 0],
    ['Speaker 1  0:05', 'Speaker 1', 5000],
    ['Baker, Tom (External)   0:09', 'Baker, Tom (External)', 9000],
    ['A\uFFFDa Ruiz  0:04', 'A\uFFFDa Ruiz', 4000],
  ];
  for (const [line, name, startMs] of cases) assert.deepEqual(blockHead(line), { name, startMs }, line);
});

test('what people say is no head of a block, also when a time ends it', () => {
  const others = [
    'Let us meet at 10:30',
    'Monday  9:30',
    'What about  9:30',
    '0:04',
    '  0:04',
    'Ana Ruiz  0:4',
    'Ana Ruiz  0:04:5',
    'Ana Ruiz  1:2:3:04',
    'Ana  10',
    'x',
  ];
  for (const line of others) assert.equal(blockHead(line), null, line);
});

test('in a damaged file a known name with a broken time still heads a block, without a time', () => {
  const known = namesOfHeads([{ text: 'Ana Ruiz  0:04' }, { text: 'Ana Ruiz  0:14' }, { text: 'Tom Baker  0:09' }]);
  assert.deepEqual(known, ['Ana Ruiz']);
  assert.deepEqual(damagedHead('Ana Rxiz \uFFFD 0:24', known), { name: 'Ana Ruiz' });
  assert.deepEqual(damagedHead('Ana Ruiz  0\uFFFD24', known), { name: 'Ana Ruiz' });
  assert.equal(damagedHead('Ana Ruiz said so 12 times', known), null);
  assert.equal(damagedHead('Ana Ruiz', known), null);
  assert.equal(damagedHead('Tom Baker \uFFFD 0:24', known), null);
});
