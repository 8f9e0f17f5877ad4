import { useId } from 'react';
import { whereToHang } from '#model/need-places.ts';
import type { NeedView, SaidView } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { calledNeed } from './rows.ts';

/** Under which need, or as which; neither: on its own. */
export interface Whither {
  under?: string;
  into?: string;
}

/** Where Heed would put it: only a proposal, and only for a need. */
export function proposed(one: Pick<SaidView, 'kind' | 'depth' | 'statement' | 'quote'>, needs: readonly NeedView[]): Whither {
  if (one.kind !== 'need') return {};
  const under = whereToHang(needs, { depth: one.depth ?? 0, words: `${one.statement ?? ''} ${one.quote.text}` });
  return under ? { under } : {};
}

/** Whoever confirms a need says where it goes. */
export function HangChoice({ needs, value, onChange }: { needs: readonly NeedView[]; value: Whither; onChange: (value: Whither) => void }) {
  const text = useNeedsText();
  const id = useId();
  const short = (need: NeedView) => {
    const called = calledNeed(need, text.unworded);
    return called.length > 60 ? `${called.slice(0, 60)}…` : called;
  };
  return (
    <div style={{ marginTop: 6 }}>
      <label className="lab t12" htmlFor={id}>
        {text.hang.label}
      </label>
      <select
        id={id}
        className="field"
        value={value.under ? `under ${value.under}` : value.into ? `into ${value.into}` : ''}
        onChange={(event) => {
          const [how, need = ''] = event.target.value.split(' ');
          onChange(how === 'under' ? { under: need } : how === 'into' ? { into: need } : {});
        }}
      >
        <option value="">{text.hang.alone}</option>
        {needs.map((need) => (
          <option key={`under ${need.id}`} value={`under ${need.id}`}>
            {text.hang.under(short(need))}
          </option>
        ))}
        {needs.map((need) => (
          <option key={`into ${need.id}`} value={`into ${need.id}`}>
            {text.hang.into(short(need))}
          </option>
        ))}
      </select>
    </div>
  );
}
