import { NotebookPen } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { readDraft } from '../conversations/drafts.ts';
import { useNotesText } from '../messages/notes-text.ts';
import { useMay, useSession } from '../query/session.ts';
import { useKeys } from '../ui/use-keys.ts';
import { draftName, EMPTY_DRAFT, holdsWords } from './note-draft.ts';
import type { NoteOf } from './note-panel.tsx';

const NewNote = lazy(() => import('./note-panel.tsx').then((module) => ({ default: module.NewNote })));

/** Opens the page to write on, by hand or by m. What it is written with comes when it is first opened. */
export function NoteButton({ of }: { of: NoteOf | null }) {
  return useMay('member') && of ? <Writes of={of} /> : null;
}

function Writes({ of }: { of: NoteOf }) {
  const text = useNotesText();
  const { member } = useSession();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useKeys([{ key: 'm', says: text.key, run: () => setOpen(true) }]);
  const id = of.personId ?? of.organisationId ?? of.dealId ?? '';
  const hasDraft = !open && holdsWords(readDraft(localStorage, draftName(member?.id ?? '', id), EMPTY_DRAFT));
  return (
    <>
      <button
        type="button"
        className="btn sm"
        ref={button}
        aria-expanded={open}
        title={hasDraft ? text.hasDraft : undefined}
        onClick={() => setOpen(!open)}
      >
        <NotebookPen className="i" aria-hidden="true" />
        <span className="only-lg">{text.button}</span>
        <span className="sr only-sm">{text.button}</span>
        {hasDraft ? (
          <span className="dot" style={{ background: 'var(--accent)' }}>
            <span className="sr">{text.hasDraft}</span>
          </span>
        ) : null}
        <kbd>m</kbd>
      </button>
      {open ? (
        <Suspense>
          <NewNote
            of={of}
            onClose={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
