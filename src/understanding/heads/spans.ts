import { MOST_WORDS, type WhyWords } from '#model/why.ts';

/** A word of a sentence and what it adds to a say; less than nothing when it speaks against it. */
export type Share = WhyWords;

/** A word is named when it weighs at least this much of what the weightiest weighs; beside one that is named, less will do. */
const NAMED = 0.25;
const BESIDE = 0.1;
/** What a stretch must weigh of the whole, unless it is the weightiest: "and" alone is no reason. */
const LEAST = 0.1;
const PARTS = /[,;:.?!…–—"“”()\n]/;

/** The stretches of words that weigh most, the weightiest first. Neighbours are read together, unless a mark stands between them. */
export function spansOf(text: string, words: Share[]): WhyWords[] {
  const top = Math.max(0, ...words.map(({ share }) => share));
  if (top === 0) return [];
  const weight = (w: number) => (words[w]?.share ?? -1) / top;
  const joined = (w: number) => !PARTS.test(text.slice(words[w]?.to, words[w + 1]?.from));
  const named = new Set([...words.keys()].filter((w) => weight(w) >= NAMED));
  for (const w of [...named])
    for (const beside of [w - 1, w + 1]) if (weight(beside) >= BESIDE && joined(Math.min(w, beside))) named.add(beside);
  // A small word between two that are named is read with them.
  for (const w of words.keys()) if (weight(w) >= 0 && named.has(w - 1) && named.has(w + 1) && joined(w - 1) && joined(w)) named.add(w);
  const spans: WhyWords[] = [];
  for (const [w, word] of words.entries()) {
    const open = spans.at(-1);
    if (!named.has(w)) continue;
    if (open && named.has(w - 1) && joined(w - 1)) {
      open.to = word.to;
      open.share += word.share;
    } else spans.push({ ...word });
  }
  return spans
    .sort((a, b) => b.share - a.share || a.from - b.from)
    .filter(({ share }, i) => i === 0 || share >= LEAST)
    .slice(0, MOST_WORDS)
    .map(({ from, to, share }) => ({ from, to, share: Math.min(1, Math.round(share * 100) / 100) }));
}
