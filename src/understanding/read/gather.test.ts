import assert from 'node:assert/strict';
import { test } from 'node:test';
import { participantsOf, titleOfName, transcriptOf } from './gather.ts';

const turn = (speaker: string) => ({ speaker, text: 'words', line: 1 });

test('everybody who speaks takes part once, in the order of speaking, on a side nobody knows yet', () => {
  assert.deepEqual(participantsOf([turn('Tom'), turn('Ana'), turn('Tom')], new Map([['Ana', 'ana@example.com']])), [
    { name: 'Tom', side: 'unknown' },
    { name: 'Ana', email: 'ana@example.com', side: 'unknown' },
  ]);
});

test('a transcript says no more about itself than it knows', () => {
  assert.deepEqual(transcriptOf({ source: 'srt', title: 'Call', turns: [turn('Tom')], timeQuality: 'none' }), {
    source: 'srt',
    sourceId: null,
    kind: 'call',
    startedAt: null,
    title: 'Call',
    participants: [{ name: 'Tom', side: 'unknown' }],
    turns: [turn('Tom')],
    timeQuality: 'none',
  });
});

test('the name of a file without folder, ending and underscores is a title', () => {
  const cases: [string, string][] = [
    ['Call_with_Tom.vtt', 'Call with Tom'],
    ['C:\\files\\Call.docx', 'Call'],
    ['calls/2026/Call.final.txt', 'Call.final'],
    ['Mr. Baker', 'Mr. Baker'],
    ['.vtt', '.vtt'],
    ['', 'Conversation'],
    ['___', 'Conversation'],
  ];
  for (const [name, title] of cases) assert.equal(titleOfName(name), title, name);
});
