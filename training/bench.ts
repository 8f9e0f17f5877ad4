/**
 * What the understanding engine reaches on labelled conversations, cross-validated, and on held-out ones where there are any.
 * Run: npm run bench:understanding -- --data ../shared/data [--held-out DIR] [--json] [--only TASK,TASK] [--quick] [--mode default|accurate] [--cache DIR]
 * [--endpoint URL --model NAME]: also score a language model on the authored talks; its key, if it asks for one, is read from HEED_MODEL_KEY.
 */
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { meetings } from './bench/ami.ts';
import { negotiation } from './bench/casino.ts';
import { embeddingsOf } from './bench/embed.ts';
import { mailIntent } from './bench/mail.ts';
import { pace } from './bench/pace.ts';
import { persuasion } from './bench/persuasion.ts';
import { blindQuestions } from './bench/questions.ts';
import { tableOf } from './bench/table.ts';
import { authoredTalks } from './bench/talks.ts';
import type { Bench, Mode, Row } from './bench/task.ts';
import { CORPORA } from './corpora.ts';

/** Tasks by the name `--only` takes. */
const TASKS: Record<string, (bench: Bench, only: (task: string) => boolean) => Row[] | Promise<Row[]>> = {
  negotiation,
  persuasion,
  mail: mailIntent,
  meetings: async (bench, only) => {
    const { rows, bare } = await meetings(bench, { marked: only('meetings'), bare: only('questions') });
    return only('questions') ? [...rows, ...blindQuestions(bench, bare)] : rows;
  },
  authored: authoredTalks,
  pace,
};

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    'held-out': { type: 'string' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    mode: { type: 'string' },
    endpoint: { type: 'string' },
    model: { type: 'string' },
    cache: { type: 'string', default: path.join(tmpdir(), 'heed-embeddings') },
  },
});
const started = performance.now();
// Progress goes beside the answer, so that --json can be piped.
const say = (line: string) => process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
const heldOut = values['held-out'] ?? null;
if (heldOut !== null) nameUnknown(heldOut);
const bench: Bench = {
  data: values.data,
  heldOut,
  quick: values.quick,
  modes: modesOf(values.mode, values.quick),
  embed: (texts) => embeddingsOf(texts, values.cache, say),
  say,
  languageModel: addressOf(values.endpoint, values.model),
};
const names = values.only?.split(',') ?? null;
const unknown = names?.filter((name) => !(name in TASKS) && name !== 'questions') ?? [];
if (unknown.length > 0) throw new Error(`There is no task ${unknown.join(', ')}: ${[...Object.keys(TASKS), 'questions'].join(', ')}.`);
const only = (task: string) => names === null || names.includes(task);
const rows: Row[] = [];
for (const [name, run] of Object.entries(TASKS)) {
  if (!only(name) && !(name === 'meetings' && only('questions'))) continue;
  const from = performance.now();
  rows.push(...(await run(bench, only)));
  say(`${name}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
}
process.stdout.write(`${values.json ? JSON.stringify(rows, null, 2) : tableOf(rows)}\n`);

function modesOf(mode: string | undefined, quick: boolean): Mode[] {
  if (mode === undefined) return quick ? ['default'] : ['default', 'accurate'];
  if (mode !== 'default' && mode !== 'accurate') throw new Error('A mode is default or accurate.');
  return [mode];
}

function addressOf(endpoint: string | undefined, model: string | undefined): Bench['languageModel'] {
  if (endpoint === undefined && model === undefined) return null;
  if (!endpoint || !model) throw new Error('A language model needs both: --endpoint URL --model NAME.');
  return { endpoint, model, key: process.env.HEED_MODEL_KEY ?? null };
}

function nameUnknown(folder: string): void {
  if (!existsSync(folder)) throw new Error(`${folder} is not there.`);
  const known = new Set<string>(Object.values(CORPORA).map((corpus) => corpus.folder));
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() && !known.has(entry.name)) say(`${entry.name}: unknown, skipped`);
}
