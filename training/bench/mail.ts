import { ascend, scoreOf } from '../ascent.ts';
import { foldsOf } from '../chance.ts';
import { f1At } from '../figures.ts';
import { missCostOf } from '../layers.ts';
import { sparseOf } from '../sparse.ts';
import { bareOf } from './bare.ts';
import { type Bench, bothParts, type Row, scoreParts } from './task.ts';
import { threshold } from './thresholds.ts';

const INNER = 5;
const SEED = 7;

/** Whether a sentence of a mail carries an intent: one layer is enough. */
export async function mailIntent(bench: Bench): Promise<Row[]> {
  const lines = bothParts(bench, 'parakweet', ['train']);
  const texts = lines.all.map(({ x }) => String(x));
  const sparse = sparseOf(texts.map((text) => ({ text, sentence: { from: 0, to: text.length } })));
  const wanted = Int8Array.from(lines.all, ({ y }) => (Number(y) === 1 ? 1 : -1));
  // A sentence stands for itself; the same sentence twice is one, so that no fold knows another's answer.
  const dialogues = lines.all.map(({ d }, i) => `${d ?? ''}${bareOf(texts[i] ?? '')}`);
  const teach = (which: Int32Array) => {
    const missCost = missCostOf(Int8Array.from(which, (i) => wanted[i] as number));
    const head = ascend(sparse, wanted, which, { cost: 0.5, missCost, rounds: 15, seed: SEED });
    return (i: number) => scoreOf(head, sparse, i);
  };
  return scoreParts(bench, {
    task: 'e-mail intent',
    mode: 'default',
    metric: 'F1',
    must: 0.78,
    published: '0.712-0.778 (Parakweet)',
    dialogues,
    isHeldOut: lines.isHeldOut,
    answers: (which) => outOfFold(dialogues, which, teach),
    score: (which, mine, answers) => {
      const said = (some: Int32Array) => Array.from(some, (i) => answers[i] as number);
      const so = (some: Int32Array) => Array.from(some, (i) => wanted[i] === 1);
      return f1At(said(mine), so(mine), threshold(said(which), so(which)));
    },
  });
}

function outOfFold(dialogues: string[], which: Int32Array, teach: (some: Int32Array) => (i: number) => number): Float32Array {
  const said = Float32Array.from(dialogues.keys(), teach(which));
  const fold = foldsOf(
    Array.from(which, (i) => dialogues[i] ?? ''),
    INNER,
    SEED,
  );
  for (let part = 0; part < INNER; part++) {
    const says = teach(which.filter((_, k) => fold[k] !== part));
    for (const [k, i] of which.entries()) if (fold[k] === part) said[i] = says(i);
  }
  return said;
}
