import './mend.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { SpeakerLook } from '#model/pages.ts';
import { useMendText } from '../messages/mend-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { MendSpeaker } from './mend-speaker.tsx';

interface Given {
  id: string;
  /** What it was opened by: it stands below that, and the focus goes back there. */
  by: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Whom Heed takes a speaker for and why, their page, and the way to say that it is somebody else. */
export function SpeakerWho({ id, by, onClose }: Given) {
  const words = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { data: look, error } = useQuery(api.speakers.look.queryOptions({ input: { id } }));
  usePlace(dialog, by);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it only repeats what Escape does
    <dialog
      ref={dialog}
      className="speaker-who"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="in">
        {error && !look ? <p role="alert">{sayTrouble(error, words)}</p> : null}
        <h2 id={title}>{look ? <Taken look={look} /> : ' '}</h2>
        {look ? <About look={look} onClose={onClose} /> : null}
      </div>
    </dialog>
  );
}

function Taken({ look }: { look: SpeakerLook }) {
  const text = useMendText();
  if (look.isYou) return <>{text.takenYou}</>;
  if (look.is) return <>{text.taken(look.is.name)}</>;
  return <>{look.why === 'answer' ? text.nobody : text.unknown}</>;
}

function About({ look, onClose }: { look: SpeakerLook; onClose: () => void }) {
  const text = useMendText();
  const may = useMay('member');
  const [mending, setMending] = useState(false);
  const differs = look.name !== look.is?.name;
  const why = useWhy(look);
  return (
    <>
      {differs || why || look.hereAlone ? (
        <p className="m t13">{[differs ? text.as(look.name) : '', why, look.hereAlone ? text.hereAlone : ''].filter(Boolean).join(' ')}</p>
      ) : null}
      {mending ? (
        <MendSpeaker look={look} onClose={onClose} />
      ) : (
        <div className="row wrap" style={{ gap: 8 }}>
          {look.is?.kind === 'person' ? (
            <Link className="btn sm" to="/people/$id" params={{ id: look.is.id }} onClick={onClose}>
              {text.openPage}
            </Link>
          ) : null}
          {may ? (
            <button type="button" className="btn sm" onClick={() => setMending(true)}>
              {text.other}
            </button>
          ) : null}
          <button type="button" className="btn sm q" onClick={onClose}>
            {text.close}
          </button>
        </div>
      )}
    </>
  );
}

function useWhy({ why, is, email, name, answeredBy, answeredAt }: SpeakerLook): string {
  const text = useMendText().why;
  const dates = useDates();
  if (why === 'answer' && answeredAt)
    return answeredBy ? text.answer(answeredBy.name, dates.day(answeredAt)) : text.answered(dates.day(answeredAt));
  if (why === 'email') return email ? text.email(email) : '';
  if (why === 'name') return is?.kind === 'person' ? text.name(is.name) : text.name(name);
  return why === 'by-hand' ? text['by-hand'] : '';
}

const GAP = 6;
const EDGE = 16;

/** Below what opened it, or above where there is more room; the style sheet lays it at the foot of a phone. */
function usePlace(dialog: RefObject<HTMLDialogElement | null>, by: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    const box = by.current?.getBoundingClientRect();
    // What is scrolled away is not drawn: the name this was opened by stays where it is, without the page jumping for want of a scroll bar.
    document.documentElement.toggleAttribute('data-scrolls', document.documentElement.scrollHeight > window.innerHeight);
    element?.showModal();
    if (!element || !box) return;
    const below = window.innerHeight - box.bottom;
    const up = below < 320 && box.top > below;
    element.style.setProperty('--left', `${Math.max(EDGE, Math.min(box.left, window.innerWidth - 400 - EDGE))}px`);
    element.style.setProperty(up ? '--bottom' : '--top', `${up ? window.innerHeight - box.top + GAP : box.bottom + GAP}px`);
  }, [dialog, by]);
  useEffect(() => {
    const opener = by.current;
    return () => opener?.focus({ preventScroll: true });
  }, [by]);
}
