import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronLeft, ChevronUp } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';

/** The bar above a screen: where we are (`parent` links back; with `back` on a phone too), a count, views, and what can be done on the right. Also sets the page title. */
export function Bar({
  title,
  parent,
  back = false,
  count,
  views,
  children,
}: {
  title: string;
  parent?: { title: string; to: string };
  back?: boolean;
  count?: string | number | undefined;
  views?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Heed`;
  }, [title]);
  return (
    <div className="bar">
      <span className="crumb">
        {parent ? (
          <span className="only-lg">
            <Link to={parent.to}>{parent.title}</Link> &nbsp;/&nbsp;{' '}
          </span>
        ) : null}
        {parent && back ? (
          <Link className="only-sm w-back" to={parent.to} aria-label={parent.title}>
            <ChevronLeft className="i" aria-hidden="true" />
          </Link>
        ) : null}
        <b>{title}</b>
        {count === undefined ? null : (
          <>
            {' '}
            &nbsp;<span className={parent ? 't13 f' : 'f'}>{count}</span>
          </>
        )}
      </span>
      {views ? <span className="row only-lg views">{views}</span> : null}
      <span className="sp row">{children}</span>
    </div>
  );
}

/** The record arrows of a bar; a null neighbour is the end of the list. */
export function Neighbours({
  previous,
  next,
  says,
}: {
  previous: (() => void) | null;
  next: (() => void) | null;
  says: { previous: string; next: string };
}) {
  return (
    <>
      <button
        type="button"
        className="btn ic q"
        aria-label={says.previous}
        title={says.previous}
        disabled={!previous}
        onClick={() => previous?.()}
      >
        <ChevronUp className="i" aria-hidden="true" />
      </button>
      <button type="button" className="btn ic q" aria-label={says.next} title={says.next} disabled={!next} onClick={() => next?.()}>
        <ChevronDown className="i" aria-hidden="true" />
      </button>
    </>
  );
}
