import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import './lists-sheet.ts';

export interface Offer {
  id: string;
  label: string;
  detail?: string;
}

interface Given {
  label: string;
  hint: string;
  /** What is offered for what is typed so far. */
  offers: Offer[];
  typing: string;
  onTyping: (typing: string) => void;
  onTake: (offer: Offer) => void;
  onLeave?: () => void;
  /** Said where nothing is offered. */
  none: string;
  wrong?: string | null;
  autoFocus?: boolean;
}

/** A field that offers what there is as one types: arrows move, Enter takes, Escape leaves. */
export function Choose({ label, hint, offers, typing, onTyping, onTake, onLeave, none, wrong = null, autoFocus = false }: Given) {
  const id = useId();
  const [at, setAt] = useState(0);
  const on = Math.max(0, Math.min(at, offers.length - 1));
  useEffect(() => {
    if (autoFocus) document.getElementById(id)?.focus();
  }, [autoFocus, id]);
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) setAt(Math.max(0, Math.min(offers.length - 1, on + step)));
    const offer = offers[on];
    if (event.key === 'Enter' && offer) onTake(offer);
    if (event.key === 'Escape' && onLeave) {
      event.stopPropagation();
      onLeave();
    }
    if (step || event.key === 'Enter') event.preventDefault();
  };
  return (
    <div className="choose">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={wrong ? 'field bad' : 'field'}
        role="combobox"
        autoComplete="off"
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-offers`}
        aria-autocomplete="list"
        aria-activedescendant={offers.length > 0 ? `${id}-${on}` : undefined}
        aria-describedby={`${id}-hint`}
        value={typing}
        onChange={(event) => {
          setAt(0);
          onTyping(event.target.value);
        }}
        onKeyDown={keys}
      />
      <div className="choose-offers" id={`${id}-offers`} role="listbox" aria-label={label} hidden={offers.length === 0}>
        {offers.map((offer, n) => (
          <div
            key={offer.id}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === on}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(offer)}
            onKeyDown={keys}
          >
            {offer.label} {offer.detail ? <span className="f">{offer.detail}</span> : null}
          </div>
        ))}
      </div>
      <span className={wrong ? 'hint harm' : 'hint'} id={`${id}-hint`} role={wrong ? 'alert' : undefined}>
        {wrong ?? (offers.length === 0 && typing.trim() ? none : hint)}
      </span>
    </div>
  );
}

/** What was typed, once somebody stops typing for a moment (ms). */
export function useLate(value: string, ms = 120): string {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}
