import { useState } from 'react';
import { confidenceWord } from '#model/finding.ts';
import type { NeedView, SaidView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { HangChoice, proposed, type Whither } from '../needs/hang-choice.tsx';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { SourceLine } from '../ui/source-line.tsx';
import { toast } from '../ui/toasts.ts';

const SHOWN = 3;

/** What was found in their words and waits for somebody to say whether it is so. */
export function Suggestions({ suggestions, needs }: { suggestions: SaidView[]; needs: NeedView[] }) {
  const text = useText().people;
  if (suggestions.length === 0) return null;
  return (
    <section className="sec" style={{ order: 2 }}>
      <div className="hd">
        <h2>{text.suggestions}</h2>
        <span className="why">{text.suggestionsWhy}</span>
        <span className="sp t12 f">{suggestions.length}</span>
      </div>
      {suggestions.slice(0, SHOWN).map((one) => (
        <Suggestion key={one.id} one={one} needs={needs} />
      ))}
    </section>
  );
}

function Suggestion({ one, needs }: { one: SaidView; needs: NeedView[] }) {
  const all = useText();
  const text = all.people;
  const may = useMay('member');
  const [whither, setWhither] = useState<Whither>(() => proposed(one, needs));
  const settle = async (how: 'confirm' | 'reject') => {
    try {
      if (how === 'confirm') await ask.findings.confirm({ id: one.id, ...whither });
      else await ask.findings.reject({ id: one.id });
      toast(how === 'confirm' ? text.confirmed : text.rejected, () => ask.findings.undo({ id: one.id }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <div className="item">
      <span className="t12 f">
        {all.findings.kind[one.kind]} · {all.quote.sure[confidenceWord(one.p)]}
        {one.model ? ` · ${all.findings.byModel(one.model)}` : null}
      </span>
      <q className="v" style={{ display: 'block', marginTop: 3 }}>
        {one.quote.text}
      </q>
      <SourceLine quote={one.quote} />
      {one.against ? <p className="t12 f">{all.findings.against(one.against)}</p> : null}
      {may && one.kind === 'need' && needs.length > 0 ? <HangChoice needs={needs} value={whither} onChange={setWhither} /> : null}
      {may ? (
        <div className="row" style={{ marginTop: 8 }}>
          <button type="button" className="btn sm" onClick={() => void settle('confirm')}>
            {text.confirm}
          </button>
          <button type="button" className="btn sm q" onClick={() => void settle('reject')}>
            {text.reject}
          </button>
        </div>
      ) : null}
    </div>
  );
}
