import { Link, useMatchRoute } from '@tanstack/react-router';
import { Handshake, ListChecks, LogOut, MessagesSquare, Search, Settings, SunMedium, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { enter, signOut, useSession } from '../query/session.ts';
import { Brand } from '../ui/brand.tsx';
import { Face } from '../ui/face.tsx';
import { type Choice, Menu } from '../ui/menu.tsx';
import { openFind } from './find-door.ts';
import { keptTheme, THEMES, wearTheme } from './theme.ts';

type Place = '/' | '/people' | '/conversations' | '/deals' | '/promises' | '/settings/workspace';

export function Side() {
  const text = useText();
  const { counts, account } = useSession();
  return (
    <nav className="side" aria-label={text.shell.main}>
      <div className="in">
        <Link className="brand" to="/">
          <Brand height={23} />
        </Link>
        <button type="button" className="find" onClick={() => openFind(true)}>
          <Search className="i s" aria-hidden="true" />
          <span>{text.shell.findOrDo}</span>
          <kbd className="sp">{MOD}K</kbd>
        </button>
        <Where to="/" icon={<SunMedium className="i" />} says={text.shell.today} count={counts.today} />
        <Where to="/people" also="/organisations" icon={<UsersRound className="i" />} says={text.shell.people} count={counts.people} />
        <Where to="/conversations" icon={<MessagesSquare className="i" />} says={text.shell.conversations} count={counts.conversations} />
        <Where to="/deals" icon={<Handshake className="i" />} says={text.shell.deals} count={counts.deals} />
        <Where to="/promises" also="/tasks" icon={<ListChecks className="i" />} says={text.shell.promises} count={counts.promises} />
        <div className="me">
          <Where to="/settings/workspace" under="/settings" icon={<Settings className="i" />} says={text.shell.settings} />
          {account ? <You /> : null}
        </div>
      </div>
    </nav>
  );
}

export const MOD = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl ';

/** A place in the sidebar; a new workspace shows no counters. */
interface WhereGiven {
  to: Place;
  under?: string;
  also?: string;
  icon: ReactNode;
  says: string;
  count?: number;
}

function Where({ to, under = to, also = under, icon, says, count }: WhereGiven) {
  const matches = useMatchRoute();
  const here = matches({ to: under, fuzzy: under !== '/' }) || matches({ to: also, fuzzy: also !== '/' });
  return (
    <Link className="n" to={to} aria-current={here ? 'page' : undefined}>
      {icon}
      {says}
      {count ? <span className="c">{count}</span> : null}
    </Link>
  );
}

function You() {
  const { account, member, workspace, workspaces } = useSession();
  const text = useText();
  const name = member?.name ?? account?.name ?? '';
  const choices: Choice[] = [
    ...(workspaces.length > 1
      ? workspaces.map((one) => ({
          id: one.id,
          label: one.name,
          chosen: one.id === workspace?.id,
          run: () => void ask.session.openWorkspace({ workspaceId: one.id }).then(enter),
        }))
      : []),
    ...THEMES.map((theme, i) => ({
      id: theme,
      label: text.shell.themes[theme],
      chosen: keptTheme() === theme,
      cut: i === 0 && workspaces.length > 1,
      run: () => wearTheme(theme),
    })),
    { id: 'out', label: text.shell.signOut, icon: <LogOut className="i" aria-hidden="true" />, cut: true, run: () => void signOut() },
  ];
  return (
    <Menu className="n" side="up" choices={choices}>
      <Face id={member?.id ?? account?.id ?? ''} name={name} />
      <b>{name}</b>
    </Menu>
  );
}
