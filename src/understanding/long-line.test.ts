import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Conversation } from '#model/conversation.ts';
import { understand } from './understand.ts';

function pasted(text: string): Conversation {
  return {
    source: 'plain',
    sourceId: null,
    kind: 'call',
    startedAt: '2026-11-17T13:58:00+01:00',
    title: 'Pasted',
    participants: [{ name: 'Ines', side: 'them' }],
    turns: [{ speaker: 'Ines', text, line: 1 }],
    timeQuality: 'none',
  };
}

function msOf(text: string): number {
  const start = process.cpuUsage();
  understand(pasted(text));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

// It once took a minute and a half, and with it every page of the server.
test('one line of a million letters is understood in seconds, in proportion to its length', () => {
  for (const words of ['Ines: Yes. ', 'We need it by Friday, and I worry > you. ']) {
    msOf(words.repeat(1_000));
    const short = msOf(words.repeat(5_000));
    const long = msOf(words.repeat(25_000));
    assert.ok(long < 8_000, `${long} ms`);
    assert.ok(long < Math.max(short, 50) * 20, `${short} ms for a fifth, ${long} ms for the whole`);
  }
});

test('two pasted logs that answer one another cost what each of them costs, not their product', () => {
  const between = (n: number) => {
    const theirs = 'I thought you only come during the day. '.repeat(n);
    const conversation: Conversation = {
      ...pasted(theirs),
      participants: [
        { name: 'Ines', side: 'them' },
        { name: 'Ana', side: 'us' },
      ],
      turns: [
        { speaker: 'Ines', text: theirs, line: 1 },
        { speaker: 'Ana', text: 'We come at night too, I will tell you on Monday or Tuesday. '.repeat(n), line: 2 },
      ],
    };
    const start = process.cpuUsage();
    understand(conversation, { claims: [{ id: 'night', offering: 'Harbourline', statement: 'A visit at night too' }] });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  between(200);
  const short = between(500);
  const long = between(4_000);
  assert.ok(long < Math.max(short, 50) * 24, `${short} ms for an eighth, ${long} ms for the whole`);
});
