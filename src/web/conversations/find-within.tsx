import './within.css';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../messages/use-text.ts';
import type { Within } from './use-within.ts';

/** The field in the bar of a conversation: how many there are, which one this is, on and back. Escape closes it and keeps the place. */
export function FindWithin({ within }: { within: Within }) {
  const text = useText().within;
  const before = useRef<Element | null>(null);
  const { open, field } = within;
  useEffect(() => {
    if (!open) return;
    before.current = document.activeElement;
    field.current?.focus();
  }, [open, field]);
  const close = () => {
    within.close();
    const back = before.current;
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus({ preventScroll: true });
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-find-within]')?.focus({ preventScroll: true }));
  };
  if (!open)
    return (
      <button type="button" className="btn ic q" data-find-within="" aria-label={text.find} title={text.find} onClick={within.show}>
        <Search className="i" aria-hidden="true" />
      </button>
    );
  const count = within.sought.trim() ? text.count(within.hits.length === 0 ? 0 : within.at + 1, within.hits.length) : '';
  return (
    <search className="within">
      <input
        ref={field}
        className="field"
        type="text"
        aria-label={text.find}
        placeholder={text.find}
        value={within.sought}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => within.seek(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') within.walk(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output className="f t12">{count}</output>
      <button
        type="button"
        className="btn ic q"
        aria-label={text.back}
        title={text.back}
        disabled={within.hits.length === 0}
        onClick={() => within.walk(-1)}
      >
        <ChevronUp className="i" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn ic q"
        aria-label={text.on}
        title={text.on}
        disabled={within.hits.length === 0}
        onClick={() => within.walk(1)}
      >
        <ChevronDown className="i" aria-hidden="true" />
      </button>
      <button type="button" className="btn ic q" aria-label={text.close} title={text.close} onClick={close}>
        <X className="i" aria-hidden="true" />
      </button>
    </search>
  );
}
