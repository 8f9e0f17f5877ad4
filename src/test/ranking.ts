/** A suggestion as somebody who ranks sees it: what it says, how sure it is, and whether it is right. */
interface Ranked {
  quote: string;
  p: number;
  yes: boolean;
}

/** F1 of what is shown, out of all that could be. */
export function f1(shown: Ranked[], all: Ranked[]): number {
  const right = shown.filter(({ yes }) => yes).length;
  const there = all.filter(({ yes }) => yes).length;
  return (2 * right) / (shown.length + there);
}

/** Average precision of all that could be shown, the surest first and the first said first among equals; what is not shown stands at the end. */
export function averagePrecision(shown: Ranked[], all: Ranked[]): number {
  const hidden = all.filter(({ quote }) => !shown.some((one) => one.quote === quote)).map((one) => ({ ...one, p: 0 }));
  let right = 0;
  let sum = 0;
  for (const [i, { yes }] of [...shown, ...hidden].sort((a, b) => b.p - a.p).entries()) {
    if (!yes) continue;
    right++;
    sum += right / (i + 1);
  }
  return right === 0 ? 0 : sum / right;
}
