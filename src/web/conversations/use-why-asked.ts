import { type RefObject, useEffect, useRef, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { useKeys } from '../ui/use-keys.ts';
import { holderOf, WHY, type WhyAsked } from './why-asked.ts';

const OPENS_MS = 300;
/** One that is open already makes room for the next sooner. */
const NEXT_MS = 120;
/** Time to get from what was pointed at into what it says. */
const CLOSES_MS = 300;

interface Open {
  by: HTMLElement;
  /** How it was asked: what was pressed stays until it is put away, what was pointed at or tabbed to goes with that. */
  how: 'pointed' | 'focused' | 'pressed';
}

/** What is asked why, by mouse, finger or key: WCAG 2.2, 1.4.13 (it can be put away, be pointed at itself, and stays). */
export function useWhyAsked(first: WhyAsked, popover: RefObject<HTMLElement | null>): { by: HTMLElement | null; close: () => void } {
  const text = useText().conversations;
  const [open, setOpen] = useState<Open | null>(() => opened(first));
  const latest = useRef(open);
  latest.current = open;
  const close = () => setOpen(null);
  const byKey = () => setOpen((old) => (old?.how === 'pressed' ? null : opened({ by: null, how: 'keydown' })));
  useKeys([{ key: 'w', says: text.why, run: byKey }]);
  useEffect(() => {
    let waits: ReturnType<typeof setTimeout> | undefined;
    const later = (ms: number, next: Open | null) => {
      clearTimeout(waits);
      waits = setTimeout(() => setOpen(next), ms);
    };
    const within = (target: EventTarget | null) => target instanceof Node && popover.current?.contains(target) === true;
    // On the way there one passes over what it speaks of.
    const near = (target: EventTarget | null) => within(target) || holderOf(latest.current?.by)?.contains(target as Node) === true;
    const point = ({ target, pointerType }: PointerEvent) => {
      const { current } = latest;
      const by = asker(target);
      if (pointerType === 'touch' || current?.how === 'pressed') return;
      if (by && by !== current?.by) later(current ? NEXT_MS : OPENS_MS, { by, how: 'pointed' });
      else if (by || near(target)) clearTimeout(waits);
      else if (current?.how !== 'focused') later(CLOSES_MS, null);
    };
    const focus = ({ target }: FocusEvent) => {
      const by = asker(target);
      if (by?.matches(':focus-visible')) later(0, { by, how: 'focused' });
      else if (latest.current?.how === 'focused') later(0, null);
    };
    const press = ({ target }: MouseEvent) => {
      const by = asker(target);
      if (!by?.matches('.why')) return;
      clearTimeout(waits);
      setOpen((old) => (old?.by === by && old.how === 'pressed' ? null : { by, how: 'pressed' }));
    };
    const beside = ({ target }: PointerEvent) => {
      if (latest.current && !within(target) && !asker(target)?.matches('.why')) setOpen(null);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !latest.current) return;
      // It alone is put away, not also what lies under it.
      event.preventDefault();
      event.stopPropagation();
      setOpen(null);
    };
    document.addEventListener('pointerover', point);
    document.addEventListener('focusin', focus);
    document.addEventListener('click', press);
    document.addEventListener('pointerdown', beside);
    document.addEventListener('keydown', leave, true);
    return () => {
      clearTimeout(waits);
      document.removeEventListener('pointerover', point);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('click', press);
      document.removeEventListener('pointerdown', beside);
      document.removeEventListener('keydown', leave, true);
    };
  }, [popover]);
  return { by: open?.by ?? null, close };
}

function asker(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(WHY) : null;
}

/** The first asking came before any of this was here: it may be over by now. */
function opened({ by, how }: WhyAsked): Open | null {
  if (how === 'keydown') {
    const key = askedByKey();
    return key ? { by: key, how: 'pressed' } : null;
  }
  if (!by) return null;
  if (how === 'pointerover') return by.matches(':hover') ? { by, how: 'pointed' } : null;
  return by.matches(':focus-visible') ? { by, how: 'focused' } : null;
}

/** By key: what has the focus, the suggestion in hand, or what the turn that one is at was heard as. */
function askedByKey(): HTMLElement | null {
  const here = asker(document.activeElement);
  const seen = ['.sug.on .why', '.peek .why', '.turn.on .why'].map((place) => document.querySelector<HTMLElement>(place));
  return here ?? seen.find((one) => one?.offsetParent) ?? null;
}
