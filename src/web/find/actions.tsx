import { useNavigate } from '@tanstack/react-router';
import { Ear, ListChecks, MessagesSquare, NotebookPen, Settings, SunMedium, UserRound, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../messages/use-text.ts';
import { useMay } from '../query/session.ts';

export interface Action {
  id: string;
  label: string;
  icon: ReactNode;
  key?: string;
  run: () => void;
}

/** What can be done from anywhere by whoever is signed in, in the words of the catalogue. */
export function useActions(): Action[] {
  const { find: text, shell } = useText();
  const navigate = useNavigate();
  const go = (id: string, label: string, icon: ReactNode, run: () => void, key?: string): Action => ({
    id,
    label,
    icon,
    run,
    ...(key && { key }),
  });
  const may = { write: useMay('member'), invite: useMay('admin') };
  const write = [
    go('add', text.addConversation, <Ear className="i" aria-hidden="true" />, () => void navigate({ to: '/conversations' })),
    go(
      'paste',
      text.paste,
      <Ear className="i" aria-hidden="true" />,
      () => void navigate({ to: '/conversations', search: { add: 'paste' } }),
    ),
    go(
      'log',
      text.log,
      <NotebookPen className="i" aria-hidden="true" />,
      () => void navigate({ to: '/conversations', search: { add: 'log' } }),
    ),
    go(
      'person',
      text.addPerson,
      <UserRound className="i" aria-hidden="true" />,
      () => void navigate({ to: '/people', search: { add: true } }),
      'n',
    ),
    go('move', text.moveIn, <UsersRound className="i" aria-hidden="true" />, () => void navigate({ to: '/people/import' })),
    go('who', text.whoIsWho, <UsersRound className="i" aria-hidden="true" />, () => void navigate({ to: '/speakers' })),
    go('same', text.sameTwice, <UsersRound className="i" aria-hidden="true" />, () => void navigate({ to: '/people/duplicates' })),
  ];
  const invite = go(
    'invite',
    text.invite,
    <UserRound className="i" aria-hidden="true" />,
    () => void navigate({ to: '/settings/members' }),
  );
  const everywhere = [
    go('1', text.goTo(shell.today), <SunMedium className="i" aria-hidden="true" />, () => void navigate({ to: '/' }), '1'),
    go('2', text.goTo(shell.people), <UsersRound className="i" aria-hidden="true" />, () => void navigate({ to: '/people' }), '2'),
    go(
      '3',
      text.goTo(shell.conversations),
      <MessagesSquare className="i" aria-hidden="true" />,
      () => void navigate({ to: '/conversations' }),
      '3',
    ),
    go('4', text.goTo(shell.promises), <ListChecks className="i" aria-hidden="true" />, () => void navigate({ to: '/promises' }), '4'),
    go(
      'settings',
      text.goTo(shell.settings),
      <Settings className="i" aria-hidden="true" />,
      () => void navigate({ to: '/settings/workspace' }),
    ),
  ];
  return [...(may.write ? write : []), ...(may.invite ? [invite] : []), ...everywhere];
}
