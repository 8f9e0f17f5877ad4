import { Check } from 'lucide-react';
import { useId } from 'react';
import { PERSON_KINDS, type PersonKind } from '#model/person.ts';
import { useText } from '../messages/use-text.ts';

interface Given {
  label: string;
  hint?: string;
  /** The kinds on offer; all eight when left out. */
  offered?: readonly PersonKind[];
  chosen: PersonKind[];
  onChange: (kinds: PersonKind[]) => void;
}

/** Kinds of relationships to switch on and off. */
export function KindToggles({ label, hint, offered = PERSON_KINDS, chosen, onChange }: Given) {
  const { kinds } = useText();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div role="group" aria-labelledby={id}>
      <span className="lab" id={id}>
        {label}
      </span>
      <span className="row wrap">
        {offered.map((kind) => {
          const on = chosen.includes(kind);
          return (
            <button
              key={kind}
              type="button"
              className="toggle"
              aria-pressed={on}
              onClick={() => onChange(on ? chosen.filter((one) => one !== kind) : [...chosen, kind])}
            >
              {on ? <Check className="i s" aria-hidden="true" /> : null}
              {kinds.one[kind]}
            </button>
          );
        })}
      </span>
      {hint ? <span className="hint">{hint}</span> : null}
    </div>
  );
}
