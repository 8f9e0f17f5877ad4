import { useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../conversations/drafts.ts';

/** What is typed into a form of this name, kept for this tab until `drop`. */
export function useDraft<Draft extends object>(name: string, empty: Draft) {
  const [draft, setDraft] = useState(() => readDraft(sessionStorage, name, empty));
  const latest = useRef(draft);
  const hold = (next: Draft) => {
    latest.current = next;
    setDraft(next);
  };
  return {
    draft,
    set: (change: Partial<Draft>) => {
      const next = { ...latest.current, ...change };
      hold(next);
      keepDraft(sessionStorage, name, next);
    },
    /** Given what was sent: unless something else was typed meanwhile. */
    drop: (sent?: Draft) => {
      if (sent !== undefined && sent !== latest.current) return;
      dropDraft(sessionStorage, name);
      hold(empty);
    },
  };
}

/** Whoever closed a form goes on where they opened it: by the id of what is there once it is drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}
