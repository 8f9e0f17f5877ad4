/**
 * How fast an hour of talk is read and measured, beside splitting the same file into lines. Run: npm exec -- node bench/read.ts
 *
 * What is compared, for one file on disk a format, both in every round of the same run, in turn first and second:
 * - the bare thing: open the file and read all its bytes (`readFile` of node:fs/promises), decode them as UTF-8 (`TextDecoder`, not
 *   strict), split the text at \n into an array of strings, untrimmed;
 * - ours: `sourceOfFile`, `readAll` (tell the format, decode, captions or lines to segments, names, turns), sides for the people, `measure`,
 *   close the file. The acts that measuring counts are those that `label` finds; they are made once, before, as labelling is neither reading nor measuring.
 * Nothing is kept from one round to the next. Figures are medians of many rounds after many to warm up. `split` is the splitting alone,
 * of text already in memory: to see how much of the bare thing is the disk. The ratio is ours over bare; the limit is 5.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FoundAct } from '#model/act.ts';
import type { Conversation } from '#model/conversation.ts';
import { label } from '#understanding/label/label.ts';
import { measure } from '#understanding/measure/measure.ts';
import { readAll } from '#understanding/read/read.ts';
import { sourceOfFile } from '#understanding/read/source.ts';

const LIMIT = 5;
const WARM_UP = 300;
const ROUNDS = 500;
const HOUR = 3_600_000;

const PEOPLE = ['Ana Ruiz', 'Tom Baker', 'Lee Wong', 'Chloe Martin'];
const SENTENCES = [
  'So what happens on a Monday when the numbers are late?',
  'Honestly, I phone the depot myself and then I wait for somebody to pick up.',
  'Right.',
  'We lost one in March, and I think we will lose another before the summer if this goes on.',
  'Mm-hmm.',
  'Okay, so if I hear you well it is less about the report and more about not being surprised.',
  'The man with the key lives in Saltmouth, the gate closes at nine and the drivers leave at four, so somebody always waits.',
  'Yeah, exactly.',
  "And that's the part my boss doesn't know, because nobody ever told him what it takes to get the lorries out.",
  'I mean, we tried it last year with the other list and it took two hours every Monday to type the orders over.',
  'Who else would have to say yes to that?',
  'It was fine for the small schools, but then the hospital came and they want it in the kitchen before seven.',
  'Our platform shows each lorry on one map and you can set an alarm for every door.',
  "I'll send you the July numbers by Friday, and then you can see for yourself what it did.",
  'No, that is really the whole of it.',
  'My daughter starts school in the autumn so I would rather have the early calls behind me.',
  'Okay.',
  'That was in the spring, yes.',
  'And then they call me.',
];

interface Said {
  name: string;
  words: string;
  from: number;
  to: number;
}

/** An hour of four people taking turns, always the same: some 800 captions, 9,000 words. */
function hour(): Said[] {
  const said: Said[] = [];
  let dice = 7;
  for (let at = 1_000; at < HOUR; ) {
    dice = (Math.imul(dice, 1103515245) + 12345) & 0x7fffffff;
    const words = [SENTENCES[(dice >> 9) % SENTENCES.length], (dice >> 5) % 16 === 0 ? SENTENCES[(dice >> 14) % SENTENCES.length] : ''];
    const text = words.join(' ').trim();
    const to = at + 500 + text.length * 60;
    said.push({ name: PEOPLE[(dice >> 20) % PEOPLE.length] ?? '', words: text, from: at, to });
    at = to + ((dice >> 3) % 900);
  }
  return said;
}

const said = hour();
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);
const comma = (ms: number) => clock(ms).replace('.', ',');
const all = (line: (one: Said, i: number) => string) => said.map(line).join('');

const sentences = said.map(({ name, words, from, to }, index) => ({
  index,
  speaker_id: PEOPLE.indexOf(name),
  speaker_name: name,
  start_time: from / 1000,
  end_time: to / 1000,
  text: words,
  raw_text: words.toLowerCase(),
  ai_filters: null,
}));

const files = {
  'voice.vtt': `WEBVTT\n\n${all(({ name, words, from, to }) => `${clock(from)} --> ${clock(to)}\n<v ${name}>${words}</v>\n\n`)}`,
  'zoom.vtt': `WEBVTT\n\n${all(({ name, words, from, to }, i) => `${i + 1}\n${clock(from)} --> ${clock(to)}\n${name}: ${words}\n\n`)}`,
  'teams.vtt': `WEBVTT\n\n${all(({ name, words, from, to }, i) => `6f0c2a1e-5d1b-4c7e-9b35-0a9d1c2e3f40/${i}-0\n${clock(from)} --> ${clock(to)}\n<v ${name}>${words}</v>\n\n`)}`,
  'call.srt': all(({ name, words, from, to }, i) => `${i + 1}\n${comma(from)} --> ${comma(to)}\n${name}: ${words}\n\n`),
  'otter.txt': all(({ name, words, from }) => `${name}  ${clock(from).slice(0, 8)}  \n${words}\n\n`),
  'meet.txt': `Mar 5, 2026\nCall - Transcript\n00:00:00\n\n${all(({ name, words }, i) => `${i > 0 && i % 60 === 0 ? `\n${clock(i * 4_400).slice(0, 8)}\n\n` : ''}${name}: ${words}\n`)}\nTranscription ended after 01:00:00\n`,
  'plain.txt': all(({ name, words }) => `${name}: ${words}\n`),
  'fireflies.json': JSON.stringify({ id: 'ff_01', title: 'Call', duration: 60, sentences }, null, 1),
};

/** The first of us, the others of them. */
function withSides(conversation: Conversation): Conversation {
  for (const participant of conversation.participants) participant.side = participant.name === PEOPLE[0] ? 'us' : 'them';
  return conversation;
}

async function readOne(file: string): Promise<Conversation> {
  await using source = await sourceOfFile(file);
  return (await readAll(source)).conversations[0]?.conversation as Conversation;
}

const now = () => Number(process.hrtime.bigint()) / 1000;
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const print = (line: string) => process.stdout.write(`${line}\n`);

async function bare(file: string): Promise<[us: number, ofSplit: number]> {
  const start = now();
  const text = new TextDecoder().decode(await readFile(file));
  const decoded = now();
  const lines = text.split('\n');
  const end = now();
  if (lines.length === 0) throw new Error('nothing in it');
  return [end - start, end - decoded];
}

async function ours(file: string, acts: FoundAct[][]): Promise<[us: number, ofMeasure: number]> {
  const start = now();
  const conversation = await readOne(file);
  const read = now();
  const { listening } = measure(withSides(conversation), acts);
  const end = now();
  if (listening.talkShare === null) throw new Error('nothing measured');
  return [end - start, end - read];
}

async function compare(file: string): Promise<{ bare: number; split: number; ours: number; measure: number }> {
  const acts = label(withSides(await readOne(file)));
  const times = { bare: [] as number[], split: [] as number[], ours: [] as number[], measure: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const before = round % 2 === 0 ? await bare(file) : null;
    const [our, measured] = await ours(file, acts);
    const [bared, split] = before ?? (await bare(file));
    if (round < WARM_UP) continue;
    times.bare.push(bared);
    times.split.push(split);
    times.ours.push(our);
    times.measure.push(measured);
  }
  return { bare: median(times.bare), split: median(times.split), ours: median(times.ours), measure: median(times.measure) };
}

const folder = mkdtempSync(path.join(tmpdir(), 'heed-bench-'));
let worst = 0;
try {
  print(`${said.length} captions, ${said.reduce((n, { words }) => n + words.split(' ').length, 0)} words; µs, medians of ${ROUNDS} rounds`);
  print('file             KB   lines    bare  (split)    ours  (measure)   ratio');
  for (const [name, text] of Object.entries(files)) {
    if (process.argv[2] && !name.includes(process.argv[2])) continue;
    const file = path.join(folder, name);
    writeFileSync(file, text);
    const took = await compare(file);
    worst = Math.max(worst, took.ours / took.bare);
    const figures = [
      (text.length / 1024).toFixed(0).padStart(4),
      String(text.split('\n').length).padStart(7),
      took.bare.toFixed(0).padStart(7),
    ];
    figures.push(took.split.toFixed(0).padStart(8), took.ours.toFixed(0).padStart(7), took.measure.toFixed(0).padStart(10));
    print([name.padEnd(14), ...figures, (took.ours / took.bare).toFixed(1).padStart(7)].join(' '));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
print(`worst ratio ${worst.toFixed(1)}, limit ${LIMIT}: ${worst <= LIMIT ? 'kept' : 'NOT KEPT'}`);
process.exitCode = worst <= LIMIT ? 0 : 1;
