import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { NoteMoment } from '#model/timeline.ts';
import { useNotesText } from '../messages/notes-text.ts';
import { useTimelineText } from '../messages/timeline-text.ts';
import { useText } from '../messages/use-text.ts';
import { MarkdownView } from '../notes/markdown-view.tsx';
import { api, ask, refresh } from '../query/api.ts';
import { useMay, useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { type Choice, Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { FileLink } from './file-row.tsx';

const ChangeNote = lazy(() => import('../notes/note-panel.tsx').then((module) => ({ default: module.ChangeNote })));

/** A note in the line of time: its words, whose they are, and what can be done with it. */
export function NoteRow({ note }: { note: NoteMoment }) {
  const text = useTimelineText();
  const { member } = useSession();
  const [changing, setChanging] = useState(false);
  const [whole, setWhole] = useState(false);
  const { data } = useQuery({ ...api.notes.open.queryOptions({ input: { id: note.id } }), enabled: whole });
  const by = note.by && note.by.id !== member?.id ? text.by(note.by.name) : null;
  const about = [
    note.title ? text.noteKind[note.noteKind] : null,
    by,
    note.isMention ? text.named : null,
    note.isPrivate ? text.onlyYou : null,
  ];
  return (
    <div className="tl-row">
      <div>
        <b>{note.title || text.noteKind[note.noteKind]}</b> <span className="t12 f">{about.filter(Boolean).join(' · ')}</span>
        {note.body ? <MarkdownView body={data?.body ?? note.body} mentions={data?.mentions ?? note.mentions} /> : null}
        {note.isCut && !data ? (
          <button type="button" className="btn q sm" onClick={() => setWhole(true)}>
            {text.readOn}
          </button>
        ) : null}
        {note.attachments.map((file) => (
          <p className="t13" key={file.id}>
            <FileLink file={file} />
          </p>
        ))}
      </div>
      <Actions note={note} change={() => setChanging(true)} />
      {changing ? (
        <Suspense>
          <ChangeNote id={note.id} onClose={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Actions({ note, change }: { note: NoteMoment; change: () => void }) {
  const text = useTimelineText();
  const notes = useNotesText();
  const words = useText();
  const isAdmin = useMay('admin');
  const mayWrite = useMay('member');
  const remove = async () => {
    try {
      await ask.notes.remove({ id: note.id });
      toast(notes.removed, () => ask.notes.restore({ id: note.id }).then(refresh));
      await refresh();
    } catch (error) {
      toast(sayTrouble(error, words));
    }
  };
  if (!mayWrite || !(note.isYours || isAdmin)) return null;
  const choices: Choice[] = [
    ...(note.isYours ? [{ id: 'change', label: text.change, icon: <Pencil className="i" aria-hidden="true" />, run: change }] : []),
    { id: 'remove', label: text.remove, icon: <Trash2 className="i" aria-hidden="true" />, run: () => void remove() },
  ];
  return (
    <Menu label={text.actions} className="btn sm ic q" choices={choices} side="right">
      <Ellipsis className="i" aria-hidden="true" />
    </Menu>
  );
}
