/** F1 of saying yes from `threshold` on. */
export function f1At(scores: ArrayLike<number>, truths: ArrayLike<boolean>, threshold: number): number {
  let right = 0;
  let alarms = 0;
  let missed = 0;
  for (let i = 0; i < scores.length; i++) {
    const says = (scores[i] as number) >= threshold;
    if (says && truths[i]) right++;
    else if (says) alarms++;
    else if (truths[i]) missed++;
  }
  return f1Of(right, alarms, missed);
}

export function f1Of(right: number, alarms: number, missed: number): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + alarms + missed);
}

/** The threshold with the best F1 on these, and that F1: only for scores that were made out of fold. */
export function bestThreshold(scores: ArrayLike<number>, truths: ArrayLike<boolean>): { threshold: number; f1: number } {
  const order = Int32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  let there = 0;
  for (let i = 0; i < scores.length; i++) if (truths[i]) there++;
  let right = 0;
  let best = { threshold: Number.POSITIVE_INFINITY, f1: 0 };
  for (const [n, i] of order.entries()) {
    if (truths[i]) right++;
    const next = order[n + 1];
    if (next !== undefined && scores[next] === scores[i]) continue;
    const f1 = (2 * right) / (n + 1 + there);
    if (f1 > best.f1) best = { threshold: between(scores[i] as number, next === undefined ? undefined : (scores[next] as number)), f1 };
  }
  return best;
}

/** Half way down to the next score; the score itself where numbers are too small to be halved. */
function between(score: number, next: number | undefined): number {
  if (next === undefined) return score;
  const middle = (score + next) / 2;
  return middle > next ? middle : score;
}

/** Area under the ROC curve: how often one that is stands above one that is not (ties half). */
export function aurocOf(scores: ArrayLike<number>, truths: ArrayLike<boolean>): number {
  const order = Int32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => (scores[a] as number) - (scores[b] as number));
  let sum = 0;
  let there = 0;
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && scores[order[j] as number] === scores[order[i] as number]) j++;
    const rank = (i + j + 1) / 2;
    for (; i < j; i++)
      if (truths[order[i] as number]) {
        sum += rank;
        there++;
      }
  }
  return (sum - (there * (there + 1)) / 2) / (there * (order.length - there));
}

const BINS = 10;

/** Expected calibration error over ten even bins: by how much, on average, what is said differs from how often it is so. */
export function calibrationErrorOf(confidences: ArrayLike<number>, truths: ArrayLike<boolean>): number {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, said: 0, so: 0 }));
  for (let i = 0; i < confidences.length; i++) {
    const bin = bins[Math.min(BINS - 1, Math.floor((confidences[i] as number) * BINS))];
    if (!bin) continue;
    bin.n++;
    bin.said += confidences[i] as number;
    bin.so += truths[i] ? 1 : 0;
  }
  return bins.reduce((sum, { said, so }) => sum + Math.abs(said - so), 0) / Math.max(1, confidences.length);
}

export function meanOf(numbers: number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / Math.max(1, numbers.length);
}

/** Standard deviation of the folds' scores. */
export function spreadOf(numbers: number[]): number {
  const mean = meanOf(numbers);
  return Math.sqrt(meanOf(numbers.map((x) => (x - mean) ** 2)));
}
