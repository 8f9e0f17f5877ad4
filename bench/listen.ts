/** How fast `heed listen` is on an hour of talk, the whole process from start to report, and how fast the engine alone is. Run: npm exec -- node bench/listen.ts */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Conversation, Turn } from '#model/conversation.ts';
import { find } from '#understanding/find/find.ts';
import { hearingOf } from '#understanding/heads/hearing.ts';
import { label } from '#understanding/label/label.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const HOUR = 3_600_000;
const RUNS = 5;

const OURS = [
  'What happens on a Monday when the numbers are late?',
  'So you phone the depot yourself, and nobody else knows about it.',
  'Our platform shows each lorry on one map, and with it you can set an alarm for every door.',
  'Mm-hmm.',
  "I'll send you the July report by Friday.",
  'Right, and how did your people take it when the school called at six in the morning?',
  'We started because food should arrive the way it left, that is really the whole of it.',
];
const THEIRS = [
  'It takes us two hours every Monday to type the orders over, and then we find out that half of them changed during the weekend.',
  'Honestly, I am worried about July.',
  'Yeah.',
  'We looked at Frostline last year, but it was too expensive for a company our size.',
  'The gate closes at nine, the drivers leave at four, and the man with the key lives in Saltmouth, so somebody always waits.',
  'Does it work without a signal?',
  'I like to keep what I sign, and last summer I could not.',
  'My daughter starts school in the autumn, so I would rather have the early calls behind me.',
];

function hour(): Conversation {
  const turns: Turn[] = [];
  let at = 0;
  for (let i = 0; at < HOUR; i++) {
    const ours = i % 2 === 0;
    const said = (ours ? OURS : THEIRS)[Math.floor(i / 2) % (ours ? OURS : THEIRS).length] ?? '';
    const text = `${said} That was number ${i}.`;
    const ms = text.split(' ').length * 380;
    turns.push({ speaker: ours ? 'Ana Ruiz' : 'Ines Carvalho', text, line: i + 1, startMs: at, endMs: at + ms, spokenMs: ms });
    at += ms + 350;
  }
  const participants = [
    { name: 'Ana Ruiz', side: 'us' as const },
    { name: 'Ines Carvalho', side: 'them' as const },
  ];
  const startedAt = '2026-11-17T13:58:00+01:00';
  return { source: 'webvtt', sourceId: null, kind: 'call', startedAt, title: 'An hour', participants, turns, timeQuality: 'exact' };
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

const conversation = hour();
const folder = mkdtempSync(path.join(tmpdir(), 'heed-bench-'));
try {
  const file = path.join(folder, 'hour.vtt');
  const cues = conversation.turns.map(
    ({ speaker, text, startMs = 0, endMs = 0 }) => `${stamp(startMs)} --> ${stamp(endMs)}\n<v ${speaker}>${text}</v>\n`,
  );
  writeFileSync(file, `WEBVTT\n\n${cues.join('\n')}`);
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const done = spawnSync('node', [path.join(ROOT, 'bin/heed.js'), 'listen', file, '--us', 'Ana'], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return performance.now() - start;
  });
  print(
    `heed listen, one hour, ${conversation.turns.length} turns: median ${Math.round(median(runs))} ms of ${RUNS} (${runs.map(Math.round).join(', ')})`,
  );
  const rates = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    let said = 0;
    for (let i = 0; i < 10; i++) {
      const hearing = hearingOf(conversation);
      find(conversation, label(conversation, hearing), { zone: 'Europe/Amsterdam', hearing });
      said += conversation.turns.length;
    }
    const { user, system } = process.cpuUsage(start);
    return said / ((user + system) / 1_000_000);
  });
  print(
    `label and find: median ${Math.round(median(rates))} utterances a second of one core, of ${RUNS} (${rates.map(Math.round).join(', ')})`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
