import type { SuggestionKeyDownProps, SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import { useMemo, useRef, useState } from 'react';
import { useNotesText } from '../messages/notes-text.ts';
import { ask } from '../query/api.ts';
import type { Namable } from './mention-node.ts';

export interface Offer {
  items: Namable[];
  chosen: number;
  /** Where the caret is, in the window. */
  at: { left: number; top: number };
  take: (one: Namable) => void;
}

const MOST = 7;

/** What drops down while somebody is named by @: people found as they are typed, and us. The text keeps the focus; arrows choose, Enter takes. */
export function useNaming(): { offer: Offer | null; suggestion: Omit<SuggestionOptions<Namable>, 'editor'> } {
  const [offer, setOffer] = useState<Offer | null>(null);
  const latest = useRef<Offer | null>(null);
  const text = useNotesText();
  const oneOfUs = useRef(text.oneOfUs);
  oneOfUs.current = text.oneOfUs;
  const suggestion = useMemo(() => {
    const show = (next: Offer | null) => {
      latest.current = next;
      setOffer(next);
    };
    const follow = ({ items, clientRect, command }: SuggestionProps<Namable>) => {
      const rect = clientRect?.();
      if (!rect || items.length === 0) return show(null);
      const take = (one: Namable) => command({ id: one.id, label: one.name, kind: one.kind } as never);
      show({ items, chosen: 0, at: { left: rect.left, top: rect.bottom + 4 }, take });
    };
    const press = ({ event }: SuggestionKeyDownProps): boolean => {
      const now = latest.current;
      if (!now) return false;
      if (event.key === 'Escape') show(null);
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        show({ ...now, chosen: (now.chosen + step + now.items.length) % now.items.length });
      } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.metaKey && !event.ctrlKey) {
        const one = now.items[now.chosen];
        if (one) now.take(one);
      } else return false;
      return true;
    };
    return {
      char: '@',
      // A name has several words; a sentence is none.
      allowSpaces: true,
      allowedPrefixes: [' ', '(', '"', '“'],
      shouldShow: ({ query }: { query: string }) => query.split(/\s+/).length <= 4 && query.length <= 60,
      items: ({ query }: { query: string }) => namables(query.trim(), oneOfUs.current),
      render: () => ({ onStart: follow, onUpdate: follow, onKeyDown: press, onExit: () => show(null) }),
    };
  }, []);
  return { offer, suggestion };
}

async function namables(sought: string, oneOfUs: string): Promise<Namable[]> {
  const [{ rows }, { members }] = await Promise.all([
    ask.people.list({ limit: 5, ...(sought && { find: sought }) }),
    ask.members.list(undefined).catch(() => ({ members: [] })),
  ]);
  const people = rows.map((row) => ({
    kind: 'person' as const,
    id: row.id,
    name: row.name,
    detail: [row.roleTitle, row.organisation?.name].filter(Boolean).join(', '),
  }));
  const us = members
    .filter((member) => plain(member.name).includes(plain(sought)))
    .map((member) => ({ kind: 'member' as const, id: member.id, name: member.name, detail: oneOfUs }));
  return [...people, ...us].slice(0, MOST);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
