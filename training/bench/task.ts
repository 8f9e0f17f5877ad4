import type { ModelAddress } from '#model/language-model.ts';
import { foldsOf } from '../chance.ts';
import { type CorpusName, type Line, loadFile, needFile } from '../corpora.ts';
import { meanOf, spreadOf } from '../figures.ts';

/** What may be listened with: hashed features and our word vectors, or sentence embeddings too. */
export type Mode = 'default' | 'accurate';

export interface Row {
  task: string;
  mode: Mode | 'language model' | 'engine and language model';
  split: string;
  metric: string;
  score: number;
  /** Standard deviation over the folds; null where there is one. */
  spread: number | null;
  n: number;
  must?: number;
  published?: string;
}

/** What every task is given. */
export interface Bench {
  data: string;
  /** A folder like `data` whose corpora have a `test` file each. */
  heldOut: string | null;
  quick: boolean;
  modes: Mode[];
  embed: (texts: Iterable<string>) => Promise<Map<string, Float32Array>>;
  say: (line: string) => void;
  /** An OpenAI-compatible endpoint to score on the authored talks; null for none. */
  languageModel: ModelAddress | null;
}

export interface Lines {
  all: Line[];
  isHeldOut: (dialogue: string) => boolean;
  /** How many at the end are held out. */
  heldOut: number;
}

/** Lines of some parts of a corpus, and after them those that are held out, whose dialogues are renamed so that none is taken for one of ours. */
export function bothParts({ data, heldOut }: Bench, corpus: CorpusName, parts: string[]): Lines {
  const ours = parts.flatMap((part) => needFile(data, corpus, part).lines);
  const theirs = (heldOut === null ? null : loadFile(heldOut, corpus, 'test'))?.lines ?? [];
  return {
    all: [...ours, ...theirs.map((line) => ({ ...line, d: `${HELD_OUT}${line.d ?? ''}` }))],
    isHeldOut: (dialogue) => dialogue.startsWith(HELD_OUT),
    heldOut: theirs.length,
  };
}

const HELD_OUT = 'held-out ';
const FOLDS = 5;
const SEED = 7;

export interface Scored extends Pick<Row, 'task' | 'mode' | 'metric' | 'must' | 'published'> {
  dialogues: string[];
  isHeldOut: (dialogue: string) => boolean;
  /** Which units count; the others are only there to be seen by their neighbours. */
  counts?: (i: number) => boolean;
  /** What is said of all units after learning from `which`. */
  answers: (which: Int32Array) => Float32Array;
  /** The figure over `mine`, with thresholds chosen on `which` alone. */
  score: (which: Int32Array, mine: Int32Array, answers: Float32Array) => number;
}

/** Five folds by dialogue over what is ours; and, where something is held out, one more that learns from all of ours. */
export function scoreParts({ say }: Bench, scored: Scored): Row[] {
  const { task, mode, metric, must, published, dialogues, isHeldOut, counts = () => true } = scored;
  const all = Int32Array.from(dialogues.keys()).filter(counts);
  const ours = all.filter((i) => !isHeldOut(dialogues[i] ?? ''));
  const theirs = all.filter((i) => isHeldOut(dialogues[i] ?? ''));
  const inFold = foldsOf(
    Array.from(ours, (i) => dialogues[i] ?? ''),
    FOLDS,
    SEED,
  );
  const scores = Array.from({ length: FOLDS }, (_, part) => {
    const which = ours.filter((_, k) => inFold[k] !== part);
    const score = scored.score(
      which,
      ours.filter((_, k) => inFold[k] === part),
      scored.answers(which),
    );
    say(`${task} (${mode}), fold ${part + 1}: ${score.toFixed(3)}`);
    return score;
  });
  const base = { task, mode, metric, ...(must === undefined ? {} : { must }), ...(published === undefined ? {} : { published }) };
  const rows: Row[] = [{ ...base, split: '5-fold by dialogue', score: meanOf(scores), spread: spreadOf(scores), n: ours.length }];
  if (theirs.length > 0)
    rows.push({ ...base, split: 'held-out', score: scored.score(ours, theirs, scored.answers(ours)), spread: null, n: theirs.length });
  return rows;
}
