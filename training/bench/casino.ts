import { f1At, meanOf } from '../figures.ts';
import { type Course, courseOf, plainly, wantedOf } from '../layers.ts';
import { casinoLessons } from '../lesson.ts';
import { prunedVectors } from '../vectors.ts';
import { sumOf } from './kernel.ts';
import { type Alike, alikeInMeaning, alikeInVectors, alikeInWords, sentencesIn } from './spoken.ts';
import { answersOf, type Stack } from './stack.ts';
import { type Bench, bothParts, type Row, scoreParts } from './task.ts';
import { threshold } from './thresholds.ts';

/** The seven that are published, then those that only help. */
const HEADS = 'small-talk self-need other-need no-need elicit-pref uv-part vouch-fair'.split(' ');
const HELPERS = ['non-strategic', 'promote-coordination', 'showing-empathy'];

/** Strategies in negotiations at a campsite. */
export async function negotiation(bench: Bench): Promise<Row[]> {
  const lines = bothParts(bench, 'casino', ['train', 'valid']);
  const course = courseOf(casinoLessons(lines.all));
  const texts = course.lessons.flatMap(({ units }) => units.map(({ text }) => text));
  const words = alikeInWords(texts);
  const vectors = alikeInVectors(texts, prunedVectors());
  const rows: Row[] = [];
  for (const mode of bench.modes) {
    const embeddings = mode === 'accurate' ? await bench.embed([...texts, ...sentencesIn(texts).texts]) : null;
    const meaning = embeddings ? alikeInMeaning(texts, embeddings) : null;
    const stack = stackOf(course, texts, { words, vectors, meaning });
    rows.push(
      ...scoreParts(bench, {
        task: 'negotiation strategies',
        mode,
        metric: 'mean F1 of 7',
        must: 0.65,
        published: 'BERT 0.667 (Chawla et al. 2021)',
        dialogues: course.dialogues,
        isHeldOut: lines.isHeldOut,
        answers: (which) => answersOf(stack, which, bench.quick ? [1] : [1, 2]),
        score: (which, mine, answers) => meanOf(HEADS.map((_, head) => f1Over(stack, head, which, mine, answers))),
      }),
    );
  }
  return rows;
}

function f1Over({ wanted, scored }: Stack, head: number, which: Int32Array, mine: Int32Array, answers: Float32Array): number {
  const said = (some: Int32Array) => Array.from(some, (i) => answers[i * scored + head] as number);
  const so = (some: Int32Array) => Array.from(some, (i) => wanted[head]?.[i] === 1);
  return f1At(said(mine), so(mine), threshold(said(which), so(which)));
}

function stackOf(
  course: Course,
  texts: string[],
  { words, vectors, meaning }: { words: Alike; vectors: Alike; meaning: Alike | null },
): Stack {
  const at = (step: number) => Int32Array.from(texts, (_, i) => (course.dialogues[i + step] === course.dialogues[i] ? i + step : -1));
  const of = at(-1);
  const inWords = [
    { kernel: words.whole, weight: 1 },
    { kernel: words.sentences, weight: 1 },
    { kernel: words.whole, weight: 0.3, of },
  ];
  const inVectors = [
    { kernel: vectors.whole, weight: 0.5 },
    { kernel: vectors.sentences, weight: 0.5 },
  ];
  const sets = [
    { kernel: sumOf(inWords), cost: 1 },
    { kernel: sumOf([...inWords, ...inVectors]), cost: 1 },
  ];
  if (meaning) {
    const inMeaning = [
      { kernel: meaning.whole, weight: 1 },
      { kernel: meaning.sentences, weight: 1 },
      { kernel: meaning.whole, weight: 0.3, of },
    ];
    const more = inMeaning.map((part) => ({ ...part, weight: part.weight * 1.5 }));
    sets.push({ kernel: sumOf(inMeaning), cost: 1 }, { kernel: sumOf([...inWords, ...more]), cost: 0.7 });
  }
  return {
    n: texts.length,
    dialogues: course.dialogues,
    wanted: [...HEADS, ...HELPERS].map((head) => wantedOf(course, head, plainly)),
    scored: HEADS.length,
    sets,
    around: [at(-1), at(1), at(-2), at(2)],
    shape: shapeOf(course, texts),
    secondCost: 0.005,
  };
}

/** Where in the dialogue, and what marks: ten numbers an utterance. */
function shapeOf({ dialogues }: Course, texts: string[]): Stack['shape'] {
  const width = 10;
  const rows = new Float32Array(texts.length * width);
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  for (const [i, dialogue] of dialogues.entries()) {
    if (!first.has(dialogue)) first.set(dialogue, i);
    last.set(dialogue, i);
  }
  const bit = (yes: boolean) => (yes ? 1 : 0);
  for (const [i, text] of texts.entries()) {
    const dialogue = dialogues[i] ?? '';
    const before = i - (first.get(dialogue) ?? i);
    const after = (last.get(dialogue) ?? i) - i;
    rows.set(
      [
        Math.exp(-before / 2),
        Math.exp(-after / 2),
        before / (before + after + 1),
        bit(text.includes('?')),
        0.5 * bit(text.includes('!')),
        0.5 * bit(/\p{Extended_Pictographic}/u.test(text)),
        Math.log2(1 + text.length) / 8,
        bit(before === 0),
        bit(after === 0),
        bit(text.length < 20),
      ],
      i * width,
    );
  }
  return { n: texts.length, width, rows };
}
