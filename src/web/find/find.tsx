import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Hit } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { sayTrouble } from '../query/trouble.ts';
import { type Action, useActions } from './actions.tsx';
import { fits, groupsOf, nextKind } from './groups.ts';
import { HitLine } from './hit-line.tsx';
import { Near } from './near.tsx';
import { useHits } from './use-hits.ts';
import { useMeant } from './use-meant.tsx';
import { useOpenHit } from './use-open-hit.ts';
import { Would } from './would.tsx';

/** Find or do: docked beside what one is reading. Arrows move, Enter opens, Tab keeps one kind, Escape leaves. */
export function Find({ onClose }: { onClose: () => void }) {
  const all = useText();
  const text = all.find;
  const [typed, setTyped] = useState('');
  const [only, setOnly] = useState<Hit['kind'] | null>(null);
  const [on, setOn] = useState(0);
  const [exactly, setExactly] = useState(false);
  const doing = useMeant(typed);
  const { data, error, isFetching } = useHits(typed, exactly);
  const openHit = useOpenHit();
  const before = useRef(document.activeElement);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => () => (before.current as HTMLElement | null)?.focus?.(), []);

  const hits = typed.trim() ? (data?.hits ?? []) : [];
  const groups = groupsOf(hits, only);
  const meant = doing?.action ? [doing.action] : [];
  const actions = useActions().filter((action) => !only && fits(action.label, typed));
  const flat: (Hit | Action)[] = [...meant, ...groups.flatMap((group) => group.hits), ...actions];
  const chosen = flat[Math.min(on, flat.length - 1)];
  const choose = (one: Hit | Action | undefined) => {
    if (!one) return;
    onClose();
    if ('run' in one) one.run();
    else openHit(one);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setOn(Math.max(0, Math.min(flat.length - 1, on + step)));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(chosen);
    else if (event.key === 'Tab' && !event.shiftKey && hits.length > 0) {
      setOnly(nextKind(hits, only));
      setOn(0);
    } else return;
    event.preventDefault();
  };
  const line = (one: Hit | Action) => ({ id: `hit-${one.id}`, on: one === chosen, onChoose: () => choose(one) });
  return (
    <div className="w-find pop" role="dialog" aria-label={text.label} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="w-q">
        <Search className="i" aria-hidden="true" />
        <input
          ref={field}
          className="w-in"
          // biome-ignore lint/a11y/noAutofocus: it was opened to type in
          autoFocus
          value={typed}
          placeholder={text.placeholder}
          aria-label={text.label}
          role="combobox"
          aria-expanded="true"
          aria-controls="hits"
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `hit-${chosen.id}` : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setOn(0);
            setOnly(null);
            setExactly(false);
          }}
          onKeyDown={press}
        />
        <kbd>esc</kbd>
        <button type="button" className="only-sm word t13" onClick={onClose}>
          {all.shell.close}
        </button>
      </div>
      <p className="w-said t13 m" role="status">
        <span>
          {error
            ? sayTrouble(error, all)
            : typed.trim() && data && flat.length === 0 && !isFetching && !doing
              ? text.nothing(typed.trim())
              : (only && text.groups[only]) || (typed.trim() && data?.showing ? text.showing(data.showing) : '')}
          {typed.trim() && data?.showing ? (
            <button
              type="button"
              className="word"
              onClick={() => {
                setExactly(true);
                field.current?.focus();
              }}
            >
              {text.onlyTyped}
            </button>
          ) : null}
        </span>
        <span className="sp f t12 only-lg">{typed.trim() && data && !doing ? text.count(hits.length, data.ms) : ''}</span>
      </p>
      {doing ? <Would doing={doing} onDo={() => choose(doing.action ?? undefined)} /> : null}
      <div className="w-body">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the kit draws lists of choices as menus */}
        <ul className="menu" id="hits" role="listbox" aria-label={text.results}>
          {meant.map((action) => [<Heading key="do" says={text.do} />, <ActionLine key={action.id} action={action} {...line(action)} />])}
          {groups.map((group) => [
            <Heading key={group.kind} says={text.groups[group.kind]} n={group.hits.length} />,
            ...group.hits.map((hit) => [
              <HitLine key={hit.id} hit={hit} {...line(hit)} />,
              hit === chosen && hit.kind === 'words' ? <Near key={`near ${hit.id}`} hit={hit} /> : null,
            ]),
          ])}
          {actions.length > 0 ? <Heading says={text.do} /> : null}
          {actions.map((action) => (
            <ActionLine key={action.id} action={action} {...line(action)} />
          ))}
        </ul>
      </div>
      <div className="w-foot t12 f only-lg">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {text.move}
        </span>
        <span>
          <kbd>↵</kbd> {text.open}
        </span>
        <span>
          <kbd>tab</kbd> {text.oneKind}
        </span>
        <span className="sp">{text.asYouSay}</span>
      </div>
    </div>
  );
}

function Heading({ says, n }: { says: string; n?: number }) {
  return (
    <li role="presentation" className="w-grp">
      <span>{says}</span>
      <span className="f">{n}</span>
    </li>
  );
}

function ActionLine({ action, id, on, onChoose }: { action: Action; id: string; on: boolean; onChoose: () => void }) {
  return (
    // biome-ignore lint/a11y: the field above has the keys; the kit draws a listbox as a list
    <li role="option" id={id} tabIndex={-1} aria-selected={on} className={on ? 'on' : undefined} onClick={onChoose}>
      {action.icon}
      <span className="w-hit">{action.label}</span>
      {action.key ? <kbd>{action.key}</kbd> : null}
    </li>
  );
}
