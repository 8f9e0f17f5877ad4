import { Link } from '@tanstack/react-router';
import {
  ChevronRight,
  Ear,
  Handshake,
  Lightbulb,
  MessagesSquare,
  PackageOpen,
  Search,
  Settings,
  UserRound,
  UsersRound,
} from 'lucide-react';
import { useSettingsText } from '../messages/settings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { enter, signOut, useMay, useSession } from '../query/session.ts';
import { openFind } from '../shell/find-door.ts';
import { Bar } from '../ui/bar.tsx';

/** The rest of the places, for a phone. */
export function More() {
  const settings = useSettingsText();
  const { shell, find } = useText();
  const { workspace, workspaces } = useSession();
  const mayRead = useMay('member');
  const maySet = useMay('admin');
  const places = [
    { to: '/deals', Icon: Handshake, says: shell.deals },
    { to: '/settings/me', Icon: UserRound, says: settings.me },
    { to: '/settings/workspace', Icon: Settings, says: settings.workspace },
    { to: '/settings/offerings', Icon: PackageOpen, says: settings.offerings },
    ...(mayRead ? [{ to: '/people/import', Icon: PackageOpen, says: settings.moveIn } as const] : []),
    ...(mayRead ? [{ to: '/settings/members', Icon: UsersRound, says: settings.members } as const] : []),
    ...(mayRead ? [{ to: '/settings/learned', Icon: Ear, says: settings.learned } as const] : []),
    ...(maySet ? [{ to: '/settings/language-model', Icon: Lightbulb, says: settings.languageModel.title } as const] : []),
    { to: '/settings/about', Icon: MessagesSquare, says: settings.about },
  ] as const;
  return (
    <>
      <Bar title={shell.more} />
      <div className="page" style={{ maxWidth: 620 }}>
        <ul>
          <li className="item">
            <button type="button" className="btn q" style={{ width: '100%', justifyContent: 'flex-start' }} onClick={() => openFind(true)}>
              <Search className="i" aria-hidden="true" />
              {find.label}
            </button>
          </li>
          {places.map(({ to, Icon, says }) => (
            <li className="item" key={to}>
              <Link className="btn q" style={{ width: '100%', justifyContent: 'flex-start' }} to={to}>
                <Icon className="i" aria-hidden="true" />
                {says}
                <ChevronRight className="i sp" aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ul>
        {workspaces.length > 1 ? (
          <section className="sec">
            <div className="hd">
              <h2>{shell.workspaces}</h2>
            </div>
            <p className="row wrap" style={{ paddingTop: 12 }}>
              {workspaces.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  className="toggle"
                  aria-pressed={one.id === workspace?.id}
                  onClick={() => void ask.session.openWorkspace({ workspaceId: one.id }).then(enter)}
                >
                  {one.name}
                </button>
              ))}
            </p>
          </section>
        ) : null}
        <p style={{ marginTop: 28 }}>
          <button type="button" className="btn" onClick={() => void signOut()}>
            {shell.signOut}
          </button>
        </p>
      </div>
    </>
  );
}
