import type { Calibration } from '#understanding/heads/calibrated.ts';

const STEPS = 24;

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955) over at most 24 even parts of the outputs, drawn a little towards the
 * share that is true at all where a part holds few.
 */
export function calibrationOf(outputs: number[], truths: boolean[]): Calibration {
  const order = [...outputs.keys()].sort((a, b) => (outputs[a] ?? 0) - (outputs[b] ?? 0));
  const share = truths.filter(Boolean).length / Math.max(1, truths.length);
  const parts: { x: number; p: number; n: number }[] = [];
  for (const [from, to] of partsOf(order.length)) {
    const inside = order.slice(from, to);
    const n = inside.length;
    const yes = inside.filter((i) => truths[i]).length;
    parts.push({ x: inside.reduce((sum, i) => sum + (outputs[i] ?? 0), 0) / n, p: (yes + share) / (n + 1), n });
    for (let last = parts.at(-1), before = parts.at(-2); last && before && before.p >= last.p; last = parts.at(-1), before = parts.at(-2)) {
      const all = before.n + last.n;
      parts.splice(-2, 2, {
        x: (before.x * before.n + last.x * last.n) / all,
        p: (before.p * before.n + last.p * last.n) / all,
        n: all,
      });
    }
  }
  return { x: parts.map(({ x }) => x), p: parts.map(({ p }) => p) };
}

/** Finer at the top, where the few that are true stand: half of what is left, over and over. */
function partsOf(n: number): [number, number][] {
  const cuts = new Set([0, n]);
  for (let i = 1; i < STEPS / 2; i++) cuts.add(Math.round((n * i) / (STEPS / 2)));
  for (let left = n; left > 40 && cuts.size < STEPS * 2; left = Math.floor(left * 0.7)) cuts.add(n - left);
  const edges = [...cuts].filter((cut) => cut >= 0 && cut <= n).sort((a, b) => a - b);
  return edges
    .slice(1)
    .map((to, i): [number, number] => [edges[i] ?? 0, to])
    .filter(([from, to]) => to > from);
}
