import type { NeedView, Quote } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { useDates } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';

/** A need as far as we know it: our words, theirs, what they confirmed, and what they said is not so. */
export function Heard({ need }: { need: NeedView }) {
  const text = useNeedsText();
  const dates = useDates();
  const confirmedIn = need.confirmations.map(({ quote }) => quote && placeOf(quote));
  // The words that confirmed it are told below, with what they are.
  const quotes = need.quotes.filter((quote) => !confirmedIn.includes(placeOf(quote)));
  return (
    <>
      {need.statement ? <p>{need.statement}</p> : null}
      {quotes.map((quote) => (
        <div key={placeOf(quote)}>
          <q className="v v17">{quote.text}</q>
          <SourceLine quote={quote} />
        </div>
      ))}
      {need.confirmations.map((one) => (
        <div key={one.id} style={{ marginTop: 2 }}>
          <span className="m">{one.quote ? text.saidBack : one.words ? text.answeredYesWith : text.answeredYes}</span>{' '}
          {one.words ? <q className="v v17">{one.words}</q> : null}
          {one.quote ? <SourceLine quote={one.quote} /> : one.said ? <span className="src">{text.toWords(one.said)}</span> : null}
        </div>
      ))}
      {need.understoodAt ? (
        <span className="src" title={dates.exact(need.understoodAt)}>
          {text.understood(dates.day(need.understoodAt))}
        </span>
      ) : null}
      <Doubts need={need} />
      <Marks need={need} />
    </>
  );
}

const placeOf = (quote: Quote) => `${quote.conversationId} ${quote.turn} ${quote.text}`;

/** What they said is not, or not wholly, so; the newest, as long as no yes has come after it. */
function Doubts({ need }: { need: NeedView }) {
  const text = useNeedsText();
  const dates = useDates();
  const [newest] = need.answers;
  if (!newest || newest.answer === 'yes' || need.understoodAt) return null;
  return (
    <div className="doubt">
      <p className="t13">
        <b>{text.answered[newest.answer]}</b> <span className="f">{dates.day(newest.answeredAt)}</span>
      </p>
      {newest.words ? <q className="v v17">{newest.words}</q> : null}
      <span className="src">{text.toWords(newest.statement)}</span>
      {newest.words ? <p className="t13 m">{text.lookAtIt}</p> : null}
    </div>
  );
}

function Marks({ need }: { need: NeedView }) {
  const text = useNeedsText();
  const dates = useDates();
  if (!need.element && !need.mustHave && !need.healedAt) return null;
  return (
    <div className="marks">
      {need.mustHave ? <span className="chip">{text.must}</span> : null}
      {need.element ? <span className="chip">{text.element[need.element]}</span> : null}
      {need.healedAt ? (
        <span className="chip acc" title={dates.exact(need.healedAt)}>
          {[text.healed(dates.day(need.healedAt)), need.healedWith ? text.healedWith(need.healedWith) : null].filter(Boolean).join(' ')}
        </span>
      ) : null}
    </div>
  );
}
