import type { ActFamily } from '#model/act.ts';
import { useText } from '../messages/use-text.ts';

const FAMILIES: ActFamily[] = ['ask', 'reflect', 'need', 'feeling', 'expertise', 'features', 'mission', 'promise', 'tell', 'small'];

interface Given {
  present: ReadonlySet<ActFamily>;
  chosen: ReadonlySet<ActFamily>;
  onChoose: (families: ReadonlySet<ActFamily>) => void;
  kept: { shown: number; all: number };
}

/** What the colours mean; each can be pressed to keep only the turns that do it. */
export function Legend({ present, chosen, onChoose, kept }: Given) {
  const text = useText();
  const toggle = (family: ActFamily) => {
    const next = new Set(chosen);
    if (!next.delete(family)) next.add(family);
    onChoose(next);
  };
  return (
    <div className="legend">
      {FAMILIES.map((family) => (
        <button
          type="button"
          key={family}
          aria-pressed={chosen.has(family)}
          disabled={!present.has(family)}
          title={text.conversations.filterBy(text.findings.family[family])}
          onClick={() => toggle(family)}
        >
          <i className="dot" style={{ '--c': `var(--act-${family})` }} />
          {text.findings.family[family]}
        </button>
      ))}
      {chosen.size > 0 ? (
        <button type="button" className="acc" onClick={() => onChoose(new Set())}>
          {text.conversations.filtered(kept.shown, kept.all)} · {text.conversations.filterAll}
        </button>
      ) : null}
    </div>
  );
}
