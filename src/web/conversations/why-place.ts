import { holderOf } from './why-asked.ts';

const EDGE = 8;
const GAP = 4;

export interface Box {
  left: number;
  top: number;
  bottom: number;
}

/**
 * Where it stands in the window: under what must stay readable (the turn, the suggestion) or over it, and where neither has room at the foot.
 * Null when what it is about is out of view. `foot` is where the window ends for it.
 */
export function placed(by: Box, kept: Box, size: { width: number; height: number }, view: { width: number; foot: number }) {
  if (kept.bottom < 0 || kept.top > view.foot) return null;
  const x = Math.max(EDGE, Math.min(by.left - EDGE, view.width - size.width - EDGE));
  const under = kept.bottom + GAP;
  const over = kept.top - GAP - size.height;
  const y = under + size.height + EDGE <= view.foot ? under : over >= EDGE ? over : view.foot - size.height - EDGE;
  return { x, y: Math.max(EDGE, y) };
}

/** The same, measured on the page: at the foot of a phone stand the tabs and the suggestion in hand. */
export function placeFor(by: HTMLElement, popover: HTMLElement) {
  const holder = holderOf(by) ?? by;
  const feet = [...document.querySelectorAll('.tabs, .peek')]
    .filter((one) => one !== holder && getComputedStyle(one).display !== 'none')
    .map((one) => one.getBoundingClientRect().top);
  return placed(
    by.getBoundingClientRect(),
    holder.getBoundingClientRect(),
    { width: popover.offsetWidth, height: popover.offsetHeight },
    { width: document.documentElement.clientWidth, foot: Math.min(window.innerHeight, ...feet) },
  );
}
