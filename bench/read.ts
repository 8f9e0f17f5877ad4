/**
 * Reading and measuring a one-hour transcript beside splitting the same text into lines, in the same run. The limit is a ratio of 5.
 * Run: node bench/read.ts
 */
import type { FoundAct } from '#model/act.ts';
import type { Conversation } from '#model/conversation.ts';
import { measure } from '#understanding/measure/measure.ts';
import { readAll } from '#understanding/read/read.ts';
import { sourceOfBytes } from '#understanding/read/source.ts';

const LIMIT = 5;
const PEOPLE = ['Ana Ruiz', 'Tom Baker', 'Lee Wong', 'Chloe Martin'];
const SENTENCES = [
  'So what happens on a Monday when the numbers are late?',
  'Honestly, I phone the depot myself and then I wait for somebody to pick up.',
  'Right.',
  'And what does that cost you, in hours or in customers, over a quarter?',
  'We lost one in March, and I think we will lose another before the summer if this goes on.',
  'Mm-hmm.',
  'Okay, so if I hear you well it is less about the report and more about not being surprised.',
];

/** An hour of four people taking turns, one caption every four and a half seconds, always the same. */
function hour(caption: (i: number, from: string, to: string, name: string, words: string) => string): string {
  const captions: string[] = [];
  for (let i = 0, at = 1_000; at < 3_600_000; i++, at += 4_500) {
    const words = SENTENCES[(i * 5) % SENTENCES.length] ?? '';
    const name = PEOPLE[(i * 7 + (i >> 2)) % PEOPLE.length] ?? '';
    captions.push(caption(i + 1, clock(at), clock(at + 600 + words.length * 40), name, words));
  }
  return captions.join('');
}

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);

const files = {
  'voice.vtt': `WEBVTT\n\n${hour((_, from, to, name, words) => `${from} --> ${to}\n<v ${name}>${words}</v>\n\n`)}`,
  'zoom.vtt': `WEBVTT\n\n${hour((i, from, to, name, words) => `${i}\n${from} --> ${to}\n${name}: ${words}\n\n`)}`,
  'call.srt': hour((i, from, to, name, words) => `${i}\n${from.replace('.', ',')} --> ${to.replace('.', ',')}\n${name}: ${words}\n\n`),
  'otter.txt': hour((_, from, _to, name, words) => `${name}  ${from.slice(0, 8)}  \n${words}\n\n`),
  'meet.txt': `Mar 5, 2026\nCall - Transcript\n00:00:00\n\n${hour((_i, _from, _to, name, words) => `${name}: ${words}\n`)}\nTranscription ended after 01:00:00\n`,
  'plain.txt': hour((_i, _from, _to, name, words) => `${name}: ${words}\n`),
};

/** Median of many runs, in microseconds, warmed up. */
async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 400; i++) {
    const start = process.hrtime.bigint();
    await work();
    if (i >= 200) times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return times.sort((a, b) => a - b)[100] ?? 0;
}

function withSides(conversation: Conversation): Conversation {
  for (const participant of conversation.participants) participant.side = participant.name === PEOPLE[0] ? 'us' : 'them';
  return conversation;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

let worst = 0;
print('file         KB   lines   split µs   read µs   + measure µs   ratio (limit 5)');
for (const [name, text] of Object.entries(files)) {
  const bytes = new TextEncoder().encode(text);
  const once = async () => (await readAll(sourceOfBytes(name, bytes))).conversations[0]?.conversation as Conversation;
  const acts: FoundAct[][] = (await once()).turns.map(() => []);
  const split = await median(() => text.split('\n'));
  const reading = await median(once);
  const both = await median(async () => measure(withSides(await once()), acts));
  const ratio = both / split;
  worst = Math.max(worst, ratio);
  const figures = [(bytes.length / 1024).toFixed(0).padStart(4), String(text.split('\n').length).padStart(7)];
  figures.push(split.toFixed(0).padStart(10), reading.toFixed(0).padStart(9), both.toFixed(0).padStart(14), ratio.toFixed(1).padStart(7));
  print([name.padEnd(10), ...figures].join(' '));
}
print(`worst ratio ${worst.toFixed(1)}, limit ${LIMIT}: ${worst <= LIMIT ? 'kept' : 'NOT KEPT'}`);
process.exitCode = worst <= LIMIT ? 0 : 1;
