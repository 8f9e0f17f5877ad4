import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, headOfText, readWith } from '#test/reading.ts';
import { zipOf } from '#test/zip-of.ts';
import type { ReadConversation } from './reader.ts';
import { slack } from './slack.ts';
import { slackText } from './slack-text.ts';

const user = (id: string, name: string, over: object = {}) => ({
  id,
  name: name.toLowerCase().split(' ')[0],
  real_name: name,
  is_bot: false,
  profile: { email: `${name.toLowerCase().split(' ')[0]}@Example.com`, real_name: name, display_name: '' },
  ...over,
});

const says = (userId: string, ts: string, text: string, over: object = {}) => ({ type: 'message', user: userId, ts, text, ...over });

const files = (over: Record<string, unknown> = {}): Record<string, string> => {
  const all: Record<string, unknown> = {
    'users.json': [user('U01ANA', 'Ana Ruiz'), user('U02LEE', 'Lee Chan'), user('U09BOT', 'Helper', { is_bot: true })],
    'channels.json': [{ id: 'C01', name: 'sales', members: ['U01ANA', 'U02LEE'] }],
    'dms.json': [{ id: 'D01', members: ['U01ANA', 'U02LEE'] }],
    'sales/2026-03-05.json': [
      says(
        'U01ANA',
        '1772703000.000200',
        'Tom (<mailto:tom@harbour.example|tom@harbour.example>) says the <https://example.com/x|late report> cost him a client <@U02LEE>',
        {
          thread_ts: '1772703000.000200',
          reply_count: 2,
        },
      ),
      says('U02LEE', '1772703100.000300', '<@U02LEE> has joined the channel', { subtype: 'channel_join' }),
      says('U02LEE', '1772703200.000400', 'I will own it &amp; call him today', { thread_ts: '1772703000.000200' }),
      says('U01ANA', '1772704000.000100', 'Lunch at one?'),
      says('U09BOT', '1772704001.000100', 'Build passed'),
      { type: 'message', subtype: 'bot_message', bot_id: 'B1', ts: '1772704002.000100', text: 'Deploy done' },
      says('U02LEE', '1772704060.000100', 'Yes'),
      says('U02LEE', '1772704070.000100', '', { subtype: 'file_share', files: [{ name: 'a.pdf' }] }),
    ],
    'sales/2026-03-06.json': [says('U01ANA', '1772790000.000100', 'And what did he say?', { thread_ts: '1772703000.000200' })],
    'D01/2026-03-05.json': [says('U02LEE', '1772703900.000100', 'Between us: he was angry')],
    ...over,
  };
  return Object.fromEntries(Object.entries(all).map(([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value)]));
};

const read = (over?: Record<string, unknown>) => readWith(slack, zipOf(files(over)));
const bySource = (all: ReadConversation[], id: string) => all.find(({ conversation }) => conversation.sourceId === id)?.conversation;

test('a thread is a conversation over its days, what is outside threads one a channel and day', async () => {
  const all = await read();
  assert.deepEqual(
    all.map(({ conversation }) => conversation.sourceId),
    ['D01/2026-03-05', 'C01/2026-03-05', 'C01/1772703000.000200'],
  );
  const thread = bySource(all, 'C01/1772703000.000200');
  assert.deepEqual(
    thread?.turns.map(({ speaker, text }) => `${speaker}: ${text}`),
    [
      'Ana Ruiz: Tom (tom@harbour.example) says the late report cost him a client @Lee Chan',
      'Lee Chan: I will own it & call him today',
      'Ana Ruiz: And what did he say?',
    ],
  );
  assert.match(thread?.title ?? '', /^#sales: Tom \(tom@harbour\.example\) says/);
  assert.deepEqual(thread?.turns[1], {
    speaker: 'Lee Chan',
    text: 'I will own it & call him today',
    line: 2,
    at: '2026-03-05T09:33:20.000Z',
    key: '1772703200.000400',
    startMs: 200_000,
  });
});

test('joins, bots and files without words are not talk; what was left out is told', async () => {
  const all = await read();
  const day = bySource(all, 'C01/2026-03-05');
  assert.deepEqual(
    day?.turns.map(({ text }) => text),
    ['Lunch at one?', 'Yes'],
  );
  assert.equal(day?.title, '#sales, 2026-03-05');
  assert.deepEqual(
    all.flatMap(({ losses }) => losses.map(({ code }) => code)),
    ['media.omitted'],
  );
});

test('messages stand in the order of their times, and the same words twice are two messages', async () => {
  const day = [
    says('U01ANA', '1772703009.000100', 'Yes'),
    says('U02LEE', '1772703001.000100', 'Agreed?'),
    says('U01ANA', '1772703002.000100', 'Yes'),
  ];
  const talk = bySource(await read({ 'sales/2026-03-05.json': day }), 'C01/2026-03-05');
  assert.deepEqual(
    talk?.turns.map(({ text, startMs, line }) => [text, startMs, line]),
    [
      ['Agreed?', 0, 1],
      ['Yes', 1000, 2],
      ['Yes', 8000, 3],
    ],
  );
});

test('people have their address, in direct messages also who said nothing', async () => {
  const direct = bySource(await read(), 'D01/2026-03-05');
  assert.deepEqual(direct?.participants, [
    { name: 'Lee Chan', email: 'lee@example.com', side: 'unknown' },
    { name: 'Ana Ruiz', email: 'ana@example.com', side: 'unknown' },
  ]);
  assert.equal(direct?.title, 'Lee Chan, Ana Ruiz, 2026-03-05');
  assert.equal(direct?.kind, 'chat');
});

test('a later export has the same conversations and keys, and more', async () => {
  const before = await read();
  const reply = says('U02LEE', '1772800000.000100', 'That he stays', { thread_ts: '1772703000.000200' });
  const after = await read({ 'sales/2026-03-07.json': [reply] });
  const id = 'C01/1772703000.000200';
  const keys = (all: ReadConversation[]) => bySource(all, id)?.turns.map(({ key }) => key) ?? [];
  assert.deepEqual(keys(after), [...keys(before), '1772800000.000100']);
});

test('two people of one name are told apart, and people of other organisations keep theirs', async () => {
  const users = [user('U1', 'Tom Baker', { name: 'tom' }), user('U2', 'Tom Baker', { name: 'tbaker' })];
  const foreign = says('U777', '1772703003.000100', 'Hello from outside', { user_profile: { real_name: 'Ines Vos' } });
  const day = [
    says('U1', '1772703001.000100', 'One'),
    says('U2', '1772703002.000100', 'Two'),
    foreign,
    says('U888', '1772703004.000100', 'Who?'),
  ];
  const all = await read({ 'users.json': users, 'dms.json': [], 'sales/2026-03-05.json': day, 'sales/2026-03-06.json': [] });
  assert.deepEqual(
    bySource(all, 'C01/2026-03-05')?.participants.map(({ name }) => name),
    ['Tom Baker', 'Tom Baker (tbaker)', 'Ines Vos', 'U888'],
  );
});

test('an export packed with its folder around it is one too', async () => {
  const inFolder = Object.fromEntries(Object.entries(files()).map(([path, text]) => [`Acme export/${path}`, text]));
  assert.equal(slack.recognises(headOfText('', Object.keys(inFolder))), 'slack');
  assert.equal((await readWith(slack, zipOf(inFolder))).length, 3);
});

test('a day that is damaged is a loss, and the other days are read', async () => {
  const all = await read({ 'sales/2026-03-06.json': '[{"type":"message","user":"U01ANA","ts":"1772790000.000100","text":"Still th' });
  assert.ok(all.flatMap(({ losses }) => losses).some(({ code, detail }) => code === 'json.damaged' && detail.includes('2026-03-06')));
  assert.equal(bySource(all, 'C01/1772703000.000200')?.turns.length, 2);
});

test('an export in which nobody says anything is refused', async () => {
  assert.equal(await codeOf(readWith(slack, zipOf({ 'users.json': '[]', 'sales/2026-03-05.json': '[]' }))), 'file.no-turns');
});

test('mentions, links, dates and entities read as they look', () => {
  const names = { user: (id: string) => (id === 'U1' ? 'Ana Ruiz' : ''), channel: (id: string) => (id === 'C1' ? 'sales' : id) };
  const pairs: [string, string][] = [
    ['<@U1> and <@U9|lee>', '@Ana Ruiz and @lee'],
    ['<#C1> <#C2|north>', '#sales #north'],
    ['<!here> <!channel|@channel> <!subteam^S1|@team>', '@here @channel @team'],
    ['<!date^1772703000^{date}|5 March>', '5 March'],
    ['<https://example.com/a?b=1&amp;c=2>', 'https://example.com/a?b=1&c=2'],
    ['<https://example.com|the report> is late', 'the report is late'],
    ['<mailto:a@b.example>', 'a@b.example'],
    ['3 &lt; 4 &amp;amp; 5 &gt; 4', '3 < 4 &amp; 5 > 4'],
    ['a < b and no end', 'a < b and no end'],
  ];
  for (const [raw, shown] of pairs) assert.equal(slackText(raw, names), shown);
  const started = performance.now();
  slackText('<'.repeat(500_000), names);
  slackText('<@U1|'.repeat(200_000), names);
  assert.ok(performance.now() - started < 2000);
});

test('it is known by what is in it, and other archives are not', () => {
  const known = (paths: string[]) => slack.recognises(headOfText('', paths));
  assert.equal(known(['users.json', 'channels.json', 'sales/2026-03-05.json']), 'slack');
  assert.equal(known(['users.json', 'channels.json']), null);
  assert.equal(known(['word/document.xml']), null);
  assert.equal(slack.recognises(headOfText('users.json')), null);
});

test('an archive changed anywhere gives conversations or a refusal', async () => {
  const whole = zipOf(files());
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const bytes = Uint8Array.from(whole);
      bytes[at] = byte;
      const result = await codeOf(readWith(slack, bytes));
      assert.ok(Array.isArray(result) ? result.length > 0 : /^(zip|file)\./.test(String(result)), String(result));
    }),
    { numRuns: 150 },
  );
});
