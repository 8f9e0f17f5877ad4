import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSettingsText } from '../messages/settings-text.ts';
import { useMay } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';

/** Settings: the list of its pages on the left, one of them on the right. */
export function SettingsFrame({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  const text = useSettingsText();
  const mayRead = useMay('member');
  const maySet = useMay('admin');
  return (
    <>
      <Bar title={title} parent={{ title: text.title, to: '/settings/workspace' }}>
        {action}
      </Bar>
      <div className="page">
        <div className="w-set">
          <nav className="w-sub" aria-label={text.title}>
            <span className="k">{text.you}</span>
            <Link to="/settings/me">{text.me}</Link>
            <span className="k">{text.workspaceGroup}</span>
            <Link to="/settings/workspace">{text.workspace}</Link>
            <Link to="/settings/offerings">{text.offerings}</Link>
            <Link to="/settings/tags">{text.tagsAndFields}</Link>
            <Link to="/settings/pipelines">{text.pipelines}</Link>
            {mayRead ? <Link to="/people/import">{text.moveIn}</Link> : null}
            {mayRead ? <Link to="/settings/members">{text.members}</Link> : null}
            {maySet ? <Link to="/settings/data">{text.ownData}</Link> : null}
            {maySet ? <Link to="/settings/language-model">{text.languageModel.title}</Link> : null}
            <span className="k">{text.heed}</span>
            {mayRead ? <Link to="/settings/learned">{text.learned}</Link> : null}
            <Link to="/settings/about">{text.about}</Link>
          </nav>
          <div>{children}</div>
        </div>
      </div>
    </>
  );
}
