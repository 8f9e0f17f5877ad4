/** A suggestion as somebody who ranks sees it: what it says, how sure it is, and whether it is right. */
interface Ranked {
  quote: string;
  p: number;
  yes: boolean;
}

/** F1 and average precision of what was suggested without and with what was learned, both held against all that either of them found. */
export function compared<T extends Ranked>(before: T[], after: T[]): { f1: [number, number]; ap: [number, number] } {
  const all = [...new Map([...after, ...before].map((one) => [one.quote, one])).values()];
  return { f1: [f1(before, all), f1(after, all)], ap: [averagePrecision(before, all), averagePrecision(after, all)] };
}

function f1(shown: Ranked[], all: Ranked[]): number {
  const right = shown.filter(({ yes }) => yes).length;
  const there = all.filter(({ yes }) => yes).length;
  return (2 * right) / (shown.length + there);
}

/** The surest first and the first said first among equals; what is not shown stands at the end. */
function averagePrecision(shown: Ranked[], all: Ranked[]): number {
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
