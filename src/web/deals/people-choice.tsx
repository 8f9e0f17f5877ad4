import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Choose, useLate } from '../lists/choose.tsx';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';

export interface Chosen {
  id: string;
  name: string;
}

interface Given {
  label: string;
  hint: string;
  who: Chosen[];
  /** One at most: another takes its place. */
  one?: boolean;
  onWho: (who: Chosen[]) => void;
}

/** People we know, found by a piece of their name; those chosen stand above as words that can be taken away. */
export function PeopleChoice({ label, hint, who, one = false, onWho }: Given) {
  const text = useListsText();
  const { conversations } = useText();
  const [typing, setTyping] = useState('');
  const asked = useLate(typing.trim());
  const { data } = useQuery({
    ...api.people.list.queryOptions({ input: { find: asked, limit: 6 } }),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
  });
  const offers = typing.trim() ? (data?.rows ?? []).filter(({ id }) => !who.some((chosen) => chosen.id === id)) : [];
  return (
    <div>
      {who.length > 0 ? (
        <span className="w-chosen">
          {who.map((chosen) => (
            <span className="chip acc" key={chosen.id}>
              {chosen.name}
              <button
                type="button"
                aria-label={conversations.logRemove(chosen.name)}
                onClick={() => onWho(who.filter(({ id }) => id !== chosen.id))}
              >
                <X className="i s" aria-hidden="true" />
              </button>
            </span>
          ))}
        </span>
      ) : null}
      <Choose
        label={label}
        hint={hint}
        none={text.none}
        offers={offers.map(({ id, name, roleTitle, organisation }) => ({
          id,
          label: name,
          detail: [roleTitle, organisation?.name].filter(Boolean).join(', '),
        }))}
        typing={typing}
        onTyping={setTyping}
        onTake={({ id, label: name }) => {
          onWho(one ? [{ id, name }] : [...who, { id, name }]);
          setTyping('');
        }}
      />
    </div>
  );
}
