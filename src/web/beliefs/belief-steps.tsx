import { Link } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import type { BeliefView } from '#model/pages.ts';
import { useBeliefsText } from '../messages/beliefs-text.ts';
import { useDates } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';
import { When } from '../ui/when.tsx';

/** What closed it and what opened it again, the newest first, each with what shows it. */
export function BeliefSteps({ belief, onTakeBack }: { belief: BeliefView; onTakeBack: ((step: string) => void) | null }) {
  const text = useBeliefsText();
  if (belief.steps.length === 0) return null;
  return (
    <>
      <h3 className="lab">{text.history}</h3>
      <ol>
        {belief.steps.map((step) => (
          <Step key={step.id} step={step} onTakeBack={onTakeBack} />
        ))}
      </ol>
    </>
  );
}

function Step({ step, onTakeBack }: { step: BeliefView['steps'][number]; onTakeBack: ((step: string) => void) | null }) {
  const text = useBeliefsText();
  const dates = useDates();
  return (
    <li className="step-of">
      <div>
        <p className="t13">
          <b>{text.step[step.step]}</b>{' '}
          <span className="f">
            <When at={step.at} as="day" />
            {step.by ? ` ${text.by(step.by.name)}` : null}
          </span>
        </p>
        <p className="t13 m">
          {[step.quote ? text.saidAgain : step.how ? text.how[step.how] : null, step.document].filter(Boolean).join(': ')}
          {step.conversation && !step.quote ? (
            <>
              {' · '}
              <Link className="link" to="/conversations/$id" params={{ id: step.conversation.id }}>
                {step.conversation.name}
              </Link>
            </>
          ) : null}
        </p>
        {step.quote ? (
          <>
            <q className="v">{step.quote.text}</q>
            <SourceLine quote={step.quote} />
          </>
        ) : null}
        {step.note ? <p className="t13">{step.note}</p> : null}
      </div>
      {onTakeBack && !step.quote ? (
        <button
          type="button"
          className="btn ic q sm"
          title={text.takeBack}
          aria-label={text.takeBackNamed(text.step[step.step], dates.day(step.at))}
          onClick={() => onTakeBack(step.id)}
        >
          <Undo2 className="i s" aria-hidden="true" />
        </button>
      ) : null}
    </li>
  );
}
