import { Link, useRouterState } from '@tanstack/react-router';
import { Ear, ListChecks, Menu, SunMedium, UsersRound } from 'lucide-react';
import { useText } from '../messages/use-text.ts';
import { isUnder } from './under.ts';

/** Five places on a phone. */
export function Tabs() {
  const text = useText();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const tabs = [
    { to: '/', Icon: SunMedium, says: text.shell.today, under: ['/'] },
    { to: '/people', Icon: UsersRound, says: text.shell.people, under: ['/people'] },
    { to: '/conversations', Icon: Ear, says: text.shell.listen, under: ['/conversations', '/speakers'] },
    { to: '/promises', Icon: ListChecks, says: text.shell.promises, under: ['/promises'] },
    { to: '/more', Icon: Menu, says: text.shell.more, under: ['/more', '/settings', '/workspaces'] },
  ] as const;
  return (
    <nav className="tabs" aria-label={text.shell.main}>
      {tabs.map(({ to, Icon, says, under }) => (
        <Link key={to} to={to} aria-current={isUnder(path, under) ? 'page' : undefined}>
          <Icon className="i l" aria-hidden="true" />
          {says}
        </Link>
      ))}
    </nav>
  );
}
