// Two voices (OFL), upright; the browser fetches a file only when a letter of its range stands on the page.
import '@fontsource-variable/hanken-grotesk/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import './styles/heed.css';
import './ui/style-names.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { chooseLocale, speak } from './messages/language.ts';
import { queries } from './query/api.ts';
import { sessionQuery } from './query/session.ts';
import { router } from './router.tsx';
import { keptTheme, wearTheme } from './shell/theme.ts';
import { listenForKeys } from './ui/keys.ts';

/** Session, catalogue and the screen's own chunk are asked for at once, beside each other; nothing is drawn before its language is known. */
async function start(root: HTMLElement): Promise<void> {
  const session = queries.fetchQuery(sessionQuery).catch(() => null);
  void router.load();
  await speak(chooseLocale());
  // The workspace may speak another language than this browser: known in a moment, unless the server is slow.
  const settled = session.then((found) => speak(chooseLocale(found?.workspace?.locale)));
  await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 150))]);
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

wearTheme(keptTheme());
listenForKeys();
const root = document.getElementById('heed');
// Not awaited here: chunks that import this one would wait for it, and it for them.
if (root) void start(root);
