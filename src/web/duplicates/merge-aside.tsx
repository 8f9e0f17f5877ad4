import { Check, Minus } from 'lucide-react';
import { type DuplicatePage, type MergeSide, TOGETHER } from '#model/merge.ts';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { firstName } from '../people/called.ts';
import { SourceLine } from '../ui/source-line.tsx';

/** Why they may be one, what would come together, and words of each. */
export function MergeAside({ page }: { page: DuplicatePage }) {
  return (
    <aside>
      <Why page={page} />
      <Together page={page} />
      <Sure sides={[page.one, page.other]} />
    </aside>
  );
}

function Why({ page: { why, against } }: { page: DuplicatePage }) {
  const text = useDuplicatesText();
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.whyTitle}</h2>
      </div>
      {why.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.whyNone}
        </p>
      ) : null}
      <ul className="w-why">
        {why.map(({ code, params }) => {
          const [bold, rest] = text.why[code](params);
          return (
            <li key={code}>
              <Check className="i s acc" aria-hidden="true" />
              <span>
                <b className="b">{bold}</b>
                {rest}
              </span>
            </li>
          );
        })}
        {against.map(({ code, params }) => {
          const [bold, rest] = text.against[code](params);
          return (
            <li key={code}>
              <Minus className="i s f" aria-hidden="true" />
              <span>
                {text.againstIt}
                <b className="b">{bold}</b>
                {rest}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Together({ page: { one, other } }: { page: DuplicatePage }) {
  const text = useDuplicatesText();
  const shown = TOGETHER.filter((noun) => one.together[noun] + other.together[noun] > 0);
  if (shown.length === 0) return null;
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.togetherTitle}</h2>
        <span className="why">{text.togetherWhy}</span>
      </div>
      <div style={{ paddingTop: 8 }}>
        <dl className="kv">
          {shown.map((noun) => (
            <TogetherLine key={noun} says={text.together[noun]}>
              {noun === 'privateNotes' ? text.stayYours : text.both(one.together[noun], other.together[noun])}
            </TogetherLine>
          ))}
        </dl>
      </div>
    </section>
  );
}

function TogetherLine({ says, children }: { says: string; children: string }) {
  return (
    <>
      <dt>{says}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Sure({ sides }: { sides: MergeSide[] }) {
  const text = useDuplicatesText();
  if (sides.every(({ quote }) => quote === null)) return null;
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.sureTitle}</h2>
      </div>
      {sides.map(({ id, name, quote }) =>
        quote ? (
          <blockquote className="quote" key={id} style={{ marginTop: 10 }}>
            <q className="v">{quote.text}</q>
            <SourceLine quote={quote} lead={firstName(name)} />
          </blockquote>
        ) : null,
      )}
    </section>
  );
}
