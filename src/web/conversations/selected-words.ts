import { offsetIn, type Stretch, trimmed } from './chosen-words.ts';

/** Words that somebody chose in the transcript, and where they stand on the screen. */
export interface Chosen extends Stretch {
  turn: number;
  /** The selection went on into other turns: only the part in the first one is taken. */
  cut: boolean;
  /** They were chosen by keyboard: the focus goes along. */
  byKeys: boolean;
}

const LINE = '.turn[data-turn] .say';

/** What is selected in the transcript right now; null when that is nothing, or lies elsewhere. */
export function selectedWords(within: Element, textOf: (turn: number) => string | undefined): Chosen | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(within)) return null;
  const parts = [...within.querySelectorAll(LINE)].flatMap((line) => {
    const part = range.intersectsNode(line) ? partOf(line, range, textOf) : null;
    return part ? [part] : [];
  });
  const [first] = parts;
  return first ? { ...first, cut: parts.length > 1, byKeys: false } : null;
}

function partOf(line: Element, range: Range, textOf: (turn: number) => string | undefined): (Stretch & { turn: number }) | null {
  const turn = Number(line.closest<HTMLElement>('[data-turn]')?.dataset.turn);
  const text = textOf(turn);
  if (text === undefined) return null;
  // A border outside of the line is before or behind it, since the selection does touch the line.
  const from = offsetIn(line, range.startContainer, range.startOffset) ?? 0;
  const to = offsetIn(line, range.endContainer, range.endOffset) ?? text.length;
  const words = trimmed(text, { from, to });
  return words ? { ...words, turn } : null;
}

/** The same words as a range of the page, to be drawn or measured; null when that turn is not drawn now. */
export function rangeOf(within: Element, { turn, from, to }: Stretch & { turn: number }): Range | null {
  const line = within.querySelector(`.turn[data-turn="${turn}"] .say`);
  if (!line) return null;
  const start = pointAt(line, from);
  const end = pointAt(line, to);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

function pointAt(line: Element, at: number): { node: Node; offset: number } | null {
  const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return null;
}

const NAME = 'noting';

/** Keeps the chosen words tinted while the focus is in the form; a browser that knows no highlights shows them in the form alone. */
export function tint(range: Range | null): void {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set(NAME, new Highlight(range));
  else CSS.highlights.delete(NAME);
}
