import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useText } from '../messages/use-text.ts';
import { toast, undoLast } from '../ui/toasts.ts';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Banners } from './banners.tsx';
import { onFind, openFind } from './find-door.ts';
import { Side } from './side.tsx';
import { Tabs } from './tabs.tsx';
import { onUploads, uploadsOpened } from './upload-door.ts';

const Find = lazy(() => import('../find/find.tsx').then((module) => ({ default: module.Find })));
const Uploads = lazy(() => import('../conversations/upload-panel.tsx').then((module) => ({ default: module.UploadPanel })));
const Keys = lazy(() => import('./keys-help.tsx').then((module) => ({ default: module.KeysHelp })));

/** The frame around every screen: sidebar or tabs, what floats over it, and the keys that work everywhere. */
export function Shell() {
  const text = useText();
  const [finding, setFinding] = useState(false);
  const [helping, setHelping] = useState(false);
  const uploading = useSyncExternalStore(onUploads, uploadsOpened);
  useEffect(() => onFind(setFinding), []);
  useShellKeys(() => setHelping(true));
  const main = useFocusOnNavigation();
  return (
    <>
      <a className="btn p skip" href="#main">
        {text.shell.skip}
      </a>
      <div className={finding ? 'app finding' : 'app'}>
        <Side />
        <main id="main" tabIndex={-1} ref={main} inert={finding}>
          <Banners />
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Tabs />
      <Suspense>
        {finding ? <Find onClose={() => openFind(false)} /> : null}
        {uploading ? <Uploads /> : null}
        {helping ? <Keys onClose={() => setHelping(false)} /> : null}
      </Suspense>
    </>
  );
}

function useShellKeys(help: () => void): void {
  const text = useText();
  const navigate = useNavigate();
  const go = text.shell.keyGo;
  useKeys([
    { key: 'mod+k', says: text.shell.keyFind, run: () => openFind(true) },
    { key: '/', says: null, run: () => openFind(true) },
    { key: 'z', says: text.shell.keyUndo, run: () => void (undoLast() || toast(text.shell.nothingToUndo)) },
    { key: '?', says: text.shell.keyHelp, run: help },
    { key: '1', says: go.today, run: () => void navigate({ to: '/' }) },
    { key: '2', says: go.people, run: () => void navigate({ to: '/people' }) },
    { key: '3', says: go.conversations, run: () => void navigate({ to: '/conversations' }) },
    { key: '4', says: go.promises, run: () => void navigate({ to: '/promises' }) },
  ]);
}

/** A screen reader hears that the page changed: focus goes to it, except on the first load and on a change of filter. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}
