import { Check } from 'lucide-react';

/** The small square that says done or not; `label` says of what. Without `onChange` it only says so. */
export function Tick({ on, label, onChange }: { on: boolean; label: string; onChange: (() => void) | null }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: drawn as in the reference; a native box cannot be
    <button
      type="button"
      role="checkbox"
      aria-checked={on}
      aria-label={label}
      title={label}
      className={on ? 'box on' : 'box'}
      disabled={onChange === null}
      onClick={() => onChange?.()}
    >
      {on ? <Check className="i s" aria-hidden="true" /> : null}
    </button>
  );
}
