import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { z } from 'zod';
import { listeningReportShape } from '#model/listening.shape.ts';

const HEED = path.resolve(import.meta.dirname, '../../bin/heed.js');
const folder = mkdtempSync(path.join(tmpdir(), 'heed-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const VTT = `WEBVTT

1
00:00:01.000 --> 00:00:05.000
<v Ana Ruiz>Before I show anything, what made you take this call?</v>

2
00:00:06.000 --> 00:00:16.000
<v Ines Carvalho>It takes us two hours every Monday to type the orders over. Does your app work without a signal?</v>

3
00:00:17.000 --> 00:00:20.000
<v Ana Ruiz>Anyway, I'll send you the July report by Friday.</v>

4
00:00:21.000 --> 00:00:24.000
<v Ines Carvalho>Good, then I wait for that report of yours.</v>
`;

function file(name: string, text: string): string {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
}

function heed(args: string[], input = '', env: Record<string, string> = {}) {
  const done = spawnSync(process.execPath, [HEED, ...args], { encoding: 'utf8', input, env: { ...process.env, ...env } });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const call = file('call.vtt', VTT);

test('the report says who spoke, what was asked, left open, needed and promised', () => {
  const { code, out, err } = heed(['listen', call, '--us', 'ana']);
  assert.equal(err, '');
  assert.equal(code, 0);
  for (const part of [
    'Who spoke',
    'Ana Ruiz',
    '35%',
    'We asked',
    '1 question',
    'left open',
    'What they need',
    'What was promised',
    'send the July report',
  ])
    assert.ok(out.includes(part), `${part} is missing in\n${out}`);
  assert.match(out, /\[00:06\] +“It takes us two hours every Monday/);
  assert.match(out, /Their questions we left open\n\[00:06\] +“Does your app work without a signal\?”/);
});

test('no colour where nobody looks at a terminal', () => {
  assert.ok(!heed(['listen', call, '--us', 'ana']).out.includes('\u001b'));
});

test('without --us there are figures for each speaker, and a word on how to get ours', () => {
  const { code, out } = heed(['listen', call]);
  assert.equal(code, 0);
  assert.match(out, /Ines Carvalho/);
  assert.match(out, /--us NAME/);
  assert.ok(!out.includes('We talked'));
});

test('as JSON it is the shape that others rely on', () => {
  const { code, out } = heed(['listen', call, '--us', 'ana', '--json']);
  assert.equal(code, 0);
  const report = z.strictObject(listeningReportShape.shape).parse(JSON.parse(out));
  assert.equal(report.listening.talkShare, 7 / 20);
  assert.equal(report.listening.questions.unanswered, 1);
  assert.equal(report.turns.length, 4);
  for (const { turn, from, to, quote } of report.findings) assert.equal(report.turns[turn]?.text.slice(from, to), quote);
});

test('with --why each suggestion names the words that made it, and the JSON has them at each finding and act', () => {
  assert.doesNotMatch(heed(['listen', call, '--us', 'ana']).out, /because of/);
  const { code, out, err } = heed(['listen', call, '--us', 'ana', '--why']);
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /I'll send you the July report[^\n]*\n[^\n]*commitment[^\n]*\n +because of “I'll send/);
  const report = listeningReportShape.parse(JSON.parse(heed(['listen', call, '--us', 'ana', '--why', '--json']).out));
  for (const { why, turn } of report.findings) {
    assert.equal(why?.by, 'heads');
    for (const { from, to } of why?.words ?? []) assert.ok(report.turns[turn]?.text.slice(from, to).trim());
  }
  assert.ok(report.turns.every(({ acts }) => acts.every(({ why }) => why)));
  const plain = heed(['listen', call, '--us', 'ana', '--json']).out;
  assert.doesNotMatch(plain, /"why"/);
});

test('standard input is a file too', () => {
  const { code, out } = heed(['listen', '-', '--us', 'ana', '--json'], VTT);
  assert.equal(code, 0);
  assert.equal(listeningReportShape.parse(JSON.parse(out)).turns.length, 4);
});

test('of several files the good ones are told and the bad ones named, with exit code 1', () => {
  const nothing = path.join(folder, 'nothing.vtt');
  const empty = file('empty.vtt', '');
  const { code, out, err } = heed(['listen', nothing, call, empty, '--json']);
  assert.equal(code, 1);
  assert.equal(z.array(listeningReportShape).parse(JSON.parse(out)).length, 1);
  assert.match(err, /nothing\.vtt: there is no such file/);
  assert.match(err, /empty\.vtt: \S+/);
});

test('a folder is not a file, and the sentence says so', () => {
  const { code, err } = heed(['listen', folder]);
  assert.equal(code, 1);
  assert.match(err, /folder/);
});

test('somebody who was not there is refused with the names of those who were', () => {
  const { code, err } = heed(['listen', call, '--us', 'Zoltan']);
  assert.equal(code, 1);
  assert.match(err, /Zoltan.*Ana Ruiz, Ines Carvalho/s);
});

const WRONG: [string[], RegExp][] = [
  [[], /Say what heed should do\..*Usage/s],
  [['lisen'], /no command "lisen".*Usage/s],
  [['toString'], /no command "toString"/],
  [['listen'], /Say which file.*Usage: heed listen/s],
  [['listen', call, '--loud'], /--loud.*Usage: heed listen/s],
  [['listen', call, '--us'], /--us.*Usage: heed listen/s],
  [['listen', call, '--zone', 'Mars/Olympus'], /no time zone "Mars\/Olympus"/],
  [['acts'], /Say which file.*Usage: heed acts/s],
  [['acts', 'a.jsonl', 'b.jsonl'], /one file at a time/],
  [['acts', '--json'], /takes no "--json"/],
  [['serve', '4700'], /environment variables/],
];

test('wrong use is explained on standard error, with exit code 2 and nothing on standard output', () => {
  for (const [args, said] of WRONG) {
    const { code, out, err } = heed(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, said);
    assert.equal(out, '');
  }
});

test('help and version are answers, not errors', () => {
  for (const args of [['--help'], ['help'], ['listen', '--help'], ['acts', '-h'], ['serve', '--help']]) {
    const { code, out, err } = heed(args);
    assert.deepEqual([code, err], [0, ''], args.join(' '));
    assert.match(out, /Usage/);
  }
  assert.match(heed(['--version']).out, /^\d+\.\d+\.\d+\n$/);
});

const LINES = [
  { id: 'a1', dialogue: 'd1', turn: 0, speaker: 'Ines', side: 'them', text: 'We need one list of what is on the road.' },
  { id: 'a2', dialogue: 'd1', turn: 1, speaker: 'Ana', side: 'us', text: 'So you need one list of what is on the road.' },
  { id: 7, dialogue: 'd2', turn: 0, speaker: 'Ana', side: 'us', text: 'So you need one list of what is on the road.' },
  { id: 'b2', dialogue: 'd2', turn: 1, speaker: 'Ines', side: 'them', text: '' },
];

test('acts answers each line in order, and what was said before counts within its dialogue alone', () => {
  const { code, out } = heed(['acts', '-'], `${LINES.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
  assert.equal(code, 0);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string | number; acts: Record<string, number> });
  assert.deepEqual(
    answers.map(({ id }) => id),
    ['a1', 'a2', 7, 'b2'],
  );
  assert.ok(answers[0]?.acts.need);
  assert.ok(answers[1]?.acts['reflection.simple']);
  assert.equal(answers[2]?.acts['reflection.simple'], undefined);
  assert.deepEqual(answers[3]?.acts, {});
});

test('a line that cannot be read is named by its number', () => {
  const good = JSON.stringify(LINES[0]);
  for (const [bad, said] of [
    ['{"id": 1,', /line 2: this is not JSON/],
    ['[1]', /line 2: this is not an object/],
    ['{"text":"x"}', /line 2: "id" is missing/],
    ['{"id":1}', /line 2: "text" is missing/],
    ['{"id":1,"text":"x","side":"me"}', /line 2: "side" is "me"/],
  ] as const) {
    const { code, err } = heed(['acts', file('lines.jsonl', `${good}\n${bad}\n`)]);
    assert.equal(code, 1, bad);
    assert.match(err, said);
  }
  assert.match(heed(['acts', path.join(folder, 'none.jsonl')]).err, /there is no such file/);
});
