import './speaker-name.css';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../messages/use-text.ts';

const SpeakerWho = lazy(() => import('./speaker-who.tsx').then((it) => ({ default: it.SpeakerWho })));

/** The name of whoever speaks, wherever it stands: a click tells whom Heed takes them for, and why, and lets it be mended. */
export function SpeakerName({ id, name, className, children }: { id: string; name: string; className?: string; children: ReactNode }) {
  const text = useText().speakers;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className ? `speaker-name ${className}` : 'speaker-name'}
        aria-haspopup="dialog"
        title={text.whoIs(name)}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {open
        ? // In the body, away from the type of the row it was opened in.
          createPortal(
            <Suspense>
              <SpeakerWho id={id} by={button} onClose={() => setOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}
