/** How far two who labelled the authored talks independently agree: Cohen's kappa an act, F1 a kind of finding. Run: npm exec -- node training/agreement.ts */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AuthoredSentence, sentenceOf } from './authored/talk.ts';
import { talksOf } from './authored.ts';

const HERE = path.join(import.meta.dirname, 'authored/second');

/** Kappa of two who say yes or no: 1 agree wholly, 0 as chance would (Cohen 1960). */
export function kappaOf(pairs: [boolean, boolean][]): number {
  const n = pairs.length;
  const same = pairs.filter(([a, b]) => a === b).length / n;
  const first = pairs.filter(([a]) => a).length / n;
  const second = pairs.filter(([, b]) => b).length / n;
  const chance = first * second + (1 - first) * (1 - second);
  return chance === 1 ? 1 : (same - chance) / (1 - chance);
}

export interface Agreement {
  talks: number;
  sentences: number;
  acts: { act: string; n: number; kappa: number }[];
  findings: { kind: string; n: number; f1: number }[];
}

/** Both labels of every sentence of the talks that were labelled twice. @throws Error when the second's lines do not fit the talk. */
export function agreementOf(): Agreement {
  const both: [AuthoredSentence, AuthoredSentence][] = [];
  let talks = 0;
  for (const talk of [...talksOf('train'), ...talksOf('test')]) {
    const file = path.join(HERE, `${talk.id}.labels`);
    if (!existsSync(file)) continue;
    talks++;
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const sentences = talk.turns.flatMap((turn) => turn.sentences);
    for (const [i, line] of lines.entries()) {
      const at = line.indexOf('|');
      const first = sentences[Number(line.slice(0, at)) - 1];
      if (!first) throw new Error(`${file}:${i + 1}: the talk has no such sentence`);
      both.push([first, sentenceOf(`${first.text} ${line.slice(at)}`, (what) => new Error(`${file}:${i + 1}: ${what}`), talk.claims)]);
    }
  }
  const acts = [...new Set(both.flatMap(([a]) => a.acts))].map((act) => ({
    act,
    n: both.filter(([a]) => a.acts.includes(act)).length,
    kappa: kappaOf(both.map(([a, b]) => [a.acts.includes(act), b.acts.includes(act)])),
  }));
  const kinds = [...new Set(both.flatMap(([a]) => a.findings.map(({ kind }) => kind)))];
  const has = ({ findings }: AuthoredSentence, kind: string) => findings.some((finding) => finding.kind === kind);
  const findings = kinds.map((kind) => {
    const n = both.filter(([a]) => has(a, kind)).length;
    const m = both.filter(([, b]) => has(b, kind)).length;
    return { kind, n, f1: (2 * both.filter(([a, b]) => has(a, kind) && has(b, kind)).length) / (n + m) };
  });
  const byN = (a: { n: number }, b: { n: number }) => b.n - a.n;
  return { talks, sentences: both.length, acts: acts.sort(byN), findings: findings.sort(byN) };
}

if (process.argv[1] === import.meta.filename) {
  const { talks, sentences, acts, findings } = agreementOf();
  process.stdout.write(`${talks} talks, ${sentences} sentences labelled twice\n`);
  for (const { act, n, kappa } of acts) process.stdout.write(`act ${act.padEnd(22)}${String(n).padStart(6)}  kappa ${kappa.toFixed(2)}\n`);
  for (const { kind, n, f1 } of findings) process.stdout.write(`finding ${kind.padEnd(18)}${String(n).padStart(6)}  F1 ${f1.toFixed(2)}\n`);
}
