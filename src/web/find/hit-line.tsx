import { BuildingComplex, Handshake, MessagesSquare, Quote, StickyNote } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Hit } from '#model/pages.ts';
import { Face } from '../ui/face.tsx';
import { pieces } from './groups.ts';

/** One thing found; the letters that match are marked, words really said in the serif. */
export function HitLine({ hit, id, on, onChoose }: { hit: Hit; id: string; on: boolean; onChoose: () => void }) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (on) line.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    // biome-ignore lint/a11y: the field above has the keys; the kit draws a listbox as a list
    <li ref={line} role="option" id={id} tabIndex={-1} aria-selected={on} className={on ? 'on' : undefined} onClick={onChoose}>
      <Sign hit={hit} />
      <span className="w-hit">
        {hit.kind === 'words' ? (
          <q className="v">
            <Marked hit={hit} />
          </q>
        ) : ['need', 'promise', 'task', 'note'].includes(hit.kind) ? (
          <Marked hit={hit} />
        ) : (
          <b className="b">
            <Marked hit={hit} />
          </b>
        )}{' '}
        <span className={hit.kind === 'words' ? 'f t12' : 'f'}>{hit.detail}</span>
      </span>
      {on ? <kbd>↵</kbd> : null}
    </li>
  );
}

function Marked({ hit }: { hit: Hit }) {
  return pieces(hit.title, hit.marks).map((piece) =>
    piece.marked ? hit.kind === 'words' ? <mark key={piece.from}>{piece.text}</mark> : <u key={piece.from}>{piece.text}</u> : piece.text,
  );
}

function Sign({ hit }: { hit: Hit }) {
  if (hit.kind === 'person') return <Face id={hit.id} name={hit.title} />;
  if (hit.kind === 'organisation') return <BuildingComplex className="i" aria-hidden="true" />;
  if (hit.kind === 'conversation') return <MessagesSquare className="i" aria-hidden="true" />;
  if (hit.kind === 'need') return <span className="w-dot on" />;
  if (hit.kind === 'promise' || hit.kind === 'task') return <span className="box" />;
  if (hit.kind === 'note') return <StickyNote className="i" aria-hidden="true" />;
  if (hit.kind === 'deal') return <Handshake className="i" aria-hidden="true" />;
  return <Quote className="i" aria-hidden="true" />;
}
