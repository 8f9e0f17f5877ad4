/**
 * How much the rules hear and find in the authored talks of src/understanding/golden, against what a person hears there, by kind. Run:
 * npm exec -- node bench/rules.ts
 *
 * Precision is the share of what the rules report that is there; recall the share of what is there that they report. A commitment or a request counts
 * as found only with its right day. Speed is of labelling and finding together.
 */

import { actsIn, findingsIn, understood, words } from '#test/heard.ts';
import { GOLDEN } from '#understanding/golden/all.ts';

const counts = new Map<string, { right: number; missed: number; wrong: number }>();

function count(group: string, there: string[], heard: string[]) {
  for (const kind of new Set([...there, ...heard])) {
    const name = `${group} ${kind.split('@')[0]}`;
    const row = counts.get(name) ?? { right: 0, missed: 0, wrong: 0 };
    counts.set(name, row);
    if (there.includes(kind) && heard.includes(kind)) row.right++;
    else if (there.includes(kind)) row.missed++;
    else row.wrong++;
  }
}

for (const { turns } of GOLDEN) {
  const report = understood(turns);
  for (const [i, { acts, found }] of turns.entries()) {
    count('act', words(acts), actsIn(report, i));
    count('finding', words(found), findingsIn(report, i));
  }
}

const share = (part: number, whole: number) => (whole === 0 ? '   –' : (part / whole).toFixed(2)).padStart(9);
const line = (name: string, { right, missed, wrong }: { right: number; missed: number; wrong: number }) =>
  process.stdout.write(
    `${name.padEnd(30)}${String(right + missed).padStart(6)}${String(right).padStart(7)}${share(right, right + wrong)}${share(right, right + missed)}\n`,
  );

process.stdout.write(`${''.padEnd(30)} there  right  precision   recall\n`);
for (const group of ['act', 'finding']) {
  const rows = [...counts].filter(([name]) => name.startsWith(`${group} `)).sort(([a], [b]) => a.localeCompare(b));
  for (const [name, row] of rows) line(name, row);
  const sum = (key: 'right' | 'missed' | 'wrong') => rows.reduce((all, [, row]) => all + row[key], 0);
  line(`all ${group}s`, { right: sum('right'), missed: sum('missed'), wrong: sum('wrong') });
}

const ROUNDS = 200;
const turns = GOLDEN.flatMap((golden) => golden.turns);
const started = performance.now();
for (let round = 0; round < ROUNDS; round++) understood(turns);
const perSecond = (turns.length * ROUNDS) / ((performance.now() - started) / 1000);
process.stdout.write(`${Math.round(perSecond).toLocaleString('en')} utterances a second, understood whole\n`);
