import { sigmoid } from '#understanding/heads/network.ts';
import { foldsOf } from '../chance.ts';
import { f1Of, meanOf } from '../figures.ts';

const STEPS = 100;
const CLOSE = 1e-6;

/** A rising logistic curve from outputs to confidences (Platt 1999), by Newton's method. */
export function curveOf(outputs: ArrayLike<number>, truths: ArrayLike<boolean>): (output: number) => number {
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < STEPS; step++) {
    let [byslope, byshift, slopes, shifts, cross] = [0, 0, 1e-6, 1e-6, 0];
    for (let i = 0; i < outputs.length; i++) {
      const x = outputs[i] as number;
      const p = sigmoid(slope * x + shift);
      const error = p - (truths[i] ? 1 : 0);
      const weight = p * (1 - p);
      byslope += error * x;
      byshift += error;
      slopes += weight * x * x;
      shifts += weight;
      cross += weight * x;
    }
    const by = slopes * shifts - cross * cross;
    const first = (shifts * byslope - cross * byshift) / by;
    const second = (slopes * byshift - cross * byslope) / by;
    slope -= first;
    shift -= second;
    if (Math.abs(first) + Math.abs(second) < CLOSE) break;
  }
  return (output) => sigmoid(slope * output + shift);
}

/** The threshold of the best F1 to expect when confidences mean what they say: less moved by chance than the best F1 that was, where a head is rare. */
export function threshold(outputs: ArrayLike<number>, truths: ArrayLike<boolean>): number {
  const curve = curveOf(outputs, truths);
  const falling = Float64Array.from(outputs).sort().reverse();
  const there = falling.reduce((sum, x) => sum + curve(x), 0);
  let right = 0;
  let best = { f1: 0, at: Number.POSITIVE_INFINITY };
  for (const [i, x] of falling.entries()) {
    right += curve(x);
    const f1 = (2 * right) / (i + 1 + there);
    if (f1 > best.f1) best = { f1, at: x };
  }
  return best.at;
}

/** Of each row the class whose output plus bias is highest. */
export function choicesOf(rows: ArrayLike<number>[], biases: number[]): Int32Array {
  return Int32Array.from(rows, (row) => {
    let best = 0;
    for (let k = 1; k < biases.length; k++)
      if ((row[k] as number) + (biases[k] as number) > (row[best] as number) + (biases[best] as number)) best = k;
    return best;
  });
}

export function macroF1Of(choices: ArrayLike<number>, truths: ArrayLike<number>, classes: number): number {
  const counts = Array.from({ length: classes }, () => ({ right: 0, alarms: 0, missed: 0 }));
  for (let i = 0; i < choices.length; i++) {
    const [said, is] = [choices[i] as number, truths[i] as number];
    const [saidCount, isCount] = [counts[said], counts[is]];
    if (!saidCount || !isCount) continue;
    if (said === is) isCount.right++;
    else {
      saidCount.alarms++;
      isCount.missed++;
    }
  }
  return meanOf(counts.filter(({ right, missed }) => right + missed > 0).map(({ right, alarms, missed }) => f1Of(right, alarms, missed)));
}

const PARTS = 8;
const STEP = 0.1;
const WIDE = 8;
const TURNS = 3;

/** Biases of classes for the best macro-F1 on outputs made out of fold: found with each eighth of the dialogues left out, and averaged. */
export function biasesOf(rows: ArrayLike<number>[], truths: number[], dialogues: string[], classes: number): number[] {
  const fold = foldsOf(dialogues, PARTS, 3);
  const found = Array.from({ length: PARTS }, (_, part) => {
    const some = [...rows.keys()].filter((i) => fold[i] !== part);
    return climb(
      some.map((i) => rows[i] ?? []),
      some.map((i) => truths[i] ?? 0),
      classes,
    );
  });
  return Array.from({ length: classes }, (_, k) => meanOf(found.map((biases) => biases[k] ?? 0)));
}

function climb(rows: ArrayLike<number>[], truths: number[], classes: number): number[] {
  const biases = new Array<number>(classes).fill(0);
  let best = macroF1Of(choicesOf(rows, biases), truths, classes);
  for (let turn = 0; turn < TURNS; turn++)
    for (let k = 0; k < classes; k++) {
      const from = biases[k] as number;
      let kept = from;
      for (let step = -WIDE; step <= WIDE; step++) {
        biases[k] = from + step * STEP;
        const f1 = macroF1Of(choicesOf(rows, biases), truths, classes);
        if (f1 <= best) continue;
        best = f1;
        kept = biases[k] as number;
      }
      biases[k] = kept;
    }
  return biases;
}
