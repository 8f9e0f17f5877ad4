import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

export interface Choice {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  /** Set for a choice among several: it is announced and ticked. */
  chosen?: boolean;
  /** A line above it. */
  cut?: boolean;
  harm?: boolean;
  run: () => void;
}

interface Given {
  /** What the button shows; `label` names it for a screen reader when that is an icon. */
  children: ReactNode;
  label?: string;
  className?: string;
  choices: Choice[];
  /** Several may be ticked: the menu stays open. */
  many?: boolean;
  side?: 'left' | 'right' | 'up';
  /** Open from the start. */
  open?: boolean;
}

/** A button that drops a menu: arrows, Home, End and letters move, Enter chooses, Escape goes back to the button. */
export function Menu({ children, label, className = 'btn', choices, many = false, side = 'left', open: atFirst = false }: Given) {
  const [open, setOpen] = useState(atFirst);
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useClickOutside(whole, open, () => setOpen(false));
  return (
    <span className={`drops ${side}`} ref={whole}>
      <button
        type="button"
        ref={button}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open ? <Items choices={choices} many={many} close={close} /> : null}
    </span>
  );
}

function Items({ choices, many, close }: { choices: Choice[]; many: boolean; close: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const items = list.current?.querySelectorAll<HTMLElement>('li[role]');
    ([...(items ?? [])].find((item) => item.ariaChecked === 'true') ?? items?.[0])?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the kit draws menus as lists
    <ul className="pop menu" role="menu" ref={list} onKeyDown={(event) => moveFocus(event, list.current, close)}>
      {choices.map((choice) => {
        const run = () => {
          if (!many) close();
          choice.run();
        };
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: checked stands only on the roles that have it
          <li
            key={choice.id}
            role={choice.chosen === undefined ? 'menuitem' : many ? 'menuitemcheckbox' : 'menuitemradio'}
            aria-checked={choice.chosen}
            tabIndex={-1}
            className={[choice.cut && 'cut', choice.harm && 'harm'].filter(Boolean).join(' ') || undefined}
            onClick={run}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              run();
            }}
          >
            {choice.icon}
            <span>{choice.label}</span>
            {choice.chosen ? <Check className="i s tick" aria-hidden="true" /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function moveFocus(event: KeyboardEvent, list: HTMLElement | null, close: () => void): void {
  const items = [...(list?.querySelectorAll<HTMLElement>('li[role]') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1, j: at + 1, k: at - 1 };
  const to = step[event.key];
  if (event.key === 'Tab') close();
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % Math.max(1, items.length))?.focus();
}

function useClickOutside(whole: { current: HTMLElement | null }, open: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!open) return;
    const press = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) latest.current();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [open, whole]);
}
