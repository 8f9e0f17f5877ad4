import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';

interface Someone {
  id: string | null;
  name: string;
}

interface Given {
  label: string;
  hint: string;
  wrong: string | null;
  who: Someone[];
  typing: string;
  onTyping: (typing: string) => void;
  onWho: (who: Someone[]) => void;
}

/** Names with completion from the people we know; Enter takes the chosen one or, failing that, the name as typed. */
export function PersonField({ label, hint, wrong, who, typing, onTyping, onWho }: Given) {
  const text = useText().conversations;
  const id = useId();
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const asked = useLate(typing.trim(), 120);
  const { data } = useQuery({
    ...api.people.list.queryOptions({ input: { find: asked, limit: 6 } }),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
  });
  const offers: (Someone & { detail: string })[] = typing.trim()
    ? [
        ...(data?.rows ?? [])
          .filter((row) => !who.some((one) => one.id === row.id))
          .map((row) => ({ id: row.id, name: row.name, detail: [row.roleTitle, row.organisation?.name].filter(Boolean).join(', ') })),
        { id: null, name: typing.trim(), detail: '' },
      ]
    : [];
  const chosen = Math.min(at, offers.length - 1);
  const take = (someone: Someone | undefined) => {
    if (!someone) return;
    onWho([...who, { id: someone.id, name: someone.name }]);
    setAt(0);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if ((event.key === 'Enter' || event.key === ',') && typing.trim()) {
      event.preventDefault();
      take(offers[chosen]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.max(0, Math.min(offers.length - 1, chosen + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Backspace' && !typing) onWho(who.slice(0, -1));
    else if (event.key === 'Escape' && open && offers.length > 0) {
      event.stopPropagation();
      event.preventDefault();
      setOpen(false);
    }
  };
  const shown = open && offers.length > 0;
  return (
    <div style={{ position: 'relative' }}>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <div className={wrong ? 'field who-field bad' : 'field who-field'}>
        {who.map((one) => (
          <span className="chip acc" key={one.id ?? one.name}>
            {one.name}
            <button type="button" aria-label={text.logRemove(one.name)} onClick={() => onWho(who.filter((other) => other !== one))}>
              <X className="i s" aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={id}
          role="combobox"
          autoComplete="off"
          aria-expanded={shown}
          aria-controls={`${id}-offers`}
          aria-autocomplete="list"
          aria-activedescendant={shown ? `${id}-${chosen}` : undefined}
          aria-describedby={`${id}-hint`}
          value={typing}
          onChange={(event) => {
            onTyping(event.target.value);
            setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={keys}
        />
      </div>
      <div className="pop offers" id={`${id}-offers`} role="listbox" aria-label={label} hidden={!shown}>
        {offers.map((offer, n) => (
          <div
            key={offer.id ?? 'new'}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === chosen}
            tabIndex={-1}
            onPointerDown={(event) => {
              // The field keeps the focus: it takes the keys and names the active offer.
              event.preventDefault();
              take(offer);
            }}
          >
            {offer.id ? <b className="b">{offer.name}</b> : text.logNew(offer.name)} <span className="f">{offer.detail}</span>
          </div>
        ))}
      </div>
      <span className={wrong ? 'hint harm' : 'hint'} id={`${id}-hint`} role={wrong ? 'alert' : undefined}>
        {wrong ?? hint}
      </span>
    </div>
  );
}

function useLate(value: string, ms: number): string {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}
