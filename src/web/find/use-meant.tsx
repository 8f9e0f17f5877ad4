import { useNavigate } from '@tanstack/react-router';
import { ListChecks, NotebookPen, UserRound } from 'lucide-react';
import type { Hit } from '#model/pages.ts';
import { EMPTY_NOTE } from '../conversations/call-note.ts';
import { keepDraft, readDraft } from '../conversations/drafts.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay, useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import type { Action } from './actions.tsx';
import { type Meant, meantBy } from './sentence.ts';
import { useHits } from './use-hits.ts';
import { nameIn, personOf } from './who-is-meant.ts';

/** What the line typed would do: its parts, spelled out before it is done, and the doing. */
export interface Doing {
  parts: [name: string, says: string][];
  action: Action | null;
  /** Why it cannot be done as it stands. */
  lacks: string | null;
}

/** A sentence in the box that says what to do, or null when it is something to look for. */
export function useMeant(typed: string): Doing | null {
  const may = useMay('member');
  const { workspace } = useSession();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: workspace?.zone }).format(new Date());
  const first = may ? meantBy(typed, today) : null;
  const { data } = useHits(nameIn(first));
  const people = data?.hits.filter((hit) => hit.kind === 'person') ?? [];
  const meant =
    first &&
    meantBy(
      typed,
      today,
      people.map((hit) => hit.title),
    );
  const doing = useDoing();
  return meant ? doing(meant, personOf(meant, people)) : null;
}

function useDoing() {
  const all = useText();
  const text = all.find;
  const dates = useDates();
  const navigate = useNavigate();
  const note = async (person: Hit, what: string, due: string | null) => {
    try {
      const { id } = await ask.promises.note({ personId: person.id, what, ...(due && { due }) });
      toast(text.noted(person.title), () => ask.promises.unnote({ id }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  const log = (person: Hit | null) => {
    const draft = readDraft(sessionStorage, 'log', EMPTY_NOTE);
    if (person && draft.who.length === 0) keepDraft(sessionStorage, 'log', { ...draft, who: [{ id: person.id, name: person.title }] });
    void navigate({ to: '/conversations', search: { add: 'log' } });
  };
  return (meant: Meant, person: Hit | null): Doing => {
    if (meant.do === 'add') {
      const run = () => void navigate({ to: '/people', search: { add: true, name: meant.name } });
      return {
        parts: [],
        lacks: null,
        action: { id: 'meant', label: text.addPersonNamed(meant.name), icon: <UserRound className="i" aria-hidden="true" />, run },
      };
    }
    if (meant.do === 'log') {
      const label = person ? text.logWith(person.title) : text.log;
      return {
        parts: [],
        lacks: null,
        action: { id: 'meant', label, icon: <NotebookPen className="i" aria-hidden="true" />, run: () => log(person) },
      };
    }
    const by = meant.due ? dates.day(meant.due) : null;
    const parts: Doing['parts'] = [
      [text.part.you, text.part.promise],
      [text.part.to, person?.title ?? meant.to],
      [text.part.what, meant.what],
      [text.part.by, by ?? text.part.noDay],
      [text.part.from, text.part.notSaid],
    ];
    if (!person) return { parts, lacks: text.nobodyCalled(meant.to), action: null };
    return {
      parts,
      lacks: null,
      action: {
        id: 'meant',
        label: text.notePromise(person.title, by),
        icon: <ListChecks className="i" aria-hidden="true" />,
        run: () => void note(person, meant.what, meant.due),
      },
    };
  };
}
