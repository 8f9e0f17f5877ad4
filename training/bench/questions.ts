import { foldsOf } from '../chance.ts';
import { f1At, f1Of, spreadOf } from '../figures.ts';
import type { Heard } from './ami.ts';
import { blindly, heardIn } from './blind.ts';
import { type Bench, bothParts, type Row } from './task.ts';
import { threshold } from './thresholds.ts';

const FOLDS = 5;
const SEED = 7;
const TASK = 'questions without marks';

interface Decided {
  corpus: string;
  split: string;
  says: boolean[];
  so: boolean[];
  spread: number | null;
}

/** Questions heard in lower-case words without any mark: a corpus each, and all of them together. `ami`: what was said of its meetings. */
export function blindQuestions(bench: Bench, ami: Heard[]): Row[] {
  const decided: Decided[] = [
    ...ami.map(({ split, said, so }) => ({ corpus: 'AMI (human label el.*)', split, says: said, so, spread: null })),
    ...written(bench, 'casino', ['train', 'valid'], 'CaSiNo'),
    ...written(bench, 'persuasion', ['dev'], 'PersuasionForGood'),
  ];
  const rows = decided.map((one) => rowOf(one, `${TASK}: ${one.corpus}`));
  const asWritten = ami.map(({ split, said, asked }) =>
    rowOf({ corpus: '', split, says: said, so: asked, spread: null }, `${TASK}: AMI (written "?")`),
  );
  const heldOut = (one: Decided) => one.split === 'held-out';
  const pooled = [decided.filter((one) => !heldOut(one)), decided.filter(heldOut)]
    .filter((some) => some.length > 1)
    .map((some): Row => {
      const all = { corpus: 'pooled', split: '', says: some.flatMap(({ says }) => says), so: some.flatMap(({ so }) => so), spread: null };
      return { ...rowOf({ ...all, split: some.every(heldOut) ? 'held-out' : 'val and 5-fold' }, `${TASK}: pooled`), must: 0.75 };
    });
  return [...rows, ...asWritten, ...pooled];
}

function rowOf({ split, says, so, spread }: Decided, task: string): Row {
  const right = says.filter((yes, i) => yes && so[i]).length;
  const score = f1Of(right, says.filter(Boolean).length - right, so.filter(Boolean).length - right);
  return { task, mode: 'default', split, metric: `F1, ${so.filter(Boolean).length} true`, score, spread, n: so.length };
}

/** Sentences that were written: gold is the mark they ended with. */
function written(bench: Bench, corpus: 'casino' | 'persuasion', parts: string[], name: string): Decided[] {
  const lines = bothParts(bench, corpus, parts);
  const heard = heardIn(corpus, lines.all);
  const { wanted, answers } = blindly(heard);
  const theirs = Int32Array.from(heard.keys()).filter((i) => lines.isHeldOut(heard[i]?.dialogue ?? ''));
  const ours = Int32Array.from(heard.keys()).filter((i) => !lines.isHeldOut(heard[i]?.dialogue ?? ''));
  const fold = foldsOf(
    Array.from(ours, (i) => heard[i]?.dialogue ?? ''),
    FOLDS,
    SEED,
  );
  const decide = (which: Int32Array, mine: Int32Array) => {
    const said = answers(which);
    const so = (some: Int32Array) => Array.from(some, (i) => wanted[i] === 1);
    const from = threshold(
      Array.from(which, (i) => said[i] as number),
      so(which),
    );
    return { says: Array.from(mine, (i) => (said[i] as number) >= from), so: so(mine) };
  };
  const folds = Array.from({ length: FOLDS }, (_, part) =>
    decide(
      ours.filter((_, k) => fold[k] !== part),
      ours.filter((_, k) => fold[k] === part),
    ),
  );
  bench.say(`${TASK}: ${name}`);
  const spread = spreadOf(folds.map(({ says, so }) => f1At(says.map(Number), so, 1)));
  const mine = {
    corpus: name,
    split: '5-fold by dialogue',
    says: folds.flatMap(({ says }) => says),
    so: folds.flatMap(({ so }) => so),
    spread,
  };
  return theirs.length === 0 ? [mine] : [mine, { corpus: name, split: 'held-out', spread: null, ...decide(ours, theirs) }];
}
