import { type CSSProperties, useEffect, useRef } from 'react';
import type { FindingKind } from '#model/finding.ts';
import { useText } from '../messages/use-text.ts';
import { useKeys } from '../ui/use-keys.ts';
import { familyOfFinding } from './margin.ts';
import { MARKS } from './noting.ts';
import type { Chosen } from './selected-words.ts';

/** What stands confirmed can be set back, also on another day. */
export function NotedBar({ style, onTakeBack, onLeave }: { style: CSSProperties; onTakeBack: () => void; onLeave: () => void }) {
  const text = useText().noting;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  useKeys([{ key: 'Escape', says: text.leave, run: onLeave }]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; these are two buttons
    <div className="pop noting words-bar" role="group" aria-label={text.standing} style={style}>
      <button ref={first} type="button" className="btn q sm" onClick={onTakeBack}>
        {text.takeBack}
      </button>
      <button type="button" className="btn q sm" onClick={onLeave}>
        {text.leave}
      </button>
    </div>
  );
}

interface BarGiven {
  words: Chosen;
  style: CSSProperties;
  onKind: (kind: FindingKind | null) => void;
  onSentence: (by: 1 | -1) => void;
  onLeave: () => void;
}

/** By the chosen words: what are they? A key for each. */
export function WordBar({ words, style, onKind, onSentence, onLeave }: BarGiven) {
  const text = useText().noting;
  const bar = useRef<HTMLDivElement>(null);
  useKeys([
    ...MARKS.map(({ key, name, kind }) => ({ key, says: text[name], run: () => onKind(kind) })),
    { key: 'Escape', says: text.leave, run: onLeave },
    { key: 'ArrowRight', says: words.byKeys ? text.sentence : null, run: () => words.byKeys && onSentence(1) },
    { key: 'ArrowLeft', says: null, run: () => words.byKeys && onSentence(-1) },
  ]);
  useEffect(() => {
    if (words.byKeys) bar.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [words.byKeys]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; this is a handful of buttons
    <div
      className="pop noting words-bar"
      role="group"
      aria-label={text.bar}
      style={style}
      ref={bar}
      // The words stay selected while the bar is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {words.cut ? (
        <p className="f t12" role="status">
          {text.cut}
        </p>
      ) : null}
      {MARKS.map(({ key, name, kind }) => (
        <button key={key} type="button" className="btn q sm" onClick={() => onKind(kind)}>
          <i className="dot" style={{ '--c': `var(--act-${familyOfFinding(kind)})` }} />
          {text[name]} <kbd>{key}</kbd>
        </button>
      ))}
      <button type="button" className="btn q sm" onClick={() => onKind(null)}>
        {text.more}
      </button>
      {words.byKeys ? (
        <p className="f t12 only-lg">
          <kbd>←</kbd> <kbd>→</kbd> {text.sentence}
        </p>
      ) : null}
    </div>
  );
}
