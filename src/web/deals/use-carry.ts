import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** Pixels before a press becomes a carry, and how long (ms) a finger rests first: what is shorter or moves sooner is a click or a scroll. */
const BEGINS = 6;
const RESTS_MS = 300;
/** Pixels from the edge of the window within which the page moves along, and by how much at once. */
const EDGE = 64;
const STEP = 12;

interface Carried {
  id: string;
  x: number;
  y: number;
  /** What it would be dropped on: the `data-drop` under the pointer. */
  over: string | null;
}

/** A card carried by mouse, pen or finger to what has `data-drop`; Escape lets go. */
export function useCarry(onDrop: (id: string, over: string) => void) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const wasCarried = useRef(false);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const press = (id: string) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    wasCarried.current = false;
    stop.current?.();
    stop.current = follow(id, event.nativeEvent, {
      carry: (now) => {
        wasCarried.current = true;
        setCarried(now);
      },
      end: (over) => {
        setCarried(null);
        if (over) drop.current(id, over);
      },
    });
  };
  return {
    carried,
    grip: (id: string) => ({
      draggable: false,
      onPointerDown: press(id),
      // A click that ends a carry opens nothing; a finger that rests asks the browser for nothing.
      onClick: (event: MouseEvent) => {
        if (wasCarried.current) event.preventDefault();
        wasCarried.current = false;
      },
      onContextMenu: (event: MouseEvent) => {
        if (wasCarried.current) event.preventDefault();
      },
      style: carried?.id === id ? { transform: `translate(${carried.x}px, ${carried.y}px)` } : undefined,
    }),
  };
}

interface Told {
  carry: (now: Carried) => void;
  end: (over: string | null) => void;
}

function follow(id: string, from: globalThis.PointerEvent, { carry, end }: Told): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const isFinger = from.pointerType === 'touch';
  const start = { x: from.clientX, y: from.clientY + window.scrollY };
  let carrying = false;
  const begin = (x: number, y: number) => {
    carrying = true;
    carry(at(x, y));
  };
  const at = (x: number, y: number): Carried => ({ id, x: x - start.x, y: y + window.scrollY - start.y, over: dropAt(x, y) });
  const timer = isFinger ? setTimeout(() => begin(from.clientX, from.clientY), RESTS_MS) : undefined;
  const leave = (over: string | null) => {
    clearTimeout(timer);
    listening.abort();
    if (carrying) end(over);
  };
  const move = ({ clientX: x, clientY: y, pointerId }: globalThis.PointerEvent) => {
    if (pointerId !== from.pointerId) return;
    const far = Math.hypot(x - from.clientX, y - from.clientY) >= BEGINS;
    if (!carrying && far && isFinger) return leave(null);
    if (!carrying && far) begin(x, y);
    if (!carrying) return;
    if (y < EDGE) window.scrollBy(0, -STEP);
    if (y > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    carry(at(x, y));
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', (event) => leave(carrying ? dropAt(event.clientX, event.clientY) : null), { signal });
  window.addEventListener('pointercancel', () => leave(null), { signal });
  // A page does not scroll under a finger that carries.
  window.addEventListener('touchmove', (event) => carrying && event.preventDefault(), { signal, passive: false });
  const letGo = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !carrying) return;
    event.stopPropagation();
    leave(null);
  };
  document.addEventListener('keydown', letGo, { signal, capture: true });
  return () => leave(null);
}

function dropAt(x: number, y: number): string | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset.drop ?? null;
}
