/** Characters of a turn that are kept whole: a longer one is a story in which the yes stands first. */
const WHOLE = 200;

/**
 * Which words of a turn are kept as their confirmation: those that were selected, else the turn, of a long one its first sentences.
 * UTF-16 units; `to` is not part of it. Pure.
 */
export function wordsToKeep(text: string, chosen: string): { from: number; to: number } {
  const words = chosen.trim();
  const at = words ? text.indexOf(words) : -1;
  if (at >= 0) return { from: at, to: at + words.length };
  const from = text.length - text.trimStart().length;
  const end = Math.max(from, text.trimEnd().length);
  if (end - from <= WHOLE) return { from, to: end };
  const stops = [...text.slice(from, from + WHOLE).matchAll(/[.!?…]+["”’)]*(?=\s)/g)].map((stop) => stop.index + stop[0].length);
  return { from, to: from + (stops.at(-1) ?? lastSpace(text.slice(from, from + WHOLE))) };
}

function lastSpace(text: string): number {
  const at = text.lastIndexOf(' ');
  return at > 0 ? at : text.length;
}
