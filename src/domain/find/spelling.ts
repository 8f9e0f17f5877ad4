/** Which word was meant: pure, over the words that are there. */

/** The nearest of `words` to what was typed, when it is a slip away: one for four letters, two from six on. Null: as it is, or nothing near. */
export function nearestWord(typed: string, words: string[]): string | null {
  const slips = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2;
  let best: { word: string; slips: number } | null = null;
  for (const word of words) {
    if (word === typed) return null;
    const apart = slipsBetween(typed, word, slips);
    if (apart <= slips && apart < (best?.slips ?? slips + 1)) best = { word, slips: apart };
  }
  return best?.word ?? null;
}

/**
 * How many slips lie between two words: a letter left out, added, mistyped, or two that changed places (optimal string alignment: Damerau 1964,
 * without a letter being moved twice). More than `most` comes out as most + 1.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}
