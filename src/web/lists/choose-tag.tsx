import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TagRef } from '#model/tag.ts';
import { useListsText } from '../messages/lists-text.ts';
import { api } from '../query/api.ts';
import { Choose, type Offer, useLate } from './choose.tsx';

interface Given {
  label: string;
  /** A name that no tag has yet may be taken as well. */
  fresh?: boolean;
  /** Not offered: hangs there already. */
  but?: readonly string[];
  onTake: (tag: { id: string | null; name: string }) => void;
  onLeave?: () => void;
}

/** A tag, found as one types; Enter takes it, and the field is ready for the next. */
export function ChooseTag({ label, fresh = false, but = [], onTake, onLeave }: Given) {
  const text = useListsText();
  const [typing, setTyping] = useState('');
  const typed = typing.trim().replace(/\s+/g, ' ').slice(0, 60);
  const asked = useLate(typed);
  const { data } = useQuery({
    ...api.tags.offer.queryOptions({ input: { find: asked } }),
    placeholderData: (before) => before,
  });
  const found: TagRef[] = (data?.tags ?? []).filter(
    ({ id, name }) => !but.includes(id) && name.toLowerCase().includes(typed.toLowerCase()),
  );
  const known = (data?.tags ?? []).some(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const offers: Offer[] = found.map(({ id, name }) => ({ id, label: name }));
  // A tag of just that name stands first; else what is typed stands last, unless it would be the only one.
  if (fresh && typed && !known) offers.push({ id: 'new', label: text.tagNew(typed) });
  return (
    <Choose
      label={label}
      hint={fresh ? text.tagHint : text.tagOnlyHint}
      none={text.none}
      offers={offers}
      typing={typing}
      onTyping={setTyping}
      autoFocus
      {...(onLeave && { onLeave })}
      onTake={(offer) => {
        setTyping('');
        onTake(offer.id === 'new' ? { id: null, name: typed } : { id: offer.id, name: offer.label });
      }}
    />
  );
}
