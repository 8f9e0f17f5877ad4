import './sheet.ts';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useImportsText } from '../messages/imports-text.ts';
import { useText } from '../messages/use-text.ts';
import { Drawn } from './drawn.tsx';

const STEPS = ['recognise', 'try', 'bring', 'done'] as const;
export type ImportStep = (typeof STEPS)[number];

/** The bar of moving in, with the steps in words; on a phone the heading says which it is. */
export function ImportBar({ step, children }: { step?: ImportStep | undefined; children?: ReactNode }) {
  const text = useImportsText();
  const { people } = useText();
  const at = step ? STEPS.indexOf(step) : -1;
  const title = step ? text.title : text.place.title;
  useEffect(() => {
    document.title = `${title} · Heed`;
  }, [title]);
  return (
    <div className="bar">
      <span className="crumb">
        <span className="only-lg">
          <Link to="/people">{people.title}</Link> &nbsp;/&nbsp;{' '}
        </span>
        <Link className="only-sm w-back" to={step ? '/people/import' : '/people'} aria-label={step ? text.place.title : people.title}>
          <Drawn of="back" />
        </Link>
        <b>{title}</b>
      </span>
      <span className="sp row">
        {children}
        {step ? (
          <ol className="w-steps only-lg" aria-label={text.steps}>
            {STEPS.map((one, i) => (
              <li key={one} className={i < at ? 'past' : undefined} aria-current={i === at ? 'step' : undefined}>
                {i < at ? <Check className="i s" aria-hidden="true" /> : null}
                {text.step[one]}
              </li>
            ))}
          </ol>
        ) : null}
      </span>
    </div>
  );
}
