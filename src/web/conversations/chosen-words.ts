/** Words of one turn, as places in its text: UTF-16 units, as JavaScript counts them. */
export interface Stretch {
  from: number;
  to: number;
}

/** As much of a DOM node as is needed to count its letters; a test builds trees of these. */
export interface Letters {
  nodeType: number;
  nodeValue: string | null;
  childNodes: ArrayLike<Letters>;
}

const TEXT = 3;

function lettersIn(node: Letters): number {
  if (node.nodeType === TEXT) return node.nodeValue?.length ?? 0;
  return Array.from(node.childNodes).reduce((sum, child) => sum + lettersIn(child), 0);
}

/**
 * Where a border of a selection (DOM: a text and a letter of it, or an element and a child of it) stands in the whole text under `root`, however
 * that text is cut into marks and spans. Null when it does not lie in there.
 */
export function offsetIn(root: Letters, container: Letters, offset: number): number | null {
  if (root === container) {
    if (root.nodeType === TEXT) return Math.min(offset, lettersIn(root));
    return Array.from(root.childNodes)
      .slice(0, offset)
      .reduce((sum, child) => sum + lettersIn(child), 0);
  }
  let before = 0;
  for (const child of Array.from(root.childNodes)) {
    const inside = offsetIn(child, container, offset);
    if (inside !== null) return before + inside;
    before += lettersIn(child);
  }
  return null;
}

/** The same words without the blanks around them, and never half of a letter that takes two units; null when no word is left. */
export function trimmed(text: string, { from, to }: Stretch): Stretch | null {
  let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))];
  if (isSecondHalf(text, start)) start--;
  if (isSecondHalf(text, end)) end++;
  const words = text.slice(start, end);
  const from_ = start + (words.length - words.trimStart().length);
  const to_ = end - (words.length - words.trimEnd().length);
  return from_ < to_ ? { from: from_, to: to_ } : null;
}

function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && at < text.length && code >= 0xdc00 && code <= 0xdfff;
}

/** The turn as a whole, then each of its sentences: what the arrow keys go through. One sentence is the whole. */
export function stretchesOf(text: string): Stretch[] {
  const whole = trimmed(text, { from: 0, to: text.length });
  if (!whole) return [];
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].flatMap(({ index, segment }) => {
    const stretch = trimmed(text, { from: index, to: index + segment.length });
    return stretch ? [stretch] : [];
  });
  return sentences.length > 1 ? [whole, ...sentences] : [whole];
}
