import type { SaidView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';

/** Confirmed words that have no place of their own: doubts, requests, feedback, names. */
export function Said({ said }: { said: SaidView[] }) {
  const { people: text, findings } = useText();
  if (said.length === 0) return null;
  const kinds: Record<string, string> = text.saidKind;
  return (
    <section className="sec" style={{ order: 6 }}>
      <div className="hd">
        <h2>{text.said}</h2>
      </div>
      {said.map((one) => (
        <div className="item" key={one.id}>
          <span className="t12 f">
            {[kinds[one.kind] ?? findings.kind[one.kind], one.statement ?? one.name].filter(Boolean).join(' · ')}
          </span>
          <q className="v" style={{ display: 'block', marginTop: 3 }}>
            {one.quote.text}
          </q>
          <SourceLine quote={one.quote} />
        </div>
      ))}
    </section>
  );
}
