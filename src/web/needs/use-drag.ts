import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

/** Pixels before a press becomes a drag: a click stays a click. */
const BEGINS = 6;
/** Pixels from the edge of the window within which the page moves along, and by how much at once. */
const EDGE = 56;
const STEP = 14;

interface Dragging {
  id: string;
  /** What it would be dropped on: the `data-drop` under the pointer. */
  over: string | null;
}

/** Drag by pointer, finger or pen: what carries `data-drop` can be dropped on. Escape lets go. */
export function useDrag(onDrop: (id: string, over: string) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const pressed = useRef<{ id: string; x: number; y: number } | null>(null);
  const dragged = useRef(false);
  const letGo = () => {
    pressed.current = null;
    setDragging(null);
  };
  useEffect(() => {
    if (!dragging) return;
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      pressed.current = null;
      setDragging(null);
    };
    document.addEventListener('keydown', onEscape, true);
    return () => document.removeEventListener('keydown', onEscape, true);
  }, [dragging]);
  const grip = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pressed.current = { id, x: event.clientX, y: event.clientY };
      dragged.current = false;
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = pressed.current;
      if (!from || from.id !== id) return;
      if (!dragged.current && Math.hypot(event.clientX - from.x, event.clientY - from.y) < BEGINS) return;
      dragged.current = true;
      if (event.clientY < EDGE) window.scrollBy(0, -STEP);
      if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
      setDragging({ id, over: dropAt(event.clientX, event.clientY) });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const over = dragged.current && pressed.current ? dropAt(event.clientX, event.clientY) : null;
      letGo();
      if (over) onDrop(id, over);
    },
    onPointerCancel: letGo,
  });
  return {
    dragging,
    grip,
    /** A click that ends a drag is none. */
    wasDragged: () => {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
  };
}

function dropAt(x: number, y: number): string | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset.drop ?? null;
}

interface Ways {
  walk: (by: 1 | -1) => void;
  deeper: () => void;
  shallower: () => void;
  indent: () => void;
  outdent: () => void;
}

/** The same by keys, on the grip that has the focus. */
export function pressOnGrip(event: KeyboardEvent<HTMLElement>, { walk, deeper, shallower, indent, outdent }: Ways): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const plain: Record<string, () => void> = { ArrowUp: () => walk(-1), ArrowDown: () => walk(1) };
  const shifted: Record<string, () => void> = { ArrowUp: shallower, ArrowDown: deeper, ArrowRight: indent, ArrowLeft: outdent };
  const run = (event.shiftKey ? shifted : plain)[event.key];
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}
