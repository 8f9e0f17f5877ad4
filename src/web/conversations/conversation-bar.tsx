import { useNavigate } from '@tanstack/react-router';
import { Lock, MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ConversationPage } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Bar, Neighbours } from '../ui/bar.tsx';
import { type Choice, Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { useKeys } from '../ui/use-keys.ts';
import { FindWithin } from './find-within.tsx';
import { isWritten } from './lanes.ts';
import type { Within } from './use-within.ts';

const ChangeConversation = lazy(() => import('./change-conversation.tsx').then((it) => ({ default: it.ChangeConversation })));

/** Where and when it was, the neighbours, and what can be done with the whole. */
export function ConversationBar({ page, within }: { page: ConversationPage; within: Within }) {
  const text = useText();
  const navigate = useNavigate();
  const [changing, setChanging] = useState<'title' | 'date' | null>(null);
  const open = (id: string | null) => (id ? () => void navigate({ to: '/conversations/$id', params: { id } }) : null);
  const [previous, next] = [open(page.previousId), open(page.nextId)];
  useKeys([
    { key: '[', says: text.conversations.previous, run: () => previous?.() },
    { key: ']', says: text.conversations.next, run: () => next?.() },
  ]);
  return (
    <>
      <Bar
        title={page.title || text.conversations.untitled}
        parent={{ title: text.conversations.title, to: '/conversations' }}
        views={<Meta page={page} />}
      >
        {page.turns.length > 0 ? <FindWithin within={within} /> : null}
        <Neighbours previous={previous} next={next} says={text.conversations} />
        <Menu label={text.conversations.actions} className="btn ic q" side="right" choices={useChoices(page, setChanging)}>
          <MoreHorizontal className="i" aria-hidden="true" />
        </Menu>
      </Bar>
      {changing ? (
        <Suspense>
          <ChangeConversation page={page} what={changing} onDone={() => setChanging(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Meta({ page }: { page: ConversationPage }) {
  const text = useText().conversations;
  const dates = useDates();
  const words = page.speakers.reduce((sum, speaker) => sum + speaker.words, 0).toLocaleString(document.documentElement.lang);
  const length = page.durationMs === null || isWritten(page.kind) ? text.wordsInAll(words) : dates.length(page.durationMs);
  const spoken = page.kind === 'call' || page.kind === 'meeting' || page.kind === 'visit';
  return (
    <span className="f t13 meta">
      <time dateTime={page.happenedAt} title={`${dates.exact(page.happenedAt)}${page.datedBy === 'file' ? `, ${text.datedByFile}` : ''}`}>
        {dates.moment(page.happenedAt)}
      </time>
      {` · ${length}`}
      {spoken ? ` · ${text.quality[page.timeQuality]}` : null}
      {page.understoodAt === null ? ` · ${text.understanding}` : null}
      {page.isPrivate ? (
        <span className="chip" title={text.privateLong}>
          <Lock className="i s" aria-hidden="true" />
          {text.private}
        </span>
      ) : null}
    </span>
  );
}

function useChoices(page: ConversationPage, change: (what: 'title' | 'date') => void): Choice[] {
  const text = useText();
  const navigate = useNavigate();
  const remove = async () => {
    try {
      await ask.conversations.remove({ id: page.id });
    } catch (error) {
      toast(sayTrouble(error, text));
      return;
    }
    toast(text.conversations.removed, async () => {
      await ask.conversations.restore({ id: page.id });
      await refresh();
      void navigate({ to: '/conversations/$id', params: { id: page.id } });
    });
    await navigate({ to: '/conversations' });
    await refresh();
  };
  return [
    { id: 'rename', label: text.conversations.rename, run: () => change('title') },
    { id: 'date', label: text.conversations.fixDate, run: () => change('date') },
    ...(page.file
      ? [{ id: 'file', label: text.conversations.rawFile, run: () => window.location.assign(`/api/v1/conversations/${page.id}/file`) }]
      : []),
    { id: 'remove', label: text.conversations.remove, cut: true, harm: true, run: () => void remove() },
  ];
}
