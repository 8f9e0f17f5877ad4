import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useListsText } from '../messages/lists-text.ts';
import { api } from '../query/api.ts';
import { Choose, useLate } from './choose.tsx';

/** Somebody we know, found by a piece of their name. */
export function ChoosePerson({
  label,
  wrong = null,
  onTake,
  onLeave,
}: {
  label: string;
  wrong?: string | null;
  onTake: (person: { id: string; name: string }) => void;
  onLeave?: () => void;
}) {
  const text = useListsText();
  const [typing, setTyping] = useState('');
  const asked = useLate(typing.trim());
  const { data } = useQuery({
    ...api.people.list.queryOptions({ input: { find: asked, limit: 6 } }),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
  });
  const offers = typing.trim() ? (data?.rows ?? []) : [];
  return (
    <Choose
      label={label}
      hint={text.whoHint}
      none={text.none}
      wrong={wrong}
      autoFocus
      offers={offers.map(({ id, name, roleTitle, organisation }) => ({
        id,
        label: name,
        detail: [roleTitle, organisation?.name].filter(Boolean).join(', '),
      }))}
      typing={typing}
      onTyping={setTyping}
      onTake={({ id, label: name }) => onTake({ id, name })}
      {...(onLeave && { onLeave })}
    />
  );
}
